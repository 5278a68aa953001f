/** What keys and clickers mean on stage, as users of reveal.js know them. Pure; no DOM. */

const KEYS = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next",
  ArrowLeft: "back", ArrowUp: "back", PageUp: "back",
  Home: "first", End: "last", Enter: "enter", Escape: "escape", Backspace: "return",
  F5: "full", // what the start button of a clicker sends
  ".": "blank", b: "blank", f: "full", o: "overview", s: "notes", "?": "help", "/": "ask",
};
const OF_CONTROLS = { link: ["Enter"], button: ["Enter", " "] };

/**
 * A key press -> action, or null when the page must not care.
 *
 * press: {key, shiftKey, ctrlKey, altKey, metaKey, isComposing} as in KeyboardEvent, and where it fell:
 * {typing: in a field, control: "", "link" or "button", silent: whether letters, digits and signs shall do nothing}.
 * deck: see deck.js.
 */
export function keyAction(press, deck) {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.typing) return press.key === "Escape" && !press.isComposing ? { type: "close" } : null;
  if (OF_CONTROLS[press.control]?.includes(press.key)) return null;
  if (press.silent && /^\P{White_Space}$/u.test(press.key)) return null;
  if (deck.open === "question") return press.key === "Escape" ? { type: "close" } : null;
  if (press.isComposing || press.key === "Process") return { type: "ask" };
  if (press.key === " ") return { type: press.shiftKey ? "back" : "next" };
  const name = KEYS[press.key] || (press.key.length === 1 && KEYS[press.key.toLowerCase()]);
  if (name === "return") return deck.select ? { type: "return" } : null;
  if (name) return { type: name };
  if (/^[0-9]$/.test(press.key)) return { type: "digit", digit: press.key };
  return /^\p{L}$/u.test(press.key) ? { type: "ask", seed: press.key } : null;
}
