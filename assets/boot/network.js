// The app's parts from the network: the page's head names their files.
import { StartFailure } from "./failure.js";
import { progress } from "./notice.js";

const meta = (name) => document.querySelector(`meta[name="findings-${name}"]`);
const address = (path) => new URL(path, document.baseURI).href;

/** Fetches a part; `what` names it to readers. */
async function arrived(path, what) {
  let response;
  try {
    response = await fetch(address(path));
  } catch {
    throw new StartFailure(`its ${what} did not arrive`);
  }
  if (!response.ok) {
    const { status } = response;
    throw Object.assign(new StartFailure(`its ${what} did not arrive (status ${status})`), { status });
  }
  return response;
}

/** Passes a response on while counting what has arrived. */
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

/** The first digits of the checksum of a survey, as its file's name and its bytes hold them. */
const DIGITS = /[0-9a-f]{16}(?=\.survey$)/;

/** The data that the address asks for, where it asks for others than those of today. */
function pinned() {
  const data = new URLSearchParams(location.search).get("data");
  return data === DIGITS.exec(meta("survey").content)?.[0] ? null : data;
}

/** The survey over data that are no longer those of today, where the site still has them. */
async function earlierSurvey(data) {
  const gone = () => new StartFailure(
    "this link is to an earlier version of the data, which is not on this site any more",
    "Without “?data=…” in its address the link shows the data of today.",
  );
  if (!/^[0-9a-f]{16}$/.test(data)) {
    throw gone();
  }
  const file = await arrived(meta("survey").content.replace(DIGITS, data), "survey file").catch((error) => {
    // Without a network nobody knows whether it is still there.
    throw error.status ? gone() : error;
  });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digits = Array.from(bytes.slice(16, 24), (byte) => byte.toString(16).padStart(2, "0"));
  if (digits.join("") !== data) {
    throw gone();
  }
  return bytes;
}

/** How often a part could not be loaded: some browsers keep that in mind, by the address. */
let missed = 0;

/** The parts, each loaded when it is asked for: see `start.js`. */
export const network = {
  async glue() {
    try {
      return await import(address(meta("app").content));
    } catch {
      throw new StartFailure("its script did not arrive");
    }
  },
  program: async () => counted(await arrived(meta("app").dataset.wasm, "program")),
  isEarlier: () => pinned() !== null,
  async survey() {
    const data = pinned();
    if (data !== null) {
      return earlierSurvey(data);
    }
    const response = await arrived(meta("survey").content, "survey file");
    try {
      return new Uint8Array(await response.arrayBuffer());
    } catch {
      throw new StartFailure("its survey file did not arrive");
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
  takeawayProgram: () => arrived(meta("takeaway").dataset.wasm, "program"),
  started() {
    const offline = meta("offline");
    if (offline) {
      const whenIdle = window.requestIdleCallback ?? setTimeout;
      whenIdle(() => import(address(offline.content)).catch(() => {}));
    }
  },
};
