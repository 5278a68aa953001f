/**
 * Keys: Escape clears the selection; arrows walk the labels of a picture, which is one stop of the Tab key, so that
 * nobody has to tab through a hundred of them.
 */
const STEP = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function followKeys(store) {
  for (const stage of document.querySelectorAll(".stage")) rove(stage);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && store.state.select && !event.defaultPrevented) {
      if (event.target.closest?.("[role=dialog], [role=listbox], input")) return;
      store.dispatch({ type: "select", id: "" });
    }
  });
}

function rove(stage) {
  const labels = () => [...stage.querySelectorAll("a[data-mark]")].filter((label) => label.getClientRects().length);
  const all = labels();
  all.forEach((label, place) => { label.tabIndex = place ? -1 : 0; });
  stage.addEventListener("keydown", (event) => {
    const step = STEP[event.key];
    const order = labels();
    const here = order.indexOf(document.activeElement);
    if (here < 0) return;
    const next = step ? order[(here + step + order.length) % order.length]
      : { Home: order[0], End: order.at(-1) }[event.key];
    if (!next) return;
    event.preventDefault();
    order.forEach((label) => { label.tabIndex = -1; });
    next.tabIndex = 0;
    next.focus();
  });
}
