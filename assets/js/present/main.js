/**
 * Begins the presentation: on stage, or in the speaker's window. Nothing is seen before the stop that the address asks for.
 *
 * Block "deck" (made by `layouts/present/telling.py`): {
 *   story: string, pages: {story: {stage, notes, print}}, texts: {...},
 *   stops: [{title, classes, select, near: id[], out: id[], camera, rows, callout, labels: {id: spot},
 *   shapes: {name: {camera, labels}}}], index: see core/network.js, kinds: {id: kind of entity}, words: address; on stage
 *   also spots: {id: spot}, cards, openings: addresses; in the speaker's window names: {id: string} of what can be selected
 * }
 * spot: [anchor, dx, dy, led, crowded], offsets in label pixels; camera: see camera.js; rows: [top, bottom],
 * fractions of the network's height; callout: where that of the selection begins, another such fraction, or null;
 * shapes: the map on screens that are not 16:9, by the names of screens.js.
 */
import { guardFields } from "../core/pressed.js";
import { createStore } from "../core/store.js";
import { keepCards } from "../page/cards.js";
import { loadEveryFont } from "../page/fonts.js";
import { keepOnScreen } from "../page/keeping.js";
import { learnOpenings } from "../page/opening.js";
import { pointedAt, reachOf, showPointed } from "../page/pointing.js";
import { fill } from "../page/texts.js";
import { keepWords } from "../page/words.js";
import { createReduce, isStep, parseDeck, sendOn, serializeDeck } from "./deck.js";
import { followEachOther } from "./follow.js";
import { swiped, tapped } from "./gestures.js";
import { keyAction } from "./keys.js";
import { createNotes } from "./notes.js";
import { createQuestion } from "./question.js";
import { createSheets } from "./sheets.js";
import { tellDay } from "./slides.js";
import { createStage } from "./stage.js";
import { createOpener } from "./windows.js";

const FORGET_MS = 3000; // digits that nobody finished
const part = document.body.dataset.viewOf;
guardFields();
const block = document.getElementById("deck");
addEventListener("load", loadEveryFont);
if (block) arrive(JSON.parse(block.textContent));
else tellDay(document);

function arrive(data) {
  const { address, mended } = sendOn(location.search, data.pages, data.story, part);
  if (address) location.replace(address);
  else begin(data, mended);
}

function begin(data, isMended) {
  const onStage = part === "stage";
  const selectable = new Set(onStage ? namesOf(data.index) : Object.keys(data.names));
  const read = () => parseDeck(location.search, data.stops.length, selectable);
  const { deck, mended } = read();
  const store = createStore(deck, createReduce(data.stops.length));
  const sheets = createSheets(data.stops);
  const cards = onStage ? keepCards(data.cards) : null;
  const view = onStage ? createStage(data, cards) : createNotes(data, sheets);
  const others = followEachOther(store, data.story, onStage); // before all else at a step: the other window need not wait
  const act = onStage ? onStageActs(data, store, others) : () => {};
  const words = keepWords(data.words, data.index);
  const overlays = onStage ? createOverlays(store, data, sheets, words) : createAsking(store, data, words);
  const show = (next, before) => {
    if (!before || shown(next) !== shown(before)) view.show(next, before);
    showWay(data, next);
    overlays(next);
  };

  let following = false;
  store.subscribe((next, before) => {
    show(next, before);
    if (isStep(before, next) && !following) history[onStage ? "pushState" : "replaceState"](null, "", serializeDeck(next));
  });
  addEventListener("popstate", () => {
    following = true;
    const { stop, select } = read().deck;
    store.dispatch({ type: "replace", deck: { stop, select, open: "", blank: false } });
    following = false;
  });
  if (location.search && serializeDeck(deck) !== location.search) history.replaceState(null, "", serializeDeck(deck));
  listen(store, selectable, act, onStage);
  show(store.state);
  if ((mended || isMended) && onStage) document.getElementById("live").textContent = data.texts["present-mended"];
  for (const stage of document.querySelectorAll("#slide .stage")) showPointed(stage);
  document.body.dataset.ready = "";
  if (cards) requestAnimationFrame(() => setTimeout(() => makeIndependent(cards, words, data))); // after the first paint
  else words.load();
}

/** Fetches what later stops and questions need, so that the talk goes on though the server has gone. */
function makeIndependent(cards, words, { openings, workers }) {
  cards.load().then(words.load).then(() => learnOpenings(openings)) // a server that has just begun lets few wait
    .then(() => keepOnScreen(workers, { screen: "present" }));
  for (const face of document.fonts) face.load().catch(() => {});
}

function namesOf({ entities, ties }) {
  return [...Object.keys(entities), ...Object.keys(ties).filter((id) => ties[id].exchange)];
}

/** What the view of a deck depends on; opening the help, say, must not move the camera again. */
function shown({ stop, select, blank }) {
  return [stop, select, part === "notes" && blank].join(" ");
}

