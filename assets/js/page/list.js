/** The list follows filters, search and selection. */
import { passes } from "../core/network.js";
import { finds } from "../core/search.js";

/** Hides what the state filters out; says how many are left, or that none are, and gives that number. */
export function filterList(index, state) {
  const isFound = finds(index, state.q);
  let shown = 0;
  for (const item of document.querySelectorAll("#list [data-entity]")) {
    const id = item.dataset.entity;
    const entity = index.entities[id];
    const visible = passes(entity || index.ties[id], state) && isFound(id);
    item.hidden = !visible;
    if (entity && visible) shown += 1;
  }
  for (const group of document.querySelectorAll("#list .group, #list .owner")) {
    group.hidden = !group.querySelector(".items > .item:not([hidden])");
  }
  document.getElementById("list-count").textContent = String(shown);
  document.getElementById("list-empty").hidden = shown > 0;
  return shown;
}

/** Brings the selected thing into view in the list, unless it was chosen there. */
export function revealSelected() {
  const item = document.querySelector("#list .item.is-selected");
  const scroller = document.querySelector("#list .scroller");
  if (!item || !scroller || item.contains(document.activeElement)) return;
  const box = item.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom) {
    scroller.scrollTop += box.top - frame.top - frame.height / 3;
  }
}

/** On a phone the card covers the lower part of the view: scrolls the page so that what was chosen stays in sight. */
export function keepInSight() {
  const card = document.getElementById("card");
  const marked = document.querySelectorAll(".stage .label.is-selected, .stage .bead.is-selected, #list .item.is-selected > a");
  const chosen = [...marked].find((label) => label.getClientRects().length);
  if (!chosen || getComputedStyle(card).position !== "fixed") return;
  const hidden = chosen.getBoundingClientRect().bottom - card.getBoundingClientRect().top + 24;
  if (hidden > 0) window.scrollBy({ top: hidden, behavior: "auto" });
}
