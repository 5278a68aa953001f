/**
 * Marks: whatever on the page stands for an entity or tie. Only the classes that change are touched, so that a
 * selection costs a few style changes and never a redraw.
 */
const STATES = ["is-selected", "is-near", "is-path", "is-out"];

export function createMarks(root, index) {
  const elements = new Map();
  const current = new Map(); // id -> string of states, as last shown
  let wanted = null;

  const collect = (scope) => {
    for (const element of scope.querySelectorAll("[data-mark]")) add(element.dataset.mark, element);
    for (const element of scope.querySelectorAll("[data-callout]")) add(element.dataset.callout, element);
  };
  const add = (id, element) => {
    if (!elements.has(id)) elements.set(id, new Set());
    elements.get(id).add(element);
    paint(element, current.get(id) || "");
  };
  const show = (next) => {
    wanted = next;
    for (const [id, marked] of elements) {
      const states = statesOf(id, next);
      if (current.get(id) === states) continue;
      current.set(id, states);
      for (const element of marked) paint(element, states);
    }
  };
  const forget = (scope) => {
    for (const marked of elements.values()) for (const element of marked) if (scope.contains(element)) marked.delete(element);
  };
  collect(root);
  return { add, forget, show, again: () => wanted && show(wanted), collect, index };
}

function statesOf(id, { selected, near, path, passes }) {
  const states = [];
  if (selected && id === selected) states.push("is-selected");
  else if (near.has(id)) states.push("is-near");
  if (path.has(id)) states.push("is-path");
  if (!passes(id)) states.push("is-out");
  return states.join(" ");
}

function paint(element, states) {
  const on = states ? states.split(" ") : [];
  for (const state of STATES) element.classList.toggle(state, on.includes(state));
  if (element.matches(".item")) {
    const link = element.querySelector(":scope > a");
    if (on.includes("is-selected")) link?.setAttribute("aria-current", "true");
    else link?.removeAttribute("aria-current");
  }
}
