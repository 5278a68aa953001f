/** Stage and speaker's window follow each other, without any network. */
const CHANNEL = "kakehashi-deck";

/**
 * Tells the other windows where this one is, and goes where they are. All windows hear it on a channel. The one that
 * opened this one, or was opened by it (join(window)), is told directly before that: on a channel its message would wait
 * until the pictures of this window are painted. A speaker's window that has been opened or loaded anew asks the stage.
 */
export function followEachOther(store, story, isStage) {
  const here = Math.random();
  const heard = new Map(); // sender -> number of its last message
  const peers = new Set(window.opener ? [window.opener] : []);
  const channel = window.BroadcastChannel ? new BroadcastChannel(CHANNEL) : null;
  let count = 0;
  let following = false;

  function tell({ stop, select, blank }) {
    const message = { from: here, count: ++count, story, stop, select, blank };
    for (const peer of peers) whisper(peer, message);
    channel?.postMessage(message);
  }

  function hear(data) {
    if (data.where) { if (isStage) tell(store.state); return; }
    if (data.story !== story || data.count <= (heard.get(data.from) || 0)) return;
    heard.set(data.from, data.count);
    following = true;
    store.dispatch({ type: "follow", stop: data.stop, select: data.select, blank: data.blank });
    following = false;
  }

  store.subscribe((deck, before) => {
    if (following) return;
    if (["stop", "select", "blank"].some((name) => deck[name] !== before[name])) tell(deck);
  });
  addEventListener(CHANNEL, ({ detail }) => hear(detail));
  channel?.addEventListener("message", ({ data }) => hear(data));
  if (!isStage) channel?.postMessage({ where: true });
  return { join: (peer) => peers.add(peer) };
}

/** A window that was closed, or has gone to another site, hears nothing. */
function whisper(peer, message) {
  try {
    if (!peer.closed) peer.dispatchEvent(new peer.CustomEvent(CHANNEL, { detail: message }));
  } catch { /* not ours any more */ }
}
