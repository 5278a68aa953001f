// Runs before the first paint, so that a chosen appearance does not flash. The choice ends with the browser's window.
// A view that the address asks for is shown by the script of the page: until then its place stays empty.
try {
  const chosen = sessionStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch { /* storage may be forbidden: the system's own appearance is used */ }
const told = document.documentElement.dataset;
told.early = "network"; // one frame each, so that none is long: map and list, the network, what lies below the first view
if (location.search.length > 1) told.asked = "";
setTimeout(() => { delete told.early; delete told.asked; }, 4000); // the script may never come
// What is written with the fonts that are fetched already is laid out once: they are asked for when all has been read,
// before the first layout. Sooner, and their coming would lay out a page that is half there.
document.addEventListener("readystatechange", () => {
  const fetched = [...document.querySelectorAll("link[rel=preload][as=font]")].map((link) => link.href.split("/").pop());
  for (const { style } of document.styleSheets[0]?.cssRules ?? []) {
    const said = (name) => style?.getPropertyValue(name) ?? "";
    if (!fetched.some((file) => said("src").includes(file))) continue;
    const letter = String.fromCodePoint(parseInt(said("unicode-range").slice("U+".length), 16));
    document.fonts.load(`${said("font-weight")} 1em ${said("font-family")}`, letter);
  }
}, { once: true });
