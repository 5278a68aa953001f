/** What keys and clickers mean on stage, as users of reveal.js know them. Pure; no DOM. */
import { isConverting, keyOf } from "../core/pressed.js";

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
 * press: {key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey, isComposing} as in KeyboardEvent, and where it fell:
 * {typing: in a field, control: "", "link" or "button", silent: whether letters, digits and signs shall do nothing}.
 * deck: see deck.js.
 */
export function keyAction(press, deck) {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.typing) return press.key === "Escape" ? { type: "close" } : null;
  const key = keyOf(press);
  if (OF_CONTROLS[press.control]?.includes(key)) return null;
  if (press.silent && /^\P{White_Space}$/u.test(key)) return null;
  if (deck.open === "question") return key === "Escape" ? { type: "close" } : null;
  const byMethod = key !== press.key || isConverting(press); // what it takes it will write itself, once there is a field
  if (key === " ") return { type: press.shiftKey ? "back" : "next" };
  const name = KEYS[key] || (key.length === 1 && KEYS[key.toLowerCase()]);
  if (name === "return") return deck.select ? { type: "return" } : null;
  if (name) return { type: name };
  if (/^[0-9]$/.test(key)) return { type: "digit", digit: key };
  if (byMethod) return { type: "ask" };
  return /^\p{L}$/u.test(key) ? { type: "ask", seed: key } : null;
}
