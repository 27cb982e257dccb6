// Runs in the head, before anything is drawn: the theme first, then the app once the page is read.
import { applyStoredTheme } from "./theme.js";
import { start } from "./start.js";

applyStoredTheme();
document.documentElement.classList.add("has-app");
if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", start, { once: true });
} else {
  start();
}
