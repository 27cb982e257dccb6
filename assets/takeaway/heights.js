// How tall an embed is at some widths: measured in frames that nobody sees.
import { fromFrame, posted } from "../embed/messages.js";

const WIDTHS = [320, 640, 960];

/** So long after the last height a frame says no other; after so long without one it says none. */
const SETTLED = 300;
const PATIENCE = 10_000;

/**
 * @param {string} address
 * @param {number} width
 * @returns {Promise<string>} the width and the height, "320:900"
 */
function height(address, width) {
  const frame = document.createElement("iframe");
  frame.title = "";
  frame.ariaHidden = "true";
  frame.tabIndex = -1;
  Object.assign(frame.style, {
    position: "fixed",
    left: "-10000px",
    top: "0",
    width: `${width}px`,
    height: "800px",
    visibility: "hidden",
  });
  return new Promise((measured, failed) => {
    let tall = 0;
    const end = () => {
      removeEventListener("message", hear);
      frame.remove();
      if (tall) {
        measured(`${width}:${tall}`);
      } else {
        failed(new Error("the frame said no height"));
      }
    };
    let waiting = setTimeout(end, PATIENCE);
    /** @param {MessageEvent<unknown>} event */
    const hear = ({ source, data }) => {
      const message = source === frame.contentWindow ? fromFrame(data) : undefined;
      if (message?.type === "height") {
        tall = message.pixels;
        clearTimeout(waiting);
        waiting = setTimeout(end, SETTLED);
      }
    };
    addEventListener("message", hear);
    frame.addEventListener("load", () => {
      frame.contentWindow?.postMessage(posted({ type: "hello" }), location.origin);
    });
    frame.src = address;
    document.body.append(frame);
  });
}

/**
 * "320:900 640:700 960:640", or nothing where it could not be measured.
 *
 * @param {string} address
 */
export async function heights(address) {
  try {
    return (await Promise.all(WIDTHS.map((width) => height(address, width)))).join(" ");
  } catch {
    return "";
  }
}
