/**
 * The network's box with the activities of what is selected: stands where it covers no name, as long as there is room, and
 * can be closed while the selection stays.
 */
import { placeBox } from "../core/placing.js";

/** What a box had rather not cover, and by how many pixels it would go out of its way for it. */
const KEPT_CLEAR = [
  [".label:is(.is-selected, .is-near) .name, .tie-label:is(.is-selected, .is-near)", 4000],
  [".label:not(.is-selected, .is-near) .name, .tie-label.is-open:not(.is-selected, .is-near), .rail-label", 700],
  [".bead:is(.is-selected, .is-near)", 200],
];
const OWN = ".label.is-selected .name, .tie-label.is-selected, .bead:is(.is-selected, .is-near)";

/** Listens to the network; gives show(), for each new state of the page, and close(), which says whether one was open. */
export function followCallouts(stage, button) {
  if (!stage) return { show() {}, close: () => false }; // all homes are folded
  const boxOf = () => stage.querySelector(".callout.is-selected");
  let shown = null;

  function show() {
    const box = boxOf();
    if (shown && shown !== box) shown.classList.remove("is-placed", "is-closed");
    if (shown !== box && box) { box.prepend(button); button.hidden = false; }
    shown = box;
    place();
  }

  function place() {
    if (!shown?.getClientRects().length) return; // nothing, or the network is out of sight
    const { left, top, right, bottom } = stage.getBoundingClientRect();
    const boxes = (selector) => [...stage.querySelectorAll(selector)].filter((each) => !each.closest(".callout"))
      .flatMap((each) => [...each.getClientRects()]);
    const room = { left: left + 4, top: stage.querySelector(".headings")?.getBoundingClientRect().bottom ?? top, right: right - 4, bottom: bottom - 4 };
    const { width, height } = shown.getBoundingClientRect();
    const things = KEPT_CLEAR.flatMap(([selector, weight]) => boxes(selector).map((box) => ({ ...box.toJSON(), weight })));
    const own = boxes(OWN);
    const at = placeBox({ width, height }, room, own.length ? own : [room], things);
    shown.style.inset = `${at.top - top}px auto auto ${at.left - left}px`;
    shown.classList.add("is-placed");
  }

  function close() {
    if (!shown?.checkVisibility({ visibilityProperty: true })) return false;
    const { top, bottom } = shown.getBoundingClientRect();
    if (bottom <= 0 || top >= innerHeight) return false;
    const hadFocus = shown.contains(document.activeElement);
    shown.classList.add("is-closed");
    if (hadFocus) stage.querySelector("a[data-mark].is-selected:not(.callout *)")?.focus();
    return true;
  }

  button.addEventListener("click", close);
  new ResizeObserver(place).observe(stage);
  return { show, close };
}
