/**
 * The explorer's map and network as somebody would write them by hand for this one purpose: d3-geo, SVG, nothing else.
 * What it gives up is what the program is measured against: languages, list, cards, filters, addresses, keys.
 */
import { geoNaturalEarth1, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import world from "world-atlas/countries-110m.json";
import { frame, markers, ties, nodes, edges } from "network-data";

const MAP = { width: 700, height: 460 };
const NETWORK = { width: 900, height: 760 };
const HUES = ["#1b4b7a", "#b3432b", "#6f6a5f"];
const RADIUS = { home: 6, partner: 6, organisation: 4.5 };

const draw = (parent, name, attributes, text = "") => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return parent.appendChild(element);
};
const picture = (id, { width, height }) =>
  draw(document.querySelector("main"), "svg", { id, viewBox: `0 0 ${width} ${height}` });
const hue = (home) => HUES[home] ?? HUES[2];

/** What stands for each thing, wherever it is drawn. */
const marks = new Map();
const mark = (id, element) => marks.set(id, [...(marks.get(id) ?? []), element]);

const drawMap = () => {
  const map = picture("map", MAP);
  const corners = { type: "MultiPoint", coordinates: frame.corners };
  const margin = 40;
  const projection = geoNaturalEarth1().rotate([-frame.middle, 0])
    .fitExtent([[margin, margin], [MAP.width - margin, MAP.height - margin]], corners);
  const path = geoPath(projection);
  draw(map, "path", { d: path(feature(world, world.objects.land)), class: "land" });
  draw(map, "path", { d: path(mesh(world, world.objects.countries, (one, other) => one !== other)), class: "border" });
  for (const { id, way, home } of ties) {
    const line = { type: "LineString", coordinates: way };
    mark(id, draw(map, "path", { d: path(line), class: "tie", stroke: hue(home) }));
  }
  for (const { id, name, role, at, home } of markers) {
    const [x, y] = projection(at);
    const group = draw(map, "g", { class: `place ${role}`, "data-id": id });
    draw(group, "circle", { cx: x, cy: y, r: RADIUS[role], fill: hue(home) });
    draw(group, "text", { x, y: y + 18, "text-anchor": "middle" }, name);
    mark(id, group);
  }
};

const drawNetwork = () => {
  const network = picture("network", NETWORK);
  const place = ({ x, y }) => [x * NETWORK.width, y * NETWORK.height];
  for (const [id, from, to, home] of edges) {
    const [[x1, y1], [x2, y2]] = [place(nodes[from]), place(nodes[to])];
    mark(id, draw(network, "line", { x1, y1, x2, y2, class: "edge", stroke: hue(home) }));
  }
  for (const { id, name, kind, home, ...spot } of nodes) {
    const [x, y] = place(spot);
    const group = draw(network, "g", { class: `node ${kind}`, "data-id": id });
    draw(group, "circle", { cx: x, cy: y, r: RADIUS[kind] ?? 3, fill: hue(home) });
    if (kind === "organisation") draw(group, "text", { x: x - 9, y: y + 4, "text-anchor": "end" }, name);
    else if (kind in RADIUS) draw(group, "text", { x: x + 9, y: y + 4 }, name);
    else draw(group, "title", {}, name);
    mark(id, group);
  }
};

/** What a thing is joined to, ties and edges included. */
const near = new Map();
const joined = (id, ...others) => near.set(id, [...(near.get(id) ?? []), ...others]);
const join = (line, one, other) => {
  joined(one, line, other);
  joined(other, line, one);
  joined(line, one, other);
};
for (const { id, ends } of ties) join(id, ...ends);
for (const [id, from, to] of edges) join(id, nodes[from].id, nodes[to].id);

const select = (id) => {
  for (const element of document.querySelectorAll(".is-selected, .is-near")) {
    element.classList.remove("is-selected", "is-near");
  }
  for (const other of near.get(id) ?? []) for (const each of marks.get(other) ?? []) each.classList.add("is-near");
  for (const each of marks.get(id) ?? []) each.classList.add("is-selected");
  document.querySelector("main").classList.toggle("has-selection", Boolean(id));
};

drawMap();
drawNetwork();
document.addEventListener("click", (event) => select(event.target.closest("[data-id]")?.dataset.id));
