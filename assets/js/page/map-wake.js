/**
 * The map before Plotly: a pinch, a drag, the wheel with Ctrl or a button moves the server's picture at once and wakes
 * Plotly, which goes on from the same view when the hand is still. A finger alone scrolls the page up and down.
 *
 * View: {zoom, x, y}: a place of the stage, in pixels, lies at zoom * place + (x, y).
 */
import { placeOfInterest } from "./places.js";

const STEP = 1.6;
const LARGEST = 24;
const MOVES = { "move-up": [0, -1], "move-left": [-1, 0], "move-right": [1, 0], "move-down": [0, 1] };
const MOVE_SHARE = 0.3; // of the stage
const LEAST_MOVE = 5; // pixels; less than that is a click
const WHEEL_REST_MS = 150;

/** Gives program.mapView = {view, atRest(), release()} and wakes Plotly at the first reach. */
export function wakeMap(program) {
  const stage = document.getElementById("map-stage");
  const camera = createCamera(stage);
  const hand = createHand();
  const over = new AbortController();
  const listen = (name, listener, options = {}) => stage.addEventListener(name, listener, { signal: over.signal, ...options });
  let woken = null;
  const reach = () => { woken ||= wake(program); };
  program.mapView = {
    get view() { return camera.view; },
    atRest: hand.atRest,
    release() { over.abort(); camera.restore(); },
  };
  stage.querySelector(".zoom").addEventListener("click", (event) => {
    const action = event.target.closest("[data-action]")?.dataset.action;
    reach();
    press(camera, action, () => placeOfInterest(stage, ".picture .marker", program.vocabulary.home));
  }, { signal: over.signal });
  listen("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    reach();
    hand.hold(WHEEL_REST_MS);
    camera.zoomAt(camera.placeOf(event), Math.exp(-event.deltaY / 100));
  }, { passive: false });
  followPointers({ stage, camera, hand, listen, reach });
}

async function wake(program) {
  const { figures: addresses, topojson } = program.later;
  const figures = fetch(addresses[program.theme()]).then((answer) => answer.json());
  figures.catch(() => {}); // whoever takes over hears of it; without scripts nobody does
  await Promise.all([program.wake("map"), fetchLand(topojson)]);
  await program.takeOver?.(figures);
}

/** Gives Plotly the land. Where it does not come, Plotly asks for it itself. */
async function fetchLand(folder) {
  const answer = await fetch(`${folder}world_110m.json`, { priority: "low" }).catch(() => null);
  if (answer?.ok) window.PlotlyGeoAssets = { topojson: { world_110m: await answer.json() } };
}

function press(camera, action, interest) {
  if (action === "zoom-reset") camera.reset();
  if (action === "zoom-in") camera.zoomTo(interest(), STEP);
  if (action === "zoom-out") camera.zoomTo(null, 1 / STEP);
  if (MOVES[action]) camera.step(MOVES[action]);
}

