/** Which of several boxes a pointer meant. Pure. */

/**
 * The box nearest to a point with how far away it is, or null when the point is further than `reach` from all of them.
 * boxes: [{left, top, right, bottom, …}]; the distance to a box is 0 inside it, and of several as near the one is meant
 * whose middle is nearest.
 */
export function nearest(boxes, x, y, reach) {
  let best = null;
  for (const box of boxes) {
    const away = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    if (away > reach) continue;
    const off = Math.hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y);
    if (!best || away < best.away || (away === best.away && off < best.off)) best = { box, away, off };
  }
  return best;
}

/** How far a point is from a line of points [[x, y], …] that is cut where two are further apart than `gap`. */
export function distanceToLine(points, x, y, gap = Infinity) {
  let least = Infinity;
  for (let place = 1; place < points.length; place += 1) {
    const [[fromX, fromY], [toX, toY]] = [points[place - 1], points[place]];
    const [across, down] = [toX - fromX, toY - fromY];
    if (Math.hypot(across, down) > gap) continue;
    const along = Math.max(0, Math.min(1, ((x - fromX) * across + (y - fromY) * down) / (across ** 2 + down ** 2 || 1)));
    least = Math.min(least, Math.hypot(fromX + along * across - x, fromY + along * down - y));
  }
  return least;
}
