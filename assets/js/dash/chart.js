/** A Plotly figure in the look of the house. Colours may be tokens of the style sheet; they follow the appearance. */
const { createElement, useEffect, useRef, useState } = window.React;
const SETTINGS = { displayModeBar: false, responsive: true, doubleClick: false, showTips: false };

export function Chart({ id, figure, setProps }) {
  const place = useRef(null);
  const clicks = useRef(0);
  const [look, setLook] = useState(0);
  useEffect(() => {
    const again = () => setLook((before) => before + 1);
    document.addEventListener("theme", again);
    return () => { document.removeEventListener("theme", again); window.Plotly.purge(place.current); };
  }, []);
  useEffect(() => {
    if (!figure) return;
    const element = place.current;
    const isNew = !element.on;
    const { data, layout } = coloured(figure, element);
    window.Plotly.react(element, data, layout, SETTINGS);
    if (isNew) element.on("plotly_click", ({ points: [{ customdata }] }) => {
      clicks.current += 1; // so that a second choice of the same bar is news
      setProps({ clicked: { means: customdata, count: clicks.current } });
    });
  }, [figure, look]);
  return createElement("div", { id, ref: place, className: "chart-plot" });
}

/** A copy of a figure in which the browser has looked up every token. */
function coloured(figure, element) {
  const probe = element.ownerDocument.createElement("i");
  element.append(probe);
  const look = (value) => {
    if (typeof value === "string" && value.startsWith("var(")) {
      probe.style.color = value;
      return getComputedStyle(probe).color;
    }
    if (Array.isArray(value)) return value.map(look);
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, look(each)]));
    return value;
  };
  const found = look(figure);
  probe.remove();
  return found;
}
