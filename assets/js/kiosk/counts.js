/** Tells the server what was looked at: kinds and ids, nothing about persons. A count that cannot be told is dropped. */

const PAUSE = 30_000; // ms between two messages; the end of a visit is told at once
const MOST = 200;

/** address "" counts nothing; headers say that the screen is one of ours. Gives count(kind, subject). */
export function createCounter(address, headers) {
  let waiting = [];
  let timer = 0;
  const send = async () => {
    timer = 0;
    const counts = waiting.splice(0, MOST);
    try {
      const answer = await fetch(address, {
        method: "POST",
        headers: { ...headers, "Content-Type": "application/json" },
        body: JSON.stringify({ counts }),
        signal: AbortSignal.timeout(5000),
      });
      if (answer.status === 429) waiting = [...counts, ...waiting].slice(-MOST);
    } catch {
      waiting = [...counts, ...waiting].slice(-MOST); // the server may come back
    }
  };
  return (kind, subject = "") => {
    if (!address) return;
    waiting.push([kind, subject]);
    if (waiting.length > MOST) waiting.shift();
    if (kind === "reset") { clearTimeout(timer); timer = 0; }
    timer ||= setTimeout(send, kind === "reset" ? 0 : PAUSE);
  };
}
