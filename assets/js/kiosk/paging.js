/** Up and down by taps. A pair of buttons belongs to a scroller and is shown while there is more than fits. */

const SHARE = 0.8; // of what is seen; the rest stays, so that the eye finds on

/** Watches the scrollers of one scene at a time: `follow` another scene, `check` now what has just changed. */
export function followScrollers() {
  let scene = null;
  const check = () => scene?.querySelectorAll("[data-pages]").forEach((pair) => refresh(scene, pair));
  const sizes = new ResizeObserver(check);
  const content = new MutationObserver(() => requestAnimationFrame(check));
  document.addEventListener("scroll", check, { capture: true, passive: true });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-page]");
    if (button && scene) turn(scene, button);
  });
  const follow = (root) => {
    sizes.disconnect();
    content.disconnect();
    scene = root;
    for (const frame of root.querySelectorAll(".scroller")) {
      sizes.observe(frame);
      content.observe(frame, { childList: true, subtree: true, attributes: true, attributeFilter: ["hidden"] });
    }
    check();
  };
  return { follow, check };
}

function refresh(scene, pair) {
  const frame = scene.querySelector(pair.dataset.pages);
  const most = frame.scrollHeight - frame.clientHeight;
  pair.hidden = most < 4;
  const [up, down] = pair.children;
  up.setAttribute("aria-disabled", String(frame.scrollTop < 2));
  down.setAttribute("aria-disabled", String(frame.scrollTop > most - 2));
}

function turn(scene, button) {
  const frame = scene.querySelector(button.closest("[data-pages]").dataset.pages);
  frame.scrollTop += frame.clientHeight * SHARE * (button.dataset.page === "down" ? 1 : -1);
}
