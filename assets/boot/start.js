// Starts the app, or says why it could not.
import { EMBED_SCREEN } from "../contract.js";
import { tellIfEnded, tellWhenEnded } from "./ended.js";
import { StartFailure } from "./failure.js";
import { whenIdle } from "./idle.js";
import { failed, keepText, started, waiting } from "./notice.js";
import { sayAddressInPrint } from "./print.js";
import { partLoader } from "./program-parts.js";
import { define } from "./take-away.js";
import { taking } from "./taking.js";
import { isEmbedded } from "./theme.js";
import {
  START_NO_WEBASSEMBLY,
  START_PROGRAM_DID_NOT_RUN,
  START_SURVEY_NOT_READ,
} from "../words.js";

/**
 * What the page is made of: each promises a part. They come from the network or from inside the page;
 * those that the app can't start without reject with a `StartFailure`.
 *
 * @typedef {object} Parts
 * @property {() => Promise<typeof import("findings-glue")>} glue
 * @property {() => Promise<Program>} program
 * @property {(element: Element) => Promise<Program>} programPart a file of the program, by the element that names or has it
 * @property {() => Promise<Uint8Array<ArrayBuffer>>} survey
 * @property {() => Promise<import("../charts/index.js").Charts>} charts
 * @property {() => Promise<import("../takeaway/index.js").TakeawayModule>} takeaway
 * @property {() => boolean} [isEarlier] whether the data are others than those of today
 * @property {() => void} [started] what there is to do once the app runs
 */

/**
 * The survey's bytes, for whoever asks; rejects with a clause for readers, as the app can't know our
 * errors. Loaded once: what is taken away is of the survey that is shown.
 *
 * @param {Parts} parts
 */
function surveyFile(parts) {
  /** @type {Promise<Uint8Array<ArrayBuffer>> | undefined} */
  let file;
  return () =>
    (file ??= parts.survey().catch((error) => {
      if (!(error instanceof StartFailure)) {
        throw START_SURVEY_NOT_READ;
      }
      failed(error.message, error.advice);
      throw error.message;
    }));
}

/**
 * The part of the program that the address needs before anything of it can be shown, in any version
 * of permalinks: all name the screen first. The app knows better, and later.
 */
const firstPart = () =>
  /^#\/\d+\/(\w*)/.exec(location.hash)?.[1] ?? (isEmbedded() ? EMBED_SCREEN : "");

/**
 * Starts the app; every failure ends in a sentence on the page.
 *
 * @param {Parts} parts
 */
export async function start(parts) {
  keepText();
  sayAddressInPrint();
  try {
    if (typeof WebAssembly !== "object") {
      throw new StartFailure(START_NO_WEBASSEMBLY);
    }
    tellWhenEnded();
    const glue = parts.glue();
    const app = Promise.all([glue, parts.program()]).then(([glue, program]) =>
      glue.default({ module_or_path: program }),
    );
    const loadPart = partLoader(parts.programPart, app);
    // Beside the app, not after it. Who needs it hears of its failure.
    loadPart(firstPart()).catch(() => {});
    // What the app may ask of the page.
    window.findings = {
      started() {
        started();
        parts.started?.();
      },
      failed,
      isEarlier: () => parts.isEarlier?.() ?? false,
      surveyFile: surveyFile(parts),
      async importCharts() {
        // The text is what readers came for; the library is as large as all that it needs.
        await whenIdle();
        const [charts] = await Promise.all([parts.charts(), loadPart("charts")]);
        return charts;
      },
      loadPart: (name) => waiting(loadPart(name)),
      async takeAway() {
        const [{ take_away }] = await Promise.all([glue, loadPart("takeaway")]);
        return take_away;
      },
    };
    define(taking(parts.takeaway));
    await app;
  } catch (error) {
    tellIfEnded(error);
    failed(error instanceof StartFailure ? error.message : START_PROGRAM_DID_NOT_RUN);
    console.error(error);
  }
}
