/**
 * Runs in the page before anything else and notes when things are on the screen.
 *
 * kakehashiBench = {
 *   moments: {name: ms since the navigation began, after the paint},
 *     names: first-content, label (the first on the map), selected, ready, controls, map (the last two: awake and painted),
 *   quiet() -> ms since the last long task ended,
 *   reachedAt: when a finger or button went down or the focus moved for the first time after watchReach(),
 *     in the same ms,
 *   when(name) -> promise of a moment; it is broken after a minute,
 *   early: taps that came before the page could answer them (each would have loaded a page),
 *   clicks: [{id, from, to, lit, fades}], drags: [{from, to, redrawn}]: from the input to after the paint, while
 *     `watching` is on; lit: when the highlight had faded in, too,
 *   redraws: how often the map has followed the mouse,
 *   slow: [{name, startTime, duration}] as the browser times its events, tasks: [{start, duration}] of more than 50 ms
 * }
 */
(() => {
  if (window !== window.top || window.kakehashiBench) return;
  const PATIENCE_MS = 60_000;
  const waiting = new Map();
  const bench = { moments: {}, early: 0, clicks: [], drags: [], slow: [], tasks: [], redraws: 0, watching: false };
  window.kakehashiBench = bench;

  /** Resolves right after the next frame has been styled, laid out and painted. */
  bench.painted = () => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });

  bench.when = (name) => (name in bench.moments
    ? Promise.resolve(bench.moments[name])
    : new Promise((resolve, reject) => {
      waiting.set(name, [...(waiting.get(name) || []), resolve]);
      setTimeout(() => reject(new Error(`never painted: ${name}`)), PATIENCE_MS);
    }));

  const noted = new Set();
  const note = (name, time) => {
    if (noted.has(name)) return;
    noted.add(name);
    Promise.resolve(time ?? bench.painted()).then((at) => {
      bench.moments[name] = at;
      for (const resolve of waiting.get(name) || []) resolve(at);
    });
  };

  const shown = (element) => Boolean(element?.getClientRects().length);

  /** The browser itself says when the text of these elements was painted, if they bear a name before it happens. */
  const nameLabels = () => {
    const labels = document.querySelectorAll("#map-stage > a.label, #map-stage > a.label *");
    for (const element of labels) element.setAttribute("elementtiming", "label");
    return labels.length > 0;
  };
  const growth = new MutationObserver(() => { if (nameLabels()) growth.disconnect(); });
  growth.observe(document, { childList: true, subtree: true });

  const checkStates = () => {
    const id = document.body?.dataset.selected;
    if (id && shown(document.querySelector(`#card-body [data-card-of="${CSS.escape(id)}"]`))) note("selected");
    if (document.querySelector(".filter-menu[data-taken]")) note("controls");
    if (document.body && "live" in document.body.dataset) note("ready");
    if (shown(document.querySelector("#map-stage[data-painted=plotly]"))) note("map");
  };
  // A card is filled after the selection has been written down, the first one when its file has come.
  new MutationObserver(checkStates).observe(document, {
    attributes: true, childList: true, subtree: true, attributeFilter: ["data-selected", "data-painted", "data-taken", "data-live"],
  });

  const observe = (type, each, options = {}) => new PerformanceObserver((list) => list.getEntries().forEach(each))
    .observe({ type, buffered: true, ...options });
  observe("element", (entry) => { if (entry.identifier === "label") note("label", entry.renderTime || entry.loadTime); });
  observe("paint", (entry) => { if (entry.name === "first-contentful-paint") note("first-content", entry.startTime); });
  observe("longtask", ({ startTime, duration }) => bench.tasks.push({ start: startTime, duration }));
  observe("event", ({ name, startTime, duration }) => {
    if (bench.watching && name === "click") bench.slow.push({ name, startTime, duration });
  }, { durationThreshold: 16 });

  bench.quiet = () => performance.now() - Math.max(0, ...bench.tasks.map(({ start, duration }) => start + duration));
  bench.watchReach = () => {
    const reach = (event) => { bench.reachedAt ??= event.timeStamp; };
    for (const name of ["pointerdown", "focusin"]) addEventListener(name, reach, { capture: true, once: true });
  };

  addEventListener("click", (event) => {
    if (!bench.watching) return;
    const from = event.isTrusted ? event.timeStamp : performance.now();
    bench.painted().then((to) => untilLit(document.body.dataset.selected, from, to));
  }, true);
  /** A highlight that fades in is there when it has faded in, not at its first frame. */
  const untilLit = async (id, from, to) => {
    const marks = document.querySelectorAll(`:is(#map-stage, #network-stage) [data-mark="${CSS.escape(id)}"]`);
    const fades = [...marks].flatMap((mark) => mark.getAnimations({ subtree: true }));
    await Promise.allSettled(fades.map((fade) => fade.finished));
    bench.clicks.push({ id, from, to, lit: fades.length ? await bench.painted() : to, fades: fades.length });
  };

  addEventListener("mousemove", () => {
    if (!bench.watching) return;
    const from = performance.now();
    const before = bench.redraws;
    bench.painted().then((to) => bench.drags.push({ from, to, redrawn: bench.redraws > before }));
  }, true);

  /** A link that nobody has taken over yet would load a page; here it is only counted, and tried again. */
  addEventListener("click", (event) => {
    if (event.defaultPrevented || !event.target.closest?.("a[data-select], a[href^='?']")) return;
    event.preventDefault();
    bench.early += 1;
  });
})();
