/** Reads a card aloud with the machine's own voices, where the screen is set to; nothing is sent anywhere. */

const LOUDNESS = 0.6; // of what the machine gives: a lobby has others in it
const PARTS = ".card-title, .card-summary, .welcome-how, .card-ties .tie-text";

/** Gives {offer(scene), toggle(scene), hush()}; the key is there only where the machine has a voice of the scene's language. */
export function createVoice() {
  const speech = window.speechSynthesis;
  let shown = null;
  const keyOf = ({ root }) => root.querySelector("[data-action=read-aloud]");
  const voiceOf = ({ language }) => speech.getVoices().find((voice) => voice.localService && voice.lang.split(/[-_]/)[0] === language);
  const press = (scene, on) => keyOf(scene)?.setAttribute("aria-pressed", String(on));
  const offer = (scene) => {
    shown = scene;
    const key = keyOf(scene);
    if (key) key.hidden = !(speech && voiceOf(scene));
  };
  const hush = () => {
    if (!shown || !keyOf(shown)) return;
    speech?.cancel();
    press(shown, false);
  };
  const read = (scene) => {
    const parts = [...scene.root.querySelectorAll(`#card-body :is(${PARTS})`)].filter((part) => part.getClientRects().length);
    const last = parts.length - 1;
    press(scene, true);
    for (const [place, part] of parts.entries()) {
      const said = new SpeechSynthesisUtterance(wordsOf(part));
      Object.assign(said, { lang: scene.language, voice: voiceOf(scene), volume: LOUDNESS });
      if (place === last) said.addEventListener("end", () => press(scene, false));
      speech.speak(said);
    }
  };
  speech?.addEventListener("voiceschanged", () => { if (shown) offer(shown); });
  return {
    offer,
    hush,
    toggle(scene) {
      const was = keyOf(scene).getAttribute("aria-pressed") === "true";
      hush();
      if (!was) read(scene);
    },
  };
}

/** What a part says, without the small figures that lead to its sources. */
function wordsOf(part) {
  const words = part.cloneNode(true);
  for (const mark of words.querySelectorAll(".note-mark")) mark.remove();
  return words.textContent.trim();
}
