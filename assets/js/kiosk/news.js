/** Asks the server quietly whether there is something newer. Silence is no fault: the screen goes on with what it has. */

const EVERY = 15_000;

/** hear(edition) is called with what the server says, each time that it answers. */
export function listenForNews(address, headers, hear) {
  let asking = false;
  const ask = async () => {
    if (asking) return;
    asking = true;
    try {
      const answer = await fetch(address, { headers, cache: "no-store", signal: AbortSignal.timeout(8000) });
      const { edition } = await answer.json();
      if (edition) await hear(edition);
    } catch { /* the server is away */ } finally {
      asking = false;
    }
  };
  setInterval(ask, EVERY);
  return ask;
}
