/** Fetch every font now, for screens that later show what they have not shown yet: no text may change its face then. */
export function loadEveryFont() {
  for (const face of document.fonts) face.load().catch(() => {}); // without it the text stands in the machine's own
}
