/** Dash on the explorer: Mantine's menus tell the store what was chosen there, and show what the store says. */
import { Island, View } from "./components.js";

let shown = {}; // what the menus were last told; what they tell back of it is no choice

window.kakehashi = { View, Island };
window.dash_clientside = Object.assign(window.dash_clientside || {}, {
  kakehashi: {
    show: ({ tie, theme } = { tie: [], theme: [] }) => {
      shown = { tie: String(tie), theme: String(theme) };
      return [[...tie], [...theme]];
    },
    colour: (theme) => theme,
    choose: (tie, theme) => {
      const chosen = { tie: tie || [], theme: theme || [] };
      const isTold = Object.keys(chosen).every((name) => String(chosen[name]) === shown[name]);
      return isTold ? window.dash_clientside.no_update : { type: "filter", ...chosen };
    },
  },
});

if (window.DashRenderer) new window.DashRenderer();
