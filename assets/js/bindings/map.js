/** The map in Plotly: the server's frame, filled to the stage, and labels that follow when it is dragged. */
import { placeOfInterest } from "../page/places.js";
import { growCurves } from "./growing.js";
import { drawPicture } from "./marked.js";

const RADIANS = Math.PI / 180;
const ZOOM_STEP = 1.6;
const LARGEST = 24;
const MOVES = { "move-up": [0, -1], "move-left": [-1, 0], "move-right": [1, 0], "move-down": [0, 1] };
const MOVE_SHARE = 0.3; // of the stage

/** Latitude in degrees -> northing of Braun's stereographic cylinder in sphere radii, and back. */
const northing = (lat) => 2 * Math.tan((lat * RADIANS) / 2);
const latitude = (y) => (2 * Math.atan(y / 2)) / RADIANS;

/**
 * The ranges of longitude and latitude that fill a stage of width x height pixels when the frame is fitted into it,
 * centred across and at the top. frame: {lon: [west, east], lat: [south, north]} in degrees.
 */
export function fillStage(frame, width, height) {
  const top = northing(frame.lat[1]);
  const scale = Math.min(width / ((frame.lon[1] - frame.lon[0]) * RADIANS), height / (top - northing(frame.lat[0])));
  const halfLon = Math.min(180, width / scale / RADIANS / 2);
  const south = Math.max(-89, latitude(top - height / scale));
  const middle = (frame.lon[0] + frame.lon[1]) / 2;
  return {
    lon: [middle - halfLon, middle + halfLon],
    lat: [flatten(south, halfLon), flatten(frame.lat[1], halfLon)],
    middleLat: latitude((top + northing(south)) / 2),
    domainX: [0.5 - (halfLon * RADIANS * scale) / width, 0.5 + (halfLon * RADIANS * scale) / width],
    domainY: [1 - ((top - northing(south)) * scale) / height, 1],
  };
}

/**
 * Plotly fits a box whose sides run along four great circles each, which bulge towards the pole: the latitude whose
 * bulge reaches just `lat` degrees.
 */
function flatten(lat, halfLon) {
  return Math.atan(Math.tan(lat * RADIANS) * Math.cos((halfLon / 4) * RADIANS)) / RADIANS;
}

export async function drawMap(program, figures) {
  const stage = document.getElementById("map-stage");
  const plot = document.getElementById("map-plot");
  if (!stage || !plot || !figures.map.data.length) return null; // of a world without ties the server's picture says it all
  const { frame } = figures.map.layout.meta;
  const picture = await drawPicture(program, {
    stage, plot,
    figure: figures.map,
    config: { topojsonURL: program.later.topojson },
    fit: (layout, width, height) => fit(layout, frame, width, height),
    goOn: async (drawn) => {
      await program.mapView.atRest();
      const { width, height } = drawn.layout;
      await window.Plotly.relayout(drawn, viewOf(program.mapView.view, frame, width, height));
      program.mapView.release();
    },
    follow: (drawn) => {
      moveLabels(drawn, stage, frame);
      stage.querySelector(".zoom").classList.toggle("is-enlarged", drawn._fullLayout.geo.projection.scale > 1);
    },
  });
  program.map = picture;
  offerZoom(stage, plot, picture, program.vocabulary.home);
  growCurves(program.store, stage);
  return picture;
}

function fit(layout, frame, width, height) {
  const filled = fillStage(frame, width, height);
  layout.geo.domain = { x: filled.domainX, y: filled.domainY };
  layout.geo.lonaxis = { ...layout.geo.lonaxis, range: filled.lon };
  layout.geo.lataxis = { ...layout.geo.lataxis, range: filled.lat };
  layout.geo.projection = { ...layout.geo.projection, scale: 1, rotation: { lon: frame.center_lon } };
  layout.geo.center = { lon: (filled.lon[0] + filled.lon[1]) / 2, lat: filled.middleLat };
  return layout;
}

/** What Plotly must be told to show the view that the server's picture has now; see page/map-wake.js. */
function viewOf({ zoom, x, y }, frame, width, height) {
  const filled = fillStage(frame, width, height);
  const unit = Math.min(width / frame.width, height / frame.height);
  const [middleX, middleY] = [width / 2, height * (1 - (filled.domainY[0] + filled.domainY[1]) / 2)];
  const across = ((middleX - x) / zoom - (width - frame.width * unit) / 2) / unit;
  const down = (middleY - y) / zoom / unit;
  const degrees = (frame.lon[1] - frame.lon[0]) / frame.width;
  return {
    "geo.projection.scale": zoom,
    "geo.center.lon": frame.lon[0] + across * degrees,
    "geo.center.lat": latitude(northing(frame.lat[1]) - down * degrees * RADIANS),
  };
}

/** Two points tell how the view box lies on the stage now: pixels per unit, and where its corner is. */
function moveLabels(plot, stage, frame) {
  const projection = plot._fullLayout.geo._subplot?.projection;
  if (!projection) return;
  const [west, north] = [frame.lon[0], frame.lat[1]];
  const corner = projection([west, north]);
  const other = projection([frame.center_lon, frame.lat[0]]);
  const perUnit = (other[1] - corner[1]) / frame.height;
  const world = 2 * Math.PI * projection.scale();
  const middle = corner[0] + (perUnit * frame.width) / 2;
  const turns = Math.round((middle - plot.layout.width / 2) / world);
  stage.style.setProperty("--k", `${perUnit}px`);
  stage.style.setProperty("--ox", `${corner[0] - turns * world}px`);
  stage.style.setProperty("--oy", `${corner[1]}px`);
}

function offerZoom(stage, plot, picture, homes) {
  const group = stage.querySelector(".zoom");
  let moved = false; // then enlarging keeps to where the reader has gone
  plot.on("plotly_relayouting", () => { moved = true; });
  group.addEventListener("click", (event) => {
    const action = event.target.closest("[data-action]")?.dataset.action;
    if (action === "zoom-reset") { moved = false; picture.reset(); }
    if (MOVES[action]) { moved = true; move(plot, MOVES[action]); }
    const factor = { "zoom-in": ZOOM_STEP, "zoom-out": 1 / ZOOM_STEP }[action];
    if (!factor) return;
    const scale = Math.max(1, Math.min(LARGEST, plot._fullLayout.geo.projection.scale * factor));
    if (scale === 1) picture.reset();
    else window.Plotly.relayout(plot, { "geo.projection.scale": scale, ...aim(plot, moved ? null : placeOfInterest(plot, ".point", homes), scale) });
  });
}

/** The centre for a scale, so that a place on the stage, in pixels, comes near the middle and the map still fills the stage. */
function aim(plot, place, scale) {
  const { _subplot: { projection, midPt }, lonaxis, lataxis } = plot._fullLayout.geo;
  const [lon, lat] = projection.invert(place || midPt);
  const within = (value, [low, high]) => {
    const edge = (high - low) / 2 / scale;
    return Math.max(low + edge, Math.min(high - edge, value));
  };
  const east = lon < lonaxis.range[0] ? lon + 360 : lon; // the frame may reach across the antimeridian
  return { "geo.center.lon": within(east, lonaxis.range), "geo.center.lat": within(lat, lataxis.range) };
}

/** Moves an enlarged map by a share of its stage, never beyond its frame. */
function move(plot, [across, down]) {
  const { projection, _subplot: { midPt: [x, y] } } = plot._fullLayout.geo;
  const { width, height } = plot.layout;
  const place = [x + across * MOVE_SHARE * width, y + down * MOVE_SHARE * height];
  window.Plotly.relayout(plot, aim(plot, place, projection.scale));
}
