// The frame's side of an embed: it speaks with the page around it, and with no other window.
import { PLACE_EVENT, THEME_EVENT } from "../contract.js";
import { fromHost, isTheme, posted } from "./messages.js";
import { attributesOf } from "./place.js";

const root = document.documentElement;
const host = window.parent;

/**
 * The origin that said hello, and is answered.
 *
 * @type {string | undefined}
 */
let origin;
/**
 * What the host was told last.
 *
 * @type {{ fragment?: string, pixels?: number }}
 */
let told = {};
/** @type {import("./messages.js").Theme | undefined} */
let wanted;
let waiting = false;

/** @param {import("./messages.js").Theme} theme */
function show(theme) {
  if (theme === "auto") {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = theme;
  }
}

/**
 * @param {import("./messages.js").FrameMessage} message
 * @param {string} to the host's origin
 */
function say(message, to) {
  // A page without an origin, such as a file, can be named by none. Only the frame's own parent
  // gets this, whatever its name.
  host.postMessage(posted(message), to === "null" ? "*" : to);
}

/** Where the reader finds the same in full. */
function linkInFull() {
  const link = document.getElementById("in-full");
  return link instanceof HTMLAnchorElement ? link.href : "";
}

/**
 * Whether the app has started and its charts have their heights: until then, and where it can't, the
 * host shows its own fallback.
 */
function isReady() {
  const failed = document.getElementById("failure")?.hidden === false;
  return (
    document.getElementById("status") === null &&
    document.querySelector(".chart__canvas:not([style])") === null &&
    (Number(told.pixels) > 0 || !failed)
  );
}

/** However much was heard or has changed, it is answered once. */
function settle() {
  waiting = false;
  if (wanted && wanted !== (root.dataset.theme ?? "auto")) {
    show(wanted);
    dispatchEvent(new Event(THEME_EVENT));
  }
  if (origin === undefined || !isReady()) {
    return;
  }
  // The address is ahead of what is shown while a screen is loaded.
  const fragment = document.getElementById("main")?.dataset.place ?? location.hash;
  if (told.fragment !== fragment) {
    told.fragment = fragment;
    say({ type: "change", ...attributesOf(fragment), link: linkInFull() }, origin);
  }
  const pixels = Math.ceil(root.getBoundingClientRect().height);
  if (told.pixels !== pixels) {
    told.pixels = pixels;
    say({ type: "height", pixels }, origin);
  }
}

function settleSoon() {
  if (!waiting) {
    waiting = true;
    setTimeout(settle);
  }
}

/** @param {MessageEvent<unknown>} event */
function hear({ source, origin: from, data }) {
  if (source !== host || host === window) {
    return;
  }
  const message = fromHost(data);
  if (message?.type === "hello") {
    origin = from;
    told = {};
    // The host makes room for all of it.
    root.classList.add("is-followed");
  } else if (message?.type === "theme") {
    wanted = message.theme;
  } else {
    return;
  }
  settleSoon();
}

const asked = new URLSearchParams(location.search).get("theme");
if (isTheme(asked)) {
  show(asked);
}
addEventListener("message", hear);
addEventListener(PLACE_EVENT, settleSoon);
new ResizeObserver(settleSoon).observe(root);
// Out of sight a frame of another site has no observer of sizes: what changes them is seen here.
const changes = { subtree: true, childList: true, attributeFilter: ["style", "open", "class"] };
new MutationObserver(settleSoon).observe(root, changes);
