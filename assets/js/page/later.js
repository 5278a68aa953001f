/**
 * Loads the big bundles once the page can be read: in order, with nothing waiting for them. Each starts its own work as
 * soon as it is there; what it will ask for is fetched meanwhile.
 */
export function loadLater(program) {
  const block = document.getElementById("later");
  if (!block) return;
  program.later = JSON.parse(block.textContent);
  const begin = () => requestAnimationFrame(() => setTimeout(() => loadAll(program), 0));
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}

async function loadAll(program) {
  const scripts = Promise.all(program.later.scripts.map(load));
  program.figures = fetch(program.later.figures[program.theme()], { priority: "low" }).then((answer) => answer.json());
  const coastlines = fetch(`${program.later.topojson}world_110m.json`, { priority: "low" });
  await Promise.allSettled([scripts, program.figures, coastlines]);
  loadFonts();
}

/** Fetches the small fonts of the partners' scripts, so that no selection has to ask the server for one. */
function loadFonts() {
  const names = [...document.fonts].filter((face) => face.family.includes("Kakehashi Names"));
  for (const face of names) face.load().catch(() => {}); // without one, the machine's own font is used
}

function load(url) {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = url;
    script.async = false; // keeps their order
    script.onload = resolve;
    script.onerror = resolve; // the page goes on as it is
    document.head.append(script);
  });
}
