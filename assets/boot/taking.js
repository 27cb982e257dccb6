// What readers take away: copies and files that a module makes. It is loaded when first asked for.
import { WAYS_OF_FIGURES, WAYS_OF_SCREENS } from "../contract.js";
import {
  TAKE_AWAY_COPIED,
  TAKE_AWAY_COPYING_REFUSED,
  TAKE_AWAY_NOT_ARRIVED,
  TAKE_AWAY_NOT_MADE,
  takeAwayCopyFromHere,
} from "../words.js";

/**
 * @typedef {import("../contract.js").Way} Way
 * @typedef {import("../takeaway/program.js").Copied} Copied
 */

/**
 * Whether it is copied; all else is saved, or opens a dialogue.
 *
 * @param {Way} what
 * @returns {what is import("../contract.js").CopiedWay}
 */
export const isCopied = (what) => what in WAYS_OF_FIGURES.Copy || what in WAYS_OF_SCREENS.cite;

/** A reason that readers are told. */
class TakingFailure extends Error {}

/**
 * What is said of what a browser refuses.
 *
 * @param {string} text
 */
export const refused = (text) =>
  text ? takeAwayCopyFromHere(text) : TAKE_AWAY_COPYING_REFUSED;

/**
 * Gives the clipboard what is promised. Browsers let a page write only at once after a press, so it
 * gets the promise; one that can't take promises gets the text when it is there.
 *
 * @param {Promise<Copied>} promised
 * @param {(keyof Copied)[]} types
 */
async function copy(promised, types) {
  /** @param {keyof Copied} type */
  const part = async (type) => new Blob([(await promised)[type] ?? ""], { type });
  if (typeof ClipboardItem === "function") {
    const parts = Object.fromEntries(types.map((type) => [type, part(type)]));
    await navigator.clipboard.write([new ClipboardItem(parts)]);
  } else {
    await navigator.clipboard.writeText((await promised)["text/plain"]);
  }
}

/**
 * Makes the function that takes something away: of a figure, whose sentence is at hand, or of the
 * whole place. `module` promises the module. What the function promises is always a sentence for
 * the reader: what was done, or why not.
 *
 * @param {import("./start.js").Parts["takeaway"]} module
 * @returns {import("./take-away.js").Take}
 */
export const taking = (module) => async (what, figure, sentence) => {
  if (what === "sentence") {
    // Where a page is not served safely there is no clipboard at all.
    try {
      await navigator.clipboard.writeText(sentence);
      return TAKE_AWAY_COPIED;
    } catch {
      return refused(sentence);
    }
  }
  // The app has written it: without an app nothing can be taken away.
  const place = /** @type {string} */ (document.getElementById("main")?.dataset.place);
  const taken = module().catch(() => {
    throw new TakingFailure(TAKE_AWAY_NOT_ARRIVED);
  });
  try {
    if (!isCopied(what)) {
      return await (await taken).take(what, place, figure);
    }
    const copied = taken.then(({ copied }) => copied(what, place, figure));
    try {
      await copy(copied, what === "table" ? ["text/plain", "text/html"] : ["text/plain"]);
      return TAKE_AWAY_COPIED;
    } catch {
      // Where making it failed, this throws that failure.
      const text = (await copied)["text/plain"];
      return refused(what === "table" ? "" : text);
    }
  } catch (error) {
    if (error instanceof TakingFailure) {
      return error.message;
    }
    console.error(error);
    return TAKE_AWAY_NOT_MADE;
  }
};
