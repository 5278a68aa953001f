/** What was meant by a key, whatever input method is on. */

const OF_CODES = { Period: ".", Slash: "/", Space: " ", Enter: "Enter", Escape: "Escape", Backspace: "Backspace" };

/**
 * Whether a press belongs to a conversion that is under way in a field. In Safari the Enter that ends one says so only by
 * its number.
 */
export function isConverting({ isComposing, key, keyCode }) {
  return isComposing || keyCode === 229 || key === "Process";
}

const FIELDS = "input, textarea, [contenteditable]";

/** Keeps every press of a conversion in a field from whoever listens to keys on this page: it is the input method's alone. */
export function guardFields() {
  addEventListener("keydown", (event) => {
    if (isConverting(event) && event.target.closest?.(FIELDS)) event.stopImmediatePropagation();
  }, { capture: true });
}

/**
 * The key of a press outside of fields. An input method that takes every press for itself says "Process"; then it is the
 * key that lies in that place: a clicker must darken the screen with it too. "Process" for what no place tells.
 */
export function keyOf({ key, code = "" }) {
  if (key !== "Process") return key;
  return OF_CODES[code] || /^(?:Key|Digit)(.)$/.exec(code)?.[1].toLowerCase() || (/^(?:Arrow|Page|Home$|End$|F\d)/.test(code) ? code : key);
}
