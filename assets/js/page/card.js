/** Cards: fetched once for all, each parsed when it is first asked for, shown in their one place. */

const CARD = /<template data-card="([^"]*)">(.*?)<\/template>/gs;

/** address of all cards of a language -> {ask, fetch}. ask(id) gives a promise of the card's content, null when there is none. */
export function createCards(address) {
  let coming = null;
  const fetchAll = () => {
    coming ||= fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
      return new Map([...(await answer.text()).matchAll(CARD)].map(([, id, source]) => [id, source]));
    }).catch((fault) => {
      coming = null; // the next selection tries again
      console.warn("the cards did not come:", fault.message);
      return new Map();
    });
    return coming;
  };
  const ask = async (id) => {
    const source = (await fetchAll()).get(id);
    return source === undefined ? null : document.createRange().createContextualFragment(source);
  };
  return { ask, fetch: fetchAll };
}

/** Puts the content of a card into its place below root; id: what it is about, "" for the welcome. */
export function showCard(root, id, content, marks) {
  const body = root.querySelector("#card-body");
  const hadFocus = root.querySelector("#card").contains(document.activeElement);
  if (body.scrollTop) body.scrollTop = 0; // before the change: after it this would wait for a layout
  marks.forget(body);
  body.replaceChildren(content);
  marks.collect(body);
  if (hadFocus) body.focus({ preventScroll: true }); // what had it is gone; the next Tab goes on from here
  root.querySelector("#card-close").hidden = !id;
}
