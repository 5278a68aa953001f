/** Light or dark: the system's wish, until the reader chooses; the choice ends with the window. */
export const dark = matchMedia("(prefers-color-scheme: dark)");

export function currentTheme() {
  return document.documentElement.dataset.theme || (dark.matches ? "dark" : "light");
}

export function chooseTheme() {
  const button = document.querySelector('[data-action="toggle-theme"]');
  const show = () => {
    const theme = currentTheme();
    document.documentElement.dataset.mantineColorScheme = theme;
    button?.setAttribute("aria-pressed", String(theme === "dark"));
    document.dispatchEvent(new CustomEvent("theme", { detail: theme }));
  };
  button?.addEventListener("click", () => {
    const theme = currentTheme() === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try { sessionStorage.setItem("theme", theme); } catch { /* storage may be forbidden */ }
    show();
  });
  dark.addEventListener("change", show);
  show();
}
