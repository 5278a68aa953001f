/** Stops as small slides: in the overview, beside the notes, and on paper. Each is made when it is first wanted. */
import { callOut, cameraStyle, copyPicture, copyWords, light, name, tellDay, viewBox } from "./slides.js";

/** Gives make(numbers): sees to it that these stops have their slides. The print dialog wants them all. */
export function createSheets(stops) {
  const paper = document.getElementById("paper");
  const sheets = stops.map((stop, place) => frame(stop, place + 1));
  const waiting = new Set(stops.keys());
  paper.replaceChildren(...sheets);

  function make(numbers) {
    for (const place of numbers.map((number) => number - 1)) {
      if (waiting.delete(place)) sheets[place].prepend(slide(stops[place], place + 1));
    }
  }

  addEventListener("beforeprint", () => make(stops.map((_, place) => place + 1)));
  return { make };
}

function frame(stop, number) {
  const sheet = element("div", "sheet");
  const link = element("a", "sheet-link");
  const [count, title] = [element("span", "sheet-number"), element("span")];
  sheet.dataset.sheet = link.dataset.goto = count.textContent = String(number);
  link.href = `?stop=${number}`;
  title.textContent = stop.title;
  link.append(count, title);
  sheet.append(link);
  return sheet;
}

function slide(stop, number) {
  const made = element("section", `slide ${stop.classes}`);
  const body = element("div", "slide-body");
  const pictures = element("div", "slide-pictures");
  made.dataset.stop = String(number);
  made.dataset.selected = stop.select;
  body.inert = true;
  if (!made.matches(".shows-network")) pictures.append(map(stop));
  if (made.matches(".shows-network, .shows-both")) pictures.append(network(stop));
  pictures.append(...copyWords(number, ":is(.takeaway, .slide-legend, .slide-courses)"));
  body.append(...copyWords(number, ".slide-head"), pictures, ...copyWords(number, ".slide-foot"));
  tellDay(body);
  made.append(body);
  return made;
}

function map(stop) {
  const stage = copyPicture("map");
  for (const [key, value] of cameraStyle(stop.camera)) stage.style.setProperty(key, value);
  const picture = stage.querySelector(".picture");
  picture.setAttribute("viewBox", viewBox(stop.camera));
  picture.setAttribute("preserveAspectRatio", "xMidYMid meet");
  name(stage, stop.labels);
  light(stage, states(stop));
  for (const unseen of stage.querySelectorAll(":scope > .label:not(.is-named)")) unseen.remove();
  return stage;
}

function network(stop) {
  const stage = copyPicture("network");
  const [top, bottom] = stop.rows;
  const stretch = 1 / (bottom - top);
  for (const [key, value] of [["--ty", -top * stretch], ["--zy", stretch], ["--zoom", stretch]]) stage.style.setProperty(key, value.toFixed(4));
  callOut(stage, stop);
  light(stage, states(stop));
  for (const unseen of stage.querySelectorAll(".callout:not(.is-selected)")) unseen.remove();
  return stage;
}

function states(stop) {
  return { selected: stop.select, near: new Set(stop.near), out: new Set(stop.out) };
}

function element(kind, classes = "") {
  return Object.assign(document.createElement(kind), { className: classes });
}
