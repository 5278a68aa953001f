/**
 * What a pointer means on a map or a network, by what is drawn there and not by what lies on top: a name or a mark under
 * it, else the nearest name, mark or line within reach, else the area.
 */
import { distanceToLine, nearest } from "../core/nearest.js";

const THINGS = "a[data-mark], .marker[data-mark] .disc, .node[data-mark] use, .bar[data-mark], .point[data-mark]";
const LINES = ".curve[data-mark] :is(.line, .js-line), .curve[data-mark].js-line, .edge.exchange[data-mark] .line";
const AREAS = ".area[data-mark], .choroplethlocation[data-mark]";
const LINE_REACH = 9; // pixels to either side of a line
const LEAST_DRAG = 5; // pixels; less than that is a click
const STEP = 4; // pixels between the points at which a line is measured
const GAP = 10 * STEP; // what is longer is no part of a line, but the way from one of its pieces to the next

/** Within how many pixels a pointer reaches a name or a mark. */
export function reachOf({ pointerType }) {
  return pointerType === "mouse" || pointerType === "pen" ? 10 : 22;
}

/** The id of what is meant at a place of the window; "" for nothing; undefined where the event is about something else. */
export function pointedAt({ target, clientX: x, clientY: y }, reach) {
  const stage = target.closest?.(".stage");
  if (!stage || target.closest("button, summary, .callout")) return undefined;
  const scope = target.closest(".lens") || stage;
  const isHere = (element) => element.closest(".lens, .stage") === scope && !element.closest(".callout, .is-out") && isSeen(element);
  const isLinked = (element) => stage.querySelector(`a[data-mark="${CSS.escape(idOf(element))}"][href]`); // in the lobby what is too small is no link
  const boxes = [...scope.querySelectorAll(THINGS)].map(boxOf)
    .filter(({ left, top, right, bottom }) => x >= left - reach && x <= right + reach && y >= top - reach && y <= bottom + reach)
    .filter(({ element }) => isLinked(element) && isHere(element));
  const thing = nearest(boxes, x, y, reach);
  if (thing?.away === 0) return idOf(thing.box.element);
  const line = nearestLine([...scope.querySelectorAll(LINES)], isHere, x, y);
  const preference = (reach - LINE_REACH) / 2; // a finger means a thing rather than a line that runs by
  if (line && line.away + preference < (thing?.away ?? Infinity)) return line.id;
  if (thing) return idOf(thing.box.element);
  const area = document.elementsFromPoint(x, y).find((element) => element.matches(AREAS) && isHere(element));
  return area?.dataset.mark ?? "";
}

/**
 * Calls select(id) for a click on what a stage shows; the click's own link is not followed. Before anything else hears
 * of it, since Plotly keeps clicks to itself. What was dragged is no click; with the keyboard a link is what it says.
 */
export function hearPointing(select) {
  let down = null;
  document.addEventListener("pointerdown", (event) => { down = event; }, { capture: true, passive: true });
  document.addEventListener("click", (event) => {
    if (!event.detail || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (down && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > LEAST_DRAG) return;
    const id = pointedAt(event, reachOf(event));
    if (!id) return;
    event.preventDefault();
    select(id);
  }, { capture: true });
}

/** Shows on a stage what the mouse means: with the cursor, and on its names with a class. */
export function showPointed(stage) {
  let place = null;
  let shown = "";
  const show = () => {
    const id = place && !place.buttons ? pointedAt(place, reachOf(place)) || "" : "";
    place = null;
    if (id === shown) return;
    for (const name of stage.querySelectorAll("a.is-pointed")) name.classList.remove("is-pointed");
    if (id) for (const name of stage.querySelectorAll(`a[data-mark="${CSS.escape(id)}"]`)) name.classList.add("is-pointed");
    stage.style.cursor = id ? "pointer" : "";
    shown = id;
  };
  const ask = (event) => {
    if (event.pointerType !== "mouse") return;
    if (!place) requestAnimationFrame(show);
    place = event;
  };
  stage.addEventListener("pointermove", ask, { passive: true });
  stage.addEventListener("pointerleave", ask, { passive: true });
}

function boxOf(element) {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const round = element.matches(".disc") ? parseFloat(getComputedStyle(element).strokeWidth) / 2 : 0; // a point as wide as its stroke
  return { left: left - round, top: top - round, right: right + round, bottom: bottom + round, element };
}

function idOf(element) {
  return element.closest("[data-mark]").dataset.mark;
}

function isSeen(element) {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

function nearestLine(paths, isHere, x, y) {
  let best = null;
  for (const path of paths) {
    const { left, top, right, bottom } = path.getBoundingClientRect();
    if (x < left - LINE_REACH || x > right + LINE_REACH || y < top - LINE_REACH || y > bottom + LINE_REACH) continue;
    if (!isHere(path)) continue;
    const away = distanceToLine(pointsOf(path, right - left + bottom - top), x, y, GAP);
    if (away <= LINE_REACH && !(away >= best?.away)) best = { away, id: idOf(path) };
  }
  return best;
}

/** A line as points of the window. */
function pointsOf(path, extent) {
  const matrix = path.getScreenCTM();
  const [length, steps] = [path.getTotalLength(), Math.ceil(extent / STEP)];
  return Array.from({ length: steps + 1 }, (_, step) => {
    const point = path.getPointAtLength((length * step) / steps).matrixTransform(matrix);
    return [point.x, point.y];
  });
}
