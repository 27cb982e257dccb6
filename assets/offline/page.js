// Loaded once the app runs and the browser has time: keeps the site for use without a network, and
// says when a new version is there.
import { WORKER } from "../contract.js";
import {
  OFFLINE_NEW_VERSION,
  OFFLINE_OPEN_ELSEWHERE,
  OFFLINE_USE_NOW,
  OFFLINE_WOULD_FORGET,
} from "../words.js";
import { say } from "./notice.js";

const { serviceWorker, connection } = navigator;

/** Whether leaving would lose something: the app then has the browser ask. */
const isUnsaved = () =>
  !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));

/** @param {ServiceWorker} worker */
function useNow(worker) {
  if (isUnsaved()) {
    say(OFFLINE_WOULD_FORGET);
  } else {
    worker.postMessage("use");
  }
}

/** @param {ServiceWorker} worker */
const offer = (worker) =>
  say(OFFLINE_NEW_VERSION, {
    label: OFFLINE_USE_NOW,
    onClick: () => useNow(worker),
  });

/**
 * Offers a version once it is whole; the first one of all is simply kept.
 *
 * @param {ServiceWorker | null} worker
 */
function watch(worker) {
  worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && serviceWorker.controller) {
      offer(worker);
    }
  });
}

async function keep() {
  const hadVersion = serviceWorker.controller !== null;
  serviceWorker.addEventListener("message", ({ data }) => {
    if (data === "open-elsewhere") {
      say(OFFLINE_OPEN_ELSEWHERE);
    }
  });
  serviceWorker.addEventListener("controllerchange", () => {
    // What this page loads next would be of the new version.
    if (hadVersion && !isUnsaved()) {
      location.reload();
    }
  });
  const address = new URL(WORKER, document.baseURI);
  const registration = await serviceWorker.register(address, { updateViaCache: "none" });
  if (registration.waiting && hadVersion) {
    offer(registration.waiting);
  }
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
}

// Whoever asks to save data gets no second copy; what is kept already goes on being renewed.
if (serviceWorker && (serviceWorker.controller || !connection?.saveData)) {
  // A browser that keeps nothing has the page all the same.
  keep().catch(() => {});
}
