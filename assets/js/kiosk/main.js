/**
 * The kiosk: attract screen, explorer under one finger, and the way back. Once everything is loaded nothing here needs
 * the server: languages are kept as scenes, counts and news are asked for quietly.
 */
import { guardFields } from "../core/pressed.js";
import { initial, parse, reduce, serialize } from "../core/state.js";
import { createStore } from "../core/store.js";
import { loadEveryFont } from "../page/fonts.js";
import { announceCount } from "../page/live.js";
import { keepOnScreen } from "../page/keeping.js";
import { learnOpenings } from "../page/opening.js";
import { pointedAt } from "../page/pointing.js";
import { createAttract } from "./attract.js";
import { enlargeCode, isEnlarged } from "./codes.js";
import { createCounter } from "./counts.js";
import { reveal, showInitial, showState, tidy } from "./explorer.js";
import { countFingers } from "./fingers.js";
import { closeExits } from "./guards.js";
import { initialWatch, secondsLeft, step } from "./idle.js";
import { applyMeasures } from "./measures.js";
import { listenForNews } from "./news.js";
import { followScrollers } from "./paging.js";
import { hearTapsBesideRest } from "./resting.js";
import { fetchScene, readScene } from "./scenes.js";
import { createVoice } from "./voice.js";
import { thinNames } from "../page/thinning.js";

const TICK = 250;
const AWAY = 300_000; // ms without an answer after which the program is not expected to come back by itself
const html = document.documentElement;
const told = JSON.parse(document.getElementById("kiosk").textContent);
const first = history.state?.first || html.lang; // a page that is loaded again while a visitor reads another language
const rules = { idle: told.idle, countdown: told.countdown };
const addresses = new Map(told.languages.map(({ code, address }) => [code, address]));
const scenes = new Map();
// A screen on another machine is opened with #token=…, which no server hears of in an address.
const { hash } = location;
const token = new URLSearchParams(hash.slice(1)).get("token");
const headers = token ? { Authorization: `Bearer ${token}` } : {};

performance.setResourceTimingBufferSize(0); // the browser would keep an entry for every question to the server
hearTapsBesideRest(applyMeasures(told.screen).mm);
guardFields();
closeExits();
addEventListener("load", loadEveryFont);

let scene = keep(readScene(document.getElementById("scene")));
const store = createStore(parse(location.search, vocabularyOf(scene.index)).state, reduce);
const count = createCounter(told.usage, headers);
const layer = document.getElementById("attract");
const attract = createAttract(layer);
const paging = followScrollers();
const voice = createVoice();
const fingers = countFingers((number) => hear({ type: "fingers", count: number }));
let news = null;
let touched = null; // what the last touch met
let watch = initialWatch(performance.now(), store.state.select ? "explore" : "attract");

window.Kakehashi = { store, get watch() { return watch; }, get scene() { return scene; }, scenes };

fingers.hear(scene.root);
attract.give(inOrder(told));
showScene();
enter(watch.phase);
listen();
setInterval(() => hear({ type: "tick" }), TICK);
news = createNews();
for (const face of document.fonts) face.load().catch(() => {});
document.fonts.ready.then(() => thinNames(scene.root));
addEventListener("resize", () => thinNames(scene.root));
document.body.dataset.live = ""; // without it staff are asked to look

// ---------------------------------------------------------------------------------------------- somebody, or nobody

function hear(event) {
  const before = watch;
  watch = step(watch, { now: performance.now(), ...event }, rules);
  if (watch.phase !== before.phase) enter(watch.phase, before.phase);
  if (watch.phase === "asking") tellSeconds();
}

function enter(phase, before = "") {
  document.body.dataset.phase = phase;
  const dialog = scene.root.querySelector("#idle");
  if (phase === "asking" && !dialog.open) dialog.showModal();
  if (phase !== "asking" && dialog.open) dialog.close();
  layer.hidden = phase !== "attract";
  scene.root.inert = phase === "attract";
  if (phase === "attract") {
    if (before) count("reset");
    forgetVisitor();
    attract.start();
    news?.renew();
  } else {
    attract.stop();
    if (before === "attract") count("start", scene.language);
  }
}

