// What readers take away: copies and files that a module makes. It is loaded when first asked for.

/** What is copied; all else is saved, or opens a dialogue. */
const COPIES = /^(table|link|citation|cite-.*|bibtex.*)$/;

/** A reason that readers are told. */
class TakingFailure extends Error {}

/** What is said of what a browser refuses. */
const refused = (text) =>
  `Your browser does not let this page copy.${text && ` Please copy it from here: “${text}”`}`;

/**
 * Gives the clipboard what is promised. Browsers let a page write only at once after a press, so it
 * gets the promise; one that can't take promises gets the text when it is there.
 */
async function copy(promised, types) {
  const part = async (type) => new Blob([(await promised)[type]], { type });
  if (typeof ClipboardItem === "function") {
    const parts = types.map((type) => [type, part(type)]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
  } else {
    await navigator.clipboard.writeText((await promised)["text/plain"]);
  }
}

/**
 * Makes the function that takes something away: of a figure, whose sentence is at hand, or of the
 * whole place. `module` promises the module. What the function promises is always a sentence for
 * the reader: what was done, or why not.
 */
export const taking = (module) => async (what, figure, sentence) => {
  if (what === "sentence") {
    // Where a page is not served safely there is no clipboard at all.
    try {
      await navigator.clipboard.writeText(sentence);
      return "Copied.";
    } catch {
      return refused(sentence);
    }
  }
  const place = document.getElementById("main").dataset.place;
  const made = module()
    .catch(() => {
      throw new TakingFailure(
        "What is needed for this did not arrive. Check your connection, then try again.",
      );
    })
    .then(({ take }) => take(what, place, figure));
  try {
    if (!COPIES.test(what)) {
      return await made;
    }
    try {
      await copy(made, what === "table" ? ["text/plain", "text/html"] : ["text/plain"]);
      return "Copied.";
    } catch {
      // Where making it failed, this throws that failure.
      const text = (await made)["text/plain"];
      return refused(what === "table" ? "" : text);
    }
  } catch (error) {
    if (error instanceof TakingFailure) {
      return error.message;
    }
    console.error(error);
    return "This could not be made. Please reload the page and try again.";
  }
};
