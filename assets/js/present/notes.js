/** The speaker's window: notes of this stop, pictures of this one and the next, clock and elapsed time. */
import { fill } from "../page/texts.js";

const READY_MS = 500; // after a step, when the stage stands still

export function createNotes(data, index) {
  let ready = 0;
  keepTime();
  return { show };

  function show(deck) {
    for (const notes of document.querySelectorAll("[data-notes-of]")) notes.hidden = notes.dataset.notesOf !== String(deck.stop);
    for (const sheet of document.querySelectorAll("[data-sheet]")) {
      const number = Number(sheet.dataset.sheet);
      sheet.classList.toggle("is-now", number === deck.stop);
      sheet.classList.toggle("is-next", number === deck.stop + 1);
    }
    clearTimeout(ready);
    ready = setTimeout(() => makeReady(deck.stop), READY_MS);
    document.body.toggleAttribute("data-blank", deck.blank);
    const question = document.getElementById("question-now");
    const thing = index.entities[deck.select] || index.ties[deck.select];
    question.hidden = !thing;
    question.textContent = thing ? fill(data.texts["present-question-now"], { name: thing.name }) : "";
  }
}

/** Lays out the pictures that a step on or back will need, so that it only has to paint them. */
function makeReady(stop) {
  for (const sheet of document.querySelectorAll("[data-sheet]")) {
    sheet.classList.toggle("is-ready", [stop - 1, stop + 2].includes(Number(sheet.dataset.sheet)));
  }
}

function keepTime() {
  const clock = document.getElementById("clock");
  const elapsed = document.getElementById("elapsed");
  let began = Date.now();
  const tick = () => {
    clock.textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    elapsed.textContent = sayElapsed(Date.now() - began);
  };
  document.getElementById("reset-time").addEventListener("click", () => { began = Date.now(); tick(); });
  setInterval(tick, 500);
  tick();
}

/** Milliseconds -> "1:02:03", or "2:03" within the first hour. */
export function sayElapsed(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, place) => (place ? String(part).padStart(2, "0") : String(part))).join(":");
}
