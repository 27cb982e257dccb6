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
    throw new StartFailure(`its ${what} did not arrive (status ${response.status})`);
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
  async survey() {
    const response = await arrived(meta("survey").content, "survey file");
    try {
      return new Uint8Array(await response.arrayBuffer());
    } catch {
      throw new StartFailure("its survey file did not arrive");
    }
  },
  charts: () => import(address(meta("charts").content)),
};
