// The reader's choice of light or dark, kept by the app under the same key.
const KEY = "findings-explorer.theme";

/** Marks the document with the stored theme; without one the browser's preference rules. */
export function applyStoredTheme() {
  // An embed takes its colours from the page around it: assets/embed/frame.js.
  if ("embed" in document.documentElement.dataset) {
    return;
  }
  try {
    const theme = localStorage.getItem(KEY);
    if (theme === "light" || theme === "dark") {
      document.documentElement.dataset.theme = theme;
    }
  } catch {
    // Storage is turned off: the browser's preference rules.
  }
}
