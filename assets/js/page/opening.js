/**
 * Says on cards whether somebody can be reached today.
 *
 * A place says of whom in data-opening ("<address of all openings>#<id>"), and in data-open, -later, -over and -closed what
 * to write; it stays hidden where nothing is known.
 */
import { openingAt } from "../core/opening.js";
import { fill } from "./texts.js";

const MINUTE_MS = 60_000;
const openings = new Map(); // address -> the promise of what stands there
let next = 0;

/** Fetches all openings, so that they can be told without the server; null where they cannot be had. */
export function learnOpenings(place) {
  const address = new URL(place, location.href).href;
  if (!openings.has(address)) openings.set(address, fetchOpenings(address));
  return openings.get(address);
}

async function fetchOpenings(address) {
  const all = await fetch(address, { cache: "no-cache" }).then((answer) => (answer.ok ? answer.json() : null))
    .catch(() => null); // without a server nothing is told
  if (!all) openings.delete(address); // asked for again the next time
  return all;
}

/** Tells all of a page, now and at every full minute as long as there is any. */
export async function tellOpenings() {
  clearTimeout(next);
  const places = [...document.querySelectorAll("[data-opening]")];
  if (places.length) next = setTimeout(tellOpenings, MINUTE_MS - (Date.now() % MINUTE_MS));
  for (const place of places) {
    const [address, id] = place.dataset.opening.split("#");
    const opening = (await learnOpenings(address))?.[id];
    const now = opening && openingAt(opening, new Date());
    place.hidden = !now;
    if (now) place.textContent = fill(place.dataset[now.state], now);
  }
}
