/** While nobody is there: the globe turns, the curves grow from the homes, one partner and one sentence at a time. */
import { wander } from "./drift.js";
import { buildArc, buildLand, see, shorterWay, traceArc, traceLand, turnTo, vector } from "./globe.js";

const SLIDE = 11_000; // ms that a partner stays
const GROW = 2600; // ms in which its curve grows
const TRAVEL = 4200; // ms in which the globe turns to it
const SWAY = 0.0011; // degrees a ms by which it goes on turning
const REACH = 0.9; // radius as a share of half the canvas; lifted curves need the rest
const MOST_PIXELS = 1200;

/** Gives {start, stop, give}: `give` takes what the server told, also later when it has become newer. */
export function createAttract(root) {
  const canvas = root.querySelector("#globe");
  const pen = canvas.getContext("2d", { alpha: false });
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const colours = {};
  let land = null;
  let slides = [];
  let languages = [];
  let frame = 0;
  let timer = 0;
  let current = -1;
  let round = 0;
  let began = 0;
  let from = { lon: 100, lat: 22 };
  let view = { ...from };

  const draw = (now) => {
    const age = now - began;
    const slide = slides[current];
    if (slide) view = still.matches ? { ...slide.view } : travel(from, slide.view, age);
    paint(pen, { land, slides, current, grown: still.matches ? 1 : ease(age / GROW), view, colours });
  };
  const turn = (now) => {
    frame = requestAnimationFrame(turn);
    draw(now);
  };
  const next = () => {
    if (!slides.length) return;
    current = (current + 1) % slides.length;
    if (current === 0) round += 1;
    from = { ...view };
    began = performance.now();
    say(root, slides[current], languages, round);
    place(root);
    if (still.matches) requestAnimationFrame(() => draw(began + SLIDE));
  };
  const fit = () => {
    const side = Math.min(MOST_PIXELS, Math.round(canvas.clientWidth * devicePixelRatio)) || 960;
    if (canvas.width !== side) canvas.width = canvas.height = side;
    if (!frame) draw(began + SLIDE);
  };
  new ResizeObserver(fit).observe(canvas);

  return {
    give(told) {
      languages = told.languages.map(({ code }) => code);
      slides = told.slides.map(prepare);
      current = Math.min(current, slides.length - 1);
    },
    setLand(rings) {
      land = buildLand(rings);
      if (!frame && timer) draw(performance.now());
    },
    start() {
      readColours(root, colours);
      if (timer) return;
      current = -1;
      next();
      timer = setInterval(next, SLIDE);
      if (!still.matches) frame = requestAnimationFrame(turn);
    },
    stop() {
      clearInterval(timer);
      cancelAnimationFrame(frame);
      timer = frame = 0;
    },
  };
}

function prepare(slide) {
  const [home, partner] = slide.curve;
  const middle = home[0] + shorterWay(home[0], partner[0]) / 2;
  return {
    ...slide,
    arc: buildArc(home, partner),
    ends: Float32Array.from([...vector(...home), ...vector(...partner)]),
    view: { lon: middle, lat: Math.max(-30, Math.min(45, (home[1] + partner[1]) / 2)) },
  };
}

function travel(from, to, age) {
  const share = ease(age / TRAVEL);
  return {
    lon: from.lon + shorterWay(from.lon, to.lon) * share + SWAY * age - SWAY * SLIDE * 0.5 * share,
    lat: from.lat + (to.lat - from.lat) * share,
  };
}

function ease(share) {
  const within = Math.min(1, Math.max(0, share));
  return within * within * (3 - 2 * within);
}

/** The words of a slide: in the screen's first language, and below in one of the others, in turn. */
function say(root, slide, languages, round) {
  const [first, ...others] = languages;
  const other = others.length ? others[round % others.length] : "";
  put(root, "#attract-ties", slide.ties[first].join("　"), first);
  put(root, "#attract-name", slide.names[first], first);
  const second = other ? { language: other, text: slide.names[other] } : slide.own;
  put(root, "#attract-second", second && second.text !== slide.names[first] ? second.text : "", second?.language || first);
  put(root, "#attract-text", slide.sentences[first], first);
  const box = root.querySelector("#attract-slide");
  box.dataset.home = slide.home || "";
  for (const animation of box.getAnimations({ subtree: true })) { animation.cancel(); animation.play(); }
}

function put(root, selector, text, language) {
  const element = root.querySelector(selector);
  element.textContent = text;
  element.lang = language;
}

/** Moves everything a little, and swaps what stands at the top and at the bottom from time to time. */
function place(root) {
  const [x, y] = wander(performance.now());
  root.style.setProperty("--drift-x", x.toFixed(3));
  root.style.setProperty("--drift-y", y.toFixed(3));
}

function readColours(root, colours) {
  const style = getComputedStyle(root);
  for (const name of ["night", "ocean", "ground", "gold", "faint", "rim", "ishikawa", "ichinoseki", "paper"]) {
    colours[name] = style.getPropertyValue(`--globe-${name}`).trim();
  }
}

function paint(pen, { land, slides, current, grown, view, colours }) {
  const side = pen.canvas.width;
  const centre = side / 2;
  const radius = centre * REACH;
  const turn = turnTo(view.lon, view.lat);
  pen.fillStyle = colours.night;
  pen.fillRect(0, 0, side, side);
  pen.beginPath();
  pen.arc(centre, centre, radius, 0, 2 * Math.PI);
  pen.fillStyle = colours.ocean;
  pen.fill();
  if (land) {
    pen.beginPath();
    traceLand(pen, land, turn, radius, centre);
    pen.fillStyle = colours.ground;
    pen.fill();
  }
  pen.beginPath();
  pen.arc(centre, centre, radius, 0, 2 * Math.PI);
  pen.strokeStyle = colours.rim;
  pen.lineWidth = side / 320;
  pen.stroke();
  paintCurves(pen, { slides, current, grown, turn, radius, centre, colours });
}

function paintCurves(pen, { slides, current, grown, turn, radius, centre, colours }) {
  const unit = pen.canvas.width / 960;
  pen.lineCap = "round";
  pen.strokeStyle = colours.faint;
  pen.lineWidth = 2 * unit;
  pen.beginPath();
  slides.forEach((slide, place) => { if (place !== current) traceArc(pen, slide.arc, 1, turn, radius, centre); });
  pen.stroke();
  for (const slide of slides) dot(pen, slide, 1, 4 * unit, colours.faint, turn, radius, centre);
  const slide = slides[current];
  if (!slide) return;
  pen.strokeStyle = colours.gold;
  pen.lineWidth = 5 * unit;
  pen.beginPath();
  traceArc(pen, slide.arc, grown, turn, radius, centre);
  pen.stroke();
  dot(pen, slide, 0, 10 * unit, colours[slide.home] || colours.gold, turn, radius, centre);
  if (grown > 0.98) {
    dot(pen, slide, 1, 13 * unit, colours.gold, turn, radius, centre);
    dot(pen, slide, 1, 6 * unit, colours.night, turn, radius, centre);
  }
}

function dot(pen, slide, end, size, colour, turn, radius, centre) {
  const seen = see(turn, slide.ends, end * 3, [0, 0, 0]);
  if (seen[2] < 0) return;
  pen.beginPath();
  pen.arc(centre + seen[0] * radius, centre + seen[1] * radius, size, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
}
