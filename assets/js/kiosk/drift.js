/** Keeps a picture that stays for months from burning in: everything wanders. Pure. */

const ACROSS = 26.3 * 60_000; // periods in ms, without a common measure
const DOWN = 17.9 * 60_000;

/** Time in ms -> [x, y] within -1..1; no place is held, and the way does not repeat for hours. */
export function wander(now) {
  return [Math.sin((2 * Math.PI * now) / ACROSS), Math.sin((2 * Math.PI * now) / DOWN + 1)];
}
