/**
 * The state of the explorer, and the address that carries it. Pure functions; no DOM, no Dash.
 *
 * State: {select: string, home: string[], tie: string[], theme: string[], later: boolean, q: string,
 *         from: string, to: string, pane: string}
 * Vocabulary: {selectable: Set<string>, entity: Set<string>, home: string[], tie: string[], theme: string[],
 *              pane: string[]} - what a query may name. `dashboard/address.py` lists it for the page's index.
 */

export const MAX_SEARCH = 80;

const LISTS = ["home", "tie", "theme"];

export const initial = Object.freeze({
  select: "", home: [], tie: [], theme: [], later: true, q: "", from: "", to: "", pane: "",
});

/** Query string -> {state, unknown}: `unknown` names the parameters whose values were dropped. */
export function parse(query, vocabulary) {
  const asked = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(query)) asked.append(name.toLowerCase(), value);
  const unknown = new Set();
  const state = { ...initial };
  const one = (name, known) => {
    const value = plain(asked.get(name) || "");
    if (value && !known(value)) { unknown.add(name); return ""; }
    return value;
  };
  state.select = one("select", (id) => vocabulary.selectable.has(id));
  state.from = one("from", (id) => vocabulary.entity.has(id));
  state.to = one("to", (id) => vocabulary.entity.has(id));
  state.pane = one("pane", (pane) => vocabulary.pane.includes(pane));
  for (const name of LISTS) {
    const values = asked.getAll(name).flatMap((value) => value.split(",")).map(plain).filter(Boolean);
    if (values.some((value) => !vocabulary[name].includes(value))) unknown.add(name);
    state[name] = vocabulary[name].filter((value) => values.includes(value));
  }
  state.later = one("later", (value) => value === "on" || value === "off") !== "off";
  state.q = Array.from((asked.get("q") || "").replace(/\p{Cc}/gu, "").trim()).slice(0, MAX_SEARCH).join("");
  return { state, unknown: [...unknown].sort() };
}

/** Ids are written small; who types an address may not know that. */
function plain(value) {
  return value.trim().toLowerCase();
}

/** State -> query string with a leading "?", or "" for the initial state; one order, so that equal states are equal links. */
export function serialize(state) {
  const query = new URLSearchParams();
  if (state.select) query.set("select", state.select);
  for (const name of LISTS) if (state[name].length) query.set(name, state[name].join(","));
  if (!state.later) query.set("later", "off");
  for (const name of ["q", "from", "to", "pane"]) if (state[name]) query.set(name, state[name]);
  const text = query.toString().replaceAll("%2C", ",");
  return text ? `?${text}` : "";
}

/** What an action makes of a state; an unknown action changes nothing. */
export function reduce(state, action) {
  switch (action.type) {
    case "select": return { ...state, select: action.id || "" };
    case "toggle": return { ...state, select: state.select === action.id ? "" : action.id };
    case "filter": return { ...state, ...pick(action, LISTS), ...(("later" in action) ? { later: action.later } : {}) };
    case "search": return { ...state, q: action.q };
    case "path": return { ...state, from: action.from ?? state.from, to: action.to ?? state.to };
    case "pane": return { ...state, pane: action.pane };
    case "clear-filters": return { ...state, home: [], tie: [], theme: [], later: true, q: "" };
    case "unset": return { ...state, [action.name]: LISTS.includes(action.name) ? state[action.name].filter((value) => value !== action.value) : initial[action.name] };
    case "replace": // by the browser's history, whose address it is
    case "show": return action.state;
    default: return state;
  }
}

/** Whether the step from one state to the other deserves an entry in the browser's history (typing does not). */
export function isStep(before, after) {
  return serialize({ ...before, q: "" }) !== serialize({ ...after, q: "" });
}

function pick(object, names) {
  return Object.fromEntries(names.filter((name) => name in object).map((name) => [name, object[name] ?? []]));
}
