/** What is chosen on the figures page: {home, tie, theme, decade, country: string[]}. Pure functions; no DOM, no Dash. */

export const DIMENSIONS = ["home", "tie", "theme", "decade", "country"];
const ON_THE_MAP = ["home", "tie", "theme"];
export const nothing = Object.freeze(Object.fromEntries(DIMENSIONS.map((name) => [name, []])));

/** Query string -> choice; what a value means is the server's to know, which drops what it does not. */
export function readChoice(query) {
  const asked = new URLSearchParams(query);
  return Object.fromEntries(DIMENSIONS.map((name) => [name, (asked.get(name) || "").split(",").filter(Boolean)]));
}

/** Choice -> query string with a leading "?"; only what the explorer knows when `names` says so. */
export function writeChoice(choice, names = DIMENSIONS) {
  const parts = names.filter((name) => choice[name].length).map((name) => `${name}=${choice[name].map(encodeURIComponent).join(",")}`);
  return parts.length ? `?${parts.join("&")}` : "";
}

/** The address of the explorer with the same filters. */
export const onTheMap = (choice) => writeChoice(choice, ON_THE_MAP);

export function isChosen(choice, means) {
  return Object.entries(means).every(([name, values]) => String(choice[name]) === String(values));
}

/** What an action makes of a choice. Choosing the same bar again takes it back; another one takes its place. */
export function reduceChoice(choice, action) {
  if (action.type === "choose") return isChosen(choice, action.means) ? nothing : { ...nothing, ...action.means };
  if (action.type === "show") return action.state;
  return action.type === "clear" ? nothing : choice;
}
