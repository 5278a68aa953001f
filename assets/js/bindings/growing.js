/** A gold trace that runs along the curves of a fresh selection, from home to partner, and is gone. */
const SVG = "http://www.w3.org/2000/svg";
const still = matchMedia("(prefers-reduced-motion: reduce)");

export function growCurves(store, stage) {
  let lit = new Set();
  store.subscribe((state, before) => {
    if (state.select === before.select) return;
    requestAnimationFrame(() => { // the selection itself is painted first
      const curves = [...stage.querySelectorAll(".trace.curve:is(.is-selected, .is-near):not(.is-core)")];
      if (!still.matches) for (const curve of curves) if (!lit.has(curve.dataset.mark)) grow(curve);
      lit = new Set(curves.map((curve) => curve.dataset.mark));
    });
  });
}

function grow(curve) {
  for (const line of curve.querySelectorAll(".js-line")) {
    const trace = document.createElementNS(SVG, "path");
    // Of length 1, so that the style sheet need not know how long the line is.
    for (const [name, value] of [["d", line.getAttribute("d")], ["class", "growing"], ["pathLength", 1]]) trace.setAttribute(name, value);
    trace.addEventListener("animationend", () => trace.remove());
    curve.before(trace); // beneath the curve, which is lit at once and as a whole
  }
}
