/**
 * Marks: whatever on the page stands for an entity or tie. What is shown is a difference: only marks whose state changes
 * are touched, so that a selection costs a few style changes and never a redraw.
 */
const STATES = ["is-selected", "is-near", "is-path", "is-out"];

export function createMarks(root) {
  const elements = new Map(); // id -> Set of elements
  let current = new Map(); // id -> Set of states, for ids that have any

  const idsOf = (scope) => [...scope.querySelectorAll("[data-mark], [data-callout]")].map((element) => [element.dataset.mark ?? element.dataset.callout, element]);
  const collect = (scope) => { for (const [id, element] of idsOf(scope)) add(id, element); };
  const forget = (scope) => { for (const [id, element] of idsOf(scope)) elements.get(id)?.delete(element); };
  const add = (id, element) => {
    if (!elements.has(id)) elements.set(id, new Set());
    elements.get(id).add(element);
    for (const state of STATES) element.classList.toggle(state, Boolean(current.get(id)?.has(state)));
  };
  const show = (next) => {
    const wanted = statesOf(next);
    for (const id of new Set([...current.keys(), ...wanted.keys()])) {
      for (const state of STATES) {
        const on = Boolean(wanted.get(id)?.has(state));
        if (on !== Boolean(current.get(id)?.has(state))) for (const element of elements.get(id) || []) element.classList.toggle(state, on);
      }
    }
    current = wanted;
  };
  collect(root);
  return { add, forget, show, collect };
}

/** {selected: id, near, path, out: Sets of ids} -> Map of id -> Set of states. */
function statesOf({ selected, near, path, out }) {
  const states = new Map();
  const give = (id, state) => { if (!states.has(id)) states.set(id, new Set()); states.get(id).add(state); };
  if (selected) give(selected, "is-selected");
  for (const id of near) if (id !== selected) give(id, "is-near");
  for (const id of path) give(id, "is-path");
  for (const id of out) give(id, "is-out");
  return states;
}
