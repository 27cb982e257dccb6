// The survey's package, which on a site lies beside the page, from inside the page.
import { unpacked } from "./inside.js";

/** As `crates/explorer/src/view/about.rs` has it. */
const ADDRESS = "./package.zip";

/** Saves the package where the reader asks for it. */
export function offerPackage() {
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[download]");
    if (link?.getAttribute("href") !== ADDRESS) {
      return;
    }
    event.preventDefault();
    const file = new Blob([await unpacked("findings-package", "data package")]);
    const saving = document.createElement("a");
    saving.href = URL.createObjectURL(file);
    saving.download = "package.zip";
    saving.click();
    URL.revokeObjectURL(saving.href);
  });
}
