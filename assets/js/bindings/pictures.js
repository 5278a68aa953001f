/**
 * Plotly takes over the map: it draws it beneath the labels that are already there, labels its own elements as marks, and
 * moves the labels when the map is dragged or zoomed. Nothing here runs when something is selected.
 */
import { drawMap } from "./map.js";

const program = window.Kakehashi;
const fetchFigures = async () => (await fetch(program.later.figures[program.theme()])).json();
let map = null;

program.takeOver = async (figures) => {
  try {
    map = await drawMap(program, await figures);
  } catch (fault) {
    console.warn("the map stays as the server drew it:", fault.message);
  }
};

document.addEventListener("theme", async () => {
  if (!map) return;
  try {
    map.repaint((await fetchFigures()).map);
  } catch (fault) {
    console.warn("the map keeps its colours:", fault.message);
  }
});
