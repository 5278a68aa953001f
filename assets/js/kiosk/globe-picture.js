/** Paints the globe by night: sea and land under a light from above, all curves faintly, one of them in full. */
import { buildGraticule, see, traceLand, traceLine, turnTo } from "./globe.js";

/** The radius as a share of half the canvas: lifted curves and the glow of the air need the rest. */
const REACH = 0.88;
const GRATICULE = buildGraticule();
const NAMES = ["night", "air", "sea", "deep", "land", "dusk", "grid", "gold", "faint", "rim"];

/** The colours of the style sheet, read once. */
export function readColours(root) {
  return Object.fromEntries(NAMES.map((name) => [name, readToken(root, `globe-${name}`)]));
}

/** What a token of the style sheet is worth inside an element; empty for an unknown one. */
export function readToken(root, token) {
  return getComputedStyle(root).getPropertyValue(`--${token}`).trim();
}

/**
 * scene: {land, slides, current, grown, view: {lon, lat}}; grown is the share of the current slide's curve.
 * inks: what `mixInks` made for the canvas as large as it is.
 */
export function paintGlobe(pen, { land, slides, current, grown, view }, inks) {
  const { centre, radius } = inks;
  const turn = turnTo(view.lon, view.lat);
  pen.drawImage(inks.ground, 0, 0);
  pen.strokeStyle = inks.grid;
  pen.lineWidth = inks.unit;
  pen.beginPath();
  for (const line of GRATICULE) traceLine(pen, line, 1, turn, radius, centre);
  pen.stroke();
  if (land) {
    pen.beginPath();
    traceLand(pen, land, turn, radius, centre);
    pen.fillStyle = inks.land;
    pen.fill();
  }
  pen.beginPath();
  pen.arc(centre, centre, radius, 0, 2 * Math.PI);
  pen.strokeStyle = inks.rim;
  pen.lineWidth = 2.5 * inks.unit;
  pen.stroke();
  paintCurves(pen, { slides, current, grown, turn }, inks);
}

/** Colours and shades for a canvas of `side` pixels: light falls from above on the left, air glows around the globe. */
export function mixInks(pen, side, colours) {
  const centre = side / 2;
  const radius = centre * REACH;
  const lit = (bright, dark) => {
    const shade = pen.createRadialGradient(
      centre - 0.35 * radius, centre - 0.45 * radius, 0.1 * radius, centre - 0.1 * radius, centre - 0.15 * radius, 1.18 * radius,
    );
    shade.addColorStop(0, bright);
    shade.addColorStop(1, dark);
    return shade;
  };
  const air = pen.createRadialGradient(centre, centre, 0.97 * radius, centre, centre, centre);
  air.addColorStop(0, colours.air);
  air.addColorStop(1, colours.night);
  return {
    ...colours, side, centre, radius, unit: side / 960, land: lit(colours.land, colours.dusk),
    ground: paintGround(side, radius, air, lit(colours.sea, colours.deep)),
  };
}

/** What never moves, painted once: the night, the glow of the air, the sea. */
function paintGround(side, radius, air, sea) {
  const ground = new OffscreenCanvas(side, side);
  const pen = ground.getContext("2d", { alpha: false });
  pen.fillStyle = air;
  pen.fillRect(0, 0, side, side);
  pen.beginPath();
  pen.arc(side / 2, side / 2, radius, 0, 2 * Math.PI);
  pen.fillStyle = sea;
  pen.fill();
  return ground;
}

function paintCurves(pen, { slides, current, grown, turn }, inks) {
  const { unit, centre, radius } = inks;
  pen.lineCap = "round";
  pen.strokeStyle = inks.faint;
  pen.lineWidth = 2 * unit;
  pen.beginPath();
  slides.forEach((slide, place) => { if (place !== current) traceLine(pen, slide.arc, 1, turn, radius, centre); });
  pen.stroke();
  for (const slide of slides) {
    paintEnd(pen, slide, 1, 4.5 * unit, inks.faint, turn, inks);
    paintEnd(pen, slide, 0, 6 * unit, slide.ink || inks.gold, turn, inks);
  }
  const slide = slides[current];
  if (!slide) return;
  pen.strokeStyle = inks.gold;
  for (const [width, strength] of [[18, 0.12], [10, 0.22], [5, 1]]) { // light around the line
    pen.globalAlpha = strength;
    pen.lineWidth = width * unit;
    pen.beginPath();
    traceLine(pen, slide.arc, grown, turn, radius, centre);
    pen.stroke();
  }
  paintEnd(pen, slide, 0, 11 * unit, slide.ink || inks.gold, turn, inks);
  if (grown > 0.98) {
    paintEnd(pen, slide, 1, 15 * unit, inks.gold, turn, inks);
    paintEnd(pen, slide, 1, 8 * unit, inks.night, turn, inks);
    paintEnd(pen, slide, 1, 4 * unit, inks.gold, turn, inks);
  }
}

/** One end of a slide's curve: 0 the home, 1 the partner. */
function paintEnd(pen, slide, end, size, colour, turn, { radius, centre }) {
  const seen = see(turn, slide.ends, end * 3, [0, 0, 0]);
  if (seen[2] < 0) return;
  pen.beginPath();
  pen.arc(centre + seen[0] * radius, centre + seen[1] * radius, size, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
}
