const MARGIN_MS = 8; // for the browser to hand the frame on, and for whoever presses again

/** Runs a task when what has just changed is on the screen; soon where nothing is painted. */
export function afterPaint(task) {
  if (document.hidden) setTimeout(task);
  else requestAnimationFrame(() => setTimeout(task, MARGIN_MS));
}