/** First language, first view, plain type, an address without a query; nothing is left of the visitor. */
function forgetVisitor() {
  voice.hush();
  for (const aid of ["large", "contrast"]) setAid(aid, false);
  document.activeElement?.blur?.();
  store.dispatch({ type: "replace", state: initial });
  document.getElementById("live").textContent = "";
  speak(first);
  tidy(scene);
}

function tellSeconds() {
  const left = String(secondsLeft(watch, performance.now(), rules));
  const place = scene.root.querySelector("#idle-left");
  if (place.textContent !== left) place.textContent = left;
}

// --------------------------------------------------------------------------------------------------- what is shown

function showScene() {
  html.lang = scene.language;
  html.dir = scene.direction;
  document.title = scene.index.texts["site-name"];
  tidy(scene);
  showState(scene, store.state);
  for (const button of scene.root.querySelectorAll("[data-aid]")) {
    button.setAttribute("aria-pressed", String(html.hasAttribute(`data-${button.dataset.aid}`)));
  }
  paging.follow(scene.root);
  voice.offer(scene);
  thinNames(scene.root);
  reveal(scene.root);
  keepAddress();
}

function speak(code) {
  const next = scenes.get(code);
  if (!next || next === scene) return false;
  const open = scene.root.querySelector("#idle");
  if (open.open) open.close();
  voice.hush();
  next.root.inert = scene.root.inert;
  scene.root.replaceWith(next.root);
  scene = next;
  showScene();
  return true;
}

function keepAddress() {
  const { select, pane } = store.state;
  const query = serialize({ ...initial, select, pane: pane === "network" ? pane : "" });
  try {
    history.replaceState({ kiosk: "here", first }, "", addresses.get(scene.language) + query + hash);
  } catch { /* on a disk a page may not take the address of another */ }
}

function setAid(aid, on) {
  html.toggleAttribute(`data-${aid}`, on);
  if (!scene.root.querySelector("#initials").getClientRects().length) showInitial(scene, ""); // nothing stays hidden by a key that is gone
  thinNames(scene.root);
  paging.check();
  reveal(scene.root);
  for (const button of scene.root.querySelectorAll(`[data-aid="${aid}"]`)) button.setAttribute("aria-pressed", String(on));
}

// ------------------------------------------------------------------------------------------------------- what is touched

function listen() {
  store.subscribe((state, before) => {
    showState(scene, state, before);
    paging.check(); // arrows that appear make what is seen smaller
    if (state.pane !== before.pane || !state.select !== !before.select) thinNames(scene.root); // the map has another size
    if (state.select !== before.select || state.pane !== before.pane) reveal(scene.root, touched);
    keepAddress();
    if (state.select !== before.select) voice.hush();
    if (state.select && state.select !== before.select) count("select", state.select);
  });
  // The end of the touch, not its click: the click would fall on what lies beneath.
  layer.addEventListener("touchend", (event) => { event.preventDefault(); begin(event.target); }, { passive: false });
  layer.addEventListener("click", (event) => begin(event.target));
  document.addEventListener("click", (event) => { if (watch.phase !== "attract") touch(event); });
  document.addEventListener("cancel", (event) => { event.preventDefault(); hear({ type: "continue" }); }, { capture: true });
  for (const name of ["keydown", "wheel"]) document.addEventListener(name, () => hear({ type: "sign" }), { passive: true });
}

function begin(target) {
  if (watch.phase !== "attract") return;
  speak(target.closest?.("[data-begin]")?.dataset.begin || first);
  hear({ type: "begin" });
}

function touch(event) {
  const target = event.target.closest("a, button") || event.target;
  touched = target;
  const { action, language, pane, initial: letter, aid } = target.dataset;
  if (action === "start-over") { hear({ type: "leave" }); return; }
  if (watch.phase === "asking") hear({ type: "continue" });
  if (isEnlarged(scene)) { enlargeCode(scene, false); return; } // wherever the touch was: the code lies over everything
  if (action === "enlarge-code") enlargeCode(scene, true);
  else if (language) { if (speak(language)) count("language", language); }
  else if (pane) store.dispatch({ type: "pane", pane });
  else if (letter !== undefined) announceCount(scene.index, showInitial(scene, isPressed(target) ? "" : letter));
  else if (aid) setAid(aid, !isPressed(target));
  else if (action === "clear-selection") select("");
  else if (action === "read-aloud") voice.toggle(scene);
  else select(meant(event, target));
}

