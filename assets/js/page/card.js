/** Shows a card from its template. */
export function showCard(id) {
  const template = document.querySelector(`template[data-card="${CSS.escape(id)}"]`);
  const body = document.getElementById("card-body");
  if (!template || !body) return;
  const hadFocus = document.getElementById("card").contains(document.activeElement);
  window.Kakehashi?.marks.forget(body);
  body.replaceChildren(template.content.cloneNode(true));
  body.scrollTop = 0;
  if (hadFocus) body.focus({ preventScroll: true }); // what had it is gone; the next Tab goes on from here
  document.getElementById("card-close").hidden = !id;
  window.Kakehashi?.marks.collect(body);
}
