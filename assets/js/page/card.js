/** Shows a card from its template. */
export function showCard(id) {
  const template = document.querySelector(`template[data-card="${CSS.escape(id)}"]`);
  const body = document.getElementById("card-body");
  if (!template || !body) return;
  body.replaceChildren(template.content.cloneNode(true));
  body.scrollTop = 0;
  document.getElementById("card-close").hidden = !id;
  window.Kakehashi?.marks.collect(body);
}
