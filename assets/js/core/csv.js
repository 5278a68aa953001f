/** Tables as CSV in the encodings that spreadsheets read. Pure functions; no DOM, no Dash. */

/** Rows of cells -> text as RFC 4180 wants it; a cell that a spreadsheet would calculate is kept as words. */
export function toCsv(rows) {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Text -> bytes: UTF-8 with a mark by which spreadsheets know it, or Shift_JIS, where what it lacks is simplified. */
export function encode(text, encoding) {
  if (encoding !== "shift_jis") return new TextEncoder().encode(`\uFEFF${text}`);
  const table = shiftJis();
  return Uint8Array.from([...text].flatMap((char) => table.get(char) || table.get(char.normalize("NFD")[0]) || [63]));
}

let known = null;

/** Character -> its bytes, found by reading every pair of bytes: browsers read Shift_JIS but do not write it. */
function shiftJis() {
  if (known) return known;
  known = new Map();
  const reader = new TextDecoder("shift_jis");
  const learn = (...bytes) => {
    const char = reader.decode(Uint8Array.from(bytes));
    if (!char.includes("\uFFFD") && [...char].length === 1 && !known.has(char)) known.set(char, bytes);
  };
  for (let one = 0; one < 256; one += 1) learn(one);
  for (let lead = 0x81; lead < 0xfd; lead += 1) for (let trail = 0x40; trail < 0xfd; trail += 1) learn(lead, trail);
  for (const [dash, like] of [["–", "－"], ["—", "―"], ["〜", "～"]]) if (!known.has(dash)) known.set(dash, known.get(like));
  return known;
}
