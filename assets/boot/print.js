// On paper each page says where it can be found again, and of when it is.
import { LANGUAGE, startPrinted } from "../words.js";

/**
 * Where the page is; of a file on the reader's own disk only its name, not the folders it lies in.
 *
 * @param {string} href
 */
export const printed = (href) => href.replace(/^file:[^?#]*\//, "");

/** Keeps the foot of printed pages true. */
export function sayAddressInPrint() {
  addEventListener("beforeprint", () => {
    const place = document.getElementById("printed-address");
    if (place) {
      const day = new Date().toLocaleDateString(LANGUAGE, { dateStyle: "long" });
      place.textContent = startPrinted(printed(location.href), day);
    }
  });
}
