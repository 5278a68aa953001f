/**
 * Names on the map that would lie on each other: the first stays, the other is shown when it is selected or near.
 *
 * Only letters count: where targets meet, a finger means the name that is nearest.
 */

const TOUCH = 2; // px: the room above and below letters may touch

/** Called for a scene whenever size or place of its names has changed. */
export function thinNames(root) {
  for (const stage of root.querySelectorAll(".map-stage, .lens")) {
    const kept = [];
    for (const label of stage.querySelectorAll(":scope > .label, :scope > .lens-view > .label")) {
      const box = label.querySelector(".name").getBoundingClientRect();
      if (!box.width) continue;
      const isFree = !kept.some((other) => overlaps(box, other));
      label.classList.toggle("hides", !isFree);
      if (isFree) kept.push(box);
    }
  }
}

function overlaps(one, other) {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 0.5 && down > TOUCH;
}
