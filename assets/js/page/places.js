/** Where enlarging a map leads, in pixels of the stage: to what is selected, else to the homes; null where neither is there. */
export function placeOfInterest(stage, markers, homes) {
  const all = [...stage.querySelectorAll(markers)];
  const chosen = all.filter((marker) => marker.matches(".is-selected"));
  const points = (chosen.length ? chosen : all.filter((marker) => homes.includes(marker.dataset.mark)))
    .map((marker) => (marker.querySelector(".disc") || marker).getBoundingClientRect());
  if (!points.length) return null;
  const { left, top } = stage.getBoundingClientRect();
  const middle = (start, size) => points.reduce((sum, box) => sum + box[start] + box[size] / 2, 0) / points.length;
  return [middle("left", "width") - left, middle("top", "height") - top];
}
