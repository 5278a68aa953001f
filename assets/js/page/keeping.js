/**
 * Asks the browser to keep what is on the screen, so that it can be reloaded without the server. It begins when the page
 * has come and nothing else is to be done; never where a reader saves data, and never without HTTPS, as browsers have it.
 */
import { cacheOf, markOf } from "../core/kept.js";

const BUSY = 5000; // ms after which what is kept waits no longer for a machine at rest

/**
 * workers: their addresses, one for each language that is kept; none keeps nothing.
 * wish: {screen}, the name of a screen of which everything is kept, or {} for what has been seen.
 * Gives tend(edition), which sees to it that this edition is kept, and gives whether all of it is.
 */
export function keepOnScreen(workers, wish) {
  const container = navigator.serviceWorker;
  if (!container || !workers.length || navigator.connection?.saveData) return async () => false;
  const ask = ({ installing, waiting, active }) => {
    (installing || waiting || active)?.postMessage(wish.screen ? wish : { seen: addressesSeen() });
  };
  const registrations = comeToRest().then(async () => {
    const found = await Promise.all(workers.map((worker) => container.register(worker).catch(() => null)));
    return found.filter(Boolean).map((registration) => {
      ask(registration);
      registration.addEventListener("updatefound", () => ask(registration));
      return registration;
    });
  });

  return async (edition) => {
    const isThere = await Promise.all((await registrations).map((each) => tendOne(each, edition)));
    return isThere.length > 0 && isThere.every(Boolean);
  };

  async function tendOne(registration, edition) {
    const folder = new URL(registration.scope).pathname;
    const name = cacheOf(folder, edition);
    if (!(await caches.has(name))) await registration.update().catch(() => {});
    else if (await (await caches.open(name)).match(markOf(folder, wish.screen))) return true;
    else ask(registration);
    return false;
  }
}

function addressesSeen() {
  const seen = performance.getEntriesByType("resource").map(({ name }) => name);
  return [location.origin + location.pathname, ...seen.filter((name) => !name.includes("?"))];
}

/** Resolves when the page has come and nothing else is to be done; on a busy machine, after a while all the same. */
function comeToRest() {
  return new Promise((done) => {
    const wait = () => (window.requestIdleCallback ? requestIdleCallback(done, { timeout: BUSY }) : setTimeout(done));
    if (document.readyState === "complete") wait();
    else addEventListener("load", wait, { once: true });
  });
}
