/**
 * Names on the map that would lie on each other: the first stays, the other is shown when it is selected or near.
 * Targets count as names do, but on a small screen, where a finger means the name that is nearest.
 */

/** Called for a scene whenever size or place of its names has changed. The room above and below letters may touch. */
export function thinNames(root) {
  const isSmall = document.documentElement.hasAttribute("data-small");
  for (const stage of root.querySelectorAll(".map-stage, .lens")) {
    const kept = [];
    for (const label of stage.querySelectorAll(":scope > .label, :scope > .lens-view > .label")) {
      const box = (isSmall ? label.querySelector(".name") : label).getBoundingClientRect();
      if (!box.width) continue;
      const isFree = !kept.some((other) => overlaps(box, other, isSmall ? 2 : 0.5));
      label.classList.toggle("hides", !isFree);
      if (isFree) kept.push(box);
    }
  }
}

function overlaps(one, other, slack) {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 0.5 && down > slack;
}
