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
  // A browser without programs is told so elsewhere.
  if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) {
    failed(START_WENT_WRONG);
  }
}

/** From now on. */
export function tellWhenEnded() {
  addEventListener("error", ({ error }) => tellIfEnded(error));
  addEventListener("unhandledrejection", ({ reason }) => tellIfEnded(reason));
}
