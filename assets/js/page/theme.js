// Runs before the first paint, so that a chosen appearance does not flash. The choice ends with the browser's window.
// A view that the address asks for is shown by the script of the page: until then its place stays empty.
try {
  const chosen = sessionStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch { /* storage may be forbidden: the system's own appearance is used */ }
if (location.search.length > 1) {
  document.documentElement.dataset.asked = "";
  setTimeout(() => { delete document.documentElement.dataset.asked; }, 4000); // the script may never come
}
