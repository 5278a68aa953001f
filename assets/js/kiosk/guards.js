/** No way out: nothing that a hand or a forgotten keyboard does leads away from the program. */

const FORBIDDEN_KEYS = /^(F\d+|PrintScreen|ContextMenu|BrowserBack|BrowserForward|BrowserHome|BrowserSearch|Help)$/;

export function closeExits() {
  const prevent = (event) => event.preventDefault();
  for (const name of ["contextmenu", "selectstart", "dragstart", "dragover", "drop", "auxclick", "gesturestart", "copy", "cut", "submit"]) {
    document.addEventListener(name, prevent, { capture: true });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || FORBIDDEN_KEYS.test(event.key)) event.preventDefault();
  }, { capture: true });
  // Buttons three and four of a mouse mean back and forward.
  for (const name of ["mousedown", "mouseup"]) {
    document.addEventListener(name, (event) => { if (event.button > 2) event.preventDefault(); }, { capture: true });
  }
  document.addEventListener("wheel", (event) => { if (event.ctrlKey) event.preventDefault(); }, { capture: true, passive: false });
  document.addEventListener("click", (event) => { if (event.target.closest("a")) event.preventDefault(); }, { capture: true });
  window.print = () => {};
  window.open = () => null;
  keepHistoryShort();
}

/** Back leads to an entry from which the page returns at once; the history never grows. */
function keepHistoryShort() {
  if (!history.state?.kiosk) {
    history.replaceState({ kiosk: "edge" }, "");
    history.pushState({ kiosk: "here" }, "");
  }
  addEventListener("popstate", () => { if (history.state?.kiosk !== "here") history.forward(); });
}
