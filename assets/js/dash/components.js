/** Two components of Dash: the page's state as properties, and places of the page that Dash's components are shown in. */
const { createElement, useEffect, useLayoutEffect, useRef } = window.React;

/**
 * Shows nothing. `state` is the state of the page's store, both ways; `theme` is the appearance; an `action` that a
 * callback writes is dispatched.
 */
export function View({ state, action, setProps }) {
  const { store, theme } = window.Kakehashi;
  const told = useRef(new WeakSet()); // states that the store told: what comes back of them is no wish
  useEffect(() => {
    const tell = (next) => { told.current.add(next); setProps({ state: next }); };
    const colour = () => setProps({ theme: theme() });
    document.addEventListener("theme", colour);
    colour();
    tell(store.state);
    const stop = store.subscribe(tell);
    return () => { stop(); document.removeEventListener("theme", colour); };
  }, []);
  useEffect(() => {
    if (state && !told.current.has(state)) store.dispatch({ type: "show", state: { ...store.state, ...state } });
  }, [state]);
  useEffect(() => { if (action) store.dispatch(action); }, [action]);
  return null;
}

/** Shows its children in the element `[data-island="<place>"]` of the page; nothing where there is none. */
export function Island({ place, children }) {
  const element = document.querySelector(`[data-island="${CSS.escape(place)}"]`);
  useLayoutEffect(() => {
    element?.dispatchEvent(new CustomEvent("island", { bubbles: true, detail: { shown: true } }));
    return () => element?.dispatchEvent(new CustomEvent("island", { bubbles: true, detail: { shown: false } }));
  }, [element]);
  return element && window.ReactDOM.createPortal(createElement(window.React.Fragment, null, children), element);
}
