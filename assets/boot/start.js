// Loads the app and starts it, or says why it could not.
import { failed, keepText, progress, started } from "./notice.js";

const meta = (name) => document.querySelector(`meta[name="${name}"]`);
const address = (path) => new URL(path, document.baseURI).href;

/** A failure with a reason that can be shown to readers. */
class StartError extends Error {}

/** What the app, in WebAssembly, may ask of the page. */
function offerToApp() {
  window.findings = {
    started,
    failed,
    surveyFile,
    importCharts: () => import(address(meta("findings-charts").content)),
  };
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

/** Fetches a part; `what` names it to readers. */
async function arrived(path, what) {
  let response;
  try {
    response = await fetch(address(path));
  } catch {
    throw new StartError(`its ${what} did not arrive`);
  }
  if (!response.ok) {
    throw new StartError(`its ${what} did not arrive (status ${response.status})`);
  }
  return response;
}

const fetchProgram = async (path) => counted(await arrived(path, "program"));

/** The survey's bytes; rejects with a clause for readers. */
async function surveyFile() {
  try {
    const response = await arrived(meta("findings-survey").content, "survey file");
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw error instanceof StartError ? error.message : "its survey file did not arrive";
  }
}

async function importGlue(path) {
  try {
    return await import(address(path));
  } catch {
    throw new StartError("its script did not arrive");
  }
}

/** Starts the app; every failure ends in a sentence on the page. */
export async function start() {
  keepText();
  try {
    if (typeof WebAssembly !== "object") {
      throw new StartError("this browser does not run WebAssembly");
    }
    offerToApp();
    const app = meta("findings-app");
    const [glue, program] = await Promise.all([
      importGlue(app.content),
      fetchProgram(app.dataset.wasm),
    ]);
    await glue.default({ module_or_path: program });
  } catch (error) {
    failed(error instanceof StartError ? error.message : "this browser could not run its program");
    console.error(error);
  }
}
