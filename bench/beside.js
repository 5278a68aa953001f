/**
 * Runs in the explorer and in the page written by hand before anything else, and asks both the same questions.
 *
 * besideBench = {
 *   ready: ms since the navigation began, when map and network stood painted and could be chosen from; null until then,
 *   when("ready") -> promise of that,
 *   tasks: [[start, duration]] of more than 50 ms,
 *   quiet() -> ms since the last of them ended,
 *   targets(ids) -> [{id, x, y}] of those whose place on the map nothing covers,
 *   arm(id) -> false when the thing is lit already; else `chosen` is a promise of ms from the finger's or the mouse's
 *     end to the end of the first frame in which the thing is lit on the map and in the network
 * }
 */
(() => {
  if (window !== window.top) return;
  const PATIENCE_MS = 15_000;
  const count = (selector) => document.querySelectorAll(selector).length;
  const all = (selector, id) => [...document.querySelectorAll(`${selector}="${CSS.escape(id)}"]`)];
  const EXPLORER = {
    isReady: () => "live" in document.body.dataset && document.documentElement.dataset.early !== "network"
      && count("[data-view=map] [data-ends]") >= 8 && count("[data-view=network] .label") >= 25,
    onMap: (id) => all("[data-view=map] .label[data-mark", id)[0],
    isLit: (id) => ["map", "network"].every((view) =>
      all(`[data-view=${view}] .label[data-mark`, id)[0]?.matches(".is-selected")),
    whole: (id) => `[data-mark="${CSS.escape(id)}"]`,
    map: "#map-stage",
  };
  const BY_HAND = {
    isReady: () => count("#map .tie") >= 8 && count("#map .place") >= 8 && count("#network .node") >= 25,
    onMap: (id) => all("#map [data-id", id)[0].querySelector("circle"),
    isLit: (id) => ["map", "network"].every((view) => all(`#${view} [data-id`, id)[0]?.matches(".is-selected")),
    whole: (id) => `[data-id="${CSS.escape(id)}"]`,
    map: "#map",
  };
  const page = () => ("mode" in document.body.dataset ? EXPLORER : BY_HAND);

  const bench = { ready: null, tasks: [] };
  window.besideBench = bench;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.tasks.push([startTime, duration]);
  }).observe({ type: "longtask", buffered: true });

  /** What first holds within a frame is painted by that frame; the message comes right after. */
  const until = (holds, deadline = Infinity) => new Promise((resolve, reject) => {
    const look = (now) => {
      if (holds()) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      } else if (now > deadline) reject(new Error("never painted"));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const ready = until(() => document.body && page().isReady()).then((time) => (bench.ready = time));
  bench.when = () => ready;

  bench.quiet = () => performance.now() - Math.max(0, ...bench.tasks.map(([start, duration]) => start + duration));

  bench.targets = (ids) => {
    document.querySelector(page().map).scrollIntoView({ block: "center", behavior: "instant" });
    return ids.flatMap((id) => {
      const box = page().onMap(id)?.getBoundingClientRect();
      if (!box?.width) return [];
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return document.elementFromPoint(x, y)?.closest(page().whole(id)) ? [{ id, x, y }] : [];
    });
  };

  bench.arm = (id) => {
    if (page().isLit(id)) return false;
    let from = NaN;
    addEventListener("pointerup", (event) => { from = event.timeStamp; }, { capture: true, once: true });
    bench.chosen = until(() => page().isLit(id), performance.now() + PATIENCE_MS).then((to) => to - from);
    return true;
  };
})();
