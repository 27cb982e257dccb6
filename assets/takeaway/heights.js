// How tall an embed is at some widths: measured in frames that nobody sees.
const NAME = "findings-explorer";
const WIDTHS = [320, 640, 960];

/** So long after the last height a frame says no other; after so long without one it says none. */
const SETTLED = 300;
const PATIENCE = 10_000;

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
    let tall = null;
    const end = () => {
      removeEventListener("message", hear);
      frame.remove();
      tall ? measured(`${width}:${tall}`) : failed(new Error("the frame said no height"));
    };
    let waiting = setTimeout(end, PATIENCE);
    const hear = ({ source, data }) => {
      if (source === frame.contentWindow && data?.[NAME] === 1 && data.type === "height") {
        tall = data.pixels;
        clearTimeout(waiting);
        waiting = setTimeout(end, SETTLED);
      }
    };
    addEventListener("message", hear);
    frame.addEventListener("load", () => {
      frame.contentWindow.postMessage({ [NAME]: 1, type: "hello" }, location.origin);
    });
    frame.src = address;
    document.body.append(frame);
  });
}

/** "320:900 640:700 960:640", or nothing where it could not be measured. */
export async function heights(address) {
  try {
    return (await Promise.all(WIDTHS.map((width) => height(address, width)))).join(" ");
  } catch {
    return "";
  }
}
