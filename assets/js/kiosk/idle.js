/**
 * Whether anybody is there. Pure functions: no DOM, no clock of its own; times are milliseconds of one steady clock.
 *
 * Watch: {phase: "attract" | "explore" | "asking", since: number, fingers: number}
 *   since    when the visitor last gave a sign of life; while asking, when the countdown began
 *   fingers  how many are on the glass now
 * Rules: {idle: number, countdown: number} - how long without a touch until it is asked, and how long an answer is waited for
 * Event: {type, now} with type
 *   "begin"     somebody touched the attract screen        "fingers"  the number on the glass is now `count`
 *   "sign"      any other sign of life                     "continue" the question was answered
 *   "leave"     the visitor goes back to the beginning     "tick"     time has passed
 */

export const initialWatch = (now, phase = "attract") => ({ phase, since: now, fingers: 0 });

/** What an event makes of a watch; the same object when it changes nothing. */
export function step(watch, event, rules) {
  switch (event.type) {
    case "begin": return watch.phase === "attract" ? { ...watch, phase: "explore", since: event.now } : watch;
    case "leave": return watch.phase === "attract" ? watch : { ...watch, phase: "attract", since: event.now };
    case "continue": return watch.phase === "attract" ? watch : { ...watch, phase: "explore", since: event.now };
    case "fingers": return watch.fingers === event.count ? watch : { ...watch, fingers: event.count, since: event.now };
    case "sign": return { ...watch, since: event.now };
    case "tick": return tick(watch, event.now, rules);
    default: return watch;
  }
}

function tick(watch, now, rules) {
  if (watch.phase === "attract" || watch.fingers > 0) return watch;
  if (watch.phase === "explore") {
    return now - watch.since >= rules.idle ? { ...watch, phase: "asking", since: now } : watch;
  }
  return now - watch.since >= rules.countdown ? { ...watch, phase: "attract", since: now } : watch;
}

/** Whole seconds that the countdown still shows: all of them while a finger is down, never less than 0. */
export function secondsLeft(watch, now, rules) {
  const gone = watch.phase === "asking" && watch.fingers === 0 ? now - watch.since : 0;
  return Math.max(0, Math.ceil((rules.countdown - gone) / 1000));
}
