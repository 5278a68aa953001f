/**
 * How many fingers are on the glass. Two accounts are kept, because each has a gap: pointers are cancelled when the
 * browser starts to scroll although the finger stays, and the end of a touch does not reach the document when what was
 * touched has left it.
 */
export function countFingers(tell) {
  const pointers = new Set();
  let touches = 0;
  const report = () => tell(Math.max(pointers.size, touches));
  const listen = (target, names, hear) => {
    for (const name of names) target.addEventListener(name, hear, { capture: true, passive: true });
  };
  listen(window, ["pointerdown"], (event) => { pointers.add(event.pointerId); report(); });
  listen(window, ["pointerup", "pointercancel"], (event) => { pointers.delete(event.pointerId); report(); });
  const hearTouches = (event) => { touches = event.touches.length; report(); };
  const names = ["touchstart", "touchend", "touchcancel"];
  listen(window, names, hearTouches);
  const forget = () => { pointers.clear(); touches = 0; report(); };
  listen(window, ["blur", "pagehide"], forget);
  /** Also hears touches that began in a part of the page which is then taken away. */
  return { hear: (root) => listen(root, names, hearTouches), forget };
}
