/** Shows a stop: words, states of marks, names, camera, growing curves. */
import { near, neighbours } from "../core/network.js";
import { createMarks } from "../page/marks.js";
import { fill } from "../page/texts.js";
import { ease, fly, frameBoxes } from "./camera.js";
import { grownDash, readPattern } from "./growth.js";

const FLIGHT_MS = 380; // so that a stop stands within half a second
const ANCHORS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** data: the page's block "deck"; index: the network. Gives show(deck, before). */
export function createStage(data, index) {
  const slide = document.getElementById("slide");
  const stage = document.getElementById("map-stage");
  const picture = stage.querySelector(".picture");
  const marks = createMarks(slide, index);
  const joined = neighbours(index);
  let camera = null;
  let flight = 0;

  function show(deck, before) {
    const stop = data.stops[deck.stop - 1];
    // Before anything is measured: marks of a hidden map have no size.
    slide.className = `slide is-live ${deck.select ? "shows-answer" : stop.classes}`;
    const lit = deck.select ? asked(deck.select, stop) : told(stop);
    const was = new Set([...slide.querySelectorAll("#map-stage .curve:is(.is-selected, .is-near)")]);
    const all = !lit.selected && !lit.out.size;
    const seen = slide.dataset.all === "true";
    slide.dataset.all = String(all);
    slide.dataset.stop = String(deck.stop);
    for (const element of [slide, document.body]) element.dataset.selected = lit.selected;
    write(deck, stop);
    marks.show({ selected: lit.selected, near: lit.near, path: new Set(), passes: (id) => !lit.out.has(id) });
    const moves = Boolean(before) && !still.matches && !document.hidden;
    name(lit.labels);
    aim(lit.camera, moves);
    const fresh = [...slide.querySelectorAll("#map-stage .curve")].filter((curve) => isLit(curve, all) && !(seen || was.has(curve)));
    if (moves) grow(fresh, Math.min(stage.clientWidth / lit.camera[2], stage.clientHeight / lit.camera[3]));
    if (before) announce(deck, stop);
  }

  const told = (stop) => ({
    selected: stop.select, near: new Set(stop.near), out: new Set(stop.out), camera: stop.camera, labels: stop.labels,
  });

  function asked(id, stop) {
    const around = near(index, joined, id);
    const lit = [...stage.querySelectorAll(".curve, .marker, .area")].filter(({ dataset: { mark } }) => mark === id || around.has(mark));
    const places = new Set([id, ...around, ...lit.flatMap((mark) => (mark.dataset.ends || "").split(" "))]);
    for (const curve of lit) for (const word of curve.classList) if (word.startsWith("home-")) places.add(word.slice(5));
    const labels = Object.fromEntries(Object.entries(data.spots).filter(([place]) => places.has(place)));
    const boxes = lit.map(boxOf);
    return { selected: id, near: around, out: new Set(), camera: frameBoxes(boxes) || camera || stop.camera, labels };
  }

  function isLit(curve, all) {
    return all || curve.matches(".is-selected, .is-near") || (!slide.dataset.selected && !curve.matches(".is-out"));
  }

  function write(deck, stop) {
    const paper = document.querySelector(`#paper [data-sheet="${deck.stop}"]`);
    const heading = document.getElementById("slide-title");
    const words = slide.querySelector(".slide-text");
    const thing = index.entities[deck.select] || index.ties[deck.select];
    heading.textContent = thing ? thing.name : stop.title;
    heading.className = thing ? "slide-title" : paper.querySelector(".slide-title").className;
    words.className = thing ? "slide-text" : paper.querySelector(".slide-text").className;
    words.replaceChildren(...(thing ? [returning(deck, thing)] : copies(paper, ".slide-text > *")));
    document.getElementById("stage-legend").replaceChildren(...(thing ? [] : copies(paper, ".slide-legend")));
    document.getElementById("stage-takeaway").replaceChildren(...(thing ? [] : copies(paper, ".takeaway")));
    answer(deck.select);
    document.title = document.title.replace(/^.*?(?= · )/, heading.textContent);
  }

  function returning(deck, { kind }) {
    const line = document.createElement("p");
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "go", textContent: fill(data.texts["present-return"], { number: deck.stop }) });
    button.dataset.action = "return";
    line.append(kind || "", " ", button);
    return line;
  }

  function answer(id) {
    const panel = document.getElementById("answer");
    const template = id && document.querySelector(`template[data-card="${CSS.escape(id)}"]`);
    panel.hidden = !template;
    panel.replaceChildren(...(template ? [cardHeading(), template.content.cloneNode(true)] : []));
    panel.scrollTop = 0;
  }

  /** The card's own headings are of the third level; on stage one of the second must stand before them. */
  function cardHeading() {
    const heading = document.createElement("h2");
    heading.className = "visually-hidden";
    heading.textContent = data.texts["present-question-card"];
    return heading;
  }

  function name(labels) {
    for (const mark of stage.querySelectorAll(":scope > .label, .marker")) {
      const spot = labels[mark.dataset.mark];
      mark.classList.toggle("is-named", Boolean(spot));
      if (spot && mark.matches(".label")) place(mark, spot);
    }
  }

  function aim(target, moves) {
    cancelAnimationFrame(flight);
    const from = camera || target;
    if (!moves || String(from) === String(target)) { look(target); return; }
    const way = fly(from, target);
    const began = performance.now();
    const step = (now) => {
      const share = Math.max(0, Math.min(1, (now - began) / FLIGHT_MS));
      look(way(ease(share)));
      if (share < 1) flight = requestAnimationFrame(step);
    };
    flight = requestAnimationFrame(step);
  }

  function look(next) {
    camera = next;
    const [left, top, width, height] = next;
    picture.setAttribute("viewBox", next.map((each) => each.toFixed(2)).join(" "));
    const values = { x: left + width / 2, y: top + height / 2, w: width, h: height };
    for (const [key, value] of Object.entries(values)) stage.style.setProperty(`--cam-${key}`, value.toFixed(2));
  }

  function announce(deck, stop) {
    document.getElementById("live").textContent = fill(data.texts["present-announce"], {
      number: deck.stop, total: data.stops.length, title: deck.select ? document.getElementById("slide-title").textContent : stop.title,
    });
  }

  return { show };
}

