/** What fingers and the pointer mean on stage. Pure; no DOM. */

const LEAST_SWIPE = 48; // px
const STRAIGHT = 1.4; // how much longer than high a swipe is

/** Where on a stage of `width` px somebody tapped -> "back" in its left third, "next" in its right third, else "". */
export function tapped(x, width) {
  if (x < width / 3) return "back";
  return x > (width * 2) / 3 ? "next" : "";
}

/** How a finger moved, in px -> "next" to the left, "back" to the right, "" for anything that is no swipe. */
export function swiped(dx, dy) {
  if (Math.abs(dx) < LEAST_SWIPE || Math.abs(dx) < STRAIGHT * Math.abs(dy)) return "";
  return dx < 0 ? "next" : "back";
}
