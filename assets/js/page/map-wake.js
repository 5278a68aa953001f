/** The first reach for the map wakes Plotly. */
export function wakeMap(program) {
  const stage = document.getElementById("map-stage");
  const wake = async () => {
    const { figures: addresses, topojson } = program.later;
    const figures = fetch(addresses[program.theme()]).then((answer) => answer.json());
    fetch(`${topojson}world_110m.json`, { priority: "low" });
    await program.wake("map");
    await program.takeOver(figures);
  };
  let woken = null;
  const reach = () => { woken ||= wake(); };
  stage.addEventListener("pointerdown", reach);
  stage.addEventListener("wheel", (event) => { if (event.ctrlKey) reach(); }, { passive: true });
  stage.querySelector(".zoom").addEventListener("click", reach);
}
