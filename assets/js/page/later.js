/** Loads the big bundles once the page can be read: in order, one after the other, with nothing waiting for them. */
export function loadLater(program) {
  const block = document.getElementById("later");
  if (!block) return;
  program.later = JSON.parse(block.textContent);
  const begin = () => requestAnimationFrame(() => setTimeout(() => loadAll(program), 0));
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}

async function loadAll(program) {
  await Promise.all(program.later.scripts.map(load));
  for (const start of program.whenLoaded) start();
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
