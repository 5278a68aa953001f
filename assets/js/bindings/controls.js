/**
 * The only file that knows Dash. Mantine controls tell the store what was chosen; the store tells them what holds.
 * Ids are those of `layouts/ids.py`, handed over in the page's data block.
 */
const program = window.Kakehashi;
let last = null; // the state that the controls show

window.dash_clientside = Object.assign(window.dash_clientside || {}, {
  kakehashi: {
    filter: (home, tie, theme, later) => {
      const chosen = { home: home || [], tie: tie || [], theme: theme || [], later: later !== false };
      if (differs(chosen)) program.store.dispatch({ type: "filter", ...chosen });
    },
    clear: (clicks) => { if (clicks) program.store.dispatch({ type: "clear-filters" }); },
    share: (clicks) => { if (clicks) program.share(); },
  },
});

if (window.DashRenderer) startControls();

function startControls() {
  new window.DashRenderer();
  const root = document.getElementById("react-entry-point");
  const watcher = new MutationObserver(() => {
    if (!document.getElementById(program.later.ids.share)) return;
    watcher.disconnect();
    document.getElementById("controls").dataset.ready = "";
    program.store.subscribe(follow);
    follow(program.store.state);
    document.addEventListener("theme", colour);
    colour();
  });
  watcher.observe(root, { childList: true, subtree: true });
}

function differs(chosen) {
  const { state } = program.store;
  return ["home", "tie", "theme"].some((name) => String(chosen[name]) !== String(state[name])) || chosen.later !== state.later;
}

function follow(state) {
  const { ids } = program.later;
  const set = window.dash_clientside.set_props;
  for (const name of ["home", "tie", "theme"]) {
    if (last && String(last[name]) === String(state[name])) continue;
    set(ids[name], { value: [...state[name]] });
  }
  if (!last || last.later !== state.later) set(ids.later, { checked: state.later });
  last = state;
}

function colour() {
  window.dash_clientside.set_props(program.later.ids.provider, { forceColorScheme: program.theme() });
}
