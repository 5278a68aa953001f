/**
 * Keeps the pages of one language in the browser: a reload while the server is away shows what was there.
 *
 * The server is asked first, and whatever it says is what is shown; files with a fingerprint, which never change, are asked
 * for once. An edition has a cache of its own, into which nothing of another comes. Whatever goes wrong here, the browser
 * asks the server as if there were no worker; a lobby that finds nothing there either says so to its staff.
 *
 * `kakehashiKept` stands before this script, see layouts/keeping.py: {edition, screens: {name: addresses}, staff: a page}
 */
import { cacheOf, cachesOf, markOf } from "../core/kept.js";

const PATIENCE = 4000; // ms for a page that is here already
const PAUSE = 3000; // ms until a server is asked again that was busy
const TRIES = 5;
const { edition, screens, staff } = self.kakehashiKept;
const folder = new URL(".", location).pathname;
const site = new URL("..", location).pathname;
const name = cacheOf(folder, edition);

self.addEventListener("install", (event) => event.waitUntil(begin()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => event.waitUntil(hear(event.data).catch(() => {})));
self.addEventListener("fetch", (event) => {
  const { method, url, cache } = event.request;
  if (method !== "GET" || cache === "no-store" || !isOfTheSite(url)) return;
  event.respondWith(answer(event).catch(() => fetch(event.request)).catch((error) => callStaff(event.request, error)));
});

// ------------------------------------------------------------------------------------------------- one edition, whole

/** What a screen needs is here before this edition takes over; without all of it, the one before stays. */
async function begin() {
  try {
    for (const screen of await screensBefore()) await keepScreen(screen);
    await caches.open(name); // so that it is seen that this edition is here
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  await self.skipWaiting();
}

async function screensBefore() {
  const found = await Promise.all((await ownCaches()).map(async (each) => {
    const cache = await caches.open(each);
    const marks = await Promise.all(Object.keys(screens).map((screen) => cache.match(markOf(folder, screen))));
    return Object.keys(screens).filter((_, place) => marks[place]);
  }));
  return new Set(found.flat());
}

async function takeOver() {
  for (const each of await ownCaches()) if (each !== name) await caches.delete(each);
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function ownCaches() {
  return (await caches.keys()).filter((each) => each.startsWith(cachesOf(folder)));
}

/** A page says what is to be kept: a screen by its name, or the addresses that it has seen. */
async function hear({ screen, seen }) {
  if (screen) await keepScreen(screen);
  else for (const address of seen.filter(isOfTheSite)) await keep(address).catch(() => {});
}

async function keepScreen(screen) {
  const cache = await caches.open(name);
  const mark = markOf(folder, screen);
  if (await cache.match(mark)) return;
  for (const address of screens[screen]) await keep(new URL(address, location).href); // one by one: a young server is busy
  await cache.put(mark, new Response());
}

async function keep(address) {
  const cache = await caches.open(name);
  if (await cache.match(address)) return;
  const response = await askPatiently(address);
  if (!isKept(response)) throw new Error(`${address} is not of edition ${edition}`);
  await cache.put(address, response);
}

async function askPatiently(address) {
  for (let tried = 1; ; tried += 1) {
    const response = await fetch(address, { cache: isFile(address) ? "default" : "no-cache" });
    if (response.status !== 503 || tried === TRIES) return response;
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

// ------------------------------------------------------------------------------------------------------ what is asked

async function answer(event) {
  const { request } = event;
  const cache = await caches.open(name);
  const kept = await cache.match(request, { ignoreSearch: request.mode === "navigate", ignoreVary: true });
  if (kept && isFile(request.url)) return kept;
  const asked = ask(event).then((response) => {
    if (isKept(response)) event.waitUntil(cache.put(keyOf(request), response.clone()));
    return response;
  });
  if (!kept) return asked;
  const sound = asked.then((response) => (response.status < 500 ? response : kept), () => kept);
  return Promise.race([sound, new Promise((done) => setTimeout(done, PATIENCE, kept))]);
}

async function ask(event) {
  event.waitUntil(Promise.resolve(event.preloadResponse).catch(() => {}));
  return (await event.preloadResponse) || fetch(event.request);
}

function callStaff({ url, mode }, error) {
  if (mode !== "navigate" || !screens.kiosk.includes(new URL(url).pathname)) throw error;
  return new Response(staff, { headers: { "Content-Type": "text/html" } });
}

/** The query of a page is the browser's: the page is the same whatever it says. */
function keyOf({ url, mode }) {
  return mode === "navigate" ? url.split(/[?#]/)[0] : url;
}

function isOfTheSite(address) {
  const { origin, pathname } = new URL(address);
  return origin === location.origin && pathname.startsWith(site);
}

function isFile(address) {
  return new URL(address).pathname.startsWith(`${site}static/`);
}

/** Whether it is a page or file of this edition, no download, and stands where it was asked for. */
function isKept({ ok, redirected, url, headers }) {
  if (!ok || redirected || headers.has("Content-Disposition")) return false;
  return isFile(url) || (headers.get("ETag") || "").includes(edition);
}
