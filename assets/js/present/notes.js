/** The speaker's window: notes of this stop, pictures of this one and the next, clock and elapsed time. */
import { fill } from "../page/texts.js";

const READY_MS = 500; // after a step, when the stage stands still

export function createNotes(data, sheets) {
  let ready = 0;
  keepTime(data.story);
  return { show };

  function show(deck) {
    for (const notes of document.querySelectorAll("[data-notes-of]")) notes.hidden = notes.dataset.notesOf !== String(deck.stop);
    sheets.make([deck.stop, deck.stop + 1].filter(isThere));
    for (const sheet of document.querySelectorAll("[data-sheet]")) {
      const number = Number(sheet.dataset.sheet);
      sheet.classList.toggle("is-now", number === deck.stop);
      sheet.classList.toggle("is-next", number === deck.stop + 1);
    }
    clearTimeout(ready);
    ready = setTimeout(() => makeReady(deck.stop), READY_MS);
    document.body.toggleAttribute("data-blank", deck.blank);
    const question = document.getElementById("question-now");
    const name = data.names[deck.select];
    question.hidden = !name;
    question.textContent = name ? fill(data.texts["present-question-now"], { name }) : "";
  }

  /** Lays out the pictures that a step on or back will need, so that it only has to paint them. */
  function makeReady(stop) {
    const near = [stop - 1, stop + 2].filter(isThere);
    sheets.make(near);
    for (const sheet of document.querySelectorAll("[data-sheet]")) {
      sheet.classList.toggle("is-ready", near.includes(Number(sheet.dataset.sheet)));
    }
  }

  function isThere(number) {
    return number >= 1 && number <= data.stops.length;
  }
}

function keepTime(story) {
  const clock = document.getElementById("clock");
  const elapsed = document.getElementById("elapsed");
  let began = recall(story) || remember(story, Date.now());
  const tick = () => {
    clock.textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    elapsed.textContent = sayElapsed(Date.now() - began);
  };
  document.getElementById("reset-time").addEventListener("click", () => { began = remember(story, Date.now()); tick(); });
  setInterval(tick, 500);
  tick();
}

/** When the talk began, in this window or, if this one was closed, in the stage that opened it. */
function recall(story) {
  return memories().map((memory) => Number(memory.getItem(`began ${story}`))).find((moment) => moment > 0);
}

function remember(story, moment) {
  for (const memory of memories()) memory.setItem(`began ${story}`, String(moment));
  return moment;
}

/** What lasts as long as a window; none where storage is forbidden or the other window has gone. */
function memories() {
  return [() => sessionStorage, () => opener.sessionStorage].flatMap((open) => {
    try { return [open()]; } catch { return []; }
  });
}

/** Milliseconds -> "1:02:03", or "2:03" within the first hour. */
export function sayElapsed(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, place) => (place ? String(part).padStart(2, "0") : String(part))).join(":");
}
