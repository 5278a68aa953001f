/**
 * The state of a presentation, and the address that carries it. Pure functions; no DOM.
 *
 * Deck: {stop: number (from 1), select: string, blank: boolean, open: "" | "overview" | "help" | "question",
 *        seed: string, typed: string}
 * `select` is what a question has turned to; `seed` the letter that began a search; `typed` digits of a stop's number.
 */

const LONGEST_NUMBER = 4;

/**
 * Query string, number of stops, ids that may be selected -> {deck, mended}: `mended` when an unknown selection or a stop
 * out of range was asked for; the nearest stop and no selection stand for them.
 */
export function parseDeck(query, count, selectable) {
  const asked = new URLSearchParams(query);
  const one = (name) => asked.get(name) || "";
  const stop = clamp(/^[0-9]{1,6}$/.test(one("stop")) ? Number(one("stop")) : 1, count);
  const select = selectable.has(one("select")) ? one("select") : "";
  const mended = (one("stop") && one("stop") !== String(stop)) || one("select") !== select;
  return { deck: { stop, select, blank: false, open: "", seed: "", typed: "" }, mended: Boolean(mended) };
}

/** Deck -> query string with a leading "?". */
export function serializeDeck({ stop, select }) {
  const query = new URLSearchParams({ stop: String(stop) });
  if (select) query.set("select", select);
  return `?${query}`;
}

/**
 * Links of old name the story and the kind of page in the query.
 *
 * pages: {story: {stage, notes, print}}, addresses; story, part: of this page
 * Gives {address, mended}: where such a link leads now, "" when here; `mended` when there is no such story or kind.
 */
export function sendOn(query, pages, story, part) {
  const asked = new URLSearchParams(query);
  const [named, view] = ["story", "view"].map((name) => asked.get(name) || "");
  const isKnown = !named || Object.hasOwn(pages, named);
  const isKind = !view || view === "notes" || view === "print";
  const meant = pages[isKnown && named ? named : story][isKind && view ? view : part];
  for (const name of ["story", "view"]) asked.delete(name);
  const rest = asked.size && view !== "print" ? `?${asked}` : "";
  return { address: meant === pages[story][part] ? "" : meant + rest, mended: !isKnown || !isKind };
}

/** Whether the step from one deck to the other deserves an entry in the browser's history. */
export function isStep(before, after) {
  return serializeDeck(before) !== serializeDeck(after);
}

/** Number of stops -> reduce(deck, action). An unknown action, and one that changes nothing, gives the same deck. */
export function createReduce(count) {
  const moves = {
    next: (deck) => deck.stop + 1,
    back: (deck) => deck.stop - 1,
    first: () => 1,
    last: () => count,
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
    follow: (deck, { stop, select, blank }) => ({ ...deck, stop: clamp(stop, count), select, blank }),
    replace: (deck, { deck: next }) => ({ ...deck, ...next }),
  };
  return (deck, action) => {
    const made = moves[action.type] ? move(deck, action, moves, count) : steps[action.type]?.(deck, action) ?? deck;
    return Object.keys(made).every((name) => made[name] === deck[name]) ? deck : made;
  };
}

/** A key for going on first lifts the black screen, or comes back from a question; only then it goes on. */
function move(deck, action, moves, count) {
  if (action.type === "enter" && !deck.typed) return deck.open === "overview" ? { ...deck, open: "" } : deck;
  if (deck.blank) return { ...deck, blank: false, typed: "" };
  if (deck.select && (action.type === "next" || action.type === "back")) return { ...deck, select: "" };
  const open = deck.open === "overview" && action.type !== "goto" && action.type !== "enter" ? "overview" : "";
  return { ...deck, stop: clamp(moves[action.type](deck, action), count), select: "", open, typed: "" };
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
