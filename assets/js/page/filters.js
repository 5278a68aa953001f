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

/** Everything that is set: [{name, value, label}], in the order of the form. */
export function listSet(state) {
  const form = document.getElementById("filters");
  const labelOf = (name, value) => form.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"]`).closest("label").textContent;
  return [
    ...(state.q ? [{ name: "q", value: state.q, label: state.q }] : []),
    ...LISTS.flatMap((name) => state[name].map((value) => ({ name, value, label: labelOf(name, value) }))),
    ...(state.later ? [] : [{ name: "later", value: "off", label: form.dataset.laterOff }]),
  ];
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
  for (const menu of form.querySelectorAll(".filter-menu")) {
    const chosen = menu.querySelectorAll("details input:checked").length; // a chip beside it may set the same filter
    for (const place of [menu, menu.querySelector("summary > span")]) count(place, chosen);
  }
  const all = listSet(state).length;
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
    callCombobox(place.querySelector("input"));
    menu.closest(".controls").toggleAttribute("data-ready", !menu.parentElement.querySelector(".filter-menu:has([data-island]):not([data-taken])"));
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

/** Mantine's field is a text field to a screen reader; what it is and whether its choices are open is said here. */
function callCombobox(field) {
  if (!field || field.role === "combobox") return;
  const say = () => field.setAttribute("aria-expanded", String(field.dataset.expanded === "true"));
  field.setAttribute("role", "combobox");
  new MutationObserver(say).observe(field, { attributes: true, attributeFilter: ["data-expanded"] });
  say();
}

function shut(menu) {
  const plain = menu.querySelector("details");
  if (plain.open) plain.open = false;
}
