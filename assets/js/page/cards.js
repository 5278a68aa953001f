/**
 * The cards of a language: fetched once, after the page is there, and kept, so that they can be shown without the server.
 *
 * keepCards(address) -> {load, get}. load() fetches them if they are not here yet, and never fails; get(id) gives a card
 * as a fragment of the caller's own, null when there is none or they have not come.
 */
const CARD = /<template data-card="([^"]*)">([\s\S]*?)<\/template>/g;

export function keepCards(address) {
  const kept = new Map(); // id -> HTML; it is parsed when it is shown, since most cards never are
  let coming = null;

  async function fetchAll() {
    const answer = await fetch(address, { cache: "no-cache" });
    if (!answer.ok) throw new Error(String(answer.status));
    for (const [, id, html] of (await answer.text()).matchAll(CARD)) kept.set(id, html);
  }

  return {
    load: () => (coming ||= fetchAll().catch(() => { coming = null; })), // asked for again the next time
    get(id) {
      if (!kept.has(id)) return null;
      const parsed = new DOMParser().parseFromString(`<template>${kept.get(id)}</template>`, "text/html");
      return seenFromHere(document.importNode(parsed.querySelector("template").content, true), address);
    },
  };
}

/** In a published copy a card names other files from where it lies itself; the page that shows it lies elsewhere. */
function seenFromHere(card, address) {
  if (!address.startsWith(".")) return card;
  const base = new URL(address, location.href);
  for (const name of ["href", "data-opening"]) {
    for (const each of card.querySelectorAll(`[${name}^="../"]`)) each.setAttribute(name, new URL(each.getAttribute(name), base).href);
  }
  return card;
}
