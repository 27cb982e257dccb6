// The app's parts from inside the page: `crates/site/src/single.rs` puts them there. Scripts are part of
// this one, as the page's policy names scripts by their hashes; the rest is packed in data blocks.
import * as charts from "../../charts/index.js";
import * as takeaway from "../../takeaway/index.js";
import { START_NO_UNPACKING, START_PROGRAM, START_SURVEY_FILE, startPartDamaged } from "../../words.js";
import { StartFailure } from "../failure.js";
// The build says where it is: wasm-bindgen made it.
import * as glue from "findings-glue";

/**
 * The bytes in the data block `id`, unpacked; `what` names them to readers.
 *
 * @param {string} id
 * @param {string} what
 */
export const unpacked = (id, what) => unpackedFrom(document.getElementById(id), what);

/**
 * The same of the block itself.
 *
 * @param {Element | null} block
 * @param {string} what
 */
async function unpackedFrom(block, what) {
  if (typeof DecompressionStream !== "function") {
    throw new StartFailure(START_NO_UNPACKING);
  }
  try {
    const packed = atob(block?.textContent ?? "");
    const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new StartFailure(startPartDamaged(what));
  }
}

/**
 * The parts, each unpacked when it is asked for.
 *
 * @type {import("../start.js").Parts}
 */
export const inside = {
  glue: async () => glue,
  program: () => unpacked("findings-program", START_PROGRAM),
  programPart: (element) => unpackedFrom(element, START_PROGRAM),
  survey: () => unpacked("findings-survey", START_SURVEY_FILE),
  charts: async () => charts,
  takeaway: async () => takeaway,
};
