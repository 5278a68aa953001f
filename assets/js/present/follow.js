/** Stage and speaker's window follow each other, without any network. */
const CHANNEL = "kakehashi-deck";

/** Tells the other windows where this one is, and goes where they are. */
export function followEachOther(store) {
  if (!window.BroadcastChannel) return;
  const channel = new BroadcastChannel(CHANNEL);
  const tell = ({ story, stop, select, blank }) => channel.postMessage({ story, stop, select, blank });
  let following = false;
  store.subscribe((deck, before) => {
    if (following) return;
    if (["stop", "select", "blank"].some((name) => deck[name] !== before[name])) tell(deck);
  });
  channel.addEventListener("message", ({ data }) => {
    if (data.where) { if (!store.state.view) tell(store.state); return; }
    if (data.story !== store.state.story) return;
    following = true;
    store.dispatch({ type: "follow", ...data });
    following = false;
  });
  if (store.state.view) channel.postMessage({ where: true });
}
