/** Shapes of screens other than 16:9, as in present.css and dashboard/stories/scenes.py. */
const SHAPES = [
  ["narrow", "(width < 760px) and (orientation: portrait)"],
  ["upright", "(orientation: portrait)"],
  ["square", "(aspect-ratio < 3 / 2)"],
].map(([name, query]) => [name, matchMedia(query)]);

/** The shape of the window; "" for a wide one. */
export function shapeOfScreen() {
  return SHAPES.find(([, query]) => query.matches)?.[0] || "";
}

/** Calls when the window takes another shape. */
export function onShape(call) {
  for (const [, query] of SHAPES) query.addEventListener("change", call);
}
