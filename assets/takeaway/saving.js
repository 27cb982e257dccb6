// Files on the reader's own disk. The browser writes them; nothing is sent.
import { takeAwaySaved } from "../words.js";

/**
 * Saves a file with its name, type and bytes, and says so.
 *
 * @param {import("./program.js").SavedFile} file
 */
export function save({ name, mime, bytes }) {
  const address = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser is done with it by then; after that nothing keeps the bytes.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return takeAwaySaved(name);
}
