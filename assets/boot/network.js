// The app's parts from the network: the page's head names their files.
import { areDigits, digitsIn, fileOf, pinned } from "./data-version.js";
import { StartFailure } from "./failure.js";
import { whenIdle } from "./idle.js";
import { progress } from "./notice.js";
import {
  START_DATA_GONE,
  START_DATA_GONE_ADVICE,
  START_PROGRAM,
  START_SCRIPT_MISSING,
  START_SURVEY_FILE,
  START_SURVEY_MISSING,
  startPartMissing,
  startPartMissingWithStatus,
} from "../words.js";

/**
 * The element that names a part's files; the build has put it into the page.
 *
 * @param {string} name
 */
const meta = (name) =>
  /** @type {HTMLMetaElement} */ (document.querySelector(`meta[name="findings-${name}"]`));

/** @param {string} path */
const address = (path) => new URL(path, document.baseURI).href;

/**
 * Fetches a part; `what` names it to readers.
 *
 * @param {string} path
 * @param {string} what
 */
async function arrived(path, what) {
  let response;
  try {
    response = await fetch(address(path));
  } catch {
    throw new StartFailure(startPartMissing(what));
  }
  if (!response.ok) {
    const { status } = response;
    throw new StartFailure(startPartMissingWithStatus(what, status), undefined, status);
  }
  return response;
}

/**
 * Passes a response on while counting what has arrived.
 *
 * @param {Response} response
 */
function counted(response) {
  // With a content coding the length counts coded bytes, the stream decoded ones.
  const total = Number(response.headers.get("content-length"));
  if (!response.body || !total || response.headers.get("content-encoding")) {
    return response;
  }
  let arrived = 0;
  const counter = new TransformStream({
    transform(chunk, controller) {
      arrived += chunk.byteLength;
      progress(Math.min(100, Math.round((100 * arrived) / total)));
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counter), { headers: response.headers });
}

/** The data that the address asks for, where it asks for others than those of today. */
const asked = () => pinned(location.search, meta("survey").content);

/**
 * The survey over data that are no longer those of today, where the site still has them.
 *
 * @param {string} data
 */
async function earlierSurvey(data) {
  const gone = () => new StartFailure(START_DATA_GONE, START_DATA_GONE_ADVICE);
  if (!areDigits(data)) {
    throw gone();
  }
  const earlier = fileOf(meta("survey").content, data);
  const file = await arrived(earlier, START_SURVEY_FILE).catch((error) => {
    // Without a network nobody knows whether it is still there.
    throw error.status ? gone() : error;
  });
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (digitsIn(bytes) !== data) {
    throw gone();
  }
  return bytes;
}

/** How often a part could not be loaded: some browsers keep that in mind, by the address. */
let missed = 0;

/**
 * The parts, each loaded when it is asked for.
 *
 * @type {import("./start.js").Parts}
 */
export const network = {
  async glue() {
    try {
      return await import(address(meta("app").content));
    } catch {
      throw new StartFailure(START_SCRIPT_MISSING);
    }
  },
  program: async () => counted(await arrived(/** @type {string} */ (meta("app").dataset.wasm), START_PROGRAM)),
  programPart: (element) => arrived(/** @type {HTMLMetaElement} */ (element).content, "program"),
  isEarlier: () => asked() !== null,
  async survey() {
    const data = asked();
    if (data !== null) {
      return earlierSurvey(data);
    }
    const response = await arrived(meta("survey").content, START_SURVEY_FILE);
    try {
      return new Uint8Array(await response.arrayBuffer());
    } catch {
      throw new StartFailure(START_SURVEY_MISSING);
    }
  },
  charts: () => import(address(meta("charts").content)),
  async takeaway() {
    try {
      return await import(address(meta("takeaway").content) + (missed ? `?${missed}` : ""));
    } catch (error) {
      missed += 1;
      throw error;
    }
  },
  started() {
    const offline = meta("offline");
    if (offline) {
      whenIdle().then(() => import(address(offline.content))).catch(() => {});
    }
  },
};
