/** Shows a stop: words, states of marks, names, camera, growing curves. */
import { near, neighbours } from "../core/network.js";
import { createMarks } from "../page/marks.js";
import { fill } from "../page/texts.js";
import { fly, frameBoxes } from "./camera.js";
import { createFlight } from "./flight.js";
import { grownDash, readPattern } from "./growth.js";

const FLIGHT_MS = 340; // from the key, so that a stop stands within half a second on a busy machine too
const ANCHORS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];
const still = matchMedia("(prefers-reduced-motion: reduce)");
const upright = matchMedia("(width < 760px) and (orientation: portrait)"); // as in present.css

/** data: the page's block "deck"; index: the network. Gives show(deck, before). */
export function createStage(data, index) {
  const slide = document.getElementById("slide");
  const stage = document.getElementById("map-stage");
  const network = document.getElementById("network-stage");
  const rail = network.querySelector(".network-picture");
  const names = network.querySelector(".network-labels");
  const picture = stage.querySelector(".picture");
  const marks = createMarks(slide, index);
  const joined = neighbours(index);
  let camera = null;
  let rows = null;
  let named = [];
  let again = () => {};
  const flight = createFlight(FLIGHT_MS, (flying) => {
    for (const each of [stage, network]) each.classList.toggle("is-flying", flying);
  });
  upright.addEventListener("change", () => again());

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
    marks.show({ selected: lit.selected, near: lit.near, path: new Set(), passes: (id) => !lit.out.has(id) });
    const moves = Boolean(before) && !still.matches && !document.hidden;
    name(lit.labels);
    callOut(stop);
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
    selected: stop.select, near: new Set(stop.near), out: new Set(stop.out), rows: stop.rows, ...(upright.matches ? stop.narrow : { camera: stop.camera, labels: stop.labels }),
  });

  function sought(id, stop) {
    const around = near(index, joined, id);
    const lit = [...stage.querySelectorAll(".curve, .marker, .area")].filter(({ dataset: { mark } }) => mark === id || around.has(mark));
    const places = new Set([id, ...around, ...lit.flatMap((mark) => (mark.dataset.ends || "").split(" "))]);
    for (const curve of lit) for (const word of curve.classList) if (word.startsWith("home-")) places.add(word.slice(5));
    const labels = Object.fromEntries(Object.entries(data.spots).filter(([place]) => places.has(place)));
    const boxes = lit.map(boxOf);
    return { selected: id, near: around, out: new Set(), camera: frameBoxes(boxes) || camera || stop.camera, labels, rows: stop.rows };
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
    named = [];
    for (const mark of stage.querySelectorAll(":scope > .label, .marker")) {
      const spot = labels[mark.dataset.mark];
      mark.classList.toggle("is-named", Boolean(spot));
      if (!spot || !mark.matches(".label")) continue;
      place(mark, spot);
      named.push(mark);
    }
  }

  /** Brings the callout of a stop to its row; one that has no room there stays away. */
  function callOut({ select, callout }) {
    const box = network.querySelector(`[data-callout="${CSS.escape(select)}"]`);
    if (!box) return;
    box.hidden = callout === null;
    box.style.setProperty("--y", (callout ?? 0).toFixed(4));
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
    const [left, top, width, height] = next;
    picture.setAttribute("viewBox", next.map((each) => each.toFixed(2)).join(" "));
    const values = { x: left + width / 2, y: top + height / 2, w: width, h: height };
    for (const label of named) for (const [key, value] of Object.entries(values)) label.style.setProperty(`--cam-${key}`, value.toFixed(2));
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
