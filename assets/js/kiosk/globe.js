/** The globe as numbers: points on a sphere, turned and laid on the plane. Pure; no DOM. Degrees as lon, lat. */

const RADIANS = Math.PI / 180;
const STEPS = 48;
/** How far the middle of a long way is lifted, in radii: no more than the canvas has room for around the globe. */
const HIGHEST = 0.12;
const ASIDE = 26 * RADIANS; // how far beside an arc one stands to look at it

/** Rings of [lon, lat, lon, lat, …] -> rings of unit vectors in one Float32Array: {points, starts}. */
export function buildLand(rings) {
  const starts = [0];
  for (const ring of rings) starts.push(starts.at(-1) + ring.length / 2);
  const points = new Float32Array(starts.at(-1) * 3);
  let place = 0;
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      points.set(vector(ring[at], ring[at + 1]), place);
      place += 3;
    }
  }
  return { points, starts };
}

export function vector(lon, lat) {
  const across = Math.cos(lat * RADIANS);
  return [across * Math.cos(lon * RADIANS), across * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)];
}

/** The shortest way between two points, lifted off the ground in its middle: a Float32Array of STEPS + 1 vectors. */
export function buildArc([fromLon, fromLat], [toLon, toLat]) {
  const from = vector(fromLon, fromLat);
  const to = vector(toLon, toLat);
  const angle = Math.acos(Math.min(1, Math.max(-1, dot(from, to)))) || 1e-6;
  const height = Math.min(HIGHEST, 0.04 + 0.26 * (angle / Math.PI)); // short ways too leave the ground visibly
  const points = new Float32Array((STEPS + 1) * 3);
  for (let step = 0; step <= STEPS; step += 1) {
    const share = step / STEPS;
    const lift = 1 + height * 4 * share * (1 - share);
    const [a, b] = [Math.sin((1 - share) * angle) / Math.sin(angle), Math.sin(share * angle) / Math.sin(angle)];
    for (let axis = 0; axis < 3; axis += 1) points[step * 3 + axis] = lift * (a * from[axis] + b * to[axis]);
  }
  return points;
}

/** Meridians and parallels, one each `spacing` degrees, as lines of vectors on the ground. */
export function buildGraticule(spacing = 30) {
  const shares = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS);
  const line = (place) => Float32Array.from(shares.flatMap((share) => vector(...place(share))));
  const lines = [];
  for (let lon = -180; lon < 180; lon += spacing) lines.push(line((share) => [lon, -80 + 160 * share]));
  for (let lat = spacing - 90; lat < 90; lat += spacing) lines.push(line((share) => [-180 + 360 * share, lat]));
  return lines;
}

/**
 * Where to look from so that an arc stands out against the globe: beside its middle, on the side of the equator, or for
 * an arc from north to south on the side of `centre`, a vector. Gives {lon, lat}.
 */
export function viewpoint(from, to, centre) {
  const [a, b] = [vector(...from), vector(...to)];
  const middle = unit(a.map((value, axis) => value + b[axis]));
  const across = unit([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]);
  const towards = Math.abs(across[2]) > 0.3 ? -across[2] * middle[2] : dot(across, centre);
  const side = towards < 0 ? -1 : 1;
  const [x, y, z] = middle.map((value, axis) => Math.cos(ASIDE) * value + Math.sin(ASIDE) * side * across[axis]);
  return { lon: Math.atan2(y, x) / RADIANS, lat: Math.asin(Math.min(1, Math.max(-1, z))) / RADIANS };
}

function unit(of) {
  const length = Math.hypot(...of) || 1;
  return of.map((value) => value / length);
}

function dot(a, b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** The turn that brings lon, lat to the middle: numbers for `see`. */
export function turnTo(lon, lat) {
  return { cosLon: Math.cos(lon * RADIANS), sinLon: Math.sin(lon * RADIANS), cosLat: Math.cos(lat * RADIANS), sinLat: Math.sin(lat * RADIANS) };
}

/** A vector as it is seen: [x to the right, y down, depth towards the eye], in radii. `out` is filled and returned. */
export function see(turn, points, place, out) {
  const x = points[place];
  const y = points[place + 1];
  const z = points[place + 2];
  const along = x * turn.cosLon + y * turn.sinLon;
  out[0] = y * turn.cosLon - x * turn.sinLon;
  out[1] = -(turn.cosLat * z - turn.sinLat * along);
  out[2] = turn.sinLat * z + turn.cosLat * along;
  return out;
}

/**
 * Adds the near part of the land to a path as one shape. What lies behind is drawn along the horizon, so that a coast
 * that passes it is closed there; pieces that lie behind as a whole are left out.
 */
export function traceLand(path, { points, starts }, turn, radius, centre) {
  const seen = [0, 0, 0];
  for (let ring = 0; ring < starts.length - 1; ring += 1) {
    if (!isNear(points, starts[ring], starts[ring + 1], turn, seen)) continue;
    for (let at = starts[ring]; at < starts[ring + 1]; at += 1) {
      see(turn, points, at * 3, seen);
      const scale = seen[2] < 0 ? radius / Math.hypot(seen[0], seen[1]) : radius;
      const x = centre + seen[0] * scale;
      const y = centre + seen[1] * scale;
      if (at === starts[ring]) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
}

function isNear(points, from, to, turn, seen) {
  for (let at = from; at < to; at += 1) if (see(turn, points, at * 3, seen)[2] > 0) return true;
  return false;
}

/** Adds the first `share` (0..1) of a line of vectors to a path; what the globe hides is left out. */
export function traceLine(path, line, share, turn, radius, centre) {
  const seen = [0, 0, 0];
  const last = Math.min(1, Math.max(0, share)) * (line.length / 3 - 1);
  let down = false;
  for (let step = 0; step <= last; step += 1) {
    see(turn, line, step * 3, seen);
    const hidden = seen[2] < 0 && Math.hypot(seen[0], seen[1]) < 1;
    if (!hidden) {
      if (down) path.lineTo(centre + seen[0] * radius, centre + seen[1] * radius);
      else path.moveTo(centre + seen[0] * radius, centre + seen[1] * radius);
    }
    down = !hidden;
  }
}

/** The shorter way round from one longitude to another, in degrees, -180..180. */
export function shorterWay(from, to) {
  return ((((to - from) % 360) + 540) % 360) - 180;
}
