// The program ends where it would go on with something wrong: a panic, or no memory. It can't say so
// itself, as nothing of it runs any more; the browser does.
import { failed } from "./notice.js";
import { START_WENT_WRONG } from "../words.js";

/**
 * Tells the reader, where an error is the program's end.
 *
 * @param {unknown} error
 */
export function tellIfEnded(error) {
  // By its name: an old browser has no such class to ask for.
  if (error instanceof Error && error.name === "RuntimeError") {
    failed(START_WENT_WRONG);
  }
}

/** From now on. */
export function tellWhenEnded() {
  addEventListener("error", ({ error }) => tellIfEnded(error));
  addEventListener("unhandledrejection", ({ reason }) => tellIfEnded(reason));
}
