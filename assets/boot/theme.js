// The reader's choice of light or dark, kept by the app under the same key.
import { THEME_KEY } from "../contract.js";

/** Whether this is the page that other sites show in a frame. */
export const isEmbedded = () => document.documentElement.dataset.embed !== undefined;

/** Marks the document with the stored theme; without one the browser's preference rules. */
export function applyStoredTheme() {
  // An embed takes its colours from the page around it: assets/embed/frame.js.
  if (isEmbedded()) {
    return;
  }
  try {
    const theme = localStorage.getItem(THEME_KEY);
    if (theme === "light" || theme === "dark") {
      document.documentElement.dataset.theme = theme;
    }
  } catch {
    // Storage is turned off: the browser's preference rules.
  }
}
