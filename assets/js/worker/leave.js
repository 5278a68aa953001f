/** Takes the place of a worker that is to be there no more: forgets everything that was kept, and then itself. */
import { cachesOf } from "../core/kept.js";

const folder = new URL(".", location).pathname;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) if (name.startsWith(cachesOf(folder))) await caches.delete(name);
  await self.registration.unregister();
}
