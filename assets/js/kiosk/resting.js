/**
 * Taps beside a finger, an elbow or a drop of water that rests on the glass. A browser makes clicks of lone fingers only,
 * so that one thing at rest would make everybody else's taps go unheard.
 */

const RESTS = 700; // ms after which what is down counts as at rest
const BRIEF = 500; // ms that a tap lasts at most
const NEAR_MM = 8; // that a tap moves at most

/** mm: pixels a millimetre. */
export function hearTapsBesideRest(mm) {
  const down = new Map(); // pointer id -> {x, y, since, isBeside}
  const listen = (name, hear) => addEventListener(name, hear, { capture: true, passive: true });
  listen("pointerdown", ({ pointerId, pointerType, clientX: x, clientY: y, timeStamp: since }) => {
    if (pointerType !== "touch") return;
    const others = [...down.values()];
    down.set(pointerId, { x, y, since, isBeside: others.length > 0 && others.every((other) => since - other.since > RESTS) });
  });
  listen("pointercancel", ({ pointerId }) => down.delete(pointerId));
  listen("pointerup", ({ pointerId, clientX: x, clientY: y, timeStamp }) => {
    const tap = down.get(pointerId);
    down.delete(pointerId);
    if (!tap?.isBeside || timeStamp - tap.since > BRIEF || Math.hypot(x - tap.x, y - tap.y) > NEAR_MM * mm) return;
    const click = new MouseEvent("click", { bubbles: true, cancelable: true, clientX: x, clientY: y });
    document.elementFromPoint(x, y)?.dispatchEvent(click);
  });
}
