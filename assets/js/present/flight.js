/** Takes things along together: the camera, the rows of the network, growing curves. Needs a page with frames, no DOM. */
import { ease } from "./camera.js";

/**
 * Flights of so many ms. changed(flying) is told when one begins and ends.
 * Gives go(steps, began): each step is called with its eased share of the way, 0 to 1, in every frame until it is 1;
 * and stop(): ends what is under way where it is, but for the last of its steps, which cannot stay half done.
 */
export function createFlight(ms, changed) {
  let frame = 0;
  let last = null;

  function go(steps, began) {
    changed(true);
    last = steps.at(-1);
    let before = began;
    const step = (now) => {
      // Ends in time: when the next frame would come too late, this one is the last.
      const share = now + (now - before) >= began + ms ? 1 : Math.max(0, (now - began) / ms);
      before = now;
      for (const each of steps) each(ease(share));
      if (share < 1) frame = requestAnimationFrame(step);
      else arrive();
    };
    step(began);
  }

  function stop() {
    cancelAnimationFrame(frame);
    last?.(1);
    if (last) arrive();
  }

  function arrive() {
    last = null;
    changed(false);
  }

  return { go, stop };
}
