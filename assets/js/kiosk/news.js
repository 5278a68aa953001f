/** Asks the server quietly whether there is something newer. Silence is no fault: the screen goes on with what it has. */

const EVERY = 15_000;

/** hear(edition) is called with what the server says, each time that it answers; miss() each time that it does not. */
export function listenForNews(address, headers, hear, miss) {
  let asking = false;
  const ask = async () => {
    if (asking) return;
    asking = true;
    try {
      const answer = await fetch(address, { headers, cache: "no-store", signal: AbortSignal.timeout(8000) });
      const { edition } = await answer.json();
      if (edition) await hear(edition);
    } catch {
      await miss();
    } finally {
      asking = false;
    }
  };
  setInterval(ask, EVERY);
  return ask;
}
