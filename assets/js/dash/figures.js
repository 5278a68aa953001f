/** The figures page: what is chosen, its buttons, and the table's tools. Charts and rows come from callbacks of Dash. */
import { isChosen, nothing, onTheMap, readChoice, reduceChoice, writeChoice } from "../core/choice.js";
import { encode, toCsv } from "../core/csv.js";
import { createStore } from "../core/store.js";
import { currentTheme } from "../page/theme-choice.js";
import { fill } from "../page/texts.js";
import { Chart } from "./chart.js";
import { Island, View } from "./components.js";

const told = JSON.parse(document.getElementById("figures").textContent);
const store = createStore(readChoice(location.search), reduceChoice);
window.Kakehashi = { store, theme: currentTheme };
window.kakehashi = { Chart, Island, View };

window.dash_clientside = Object.assign(window.dash_clientside || {}, {
  kakehashi: {
    chooseBar: () => {
      const [{ value }] = window.dash_clientside.callback_context.triggered;
      return value ? { type: "choose", means: value.means } : window.dash_clientside.no_update;
    },
    tellRows: (rows) => { document.getElementById("rows").textContent = fill(told.rows, { count: rows.length }); },
  },
});
window.dashAgGridComponentFunctions = Object.assign(window.dashAgGridComponentFunctions || {}, {
  CardLink: ({ data, value }) => window.React.createElement("a", { href: data.card }, value),
});

function show(choice) {
  for (const button of document.querySelectorAll("[data-choose]")) {
    button.setAttribute("aria-pressed", String(isChosen(choice, JSON.parse(button.dataset.choose))));
  }
  document.getElementById("choice-clear").hidden = !writeChoice(choice);
  document.getElementById("choice-map").href = told.map + onTheMap(choice);
  for (const link of document.querySelectorAll("[data-language]")) link.href = link.pathname + writeChoice(choice);
}

const grid = () => window.dash_ag_grid?.getApi("ties");

/** The table as it is shown: its rows after search, filters and sorting. */
function rowsShown() {
  const names = Object.keys(told.columns);
  const rows = [Object.values(told.columns)];
  grid()?.forEachNodeAfterFilterAndSort(({ data }) => {
    rows.push(names.map((name) => (name === "card" ? new URL(data.card, location.href).href : data[name])));
  });
  return rows;
}

function save(encoding) {
  const file = new Blob([encode(toCsv(rowsShown()), encoding)], { type: `text/csv;charset=${encoding}` });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: told.file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

store.subscribe((choice) => {
  history.pushState(null, "", location.pathname + writeChoice(choice));
  show(choice);
});
addEventListener("popstate", () => location.reload());
document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button?.dataset.choose) store.dispatch({ type: "choose", means: JSON.parse(button.dataset.choose) });
  if (button?.dataset.csv) save(button.dataset.csv);
  if (button?.id === "choice-clear") {
    store.dispatch({ type: "clear" });
    document.getElementById("choice-map").focus();
  }
});
document.getElementById("table-search").addEventListener("input", ({ target }) => grid()?.setGridOption("quickFilterText", target.value));
show(store.state || nothing);
if (window.DashRenderer) new window.DashRenderer();
