// Runs before the first paint, so that a chosen appearance does not flash. The choice ends with the browser's window.
try {
  const chosen = sessionStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch { /* storage may be forbidden: the system's own appearance is used */ }
