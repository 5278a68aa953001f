/** What is heavy sleeps until somebody reaches for it. Nothing here runs by itself. */

/** {name: addresses of scripts} -> wake(name): loads the scripts of that name once, in their order; resolves when they have run. */
export function createWake(scripts) {
  const woken = new Map();
  return (name) => {
    if (!woken.has(name)) woken.set(name, loadScripts(scripts[name] || []));
    return woken.get(name);
  };
}

/** Loads scripts in their order, each once the one before has run; one that does not come is no fault of the page. */
function loadScripts(addresses) {
  return Promise.all(addresses.map((address) => new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = address;
    script.async = false; // keeps their order
    script.onload = resolve;
    script.onerror = resolve;
    document.head.append(script);
  })));
}
