/** A Plotly picture in the page: its place, its marks, its repainting. */

export const CONFIG = {
  displayModeBar: false, displaylogo: false, doubleClick: false, responsive: false, scrollZoom: true, showTips: false,
  showAxisDragHandles: false,
};

/**
 * Draws a figure in its stage and keeps it fitting.
 * fit(layout, width, height) -> layout for a stage of that many pixels; follow(plot) moves the labels; goOn(plot) brings it
 * to the view that the server's picture has, before it takes its place.
 */
export async function drawPicture(program, { plot, stage, figure, config = {}, fit, follow, goOn }) {
  const layoutFor = (source) => {
    const { width, height } = stage.getBoundingClientRect();
    return { ...fit(structuredClone(source.layout), width, height), width, height, autosize: false };
  };
  let inPlace = false;
  const mark = () => {
    markTraces(program, plot);
    if (inPlace) follow(plot); // until then the labels belong to the server's picture
  };
  await visible(stage);
  await window.Plotly.newPlot(plot, figure.data, layoutFor(figure), { ...CONFIG, ...config });
  mark();
  plot.on("plotly_afterplot", mark);
  plot.on("plotly_relayouting", () => follow(plot));
  await goOn(plot);
  inPlace = true;
  follow(plot);
  stage.dataset.painted = "plotly";
  keepWheelForPage(stage);
  let current = figure;
  const observer = new ResizeObserver(() => {
    const { width, height } = stage.getBoundingClientRect();
    if (width && height && (width !== plot.layout.width || height !== plot.layout.height)) {
      window.Plotly.react(plot, current.data, layoutFor(current), { ...CONFIG, ...config });
    }
  });
  observer.observe(stage);
  return {
    plot,
    reset: () => window.Plotly.react(plot, current.data, layoutFor(current), { ...CONFIG, ...config }),
    repaint: (next) => {
      current = next;
      return window.Plotly.react(plot, next.data, { ...layoutFor(next) }, { ...CONFIG, ...config });
    },
  };
}

/** A stage that is not shown has no size: wait until it has one. */
function visible(stage) {
  if (stage.getBoundingClientRect().width) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new ResizeObserver(() => {
      if (!stage.getBoundingClientRect().width) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(stage);
  });
}

/** Labels Plotly's elements as marks: its traces by their uid, their points by their ids. */
function markTraces(program, plot) {
  for (const element of plot.querySelectorAll(".trace, .choroplethlayer .trace")) {
    const trace = element.__data__?.[0]?.trace || element.__data__?.trace;
    if (!trace) continue;
    markTrace(program, element, trace);
  }
}

function markTrace(program, element, trace) {
  const { mark, ends, className = "", later } = trace.meta || {};
  const ids = trace.locations || trace.ids;
  const dress = (target, id) => {
    if (className) target.classList.add(...className.split(" "));
    if (later) target.dataset.later = "";
    if (!id) return;
    target.dataset.mark = id;
    program.marks.add(id, target);
  };
  if (!ids) {
    dress(element, mark);
    if (ends) element.dataset.ends = ends;
    return;
  }
  element.querySelectorAll(".point, .choroplethlocation").forEach((point, place) => {
    dress(point, ids[point.__data__?.i ?? place]);
  });
}

/** The wheel scrolls the page; with Ctrl, or by pinching on a trackpad, it zooms the picture. */
function keepWheelForPage(stage) {
  stage.addEventListener("wheel", (event) => { if (!event.ctrlKey) event.stopPropagation(); }, { capture: true, passive: true });
}