/** Links to the stops before and after, the number, the bar. */
function showWay(data, deck) {
  const total = data.stops.length;
  const to = (stop) => serializeDeck({ ...deck, stop: Math.max(1, Math.min(total, stop)), select: "" });
  document.getElementById("go-back").href = to(deck.stop - 1);
  document.getElementById("go-on").href = to(deck.stop + 1);
  document.getElementById("stage-number").textContent = fill(data.texts["present-number"], { number: deck.stop, total });
  const back = document.getElementById("go-return");
  if (back) back.hidden = !deck.select;
  if (back && deck.select) back.textContent = fill(data.texts["present-return"], { number: deck.stop });
  document.getElementById("progress-bar")?.style.setProperty("--share", String((deck.stop - 1) / Math.max(1, total - 1)));
}

/** Opens and closes the search of a question. */
function createAsking(store, data, words) {
  const question = createQuestion(words, data.index, data.kinds, {
    choose: (id) => store.dispatch({ type: "select", id }),
    close: () => store.dispatch({ type: "close" }),
  });
  return (deck) => (deck.open === "question" ? question.open(deck.seed) : question.close());
}

/** Shows and hides what opens over the stage. */
function createOverlays(store, data, sheets, words) {
  const ask = createAsking(store, data, words);
  const help = document.getElementById("help");
  const typed = document.getElementById("typed");
  let forget = 0;
  help.addEventListener("click", (event) => { if (event.target === help) store.dispatch({ type: "close" }); });
  return (deck) => {
    const wasOpen = document.body.dataset.open || "";
    document.body.dataset.open = deck.open;
    document.getElementById("blank").hidden = !deck.blank;
    help.hidden = deck.open !== "help";
    document.getElementById("main").inert = Boolean(deck.open) || deck.blank;
    ask(deck);
    if (deck.open === "help" && wasOpen !== "help") help.focus();
    if (deck.open === "overview") {
      sheets.make(data.stops.map((_, place) => place + 1));
      showOverview(deck, wasOpen !== "overview");
    }
    typed.hidden = !deck.typed;
    typed.textContent = deck.typed;
    clearTimeout(forget);
    if (deck.typed) forget = setTimeout(() => store.dispatch({ type: "forget" }), FORGET_MS);
  };
}

function showOverview(deck, opened) {
  for (const sheet of document.querySelectorAll("[data-sheet]")) sheet.classList.toggle("is-now", sheet.dataset.sheet === String(deck.stop));
  const link = document.querySelector(`[data-sheet="${deck.stop}"] .sheet-link`);
  link?.focus({ preventScroll: !opened });
  link?.scrollIntoView({ block: "nearest" });
}

/** What only a window can do. */
function onStageActs(data, store, others) {
  const openNotes = createOpener(others);
  const doings = {
    full: () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen?.().catch(() => {});
    },
    notes: () => openNotes(data.pages[data.story].notes, serializeDeck({ ...store.state, select: "" })),
  };
  return (type) => doings[type]?.();
}

function listen(store, selectable, act, onStage) {
  const only = new Set(onStage ? [] : ["overview", "help", "full", "notes"]);
  document.addEventListener("keydown", (event) => {
    const action = keyAction(pressOf(event), store.state);
    if (!action) return;
    event.preventDefault();
    if (only.has(action.type)) return;
    if (action.type === "full" || action.type === "notes") act(action.type);
    else store.dispatch(action);
  });
  let swipe = null;
  let swallow = false;
  document.addEventListener("pointerdown", (event) => {
    swallow = false;
    swipe = event.pointerType === "touch" ? { x: event.clientX, y: event.clientY } : null;
  });
  document.addEventListener("pointerup", (event) => {
    if (!swipe || store.state.open) return;
    const type = swiped(event.clientX - swipe.x, event.clientY - swipe.y);
    swipe = null;
    if (!type) return;
    swallow = true;
    store.dispatch({ type });
  });
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (swallow) { swallow = false; event.preventDefault(); return; }
    const action = clickAction(event, selectable, store.state, onStage);
    if (!action) return;
    event.preventDefault();
    if (action.type === "full" || action.type === "notes") act(action.type);
    else store.dispatch(action);
  });
}

function pressOf(event) {
  const { key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey, isComposing, target } = event;
  const typing = Boolean(target.closest?.("input, textarea, select, [contenteditable]"));
  const control = target.closest?.("button, summary") ? "button" : target.closest?.("a[href]") ? "link" : "";
  const silent = document.getElementById("letter-keys")?.checked === false;
  return { key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey, isComposing, typing, control, silent };
}

/** What a click asks for: a control, a thing on map or network, a stop of the overview; else the thirds of the stage. */
function clickAction(event, selectable, deck, onStage) {
  const { target } = event;
  const goto = target.closest("[data-goto]");
  if (goto) return { type: "goto", stop: Number(goto.dataset.goto) };
  if (target.closest("#go-on")) return { type: "next" };
  if (target.closest("#go-back")) return { type: "back" };
  const named = target.closest("[data-action]")?.dataset.action;
  if (["help", "notes", "full", "return", "overview", "ask", "blank"].includes(named)) return { type: named };
  if (!onStage) return null;
  if (deck.blank) return { type: "blank" };
  if (deck.open || !target.closest("#slide")) return null;
  const id = pointedAt(event, reachOf(event)) || target.closest("[data-select]")?.dataset.select;
  if (id && selectable.has(id)) return { type: "select", id };
  if (target.closest("a[href], button, input, .answer, .slide-foot")) return null;
  const type = tapped(event.clientX, innerWidth);
  return type ? { type } : null;
}
