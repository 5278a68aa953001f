/** Runs a task when what has just changed is on the screen; soon where nothing is painted. */
export function afterPaint(task) {
  if (document.hidden) setTimeout(task);
  else requestAnimationFrame(() => setTimeout(task));
}
