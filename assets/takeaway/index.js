// What readers take away of a figure or of a screen. The page loads this when something is first
// asked for. A part of the program, crates/takeaway, makes everything but the charts.

import { choose } from "./dialogue.js";
import { dayOf, siteOf } from "./occasion.js";
import { drawing, painting } from "./picture.js";
import { View } from "./program.js";
import { save } from "./saving.js";
import { share } from "./share.js";
import { START_WENT_WRONG } from "../words.js";

/**
 * What this module is to whoever loads it.
 *
 * @typedef {typeof import("./index.js")} TakeawayModule
 */

/** @type {Promise<import("./program.js").Ask> | undefined} */
let opened;

async function open() {
  const takeAway = await window.findings.takeAway();
  /** @type {import("./program.js").Ask} */
  const ask = (question, given) => {
    try {
      return takeAway(question, given);
    } catch (error) {
      // The program has ended, and the app with it.
      if (error instanceof WebAssembly.RuntimeError) {
        window.findings.failed(START_WENT_WRONG);
      }
      throw error;
    }
  };
  ask("open", [await window.findings.surveyFile(), siteOf(location)]);
  return ask;
}

/** The program over the page's survey. What failed once is tried again. */
function program() {
  opened ??= open().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** @param {string} place */
const viewOf = async (place) => new View(await program(), place, dayOf(new Date()));

/**
 * Saves something of the place that the page shows, or opens a dialogue over it, and tells in a
 * sentence what was done. `figure` names one figure of the place.
 *
 * @param {Exclude<import("../contract.js").Way, import("../contract.js").CopiedWay>} what
 * @param {string} place
 * @param {string | null} figure
 */
export async function take(what, place, figure) {
  const view = await viewOf(place);
  switch (what) {
    // Dialogues say themselves what comes of them.
    case "pack":
      choose(view);
      return "";
    case "share":
      share(view, figure);
      return "";
    case "svg":
      return save(await drawing(view, named(figure)));
    case "png":
      return save(await painting(await drawing(view, named(figure))));
    case "csv":
    case "xlsx":
      return save(view.file(named(figure), what));
    default:
      // A way that is new is an error of types here.
      throw /** @satisfies {never} */ (what);
  }
}

/**
 * What is copied of the place that the page shows, as texts by their type.
 *
 * @param {import("../contract.js").CopiedWay} what
 * @param {string} place
 * @param {string | null} figure
 */
export async function copied(what, place, figure) {
  return (await viewOf(place)).copied(figure, what);
}

/**
 * The name of a figure, where the way is one of a figure.
 *
 * @param {string | null} figure
 */
function named(figure) {
  if (figure === null) {
    throw new Error("no figure is named");
  }
  return figure;
}
