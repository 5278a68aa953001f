/** Which of several boxes a finger meant. Pure. */

/**
 * The box nearest to a point, or null when the point is further than `reach` from all of them.
 * boxes: [{left, top, right, bottom, …}]; the distance to a box is 0 inside it.
 */
export function nearest(boxes, x, y, reach) {
  let best = null;
  let least = reach;
  for (const box of boxes) {
    const away = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    if (away <= least && (best === null || away < least)) [best, least] = [box, away];
  }
  return best;
}
