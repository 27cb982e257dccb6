// In the head of the page as one file, before anything is drawn. The app comes last in that file.
import { applyStoredTheme } from "../theme.js";

applyStoredTheme();
document.documentElement.classList.add("has-app");
