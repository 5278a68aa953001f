/** Dash on the explorer: Mantine's menus tell the store what was chosen there, and show what the store says. */
import { Island, View } from "./components.js";

const told = new WeakSet(); // lists that the store told the menus: what comes back of them, however late, is no choice
const tell = (list) => { const copy = [...list]; told.add(copy); return copy; };

window.kakehashi = { View, Island };
window.dash_clientside = Object.assign(window.dash_clientside || {}, {
  kakehashi: {
    show: ({ tie, theme } = { tie: [], theme: [] }) => [tell(tie), tell(theme)],
    colour: (theme) => theme,
    choose: (...lists) => {
      const chosen = ["tie", "theme"].map((name, at) => [name, lists[at]]).filter(([, list]) => list && !told.has(list));
      return chosen.length ? { type: "filter", ...Object.fromEntries(chosen) } : window.dash_clientside.no_update;
    },
  },
});

if (window.DashRenderer) new window.DashRenderer();
