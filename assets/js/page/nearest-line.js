/**
 * What of a server's picture a click means. Lines can be reached from some pixels beside them, so that where two run
 * together the upper one would catch the clicks of both: the nearer one is meant.
 */
const SAMPLES = 200;

/** The id of the mark at a click, or undefined. */
export function markAt({ target, clientX, clientY }) {
  const top = target.closest(".stage .picture [data-mark]");
  if (!top?.querySelector(":scope > .hit ~ .line")) return top?.dataset.mark;
  const reached = document.elementsFromPoint(clientX, clientY).map((each) => each.closest(".picture [data-ends]"));
  const lines = [...new Set(reached)].filter((each) => each?.querySelector(":scope > .hit ~ .line"));
  if (lines.length < 2) return top.dataset.mark;
  const apart = new Map(lines.map((line) => [line, distance(line.querySelector(":scope > .line"), clientX, clientY)]));
  return lines.reduce((best, line) => (apart.get(line) < apart.get(best) ? line : best)).dataset.mark;
}

/** How far a place on the screen is from a path, in pixels. */
function distance(path, x, y) {
  const length = path.getTotalLength();
  const toScreen = path.getScreenCTM();
  const distances = Array.from({ length: SAMPLES + 1 }, (_, step) => {
    const point = path.getPointAtLength((length * step) / SAMPLES).matrixTransform(toScreen);
    return Math.hypot(point.x - x, point.y - y);
  });
  return Math.min(...distances);
}