/** Fingers and mice. What was dragged is no click. */
function followPointers({ stage, camera, hand, listen, reach }) {
  const held = new Map(); // id of a pointer -> its place
  let start = null;
  let moved = false;
  const middle = () => {
    const places = [...held.values()];
    return [0, 1].map((axis) => places.reduce((sum, place) => sum + place[axis], 0) / places.length);
  };
  const spread = () => { const [one, other] = [...held.values()]; return other ? Math.hypot(one[0] - other[0], one[1] - other[1]) : 0; };
  const scrollsPage = ({ pointerType }) => pointerType === "touch" && camera.view.zoom === 1;
  const letGo = (event) => {
    held.delete(event.pointerId);
    if (!held.size) hand.rest();
  };
  listen("pointerdown", (event) => {
    if (event.button || event.target.closest("button, .lens")) return;
    if (!held.size) { moved = false; start = camera.placeOf(event); }
    held.set(event.pointerId, camera.placeOf(event));
  });
  listen("pointermove", (event) => {
    if (!held.has(event.pointerId)) return;
    const [before, wide] = [middle(), spread()];
    held.set(event.pointerId, camera.placeOf(event));
    const after = middle();
    if (!moved) {
      const [across, down] = [after[0] - start[0], after[1] - start[1]].map(Math.abs);
      if (held.size < 2 && (Math.hypot(across, down) < LEAST_MOVE || (scrollsPage(event) && down >= across))) return;
      moved = true;
      stage.setPointerCapture(event.pointerId);
      hand.hold();
      reach();
    }
    camera.pan(after[0] - before[0], after[1] - before[1]);
    if (wide) camera.zoomAt(after, spread() / wide);
  });
  listen("pointerup", letGo);
  listen("pointercancel", letGo);
  listen("dragstart", (event) => event.preventDefault());
  listen("click", (event) => {
    if (!moved) return;
    moved = false;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
}

/** Whether a hand is on the map: hold(ms) begins, and ends by itself after ms where they are given; rest() ends. */
function createHand() {
  let waiting = [];
  let busy = false;
  let timer = 0;
  const rest = () => {
    busy = false;
    const due = waiting;
    waiting = [];
    for (const resolve of due) resolve();
  };
  return {
    rest,
    hold(ms) {
      busy = true;
      clearTimeout(timer);
      if (ms) timer = setTimeout(rest, ms);
    },
    atRest: () => (busy ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
  };
}

/** Moves the picture and its labels; what is written in one frame is drawn once. */
function createCamera(stage) {
  const picture = stage.querySelector(":scope > .picture");
  const group = stage.querySelector(".zoom");
  const whole = picture.getAttribute("viewBox");
  const { width: frameWidth, height: frameHeight } = picture.viewBox.baseVal;
  let view = { zoom: 1, x: 0, y: 0 };
  let asked = false;

  const draw = () => {
    asked = false;
    const { width, height } = stage.getBoundingClientRect();
    const fit = Math.min(width / frameWidth, height / frameHeight);
    const unit = fit * view.zoom;
    const left = ((width - frameWidth * fit) / 2) * view.zoom + view.x;
    picture.setAttribute("viewBox", [-left / unit, -view.y / unit, width / unit, height / unit].map((each) => each.toFixed(2)).join(" "));
    for (const [name, value] of [["--k", unit], ["--ox", left], ["--oy", view.y]]) stage.style.setProperty(name, `${value}px`);
    group.classList.toggle("is-enlarged", view.zoom > 1);
  };
  const within = (value, size, zoom, slack) => Math.max(size * (1 - zoom) - slack * size, Math.min(slack * size, value));
  const look = ({ zoom, x, y }, slack = 0) => {
    const { width, height } = stage.getBoundingClientRect();
    view = { zoom, x: within(x, width, zoom, slack), y: within(y, height, zoom, slack) };
    if (!asked) requestAnimationFrame(draw);
    asked = true;
  };
  const zoomed = (factor) => Math.max(1, Math.min(LARGEST, view.zoom * factor));
  return {
    get view() { return view; },
    placeOf({ clientX, clientY }) {
      const { left, top } = stage.getBoundingClientRect();
      return [clientX - left, clientY - top];
    },
    pan: (across, down) => look({ ...view, x: view.x + across, y: view.y + down }, 0.5),
    zoomAt([placeX, placeY], factor) {
      const zoom = zoomed(factor);
      const ratio = zoom / view.zoom;
      look({ zoom, x: placeX - (placeX - view.x) * ratio, y: placeY - (placeY - view.y) * ratio }, zoom > 1 ? 0.5 : 0);
    },
    /** Zooms so that a place of the stage comes near its middle; null keeps the middle. */
    zoomTo(place, factor) {
      const { width, height } = stage.getBoundingClientRect();
      const zoom = zoomed(factor);
      const [placeX, placeY] = place || [width / 2, height / 2];
      const ratio = zoom / view.zoom;
      look({ zoom, x: width / 2 - (placeX - view.x) * ratio, y: height / 2 - (placeY - view.y) * ratio });
    },
    step([across, down]) {
      const { width, height } = stage.getBoundingClientRect();
      look({ ...view, x: view.x - across * MOVE_SHARE * width, y: view.y - down * MOVE_SHARE * height });
    },
    reset: () => look({ zoom: 1, x: 0, y: 0 }),
    restore: () => picture.setAttribute("viewBox", whole),
  };
}