function isPressed(button) {
  return button.getAttribute("aria-pressed") === "true";
}

/** The id that a touch means: on a picture what is nearest, else of a link. undefined when it means none. */
function meant(event, target) {
  const reach = parseFloat(getComputedStyle(html).getPropertyValue("--target")) * 0.75;
  return pointedAt(event, reach) || (target.matches("a") ? target.dataset.select || new URLSearchParams(target.getAttribute("href") || "").get("select") : null);
}

function select(id) {
  if (id === null || id === store.state.select) return;
  if (id && !scene.index.entities[id] && !scene.index.ties[id]?.exchange) return;
  store.dispatch({ type: "select", id });
}

// ----------------------------------------------------------------------------------------------- languages and news

function keep(read) {
  scenes.set(read.language, read);
  return read;
}

function vocabularyOf(index) {
  const ties = Object.keys(index.ties).filter((id) => index.ties[id].exchange);
  const entities = Object.keys(index.entities);
  return { ...index.vocabulary, entity: new Set(entities), selectable: new Set([...entities, ...ties]) };
}

/** What was told, with the language of this screen before all others. */
function inOrder(each) {
  return { ...each, languages: [...each.languages].sort((a, b) => (b.code === first) - (a.code === first)) };
}

function createNews() {
  let known = told.edition;
  let newest = known;
  let hasLand = false;
  let busy = false;
  let heard = performance.now();

  const fetchLand = async () => {
    if (hasLand) return;
    const answer = await fetch(told.globe).catch(() => null);
    if (!answer?.ok) return;
    attract.setLand(await answer.json());
    hasLand = true;
  };
  const fetchLanguages = async () => {
    for (const [code, address] of addresses) {
      if (scenes.has(code)) continue;
      const got = await fetchScene(address);
      if (!got) return;
      fingers.hear(keep(got.scene).root);
    }
    if (watch.phase === "attract") speak(first);
  };
  /** Everything anew, but only while nobody is there, and only when all of it has come. */
  const renew = async () => {
    if (busy || newest === known || watch.phase !== "attract") return;
    busy = true;
    const got = await Promise.all([...addresses.values()].map(fetchScene));
    busy = false;
    if (got.some((each) => !each || each.told.edition !== got[0].told.edition) || watch.phase !== "attract") return;
    if (describeSetup(got[0].told) !== describeSetup(told)) { location.reload(); return; }
    known = got[0].told.edition;
    for (const each of got) fingers.hear(keep(each.scene).root);
    adopt(got[0].told);
  };
  const refill = async () => { await fetchLand(); await fetchLanguages(); };
  let tend = async () => false;
  refill().then(() => {
    learnOpenings(told.openings);
    tend = keepOnScreen(told.workers, { screen: "kiosk" });
  });
  listenForNews(told.health, headers, async (edition) => {
    newest = edition;
    heard = performance.now();
    callStaff(false);
    await refill();
    await renew();
    if (watch.phase === "attract") tend(edition).catch(() => {}); // the next question to the program does not wait for it
  }, async () => {
    if (performance.now() - heard >= AWAY) callStaff(!(await tend(known)) && !(await tend(newest)));
  });
  return { renew };
}

/** Without its program this screen goes on; but what it has not kept does not outlive the page. */
function callStaff(isNeeded) {
  document.body.toggleAttribute("data-needs-staff", isNeeded);
}

/** Everything that a page is told beside the data: where it differs, this page is not the program any more. */
function describeSetup({ edition, slides, ...setup }) {
  return JSON.stringify(setup);
}

function adopt(newer) {
  const next = scenes.get(first);
  next.root.inert = true;
  scene.root.replaceWith(next.root);
  scene = next;
  attract.stop();
  attract.give(inOrder(newer));
  showScene();
  attract.start();
}
