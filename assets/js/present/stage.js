/** Shows a stop on the live slide: words, states of marks, names, camera, growing curves. */
import { near, neighbours } from "../core/network.js";
import { tellOpenings } from "../page/opening.js";
import { fill } from "../page/texts.js";
import { fly, frameBoxes } from "./camera.js";
import { createFlight } from "./flight.js";
import { grownDash, readPattern } from "./growth.js";
import { onShape, shapeOfScreen } from "./screens.js";
import { callOut, cameraStyle, copyPicture, copyWords, light, name, viewBox } from "./slides.js";

const FLIGHT_MS = 340; // from the key, so that a stop stands within half a second on a busy machine too
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** data: the page's block "deck"; cards: see page/cards.js. Gives show(deck, before). */
export function createStage(data, cards) {
  const { index } = data;
  const slide = document.getElementById("slide");
  const [stage, network] = ["map", "network"].map(hang);
  const rail = network.querySelector(".network-picture");
  const names = network.querySelector(".network-labels");
  const picture = stage.querySelector(".picture");
  const joined = neighbours(index);
  const title = document.title;
  let camera = null;
  let rows = null;
  let named = [];
  let answered = "";
  let again = () => {};
  const flight = createFlight(FLIGHT_MS, (flying) => {
    for (const each of [stage, network]) each.classList.toggle("is-flying", flying);
  });
  picture.setAttribute("preserveAspectRatio", "xMidYMid meet");
  onShape(() => again());

  function show(deck, before) {
    const asked = performance.now();
    flight.stop();
    const stop = data.stops[deck.stop - 1];
    const had = Boolean(before) && network.checkVisibility();
    // Before anything is measured: marks of a hidden map have no size.
    slide.className = `slide is-live ${deck.select ? "shows-answer" : stop.classes}`;
    const lit = deck.select ? sought(deck.select, stop) : told(stop);
    const was = new Set([...slide.querySelectorAll("#map-stage .curve:is(.is-selected, .is-near)")]);
    const all = !lit.selected && !lit.out.size;
    const seen = slide.dataset.all === "true";
    slide.dataset.all = String(all);
    slide.dataset.stop = String(deck.stop);
    for (const element of [slide, document.body]) element.dataset.selected = lit.selected;
    write(deck, stop);
    light(slide, lit);
    const moves = Boolean(before) && !still.matches && !document.hidden;
    named = name(stage, lit.labels);
    callOut(network, stop);
    network.style.setProperty("--zoom", (1 / (lit.rows[1] - lit.rows[0])).toFixed(4));
    const fresh = [...slide.querySelectorAll("#map-stage .curve")].filter((curve) => isLit(curve, all) && !(seen || was.has(curve)));
    if (moves) {
      const scale = () => Math.min(stage.clientWidth / lit.camera[2], stage.clientHeight / lit.camera[3]);
      flight.go([flyTo(lit.camera), scrollTo(lit.rows, had), grow(fresh, scale)], asked);
    } else {
      look(lit.camera);
      scroll(lit.rows);
    }
    if (before) announce(deck, stop);
    again = () => show(deck);
  }

  const told = (stop) => ({
    selected: stop.select, near: new Set(stop.near), out: new Set(stop.out), rows: stop.rows, ...(stop.shapes[shapeOfScreen()] || { camera: stop.camera, labels: stop.labels }),
  });

  function sought(id, stop) {
    const around = near(index, joined, id);
    const lit = [...stage.querySelectorAll(".curve, .marker, .area")].filter(({ dataset: { mark } }) => mark === id || around.has(mark));
    const places = new Set([id, ...around, ...lit.flatMap((mark) => (mark.dataset.ends || "").split(" "))]);
    for (const { dataset: { home } } of lit) if (home) places.add(home);
    const labels = Object.fromEntries(Object.entries(data.spots).filter(([place]) => places.has(place)));
    const boxes = lit.map(boxOf);
    return { selected: id, near: around, out: new Set(), camera: frameBoxes(boxes, shapeOfScreen() ? { margin: 0.28 } : {}) || camera || stop.camera, labels, rows: stop.rows };
  }

  function isLit(curve, all) {
    return all || curve.matches(".is-selected, .is-near") || (!slide.dataset.selected && !curve.matches(".is-out"));
  }

  function write(deck, stop) {
    const heading = document.getElementById("slide-title");
    const words = slide.querySelector(".slide-text");
    const thing = index.entities[deck.select] || index.ties[deck.select];
    const [head] = copyWords(deck.stop, ".slide-head");
    heading.replaceChildren(...(thing ? [thing.name] : head.querySelector(".slide-title").childNodes));
    heading.className = thing ? "slide-title" : head.querySelector(".slide-title").className;
    words.className = thing ? "slide-text" : head.querySelector(".slide-text").className;
    words.replaceChildren(...(thing ? [paragraph(thing.kind || "")] : head.querySelectorAll(".slide-text > *")));
    for (const [part, selector] of [["legend", ".slide-legend"], ["courses", ".slide-courses"], ["takeaway", ".takeaway"]]) {
      document.getElementById(`stage-${part}`).replaceChildren(...(thing ? [] : copyWords(deck.stop, selector)));
    }
    answer(deck.select);
    document.title = title.startsWith(`${heading.textContent} · `) ? title : `${heading.textContent} · ${title}`;
  }

  function paragraph(text) {
    return Object.assign(document.createElement("p"), { textContent: text });
  }

  /** The card of a thing, at once where the cards have come. */
  function answer(id) {
    const panel = document.getElementById("answer");
    answered = id;
    const card = id && cards.get(id);
    panel.hidden = !card;
    panel.replaceChildren(...(card ? [cardHeading(), card] : []));
    tellOpenings();
    const summary = card && panel.querySelector(".card-summary");
    if (summary) slide.querySelector(".slide-text").replaceChildren(paragraph(summary.textContent));
    panel.scrollTop = 0;
    if (id && !card) cards.load().then(() => { if (answered === id && cards.get(id)) answer(id); });
  }

  /** The card's own headings are of the third level; on stage one of the second must stand before them. */
  function cardHeading() {
    const heading = document.createElement("h2");
    heading.className = "visually-hidden";
    heading.textContent = data.texts["present-question-card"];
    return heading;
  }

  function flyTo(target) {
    const from = camera || target;
    if (String(from) === String(target)) return () => look(target);
    const way = fly(from, target);
    return (share) => look(way(share));
  }

  /** A network that was not in sight has no place to come from. */
  function scrollTo(target, had) {
    const from = had && rows ? rows : target;
    if (String(from) === String(target)) { scroll(target); return () => {}; }
    return (share) => scroll(share < 1 ? from.map((each, end) => each + (target[end] - each) * share) : target);
  }

  // What changes in every frame is set where it counts: a variable of the stage would restyle all that stands in it.
  function scroll(next) {
    rows = next;
    const stretch = 1 / (next[1] - next[0]);
    Object.assign(rail.style, { insetBlockStart: `${-100 * next[0] * stretch}%`, blockSize: `${100 * stretch}%` });
    names.style.setProperty("--ty", (-next[0] * stretch).toFixed(4));
    names.style.setProperty("--zy", stretch.toFixed(4));
  }

  function look(next) {
    camera = next;
    picture.setAttribute("viewBox", viewBox(next));
    const values = cameraStyle(next);
    for (const label of named) for (const [key, value] of values) label.style.setProperty(key, value);
  }

  function announce(deck, stop) {
    document.getElementById("live").textContent = fill(data.texts["present-announce"], {
      number: deck.stop, total: data.stops.length, title: deck.select ? document.getElementById("slide-title").textContent : stop.title,
    });
  }

  return { show };
}

