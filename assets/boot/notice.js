// What the reader is told about the app's state, and the findings kept for when it fails.

import { isEmbedded } from "./theme.js";
import {
  START_FINDINGS_STAY,
  START_FINDINGS_STAY_EMBEDDED,
  START_RELOAD,
  START_WAITING,
  startCouldNotStart,
  startStopped,
} from "../words.js";

/**
 * The prerendered text, kept from the moment the app takes its place.
 *
 * @type {Node | undefined}
 */
let text;

/** @param {string} id */
const byId = (id) => document.getElementById(id);

/**
 * Shows how much of the app has arrived, from 0 to 100.
 *
 * @param {number} percent
 */
export function progress(percent) {
  byId("progress")?.setAttribute("value", String(percent));
}

/** Keeps the prerendered text, so that a failure later can bring it back. */
export function keepText() {
  text = byId("app")?.cloneNode(true);
}

/** The app has taken over: nothing more to say. */
export function started() {
  byId("status")?.remove();
}

/**
 * Says that something is awaited, where it takes long enough to be noticed. Until the app has started,
 * the page says so itself.
 *
 * @template T
 * @param {Promise<T>} promise
 */
export async function waiting(promise) {
  if (byId("status")) {
    return promise;
  }
  const notice = document.createElement("p");
  notice.className = "notice waiting";
  notice.setAttribute("role", "status");
  notice.textContent = START_WAITING;
  document.body.append(notice);
  try {
    return await promise;
  } finally {
    notice.remove();
  }
}

/**
 * Says why the interactive part does not run, once, and puts the readable findings back.
 *
 * `reason` is a clause without a full stop, such as "its script did not arrive", and `advice` says
 * what to do.
 *
 * @param {string} reason
 */
export function failed(reason, advice = START_RELOAD) {
  const notice = byId("failure");
  if (!notice?.hidden) {
    return;
  }
  const wasRunning = byId("status") === null;
  byId("status")?.remove();
  document.documentElement.classList.remove("has-app");
  if (wasRunning && text) {
    byId("app")?.replaceWith(text);
  }
  notice.hidden = false;
  notice.textContent = [
    wasRunning ? startStopped(reason) : startCouldNotStart(reason),
    isEmbedded() ? START_FINDINGS_STAY_EMBEDDED : START_FINDINGS_STAY,
    advice,
  ].join(" ");
}
