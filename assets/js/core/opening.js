/**
 * Whether somebody can be reached now. Pure; no DOM.
 *
 * Opening (made by `dashboard/opening.py`): {zone, hours: [[from, to]...] in minutes, weekdays: closed, Monday is 1,
 *   spans: [["12-29", "01-03"]...], holidays: ["2026-01-01"...] on which it is closed or null, years: [first, last] of which
 *   the holidays are known}
 */

/**
 * -> {state, from, to} of the day on the clock of the place, wherever the reader is: "open" until `to`, "later" from
 * `from` on, "over" since `to`, "closed" all day; null where the year's holidays are not known.
 */
export function openingAt({ zone, hours, weekdays, spans, holidays, years }, instant) {
  const { day, year, minutes } = wallClock(zone, instant);
  if (holidays && (year < years[0] || year > years[1])) return null;
  const monthDay = day.slice(5);
  const isClosed = weekdays.includes(new Date(`${day}T00:00Z`).getUTCDay() || 7)
    || spans.some(([first, last]) => (first <= last ? first <= monthDay && monthDay <= last : first <= monthDay || monthDay <= last))
    || Boolean(holidays?.includes(day));
  if (isClosed) return { state: "closed" };
  const [from, to] = hours.find((span) => minutes < span[1]) || hours.at(-1);
  const state = minutes >= to ? "over" : minutes >= from ? "open" : "later";
  return { state, from: sayTime(from), to: sayTime(to) };
}

function wallClock(zone, instant) {
  const clock = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  });
  const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  return { day: `${part.year}-${part.month}-${part.day}`, year: Number(part.year), minutes: part.hour * 60 + Number(part.minute) };
}

function sayTime(minutes) {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
