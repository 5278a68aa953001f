/** Where a box may stand among names. Pure. */

const FROM_NAMES = 4; // pixels between the box and a name

/**
 * The place {left, top} of a box of {width, height} within room that covers least, and of several as good the nearest to
 * what it belongs to. room: {left, top, right, bottom}; own: boxes that it belongs to; things: boxes [{…, weight}] of what
 * it should not cover, the more the greater its weight, which is a length of the way it would rather go.
 */
export function placeBox({ width, height }, room, own, things) {
  const within = (value, least, most) => Math.max(least, Math.min(value, most));
  const places = (low, high, size, edges) => [...new Set(edges.flatMap(([from, to]) => [to + FROM_NAMES, from - FROM_NAMES - size])
    .concat(low).map((value) => Math.round(within(value, low, Math.max(low, high - size)))))];
  const all = [...own, ...things];
  const across = places(room.left, room.right, width, all.map(({ left, right }) => [left, right]));
  const down = places(room.top, room.bottom, height, all.map(({ top, bottom }) => [top, bottom]));
  let best = null;
  for (const left of across) {
    for (const top of down) {
      const box = { left, top, right: left + width, bottom: top + height };
      let cost = Math.min(...own.map((each) => distance(box, each)));
      for (const thing of things) if (meets(box, thing)) cost += thing.weight;
      if (!best || cost < best.cost) best = { left, top, cost };
    }
  }
  return { left: best.left, top: best.top };
}

function meets(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function distance(one, other) {
  return Math.hypot(Math.max(other.left - one.right, 0, one.left - other.right), Math.max(other.top - one.bottom, 0, one.top - other.bottom));
}
