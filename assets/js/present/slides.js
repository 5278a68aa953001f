/** What the live slide and the small ones have in common: the pictures, the words of a stop, states and names of marks. */

const ANCHORS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];

/** A copy of the "map" or the "network" with everything in it and nothing lit. */
export function copyPicture(name) {
  return document.getElementById("pictures").content.querySelector(`.stage-${name}, .${name}-stage`).cloneNode(true);
}

/** Copies of what a stop says, by selector. */
export function copyWords(number, selector) {
  const words = document.querySelector(`template[data-words="${number}"]`).content;
  return [...words.querySelectorAll(selector)].map((each) => each.cloneNode(true));
}

/** The day, in words of the page's language, wherever it is wanted. */
export function tellDay(root) {
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format(new Date());
  for (const time of root.querySelectorAll("[data-today]")) time.textContent = day;
}

/** Shows on marks and callouts what is selected, near (a Set of ids) and out (another). */
export function light(root, { selected, near, out }) {
  for (const mark of root.querySelectorAll("[data-mark], [data-callout]")) {
    const id = mark.dataset.mark ?? mark.dataset.callout;
    const isSelected = Boolean(selected) && id === selected;
    mark.classList.toggle("is-selected", isSelected);
    mark.classList.toggle("is-near", !isSelected && near.has(id));
    mark.classList.toggle("is-out", out.has(id));
  }
}

/** Names places of the map at their spots, {id: spot}, and no others. Gives the labels that are seen. */
export function name(map, spots) {
  const named = [];
  for (const mark of map.querySelectorAll(":scope > .label, .marker")) {
    const spot = spots[mark.dataset.mark];
    mark.classList.toggle("is-named", Boolean(spot));
    if (!spot || !mark.matches(".label")) continue;
    place(mark, spot);
    named.push(mark);
  }
  return named;
}

/** Brings the callout of a stop to its row; one that has no room there stays away. */
export function callOut(network, { select, callout }) {
  const box = network.querySelector(`[data-callout="${CSS.escape(select)}"]`);
  if (!box) return;
  box.hidden = callout === null;
  box.style.setProperty("--y", (callout ?? 0).toFixed(4));
}

/** Camera -> its middle and size, under the names that the style sheet gives them. */
export function cameraStyle([left, top, width, height]) {
  const values = { x: left + width / 2, y: top + height / 2, w: width, h: height };
  return Object.entries(values).map(([key, value]) => [`--cam-${key}`, value.toFixed(2)]);
}

export function viewBox(camera) {
  return camera.map((each) => each.toFixed(2)).join(" ");
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
