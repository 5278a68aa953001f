/** Tells screen readers what was selected, and how much a filter or a search leaves. */
import { fill } from "./texts.js";

export function announce(index, joined, id) {
  const live = document.getElementById("live");
  if (!live) return;
  const thing = index.entities[id] || index.ties[id];
  live.textContent = thing
    ? fill(index.texts["announce-selected"], { name: thing.name, kind: thing.kind, count: joined.get(id)?.length ?? 2 })
    : index.texts["announce-cleared"];
}

export function announceCount(index, count) {
  const live = document.getElementById("live");
  if (live) live.textContent = count ? fill(index.texts["announce-list"], { count }) : index.texts["list-empty"];
}
