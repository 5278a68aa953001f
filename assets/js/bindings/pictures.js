/**
 * Plotly takes over map and network: it draws them beneath the labels that are already there, labels its own elements
 * as marks, and moves the labels when the picture is dragged or zoomed. Nothing here runs when something is selected.
 */
import { drawMap } from "./map.js";
import { drawNetwork } from "./network.js";

const program = window.Kakehashi;

if (window.Plotly) drawPictures();

async function drawPictures() {
  try {
    const figures = await program.figures;
    await Promise.all([drawMap(program, figures), drawNetwork(program, figures)]);
  } catch (fault) {
    console.warn("the pictures stay as the server drew them:", fault.message);
  }
}

document.addEventListener("theme", async () => {
  if (!program.pictures) return;
  try {
    const figures = await (await fetch(program.later.figures[program.theme()])).json();
    for (const picture of program.pictures) picture.repaint(figures);
  } catch (fault) {
    console.warn("the pictures keep their colours:", fault.message);
  }
});