/** Hangs a picture on the slide: all of it, once; a stop only lights and names. */
function hang(name) {
  const picture = copyPicture(name);
  picture.id = `${name}-stage`;
  document.getElementById(name).append(picture);
  return picture;
}

/** Where a mark of the map lies, in units of its view box. */
function boxOf(mark) {
  const box = (mark.querySelector(".line, .disc") || mark).getBBox();
  const scale = mark.transform?.baseVal.consolidate()?.matrix.a ?? 1;
  return { x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale };
}

/**
 * Lets curves grow from their first point in the pattern of their kind. scale(): px a unit of the map, where the camera
 * goes. Asks the page about lengths and patterns when it is first called, after all else has been set in place.
 */
function grow(curves, scale) {
  const measure = () => {
    const px = scale();
    return curves.flatMap((curve) => [...curve.querySelectorAll(".line, .core")]).map((line) => ({
      line, length: line.getTotalLength() * px, pattern: readPattern(getComputedStyle(line).strokeDasharray),
    }));
  };
  let lines = null;
  return (share) => {
    lines ||= curves.length ? measure() : [];
    for (const { line, length, pattern } of lines) {
      if (share < 1) line.style.setProperty("stroke-dasharray", grownDash(pattern, length, share), "important");
      else line.style.removeProperty("stroke-dasharray");
    }
  };
}
