// What the program makes of a survey, with types: `crates/takeaway/src/browser.rs` is the other side.

/**
 * A file to be saved.
 *
 * @typedef {{ name: string, mime: string, bytes: Uint8Array<ArrayBuffer> }} SavedFile
 */
/**
 * A figure as an SVG.
 *
 * @typedef {SavedFile & { width: number, height: number }} Picture
 */
/**
 * A figure that can be taken away.
 *
 * @typedef {{ name: string, headline: string, label: string }} Figure
 */
/**
 * A chart to be drawn.
 *
 * @typedef {{ options: object, width: number, height: number }} Chart
 */
/**
 * What is copied, by media type.
 *
 * @typedef {{ "text/plain": string, "text/html"?: string }} Copied
 */
/**
 * What is shared.
 *
 * @typedef {{ link: string, element?: string, frame?: string, address?: string }} Shared
 */
/**
 * How wide a text is, of a size and weight; all in pixels.
 *
 * @typedef {(text: string, size: number, weight: number) => number} Measure
 */
/**
 * What answers all questions. Only the class below asks: it knows what comes back.
 *
 * @typedef {(question: string, given: unknown[]) => any} Ask
 */

/** What the reader looks at: a place by its fragment, on a day such as "2026-11-22". */
export class View {
  #ask;
  #place;

  /**
   * @param {Ask} ask
   * @param {string} fragment
   * @param {string} day
   */
  constructor(ask, fragment, day) {
    this.#ask = ask;
    this.#place = [fragment, day];
  }

  /**
   * @param {string} question
   * @param {unknown[]} given
   */
  #answer(question, ...given) {
    return this.#ask(question, [...this.#place, ...given]);
  }

  /**
   * The figures: of the findings' screen only those that the findings rest on.
   *
   * @returns {Figure[]}
   */
  items() {
    return this.#answer("items");
  }

  /**
   * How a figure's chart is drawn, or nothing where there is none.
   *
   * @param {string} figure
   * @param {Measure} measure
   * @returns {Chart | undefined}
   */
  chart(figure, measure) {
    return this.#answer("chart", figure, measure);
  }

  /**
   * A figure as an SVG; `drawn` is the text of its chart's.
   *
   * @param {string} figure
   * @param {string} drawn
   * @param {Measure} measure
   * @returns {Picture}
   */
  picture(figure, drawn, measure) {
    return this.#answer("picture", figure, drawn, measure);
  }

  /**
   * A figure's table; `kind` is the ending of its file.
   *
   * @param {string} figure
   * @param {"csv" | "xlsx"} kind
   * @returns {SavedFile}
   */
  file(figure, kind) {
    return this.#answer("file", figure, kind);
  }

  /**
   * What is copied of a figure, or of the page or the data without one.
   *
   * @param {string | null} figure
   * @param {import("../contract.js").Way} what
   * @returns {Copied}
   */
  copied(figure, what) {
    return this.#answer("copied", figure, what);
  }

  /**
   * What is shared of this place, or of one figure of it; without lines for a website where the page is
   * not on the web. `heights` are those of the embed, "320:900 640:700", or nothing.
   *
   * @param {string} figure
   * @param {boolean} pinned
   * @param {string} colours
   * @param {string} heights
   * @returns {Shared}
   */
  share(figure, pinned, colours, heights) {
    return this.#answer("share", figure, pinned, colours, heights);
  }

  /**
   * The version of the data in words.
   *
   * @returns {string}
   */
  version() {
    return this.#answer("version");
  }

  /**
   * Begins a pack, and says which it is. What an earlier one has is gone.
   *
   * @returns {number}
   */
  begin() {
    return this.#answer("begin");
  }

  /**
   * Puts a figure into a pack, with its pictures; `drawn` is its chart alone.
   *
   * @param {string} figure
   * @param {number} pack
   * @param {string} svg
   * @param {Uint8Array} png
   * @param {string} drawn
   */
  put(figure, pack, svg, png, drawn) {
    this.#answer("put", figure, pack, svg, png, drawn);
  }

  /**
   * Ends a pack.
   *
   * @param {number} pack
   * @returns {SavedFile}
   */
  packed(pack) {
    return this.#answer("packed", null, pack);
  }
}
