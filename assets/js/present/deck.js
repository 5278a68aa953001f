/**
 * The state of a presentation, and the address that carries it. Pure functions; no DOM.
 *
 * Deck: {story: string, stop: number (from 1), view: "" | "notes" | "print", select: string, blank: boolean,
 *        open: "" | "overview" | "help" | "question", seed: string, typed: string}
 * `select` is what a question has turned to; `seed` the letter that began a search; `typed` digits of a stop's number.
 * Stories: {story id: number of stops}; the first is the one that is meant without a name.
 * `dashboard/stories/address.py` reads queries in the same way.
 */

const VIEWS = ["", "notes", "print"];
const LONGEST_NUMBER = 4;

/** Query string -> {deck, mended}: `mended` when an unknown story, view or selection, or a stop out of range was asked for. */
export function parseDeck(query, stories, selectable) {
  const asked = new URLSearchParams(query);
  const one = (name) => asked.get(name) || "";
  const story = Object.hasOwn(stories, one("story")) ? one("story") : Object.keys(stories)[0];
  const wish = /^[0-9]{1,6}$/.test(one("stop")) ? Number(one("stop")) : 1;
  const address = {
    story,
    stop: clamp(wish, stories[story]),
    view: VIEWS.includes(one("view")) ? one("view") : "",
    select: selectable.has(one("select")) ? one("select") : "",
  };
  const mended = Object.keys(address).some((name) => one(name) && one(name) !== String(address[name]));
  return { deck: { ...address, blank: false, open: "", seed: "", typed: "" }, mended };
}

/** Deck -> query string with a leading "?". */
export function serializeDeck({ story, stop, view, select }) {
  const query = new URLSearchParams({ story, stop: String(stop) });
  if (view) query.set("view", view);
  if (select) query.set("select", select);
  return `?${query}`;
}

/** Whether the step from one deck to the other deserves an entry in the browser's history. */
export function isStep(before, after) {
  return serializeDeck(before) !== serializeDeck(after);
}

/** Stories -> reduce(deck, action). An unknown action, and one that changes nothing, gives the same deck. */
export function createReduce(stories) {
  const moves = {
    next: (deck) => deck.stop + 1,
    back: (deck) => deck.stop - 1,
    first: () => 1,
    last: (deck) => stories[deck.story],
    goto: (deck, { stop }) => stop,
    enter: (deck) => Number(deck.typed) || deck.stop,
  };
  const steps = {
    blank: (deck) => ({ ...deck, blank: !deck.blank, typed: "" }),
    overview: (deck) => toggle(deck, "overview"),
    help: (deck) => toggle(deck, "help"),
    ask: (deck, { seed = "" }) => ({ ...deck, open: "question", seed, blank: false, typed: "" }),
    close: (deck) => ({ ...deck, open: "", seed: "" }),
    select: (deck, { id }) => ({ ...deck, select: id, open: "", seed: "", blank: false, typed: "" }),
    return: (deck) => ({ ...deck, select: "" }),
    escape,
    digit: (deck, { digit }) => ({ ...deck, typed: (deck.typed + digit).slice(-LONGEST_NUMBER) }),
    forget: (deck) => ({ ...deck, typed: "" }),
    follow: (deck, { stop, select, blank }) => ({ ...deck, stop: clamp(stop, stories[deck.story]), select, blank }),
    replace: (deck, { deck: next }) => ({ ...deck, ...next }),
  };
  return (deck, action) => {
    const made = moves[action.type] ? move(deck, action, moves, stories) : steps[action.type]?.(deck, action) ?? deck;
    return Object.keys(made).every((name) => made[name] === deck[name]) ? deck : made;
  };
}

/** A key for going on first lifts the black screen, or comes back from a question; only then it goes on. */
function move(deck, action, moves, stories) {
  if (action.type === "enter" && !deck.typed) return deck.open === "overview" ? { ...deck, open: "" } : deck;
  if (deck.blank) return { ...deck, blank: false, typed: "" };
  if (deck.select && (action.type === "next" || action.type === "back")) return { ...deck, select: "" };
  const open = deck.open === "overview" && action.type !== "goto" && action.type !== "enter" ? "overview" : "";
  return { ...deck, stop: clamp(moves[action.type](deck, action), stories[deck.story]), select: "", open, typed: "" };
}

function escape(deck) {
  if (deck.open) return { ...deck, open: "", seed: "" };
  if (deck.typed) return { ...deck, typed: "" };
  if (deck.blank) return { ...deck, blank: false };
  if (deck.select) return { ...deck, select: "" };
  return { ...deck, open: "overview" };
}

function toggle(deck, name) {
  return { ...deck, open: deck.open === name ? "" : name, blank: false, typed: "" };
}

function clamp(stop, count) {
  return Math.max(1, Math.min(Math.trunc(stop) || 1, count));
}
