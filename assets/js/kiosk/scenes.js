/**
 * The parts of the page that depend on the language, one for each, kept so that they can be shown without the server.
 *
 * Scene: {root, language, direction, edition, index, initials: {letter: id[]}, codes: {id: dots}, joined, marks}
 */
import { neighbours } from "../core/network.js";
import { createGroups } from "../page/groups.js";
import { createMarks } from "../page/marks.js";

/** The scene of an element that the server sent. */
export function readScene(root) {
  const index = read(root, "index");
  const { initials, codes } = read(root, "index-kiosk");
  leaveOutSmallTargets(root);
  return {
    root, index, initials, codes,
    language: root.lang,
    direction: root.dir,
    edition: root.dataset.edition,
    joined: neighbours(index),
    marks: createMarks(root),
    openGroups: createGroups(root),
  };
}

function read(root, id) {
  return JSON.parse(root.querySelector(`#${id}`).textContent);
}

/** What is too small for a finger is drawn, but is no link: activities in the network, countries below partners. */
function leaveOutSmallTargets(root) {
  for (const bead of root.querySelectorAll(".spot.at-above")) bead.remove();
  for (const label of root.querySelectorAll(".network-labels a.kind-country")) {
    const words = document.createElement("span");
    words.className = "name kind-country";
    words.append(...label.childNodes);
    label.previousElementSibling.append(words);
    label.remove();
  }
  // Pictures name a thing a second time; the list is the way in for the keyboard and for screen readers.
  for (const link of root.querySelectorAll(".network-picture a, .picture a")) link.removeAttribute("href");
}

/** Fetches the page of a language: {scene, told}, or null when the server does not give it now. */
export async function fetchScene(address) {
  try {
    const answer = await fetch(address, { cache: "no-cache", signal: AbortSignal.timeout(20_000) });
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const root = page.getElementById("scene");
    if (!root) return null;
    const told = JSON.parse(page.getElementById("kiosk").textContent);
    return { scene: readScene(document.adoptNode(root)), told };
  } catch {
    return null;
  }
}
