/**
 * Flights of the camera over the map. Pure; no DOM.
 * Camera: [left, top, width, height] in units of the map's view box.
 */

const CURVATURE = 1.25; // how far the camera rises on its way; van Wijk and Nuij call it rho

/** share 0..1 -> eased share: quick at first, gentle at the end. */
export function ease(share) {
  return 1 - (1 - share) ** 3;
}

/** Two cameras -> function from share 0..1 of the way to a camera: smooth and efficient zooming, as of van Wijk and Nuij. */
export function fly(from, to) {
  const [x0, y0, w0] = middle(from);
  const [x1, y1, w1] = middle(to);
  const distance = Math.hypot(x1 - x0, y1 - y0);
  const path = distance < 1e-6 * w0 ? zoomOnly(w0, w1) : arc(w0, w1, distance);
  return (share) => {
    if (share >= 1) return [...to];
    const { along, width } = path(share);
    const height = width * (from[3] / from[2] + (to[3] / to[2] - from[3] / from[2]) * share);
    const x = x0 + (x1 - x0) * along;
    const y = y0 + (y1 - y0) * along;
    return [x - width / 2, y - height / 2, width, height];
  };
}

function middle([left, top, width, height]) {
  return [left + width / 2, top + height / 2, width];
}

function zoomOnly(w0, w1) {
  return (share) => ({ along: share, width: w0 * (w1 / w0) ** share });
}

function arc(w0, w1, distance) {
  const rho2 = CURVATURE ** 2;
  const bend = (w, sign) => (w1 ** 2 - w0 ** 2 + sign * rho2 ** 2 * distance ** 2) / (2 * w * rho2 * distance);
  const r0 = Math.log(Math.sqrt(bend(w0, 1) ** 2 + 1) - bend(w0, 1));
  const r1 = Math.log(Math.sqrt(bend(w1, -1) ** 2 + 1) - bend(w1, -1));
  const length = (r1 - r0) / CURVATURE;
  return (share) => {
    const here = CURVATURE * share * length + r0;
    return {
      along: (w0 / (rho2 * distance)) * (Math.cosh(r0) * Math.tanh(here) - Math.sinh(r0)),
      width: (w0 * Math.cosh(r0)) / Math.cosh(here),
    };
  };
}

/** Boxes [{x, y, width, height}] -> the camera that shows them all with a margin, at least `least` wide; null for none. */
export function frameBoxes(boxes, { margin = 0.16, least = 110, shape = 0.75 } = {}) {
  if (!boxes.length) return null;
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const width = Math.max((right - left) / (1 - 2 * margin), (bottom - top) / (1 - 2 * margin) / shape, least);
  const height = width * shape;
  return [(left + right - width) / 2, (top + bottom - height) / 2, width, height];
}
