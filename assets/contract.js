// What these scripts and the program both name. Made from crates/explorer/src/contract:
// `CONTRACT_WRITE=1 cargo test -p explorer --test contract` writes it again.

export const PRODUCT = "findings-explorer";
export const TAKE_AWAY = "take-away";
export const THEME_KEY = "findings-explorer.theme";
export const THEME_EVENT = "findings-theme";
export const PLACE_EVENT = "findings-place";
export const READY_EVENT = "findings-ready";
export const CHANGE_EVENT = "findings-change";
export const EMBED_PAGE = "embed.html";
export const WORKER = "sw.js";
export const PACKAGE_ADDRESS = "./package.zip";
export const EMBED_FRAGMENT_START = "#/1/";
export const EMBED_SCREEN = "explore";
export const SIDE_A = "side-a";
export const SIDE_B = "side-b";
export const RANGES_STACK = "ranges";
export const OTHER_SET_STACK = "other-set";
export const INVENTED_SERIES = "hollow";
export const OFF_SCALE_SERIES = "off-scale";
export const TRACK_SERIES = "whole";
export const MESSAGE_VERSION = 1;

/** The attributes of an embed. */
export const EMBED_ATTRIBUTES = ["src", "view", "figure", "filter", "data", "theme", "heights", "height"];

/** The ways under a figure: the word above each list, their names, their words. */
export const WAYS_OF_FIGURES = {
  Copy: {
    sentence: "Sentence",
    table: "Table",
    link: "Link",
    citation: "Citation",
  },
  Download: {
    png: "Picture (PNG)",
    svg: "Drawing (SVG)",
    xlsx: "Spreadsheet (XLSX)",
    csv: "Table (CSV)",
  },
};

/** The ways of a screen, by the element's `what`. */
export const WAYS_OF_SCREENS = {
  pack: {
    pack: "Make a board-paper pack",
  },
  share: {
    share: "Share",
  },
  cite: {
    "cite-page": "Copy a citation of this page",
    "bibtex-page": "The same for BibTeX",
    "cite-data": "Copy a citation of the data",
    "bibtex-data": "The same for BibTeX",
  },
};

/** The media type of each kind of file, by its ending. */
export const MIMES = {
  png: "image/png",
  svg: "image/svg+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  zip: "application/zip",
};

/** @typedef {"sentence" | "table" | "link" | "citation" | "png" | "svg" | "xlsx" | "csv" | "pack" | "share" | "cite-page" | "bibtex-page" | "cite-data" | "bibtex-data"} Way */
/** @typedef {"sentence" | "table" | "link" | "citation" | "cite-page" | "bibtex-page" | "cite-data" | "bibtex-data"} CopiedWay */
/** @typedef {"findings" | "explore" | "compare" | "about"} Screen */