function place(label, [anchor, dx, dy, led, crowded]) {
  for (const each of ANCHORS) {
    label.classList.toggle(`at-${each}`, each === anchor);
    label.classList.toggle(`narrow-at-${each}`, each === anchor);
  }
  for (const [word, on] of [["led", led], ["narrow-led", led], ["crowded", crowded], ["narrow-crowded", crowded]]) {
    label.classList.toggle(word, Boolean(on));
  }
  for (const [key, value] of [["--wx", dx], ["--wy", dy], ["--nx", dx], ["--ny", dy]]) label.style.setProperty(key, String(value));
}

/** Where a mark of the map lies, in units of its view box. */
function boxOf(mark) {
  const box = (mark.querySelector(".line, .disc") || mark).getBBox();
  const scale = mark.transform?.baseVal.consolidate()?.matrix.a ?? 1;
  return { x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale };
}

function copies(paper, selector) {
  return [...paper.querySelectorAll(selector)].map((each) => each.cloneNode(true));
}

/** Lets curves grow from their first point in the pattern of their kind. scale: px a unit of the map, where the camera goes. */
function grow(curves, scale) {
  const lines = curves.flatMap((curve) => [...curve.querySelectorAll(".line, .core")]).map((line) => ({
    line, length: line.getTotalLength() * scale, pattern: readPattern(getComputedStyle(line).strokeDasharray),
  }));
  const began = performance.now();
  const step = (now) => {
    const share = Math.max(0, Math.min(1, (now - began) / FLIGHT_MS));
    for (const { line, length, pattern } of lines) {
      if (share < 1) line.style.setProperty("stroke-dasharray", grownDash(pattern, length, ease(share)), "important");
      else line.style.removeProperty("stroke-dasharray");
    }
    if (share < 1) requestAnimationFrame(step);
  };
  if (lines.length) step(began);
}
