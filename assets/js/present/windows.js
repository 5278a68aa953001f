/** Opens the speaker's window, and says so quietly when it cannot be opened. */

const NAME = "kakehashi-notes";
const SIZE = "width=1180,height=780";
const PATIENCE_MS = 4000;
const NOTE_MS = 8000;

/** others: see follow.js. Gives open(address, query): the window, brought to the front where there is one already. */
export function createOpener(others) {
  const [blocked, unreachable, link] = ["blocked", "unreachable", "notes-link"].map((id) => document.getElementById(id));

  return async function open(address, query) {
    // Empty at first, at once, since browsers allow a window only in answer to a key; and a server that has gone
    // must not leave the browser's error page on the other screen.
    const opened = window.open("", NAME, SIZE);
    blocked.hidden = Boolean(opened);
    unreachable.hidden = true;
    if (!opened) {
      link.href = address + query;
      link.focus();
      return;
    }
    if (shows(opened, address)) opened.focus();
    else if (await answers(address)) opened.location.replace(address + query);
    else {
      opened.close();
      unreachable.hidden = false;
      setTimeout(() => { unreachable.hidden = true; }, NOTE_MS);
      return;
    }
    others.join(opened);
  };
}

function shows(opened, address) {
  try {
    return opened.location.pathname === new URL(address, location.href).pathname;
  } catch { // another site's, or the browser's own
    return false;
  }
}

async function answers(address) {
  try {
    const answer = await fetch(address, { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}
