/** Names of what is kept in the browser, for the worker that keeps it and for pages that ask whether it is there. */

/** What caches of one worker begin with; folder: the path of the pages that are its own, such as "/en/". */
export function cachesOf(folder) {
  return `kakehashi ${folder} `;
}

/** The cache that holds one edition, or nothing of it yet. */
export function cacheOf(folder, edition) {
  return cachesOf(folder) + edition;
}

/** An entry that says: everything is here that a screen (such as "kiosk") needs. */
export function markOf(folder, screen) {
  return `${folder}kept/${screen}`;
}
