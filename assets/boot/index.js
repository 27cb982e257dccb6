// Runs in the head, before anything is drawn: the theme first, then the app once the page is read.
import { network } from "./network.js";
import { start } from "./start.js";
import { applyStoredTheme } from "./theme.js";

applyStoredTheme();
document.documentElement.classList.add("has-app");
if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", () => start(network), { once: true });
} else {
  start(network);
}
