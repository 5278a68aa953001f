/** Asks the server quietly whether there is something newer. Silence is no fault: the screen goes on with what it has. */

const EVERY = 15_000;

/**
 * hear(edition) is called with what the server says, each time that it answers; miss() each time that it does not.
 *
 * What goes wrong in either is a fault of the page: it is reported as any other, and says nothing about the server.
 */
export function listenForNews(address, headers, hear, miss) {
  let asking = false;
  const ask = async () => {
    if (asking) return;
    asking = true;
    const edition = await askEdition(address, headers);
    try {
      await (edition ? hear(edition) : miss());
    } catch (fault) {
      reportError(fault);
    } finally {
      asking = false;
    }
  };
  setInterval(ask, EVERY);
  return ask;
}

async function askEdition(address, headers) {
  try {
    const answer = await fetch(address, { headers, cache: "no-store", signal: AbortSignal.timeout(8000) });
    return answer.ok ? (await answer.json()).edition : null;
  } catch {
    return null;
  }
}
