/**
 * Keys: Enter on what is selected already leads to its card, Escape in the card back to where one came from, anywhere else
 * it closes the box over the network, then clears the selection; arrows walk the labels of a picture, which is one stop of the Tab key, so that
 * nobody has to tab through a hundred of them.
 */
const STEP = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const LABELS = "a[data-mark]:not([aria-hidden] *)";

/** Listens to keys; gives a function to call when what has changed may have hidden the label that the Tab key stops at. */
export function followKeys(store, callouts) {
  const stages = [...document.querySelectorAll(".stage")];
  for (const stage of stages) rove(stage);
  const card = document.getElementById("card-body");
  let origin = null; // the link from which somebody went to the card
  document.addEventListener("keydown", (event) => {
    const { select } = store.state;
    if (!select || event.defaultPrevented || event.target.closest?.("[role=dialog], [role=listbox], input")) return;
    if (event.key === "Enter" && event.target.dataset?.select === select && !card.contains(event.target)) {
      event.preventDefault();
      origin = event.target;
      card.focus();
    }
    if (event.key === "Escape") {
      const back = card.contains(document.activeElement) && wayBack(origin, select);
      if (back) back.focus();
      else if (!callouts.close()) store.dispatch({ type: "select", id: "" });
    }
  });
  return () => stages.forEach(keepStop);
}

/** Where one came from; when the card has led on to another thing, that one's row. */
function wayBack(origin, id) {
  const row = document.querySelector(`#list [data-entity="${CSS.escape(id)}"] > a`);
  return [origin?.dataset.select === id ? origin : null, row].find((link) => link?.isConnected && isShown(link));
}

function rove(stage) {
  for (const label of stage.querySelectorAll(LABELS)) label.tabIndex = -1;
  keepStop(stage);
  stage.addEventListener("keydown", (event) => {
    const order = reachable(stage);
    const here = order.findIndex((label) => label.dataset.mark === document.activeElement.dataset.mark);
    const next = here < 0 ? null : target(event.key, order, here);
    if (!next) return;
    event.preventDefault();
    stop(stage, next);
    next.focus();
  });
  // A click or a tap moves the stop along.
  stage.addEventListener("focusin", (event) => {
    const label = event.target.closest(LABELS);
    if (label) stop(stage, label);
  });
}

function target(key, order, here) {
  const step = STEP[key];
  return step ? order[(here + step + order.length) % order.length] : { Home: order[0], End: order.at(-1) }[key];
}

/** Each thing once, by the first label of it that is shown: a lens may name it again. */
function reachable(stage) {
  const first = new Map();
  for (const label of stage.querySelectorAll(LABELS)) if (!first.has(label.dataset.mark) && isShown(label)) first.set(label.dataset.mark, label);
  return [...first.values()];
}

function isShown(label) {
  return label.getClientRects().length > 0 && getComputedStyle(label).visibility !== "hidden";
}

/** Sees to it that one label is a stop of the Tab key, and one that is shown. */
function keepStop(stage) {
  const current = stage.querySelector(`${LABELS}[tabindex="0"]`);
  if (current && isShown(current)) return;
  const next = reachable(stage)[0] || stage.querySelector(LABELS);
  if (next) stop(stage, next);
}

function stop(stage, next) {
  for (const label of stage.querySelectorAll(`${LABELS}[tabindex="0"]`)) label.tabIndex = -1;
  next.tabIndex = 0;
}
