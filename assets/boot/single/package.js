// The survey's package, which on a site lies beside the page, from inside the page.
import { PACKAGE_ADDRESS } from "../../contract.js";
import { START_DATA_PACKAGE } from "../../words.js";
import { unpacked } from "./inside.js";

/** Saves the package where the reader asks for it. */
export function offerPackage() {
  document.addEventListener("click", async (event) => {
    const link = /** @type {Element} */ (event.target).closest("a[download]");
    if (link?.getAttribute("href") !== PACKAGE_ADDRESS) {
      return;
    }
    event.preventDefault();
    const file = new Blob([await unpacked("findings-package", START_DATA_PACKAGE)]);
    const saving = document.createElement("a");
    saving.href = URL.createObjectURL(file);
    saving.download = PACKAGE_ADDRESS.slice("./".length);
    saving.click();
    URL.revokeObjectURL(saving.href);
  });
}
