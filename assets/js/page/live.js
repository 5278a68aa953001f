/** Tells screen readers what was selected, and how much a filter or a search leaves. */
import { fill } from "./texts.js";

export function announce(index, joined, id) { // counts the ties that the card lists
  const live = document.getElementById("live");
  if (!live) return;
  const thing = index.entities[id] || index.ties[id];
  const count = (joined.get(id) || []).filter(({ tie }) => index.ties[tie].exchange).length;
  live.textContent = thing
    ? fill(index.texts[count ? "announce-selected" : "announce-selected-alone"], { name: thing.name, kind: thing.kind, count })
    : index.texts["announce-cleared"];
}

export function announceCount(index, count) {
  const live = document.getElementById("live");
  const total = Object.keys(index.entities).length;
  if (live) live.textContent = count ? fill(index.texts["announce-list"], { count, total }) : document.getElementById("list-empty").innerText;
}
