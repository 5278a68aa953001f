/** Curves that grow from home to partner. Pure; no DOM. */

/**
 * The dashes of a line that has grown to a share of its length, in the pattern of its kind.
 * pattern: lengths of dashes and gaps in px, [] for a solid line; length: of the whole line in px; share: 0..1.
 * Gives a value for stroke-dasharray, whose last gap reaches beyond the end of the line.
 */
export function grownDash(pattern, length, share) {
  const grown = Math.max(0, Math.min(1, share)) * length;
  const rest = length + 1;
  if (!pattern.length || sum(pattern) <= 0) return `${round(grown)}px ${round(rest)}px`;
  const lengths = [];
  let here = 0;
  for (let place = 0; here < grown; place += 1) {
    const step = Math.min(pattern[place % pattern.length], grown - here);
    lengths.push(step);
    here += step;
  }
  if (lengths.length % 2 === 0) lengths.push(0);
  lengths.push(rest);
  return lengths.map((each) => `${round(each)}px`).join(" ");
}

/** "16px, 8px" -> [16, 8]; "none" -> []. An odd pattern is doubled, as SVG does. */
export function readPattern(text) {
  const lengths = text.split(/[\s,]+/).map(Number.parseFloat).filter(Number.isFinite);
  return lengths.length % 2 ? [...lengths, ...lengths] : lengths;
}

function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}

function round(number) {
  return Math.round(number * 10) / 10;
}
