/**
 * Names on the map that would lie on each other: the first stays, the other is hidden. What is selected comes before
 * what is near it, and that before the rest.
 *
 * Only letters count: where targets meet, a finger means the name that is nearest.
 */
const TOUCH = 2; // px: the room above and below letters may touch
const CROWDED = ".label:is(.is-selected, .is-near):is(.crowded, .narrow-crowded)"; // without a place of its own, and shown all the same

/** Called whenever size, place or state of the names in `root` has changed. */
export function thinNames(root) {
  for (const stage of root.querySelectorAll(".map-stage, .lens")) {
    const labels = labelsOf(stage);
    for (const label of labels) label.classList.remove("hides");
    const kept = [];
    for (const label of labels.sort((one, other) => rank(one) - rank(other))) {
      if (!label.checkVisibility({ opacityProperty: true })) continue; // a lobby does this behind its globe, too
      const box = boxOf(label);
      const isFree = !kept.some((other) => overlaps(box, other));
      label.classList.toggle("hides", !isFree);
      if (isFree) kept.push(box);
    }
  }
}

/** The same where names have places that never meet: only names without such a place are in the way of others. */
export function thinCrowded(root) {
  if (root.querySelector(CROWDED)) thinNames(root);
  else for (const label of root.querySelectorAll(".label.hides")) label.classList.remove("hides");
}

function labelsOf(stage) {
  return [...stage.querySelectorAll(":scope > .label, :scope > .lens-view > .label")];
}

/** Around its letters: the name's, and those of the country too where the name has no place of its own. */
function boxOf(label) {
  const lines = [...label.querySelectorAll(label.matches(CROWDED) ? ".name, .country" : ".name")].map((line) => line.getBoundingClientRect());
  const most = (side, pick) => pick(...lines.map((line) => line[side]));
  return { left: most("left", Math.min), top: most("top", Math.min), right: most("right", Math.max), bottom: most("bottom", Math.max) };
}

function rank(label) {
  if (label.matches(".is-selected")) return 0;
  if (!label.matches(".is-near")) return 3;
  return label.matches(CROWDED) ? 2 : 1;
}

function overlaps(one, other) {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 0.5 && down > TOUCH;
}
