import { tellOpenings } from "./opening.js";

/** Puts the content of a card into its place below root; id: what it is about, "" for the welcome. */
export function showCard(root, id, content, marks) {
  const body = root.querySelector("#card-body");
  const hadFocus = root.querySelector("#card").contains(document.activeElement);
  if (body.scrollTop) body.scrollTop = 0; // before the change: after it this would wait for a layout
  marks.forget(body);
  body.replaceChildren(content);
  marks.collect(body);
  tellOpenings();
  if (hadFocus) body.focus({ preventScroll: true }); // what had it is gone; the next Tab goes on from here
  root.querySelector("#card-close").hidden = !id;
}
