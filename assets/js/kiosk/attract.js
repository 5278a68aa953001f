/** While nobody is there: the globe turns, the curves grow from the homes, one partner and one sentence at a time. */
import { wander } from "./drift.js";
import { mixInks, paintGlobe, readColours, readToken } from "./globe-picture.js";
import { buildArc, buildLand, shorterWay, vector, viewpoint } from "./globe.js";

const SLIDE = 11_000; // ms that a partner stays
const GROW = 2600; // ms in which its curve grows
const TRAVEL = 4200; // ms in which the globe turns to it
const SWAY = 0.0011; // degrees a ms by which it goes on turning
const MOST_PIXELS = 1200;

/** Gives {start, stop, give}: `give` takes what the server told, also later when it has become newer. */
export function createAttract(root) {
  const canvas = root.querySelector("#globe");
  const pen = canvas.getContext("2d", { alpha: false });
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const colours = readColours(root);
  let inks = null;
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
    if (!still.matches) view = travel(from, slide?.view || from, age);
    else if (slide) view = { ...slide.view };
    if (inks?.side !== canvas.width) inks = mixInks(pen, canvas.width, colours);
    paintGlobe(pen, { land, slides, current, grown: still.matches ? 1 : ease(age / GROW), view }, inks);
  };
  const turn = (now) => {
    frame = requestAnimationFrame(turn);
    draw(now);
  };
  const next = () => {
    from = { ...view };
    began = performance.now();
    place(root);
    if (slides.length) showNext();
    if (still.matches) requestAnimationFrame(() => draw(began + SLIDE));
  };
  const showNext = () => {
    current = (current + 1) % slides.length;
    if (current === 0) round += 1;
    say(root, slides[current], languages, round);
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
      slides = prepare(told.slides, root);
      current = Math.min(current, slides.length - 1);
    },
    setLand(rings) {
      land = buildLand(rings);
      if (!frame && timer) draw(performance.now());
    },
    start() {
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

/** Slides with their arcs and inks, and with the places from which these are looked at. */
function prepare(told, root) {
  const ends = told.flatMap(({ curve }) => curve.map((place) => vector(...place)));
  const centre = [0, 1, 2].map((axis) => ends.reduce((sum, end) => sum + end[axis], 0));
  return told.map((slide) => {
    const [home, partner] = slide.curve;
    return {
      ...slide,
      ink: slide.hue ? readToken(root, slide.hue) : "",
      arc: buildArc(home, partner),
      ends: Float32Array.from([...vector(...home), ...vector(...partner)]),
      view: viewpoint(home, partner, centre),
    };
  });
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
  box.className = `attract-slide hue-${slide.hue || "none"}`;
  for (const animation of box.getAnimations({ subtree: true })) { animation.cancel(); animation.play(); }
}

function put(root, selector, text, language) {
  const element = root.querySelector(selector);
  element.textContent = text;
  element.lang = language;
}

/** Moves everything a little. */
function place(root) {
  const [x, y] = wander(performance.now());
  root.style.setProperty("--drift-x", x.toFixed(3));
  root.style.setProperty("--drift-y", y.toFixed(3));
}
