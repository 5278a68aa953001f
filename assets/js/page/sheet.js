/**
 * On a phone the card is a sheet over the lower part of the view. Its grip, a button, pulls it up to almost all of it and
 * back: by a tap, a key or a drag. It stays as it is from card to card; whoever goes elsewhere finds it low again, since it
 * would cover what has the focus.
 */
import { keepInSight } from "./list.js";

const LEAST_PX = 24; // of a pull; what is less is a tap

/** Listens to the grip; gives lower(), for when another view is asked for or nothing is chosen any more. */
export function followGrip() {
  const card = document.getElementById("card");
  const grip = document.getElementById("card-grip");
  let from = null; // where a pull began, and how high the sheet was
  let wasPulled = false;

  const isRaised = () => "raised" in document.body.dataset;
  const head = () => document.querySelector(".masthead").getBoundingClientRect().bottom;

  function raise(raised) {
    card.style.setProperty("--head", `${Math.max(0, head())}px`);
    document.body.toggleAttribute("data-raised", raised);
    grip.setAttribute("aria-expanded", String(raised));
    if (!raised) Promise.allSettled(card.getAnimations().map(({ finished }) => finished)).then(keepInSight);
  }

  function end() {
    from = null;
    card.style.removeProperty("--pulled");
    delete document.body.dataset.pulled;
  }

  grip.addEventListener("pointerdown", (event) => {
    wasPulled = false;
    if (event.button) return;
    grip.setPointerCapture(event.pointerId);
    from = { y: event.clientY, height: card.offsetHeight };
  });
  grip.addEventListener("pointermove", (event) => {
    const way = from && from.y - event.clientY;
    if (!from || (!wasPulled && Math.abs(way) < LEAST_PX)) return;
    wasPulled = true;
    card.style.setProperty("--head", `${Math.max(0, head())}px`);
    card.style.setProperty("--pulled", `${from.height + way}px`);
    document.body.dataset.pulled = "";
  });
  grip.addEventListener("pointerup", (event) => {
    const way = from && from.y - event.clientY;
    end();
    if (wasPulled) raise(way > 0);
  });
  grip.addEventListener("pointercancel", end);
  grip.addEventListener("click", (event) => {
    if (!wasPulled || !event.detail) raise(!isRaised()); // a key has no detail
  });
  document.addEventListener("focusin", ({ target }) => {
    if (isRaised() && !target.closest("#card, .tabs")) raise(false);
  });
  return { lower: () => { if (isRaised()) raise(false); } };
}
