/** Millimetres in the browser's own pixels: the server knows the screen's, the browser knows how many make one of its own. */

const MM_PER_INCH = 25.4;
const TARGET_MM = 20;
const SMALL_INCHES = 30; // below, a map has room for names and for nothing else

/** [width, height] in device pixels, diagonal in inches, device pixel ratio -> {mm, target} in CSS pixels. */
export function measure([width, height, inches], ratio) {
  const mm = Math.hypot(width, height) / ratio / (inches * MM_PER_INCH);
  return { mm, target: Math.ceil(TARGET_MM * mm) };
}

/** Hands the measures of a screen over to the style sheet; gives them too. */
export function applyMeasures(screen) {
  const { mm, target } = measure(screen, devicePixelRatio || 1);
  document.documentElement.toggleAttribute("data-small", screen[2] < SMALL_INCHES);
  document.documentElement.style.setProperty("--mm", `${mm.toFixed(4)}px`);
  document.documentElement.style.setProperty("--target", `${target}px`);
  return { mm, target };
}
