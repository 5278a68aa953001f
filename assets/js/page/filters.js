/**
 * The filters of the explorer: checkboxes of the page's own, which work at once. When somebody reaches for a menu,
 * Mantine's menus are fetched; each takes the place of a plain one as soon as that is shut.
 */
const LISTS = ["home", "tie", "theme"];

export function bindFilters({ store, wake }) {
  const form = document.getElementById("filters");
  if (!form) return;
  const show = (state) => showState(form, state);
  form.addEventListener("change", ({ target }) => {
    if (target.name && !target.closest("[data-island]")) store.dispatch({ type: "filter", ...read(form) });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector('[data-action="clear-filters"]').addEventListener("click", () => store.dispatch({ type: "clear-filters" }));
  store.subscribe(show);
  show(store.state);
  const menus = [...form.querySelectorAll(".filter-menu")];
  for (const menu of menus) bindMenu(menu);
  document.addEventListener("pointerdown", ({ target }) => {
    for (const menu of menus) if (!menu.contains(target)) shut(menu);
  });
  const reach = ["pointerenter", "pointerdown", "focusin"];
  const begin = () => {
    for (const menu of menus) for (const name of reach) menu.removeEventListener(name, begin);
    wake("controls");
  };
  for (const menu of menus) for (const name of reach) menu.addEventListener(name, begin);
}

function read(form) {
  const chosen = new FormData(form);
  return { ...Object.fromEntries(LISTS.map((name) => [name, chosen.getAll(name)])), later: chosen.has("later") };
}

function showState(form, state) {
  for (const box of form.querySelectorAll("input[name]")) {
    const wanted = box.name === "later" ? state.later : state[box.name]?.includes(box.value);
    if (wanted !== undefined && box.checked !== wanted) box.checked = wanted;
  }
  for (const menu of form.querySelectorAll(".filter-menu")) count(menu.querySelector("summary"), state[menu.dataset.filter].length);
  const all = LISTS.reduce((sum, name) => sum + state[name].length, state.later ? 0 : 1);
  count(form.querySelector('[data-action="clear-filters"]'), all);
  const tab = document.querySelector('[data-action="toggle-filters"]');
  if (tab) count(tab, all);
}

/** How many are set, after the words of a button; nothing for none. */
function count(button, number) {
  if (number) button.dataset.count = number;
  else delete button.dataset.count;
}

function bindMenu(menu) {
  const plain = menu.querySelector("details");
  const place = menu.querySelector("[data-island]");
  let isThere = false;
  const takeOver = () => {
    if (!isThere || plain.open || !plain.isConnected || menu.dataset.taken !== undefined) return;
    const hadFocus = plain.contains(document.activeElement);
    menu.dataset.taken = "";
    menu.closest(".controls").toggleAttribute("data-ready", !menu.parentElement.querySelector(".filter-menu:not([data-taken])"));
    if (hadFocus) place.querySelector("input")?.focus({ preventScroll: true });
  };
  menu.addEventListener("island", ({ detail }) => {
    isThere = detail.shown;
    if (!isThere) delete menu.dataset.taken; // the plain one is there again
    else requestAnimationFrame(takeOver);
  });
  plain.addEventListener("toggle", takeOver);
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !plain.open) return;
    event.stopPropagation(); // it shuts the menu, not the selection
    shut(menu);
    plain.querySelector("summary").focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !menu.contains(relatedTarget)) shut(menu); });
}

function shut(menu) {
  const plain = menu.querySelector("details");
  if (plain.open) plain.open = false;
}
