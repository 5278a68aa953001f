/** The search field of a question: a list of matches that arrows walk and Enter takes. */
import { findMatches } from "./search.js";

/** words: see page/words.js; choose(id) goes where the question leads; close() gives the field up. */
export function createQuestion(words, index, kinds, { choose, close }) {
  const box = document.getElementById("question");
  const field = document.getElementById("question-field");
  const list = document.getElementById("question-list");
  const none = document.getElementById("question-none");
  let matches = [];
  let active = 0;

  field.addEventListener("input", () => { active = 0; paint(); });
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && matches.length) {
      event.preventDefault();
      active = (active + step + matches.length) % matches.length;
      paint();
    } else if (event.key === "Enter") {
      event.preventDefault();
      take();
    }
  });
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option.dataset.id);
  });
  box.addEventListener("click", (event) => { if (event.target === box) close(); });

  /** Chooses what is marked, once the words are there. */
  async function take() {
    if (!words.search) { await words.load(); paint(); }
    if (matches[active] && !box.hidden) choose(matches[active].id);
  }

  function paint() {
    matches = findMatches(words, index, kinds, field.value);
    list.replaceChildren(...matches.map((match, place) => option(match, place === active, place)));
    none.hidden = matches.length > 0;
    field.setAttribute("aria-expanded", String(matches.length > 0));
    if (matches.length) field.setAttribute("aria-activedescendant", `match-${active}`);
    else field.removeAttribute("aria-activedescendant");
  }

  return {
    open(seed) {
      if (!box.hidden) return;
      box.hidden = false;
      field.value = seed;
      active = 0;
      paint();
      if (!words.search) words.load().then(paint);
      field.focus();
      field.setSelectionRange(seed.length, seed.length);
    },
    close() { box.hidden = true; field.blur(); },
  };
}

function option({ id, name, kind, said }, selected, place) {
  const item = document.createElement("li");
  const words = document.createElement("span");
  const note = document.createElement("span");
  Object.assign(item, { id: `match-${place}`, className: "match" });
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", String(selected));
  item.dataset.id = id;
  words.textContent = name;
  note.textContent = said || kind;
  note.className = "match-kind";
  item.append(words, note);
  return item;
}
