/** The network in Plotly: fixed axes from 0 to 1, so that the server's labels stay where they are. */
import { drawPicture } from "./marked.js";

const SPACING = 0.015; // shares of the stage

export async function drawNetwork(program, figures) {
  const stage = document.getElementById("network-stage");
  const plot = document.getElementById("network-plot");
  if (!stage || !plot || !figures.network.data.length) return;
  const picture = await drawPicture(program, {
    stage, plot,
    figure: reachable(figures.network),
    fit: (layout) => turn(layout),
  });
  program.pictures = [...(program.pictures || []), { repaint: (next) => picture.repaint(reachable(next.network)) }];
  program.network = picture;
}

/** Plotly knows a line by its points alone: lines that can be selected get so many that one is always within reach. */
function reachable(figure) {
  const turned = (trace) => (isMirrored() && trace.uid === "arrows"
    ? { ...trace, marker: { ...trace.marker, symbol: "triangle-left" } } : trace);
  const isExchange = ({ meta }) => meta?.className?.split(" ").includes("exchange");
  return { ...figure, data: figure.data.map((trace) => (isExchange(trace) ? { ...trace, ...densify(trace) } : turned(trace))) };
}

/** {x, y} of a line -> the same line with points at most SPACING apart across. A gap in it stays a gap. */
export function densify({ x, y }) {
  const dense = { x: [], y: [] };
  x.forEach((right, place) => {
    const left = x[place - 1];
    const steps = place && left !== null && right !== null ? Math.max(1, Math.ceil(Math.abs(right - left) / SPACING)) : 1;
    for (let step = 1; step < steps; step += 1) {
      dense.x.push(left + ((right - left) * step) / steps);
      dense.y.push(y[place - 1] + ((y[place] - y[place - 1]) * step) / steps);
    }
    dense.x.push(right);
    dense.y.push(y[place]);
  });
  return dense;
}

/** Where writing runs from right to left, so does the network: homes stand where a line begins. */
const isMirrored = () => document.documentElement.dir === "rtl";

function turn(layout) {
  if (isMirrored()) layout.xaxis.range = layout.xaxis.range.toReversed();
  return layout;
}
