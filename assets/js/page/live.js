/** Tells screen readers what was selected. */
import { fill } from "./texts.js";

export function announce(index, joined, id) {
  const live = document.getElementById("live");
  if (!live) return;
  const thing = index.entities[id] || index.ties[id];
  live.textContent = thing
    ? fill(index.texts["announce-selected"], { name: thing.name, kind: thing.kind, count: joined.get(id)?.length ?? 2 })
    : index.texts["announce-cleared"];
}
