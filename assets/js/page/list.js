/** The list follows filters, search and selection. */

/** Hides what is left out; says how many are left, or that none are, and gives that number. */
export function filterList(index, out) {
  let shown = 0;
  for (const item of document.querySelectorAll("#list [data-entity]")) {
    const id = item.dataset.entity;
    item.hidden = out.has(id);
    if (index.entities[id] && !item.hidden) shown += 1;
  }
  for (const group of document.querySelectorAll("#list .group, #list .owner")) {
    group.hidden = !group.querySelector(".items > .item:not([hidden])");
  }
  document.getElementById("list-count").textContent = String(shown);
  document.getElementById("list-empty").hidden = shown > 0;
  return shown;
}

/** Says of the selected thing in the list that it is the current one, and brings it into view unless it was chosen there. */
export function revealSelected(id) {
  const list = document.getElementById("list");
  list.querySelector("[aria-current]")?.removeAttribute("aria-current");
  const link = id && list.querySelector(`[data-entity="${CSS.escape(id)}"] > a`);
  if (!link) return;
  link.setAttribute("aria-current", "true");
  const scroller = list.querySelector(".scroller");
  if (link === document.activeElement) return;
  const box = link.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom) scroller.scrollTop += box.top - frame.top - frame.height / 3;
}

/** On a phone the card covers the lower part of the view: scrolls the page so that what was chosen stays in sight. */
export function keepInSight() {
  const card = document.getElementById("card");
  if (getComputedStyle(card).position !== "fixed") return;
  const marked = document.querySelectorAll(".stage .label.is-selected, .stage .bead.is-selected, #list .item.is-selected > a");
  const chosen = [...marked].find((label) => label.getClientRects().length);
  if (!chosen) return;
  const hidden = chosen.getBoundingClientRect().bottom - card.getBoundingClientRect().top + 24;
  if (hidden > 0) window.scrollBy({ top: hidden, behavior: "auto" });
}
