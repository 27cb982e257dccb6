// What scripts say to readers. Made from crates/explorer/src/words:
// `CONTRACT_WRITE=1 cargo test -p explorer --test contract` writes it again.

export const LANGUAGE = "en-GB";

export const START_WAITING = "Loading …";
export const START_PROGRAM = "program";
export const START_SURVEY_FILE = "survey file";
export const START_DATA_PACKAGE = "data package";
export const START_FINDINGS_STAY = "The findings on this page stay readable.";
export const START_FINDINGS_STAY_EMBEDDED = "“Open in full” leads to the findings, which stay readable.";
export const START_RELOAD = "Reload the page; if that does not help, try an up-to-date browser.";
export const START_SCRIPT_MISSING = "its script did not arrive";
export const START_SURVEY_MISSING = "its survey file did not arrive";
export const START_SURVEY_NOT_READ = "its survey file could not be read";
export const START_DATA_GONE = "this link is to an earlier version of the data, which is not on this site any more";
export const START_DATA_GONE_ADVICE = "Without “?data=…” in its address the link shows the data of today.";
export const START_NO_WEBASSEMBLY = "this browser does not run WebAssembly";
export const START_NO_UNPACKING = "this browser can’t unpack what is in this file";
export const START_PROGRAM_DID_NOT_RUN = "this browser could not run its program";
export const START_WENT_WRONG = "something in it went wrong that should not have";
/**
 * @param {string | number} reason
 */
export const startStopped = (reason) => `The interactive explorer stopped: ${reason}.`;
/**
 * @param {string | number} reason
 */
export const startCouldNotStart = (reason) => `The interactive explorer could not start: ${reason}.`;
/**
 * @param {string | number} part
 */
export const startPartMissing = (part) => `its ${part} did not arrive`;
/**
 * @param {string | number} part
 * @param {string | number} status
 */
export const startPartMissingWithStatus = (part, status) => `its ${part} did not arrive (status ${status})`;
/**
 * @param {string | number} part
 */
export const startPartDamaged = (part) => `its ${part} is damaged`;
/**
 * @param {string | number} address
 * @param {string | number} day
 */
export const startPrinted = (address, day) => `${address} – printed on ${day}`;

export const TAKE_AWAY_PACK = "Make a board-paper pack";
export const TAKE_AWAY_SHARE_FIGURE = "Share or embed";
export const TAKE_AWAY_PREPARING = "Preparing …";
export const TAKE_AWAY_COPIED = "Copied.";
export const TAKE_AWAY_COPYING_REFUSED = "Your browser does not let this page copy.";
export const TAKE_AWAY_NOT_ARRIVED = "What is needed for this did not arrive. Check your connection, then try again.";
export const TAKE_AWAY_NOT_MADE = "This could not be made. Please reload the page and try again.";
/**
 * @param {string | number} text
 */
export const takeAwayCopyFromHere = (text) => `Your browser does not let this page copy. Please copy it from here: “${text}”`;
/**
 * @param {string | number} name
 */
export const takeAwaySaved = (name) => `Saved as ${name}, where your browser puts downloads.`;

export const PACK_HOLDS = "One ZIP file for a report or a committee’s papers: a report that opens in any browser, and of each figure its picture and its table, for spreadsheets and as CSV. With source, citation, licence, caveats and links that show each figure again. It is made in this browser.";
export const PACK_FIGURES = "Figures of this view";
export const PACK_CHOOSE_ALL = "Choose all";
export const PACK_CHOOSE_NONE = "Choose none";
export const PACK_CHOOSE_ONE = "Choose at least one figure.";
export const PACK_MAKE = "Make the pack";
export const PACK_STOP = "Stop";
export const PACK_CLOSE = "Close";
export const PACK_MAKING = "Making the pack.";
export const PACK_PUTTING_TOGETHER = "Putting the pack together";
export const PACK_STOPPED = "Stopped. Nothing was saved.";
export const PACK_NOT_MADE = "The pack could not be made. Please reload the page and try again.";
/**
 * @param {string | number} number
 * @param {string | number} all
 */
export const packFigureOf = (number, all) => `Figure ${number} of ${all}`;

export const SHARE_WHAT = "What to share";
export const SHARE_SCREEN = "This screen, as it is now";
export const SHARE_DATA = "Data";
export const SHARE_LIVE = "Update when the data change";
export const SHARE_LINK = "Link";
export const SHARE_WEBSITE = "For a website";
export const SHARE_COLOURS = "Colours";
export const SHARE_COLOURS_OF_READERS = "As each reader’s system asks";
export const SHARE_LIGHT = "Light";
export const SHARE_DARK = "Dark";
export const SHARE_LINES = "Embed code";
export const SHARE_NO_SCRIPT = "My website only allows iframes";
export const SHARE_FRAME = "Embed code (iframe)";
export const SHARE_COPY = "Copy";
export const SHARE_COPY_BY_HAND = "Your browser does not let this page copy. The text is selected: copy it by hand.";
export const SHARE_HEIGHT_ASKED = "Measuring how tall it is …";
export const SHARE_HEIGHT_KNOWN = "Reserves the right height, and works without scripts.";
export const SHARE_HEIGHT_UNKNOWN = "How tall it is could not be measured. Your page may move a little while it loads.";
/**
 * @param {string | number} label
 */
export const shareOnly = (label) => `Only “${label}”`;
/**
 * @param {string | number} version
 */
export const sharePinned = (version) => `Always show today’s version (${version})`;

export const OFFLINE_NEW_VERSION = "A new version of this page is ready.";
export const OFFLINE_USE_NOW = "Use it now";
export const OFFLINE_HIDE = "Hide this message";
export const OFFLINE_WOULD_FORGET = "The new version would forget your answers under Compare. Save or forget them first.";
export const OFFLINE_OPEN_ELSEWHERE = "This page is open in another tab or window too. Close it there first, or carry on: the new version comes once all are closed.";

/**
 * @param {string | number} shown
 */
export const embedFrameTitle = (shown) => `Findings explorer: ${shown}`;
