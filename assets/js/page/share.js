const PASSING_MS = 8000;
let passing = 0; // the timer that takes the word about a copied link away

/** Shares the view: the phone's own sheet where there is one, else the link goes to the clipboard. */
export async function shareView(index) {
  const link = { title: document.title, url: location.href };
  try {
    if (navigator.share && matchMedia("(pointer: coarse)").matches) { await navigator.share(link); return; }
    await navigator.clipboard.writeText(link.url);
    notify(index.texts["share-copied"]);
    passing = setTimeout(() => { document.getElementById("notice").hidden = true; }, PASSING_MS);
  } catch (fault) {
    if (fault.name !== "AbortError") notify(`${index.texts["share-failed"]} ${link.url}`);
  }
}

function notify(text) {
  const notice = document.getElementById("notice");
  notice.textContent = text;
  notice.hidden = false;
  notice.classList.add("is-passing"); // lies over the page, so that nothing moves under the pointer
  clearTimeout(passing);
}
