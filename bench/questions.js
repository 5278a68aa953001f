/** What the measurements ask the page, as functions of kakehashiBench; none of them changes what is measured. */
(() => {
  const bench = window.kakehashiBench;
  if (!bench || bench.firstLabel) return;
  const link = (id) => document.querySelector(`#list [data-entity="${CSS.escape(id)}"] a`);
  const marked = (picture, id) => [...document.querySelectorAll(`#${picture}-stage [data-mark="${CSS.escape(id)}"]`)];
  /** [x, y] within an element, not far from its beginning; null when it takes no room. */
  const place = (element) => {
    const box = element?.getBoundingClientRect();
    return box?.width ? [box.x + Math.min(60, box.width / 2), box.y + box.height / 2] : null;
  };

  Object.assign(bench, {
    firstLabel: () => [...document.querySelectorAll("#map-stage > a.label")].map(place).find(Boolean),
    /** A place of the map where nothing but the map is. */
    freePlace: () => {
      const box = document.getElementById("map-stage").getBoundingClientRect();
      const shares = [0.5, 0.6, 0.4, 0.7, 0.3];
      for (const down of shares) for (const across of shares) {
        const [x, y] = [box.x + box.width * across, box.y + box.height * down];
        if (document.elementFromPoint(x, y)?.matches("#map-plot .drag, #map-plot .bglayer *, #map-plot rect")) return [x, y];
      }
      throw new Error("the map is covered everywhere");
    },

    tab: (pane) => place(document.querySelector(`.tabs [data-pane="${pane}"]`)),

    /** Long tasks as [start, duration], files as [address, start, end, bytes], and the moments; times in ms. */
    explain: () => ({
      tasks: bench.tasks.map(({ start, duration }) => [Math.round(start), Math.round(duration)]),
      files: performance.getEntriesByType("resource").map((entry) => [
        entry.name.replace(location.origin, ""), Math.round(entry.startTime), Math.round(entry.responseEnd),
        entry.transferSize,
      ]),
      moments: bench.moments,
    }),

    /** Ids of the list that are drawn on the map or in the network. */
    drawn: () => [...document.querySelectorAll("#list [data-entity]")].map((item) => item.dataset.entity)
      .filter((id) => marked("map", id).length + marked("network", id).length),

    intoView: (id) => {
      link(id).scrollIntoView({ block: "center", behavior: "instant" });
      return place(link(id));
    },

    clickInPage: (id) => {
      bench.clicks.length = 0;
      link(id).click();
    },

    /** The click that was made, once it has been painted, and how long the browser says that it took. */
    collect: async () => {
      for (let frames = 0; !bench.clicks.length; frames += 1) {
        if (frames > 300) throw new Error("no click has come");
        await bench.painted();
      }
      await bench.painted();
      return { click: bench.clicks.splice(0)[0], slow: bench.slow.splice(0) };
    },

    /** The pictures' elements of a thing, by picture: drawn, lit, and how many others are lit without a reason. */
    highlighted: (id) => Object.fromEntries(["map", "network"].map((picture) => {
      const all = marked(picture, id);
      const stray = document.querySelectorAll(`#${picture}-stage .is-selected[data-mark]:not([data-mark="${CSS.escape(id)}"])`);
      const lit = all.filter((mark) => mark.matches(".is-selected"));
      return [picture, { drawn: all.length, lit: lit.length, stray: stray.length }];
    })),

    watch: () => { bench.watching = true; },

    watchDrag: () => {
      document.getElementById("map-plot").on("plotly_relayouting", () => { bench.redraws += 1; });
      bench.watching = true;
    },

    dragged: async () => {
      await bench.painted();
      await bench.painted();
      return { drags: bench.drags, redraws: bench.redraws };
    },
  });
})();
