// What an embed's frame and the page around it say to each other, and how each knows that it is said.
//
// Every message has the name of the product, with the version of messages, and a type.
//
// | from     | type     | with                        | when                                     |
// |----------|----------|-----------------------------|------------------------------------------|
// | the host | `hello`  |                             | after the frame's `load`; asks for all   |
// | the host | `theme`  | theme: light, dark, auto    | at any time                              |
// | the frame| `change` | view, filter, figure, link  | after `hello`, and when one has changed  |
// | the frame| `height` | pixels                      | the same                                 |
//
// The first `height` says that the explorer is ready, and is right for the frame's width. To measure:
// a frame of some width that is laid out (not `display: none`), `hello` after its load, and the
// `height` that comes.
//
// A host can say nothing else, so that it can make a frame show only what an address could. What it
// is told is what stands in the address; a reader's own answers never do.
import { MESSAGE_VERSION, PRODUCT } from "../contract.js";

/** What colours a host can ask for. */
export const THEMES = /** @type {const} */ (["light", "dark", "auto"]);

/** No figure and no screen is higher; a frame that says so is not followed. */
export const HIGHEST = 100_000;

/**
 * @typedef {typeof THEMES[number]} Theme
 * @typedef {{ view: string, filter: string, figure: string, link: string }} Shown
 * @typedef {{ type: "hello" } | { type: "theme", theme: Theme }} HostMessage
 * @typedef {{ type: "change" } & Shown | { type: "height", pixels: number }} FrameMessage
 */

/**
 * A message as it is posted.
 *
 * @template {HostMessage | FrameMessage} Message
 * @param {Message} message
 */
export const posted = (message) => ({ [PRODUCT]: MESSAGE_VERSION, ...message });

/**
 * What was posted, if it is one of ours; whoever posted it can have put anything into it.
 *
 * @param {unknown} data
 */
const ours = (data) => {
  const message = /** @type {Record<string, unknown> | null | undefined} */ (data);
  return message?.[PRODUCT] === MESSAGE_VERSION ? message : undefined;
};

/**
 * @param {unknown} theme
 * @returns {theme is Theme}
 */
export const isTheme = (theme) => THEMES.includes(/** @type {Theme} */ (theme));

/**
 * What a frame hears of its host; nothing where it is no such message.
 *
 * @param {unknown} data
 * @returns {HostMessage | undefined}
 */
export function fromHost(data) {
  const message = ours(data);
  if (message?.type === "hello") {
    return { type: "hello" };
  }
  if (message?.type === "theme" && isTheme(message.theme)) {
    return { type: "theme", theme: message.theme };
  }
  return undefined;
}

/**
 * What a host hears of its frame; nothing where it is no such message.
 *
 * @param {unknown} data
 * @returns {FrameMessage | undefined}
 */
export function fromFrame(data) {
  const message = ours(data);
  if (message?.type === "change") {
    // As they came: a page decides for itself what it takes an event's detail for.
    const { view, filter, figure, link } = /** @type {Shown & typeof message} */ (message);
    return { type: "change", view, filter, figure, link };
  }
  const pixels = Number(message?.pixels);
  if (message?.type === "height" && pixels > 0 && pixels <= HIGHEST) {
    return { type: "height", pixels };
  }
  return undefined;
}
