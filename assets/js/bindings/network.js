/** The network in Plotly: fixed axes from 0 to 1, labels that follow when it is dragged or zoomed. */
import { drawPicture } from "./marked.js";

export async function drawNetwork(program, figures) {
  const stage = document.getElementById("network-stage");
  const plot = document.getElementById("network-plot");
  if (!stage || !plot) return;
  const picture = await drawPicture(program, {
    stage, plot,
    figure: figures.network,
    config: { scrollZoom: true },
    fit: (layout) => layout,
    follow: (drawn) => moveLabels(drawn, stage),
  });
  program.pictures = [...(program.pictures || []), { repaint: (next) => picture.repaint(next.network) }];
  program.network = picture;
}

/** Where the unit square lies on the stage now, as shares of it: --tx + x * --zx. */
function moveLabels(plot, stage) {
  const { xaxis, yaxis } = plot._fullLayout;
  const [left, right] = xaxis.range;
  const [bottom, top] = yaxis.range;
  stage.style.setProperty("--zx", String(1 / (right - left)));
  stage.style.setProperty("--tx", String(-left / (right - left)));
  stage.style.setProperty("--zy", String(1 / (bottom - top)));
  stage.style.setProperty("--ty", String(-top / (bottom - top)));
}
