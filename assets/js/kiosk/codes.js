/** Draws QR codes from dots: "<side>:<base64>", row by row, eight a byte, the first in the highest bit, 1 for dark. */

const QUIET = 4; // dots of white that a reader needs around the code

/** Dots -> {size, path}: path data of the dark dots and the side of the view box, quiet zone included. */
export function traceCode(dots) {
  const [side, packed] = dots.split(":");
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  const width = Number(side);
  let path = "";
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let run = 0;
      while (x + run < width && isDark(bytes, y * width + x + run)) run += 1;
      if (run) path += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return { size: width + 2 * QUIET, path };
}

function isDark(bytes, place) {
  return (bytes[place >> 3] >> (7 - (place & 7))) & 1;
}

export function showCode({ root, codes }, id) {
  const dots = codes[id] || codes[""];
  const picture = root.querySelector("#qr svg");
  if (!picture || !dots) return;
  const { size, path } = traceCode(dots);
  picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
  picture.firstElementChild.setAttribute("d", path);
}

/** Shows the code so large that a phone reads it from a metre, or as it was. */
export function enlargeCode({ root }, on) {
  root.querySelector("#qr")?.setAttribute("aria-pressed", String(on));
}

export function isEnlarged({ root }) {
  return root.querySelector("#qr")?.getAttribute("aria-pressed") === "true";
}
