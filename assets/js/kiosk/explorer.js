/** Shows a state in a scene: marks, card, list, panes. The kiosk's counterpart of what `page/main.js` does. */
import { near } from "../core/network.js";
import { showCard } from "../page/card.js";
import { announce } from "../page/live.js";
import { thinNames } from "../page/thinning.js";
import { enlargeCode, showCode } from "./codes.js";

const NOTHING = new Set();

export function showState(scene, state, before) {
  const { root, index, joined, marks } = scene;
  document.body.dataset.selected = state.select;
  document.body.toggleAttribute("data-chosen", Boolean(state.select));
  for (const stage of root.querySelectorAll(".stage")) stage.classList.toggle("is-lit", Boolean(state.select));
  document.body.dataset.pane = paneOf(state);
  marks.show({
    selected: state.select,
    near: state.select ? near(index, joined, state.select) : NOTHING,
    path: NOTHING,
    out: NOTHING,
  });
  if (!before || before.select !== state.select) scene.openGroups(state.select);
  if (before && before.select !== state.select) thinNames(root);
  press(root, "data-pane", paneOf(state));
  const shown = root.querySelector("#card-body [data-card-of]")?.dataset.cardOf || "";
  if (shown !== state.select || !before) showTemplate(scene, state.select);
  if (before && before.select !== state.select) announce(index, joined, state.select);
  showCode(scene, state.select);
}

export function paneOf(state) {
  return state.pane === "network" ? "network" : "map";
}

/** Presses the one button of a group whose attribute has a value. */
export function press(root, attribute, value) {
  for (const button of root.querySelectorAll(`button[${attribute}]`)) {
    button.setAttribute("aria-pressed", String(button.getAttribute(attribute) === value));
  }
}

function showTemplate({ root, marks }, id) {
  const template = root.querySelector(`template[data-card="${CSS.escape(id)}"]`);
  if (template) showCard(root, id, template.content.cloneNode(true), marks);
}

/** Brings what is selected into view in the list and in the network; but nothing moves below the finger that selects. */
export function reveal(root, touched = null) {
  for (const [scroller, mark] of [["#list .scroller", ".item.is-selected"], ["#network-scroller", ".label.is-selected"]]) {
    const frame = root.querySelector(scroller);
    const item = frame?.querySelector(mark);
    if (!item?.getClientRects().length || frame.contains(touched)) continue;
    const place = item.getBoundingClientRect();
    const box = frame.getBoundingClientRect();
    if (place.top < box.top || place.bottom > box.bottom) frame.scrollTop += place.top - box.top - box.height / 3;
  }
}

/** Leaves in the list only what stands under a letter; "" leaves everything. Gives how much is left. */
export function showInitial({ root, initials }, letter) {
  const wanted = letter ? new Set(initials[letter] || []) : null;
  let shown = 0;
  for (const item of root.querySelectorAll("#list [data-entity]:not(.item-tie)")) {
    item.hidden = Boolean(wanted) && !wanted.has(item.dataset.entity);
    if (!item.hidden) shown += 1;
  }
  for (const group of root.querySelectorAll("#list .group, #list .owner")) {
    group.hidden = !group.querySelector(".item:not(.item-tie, [hidden])");
  }
  root.querySelector("#list-count").textContent = String(shown);
  root.querySelector("#list .scroller").scrollTop = 0;
  press(root, "data-initial", letter);
  return shown;
}

/** A scene as nobody has touched it yet. */
export function tidy(scene) {
  showInitial(scene, "");
  enlargeCode(scene, false);
  for (const frame of scene.root.querySelectorAll(".scroller")) frame.scrollTop = 0;
}
