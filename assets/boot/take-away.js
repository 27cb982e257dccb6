// The element with which readers take a figure away, `<take-away figure sentence of>`, or something
// of the whole screen, `<take-away what>`. It stands in this script and not in the app because
// elements weigh less here.

import { TAKE_AWAY, WAYS_OF_FIGURES, WAYS_OF_SCREENS } from "../contract.js";
import { TAKE_AWAY_PREPARING, TAKE_AWAY_SHARE_FIGURE } from "../words.js";
import { isEmbedded } from "./theme.js";

/**
 * @typedef {import("../contract.js").Way} Way
 * @typedef {(what: Way, figure: string | null, sentence: string) => Promise<string>} Take
 */

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} inside
 */
function element(name, attributes, ...inside) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach((attribute) => made.setAttribute(...attribute));
  made.append(...inside);
  return made;
}

/** @param {[what: string, words: string]} way */
const button = ([what, words]) =>
  element("button", { type: "button", class: "text-button", "data-take": what }, words);

/**
 * What tells a control from those of other figures, for those who hear it.
 *
 * @param {string | null} of
 */
const screenReaderText = (of) => element("span", { class: "visually-hidden" }, `: ${of}`);

/**
 * A list of ways that opens.
 *
 * @param {string} name
 * @param {Record<string, string>} ways
 * @param {string | null} of
 */
const list = (name, ways, of) =>
  element(
    "details",
    { class: "details" },
    element("summary", {}, name, screenReaderText(of)),
    ...Object.entries(ways).map(button),
  );

/**
 * Defines the element; `take` takes something away and promises what is said of it.
 *
 * @param {Take} take
 */
export function define(take) {
  class TakeAway extends HTMLElement {
    // What came of another selection is no longer true of this one.
    static observedAttributes = ["sentence"];

    constructor() {
      super();
      this.addEventListener("click", ({ target }) => {
        const pressed = /** @type {Element} */ (target).closest("[data-take]");
        if (pressed instanceof HTMLElement) {
          this.press(/** @type {Way} */ (pressed.dataset.take));
        }
      });
    }

    connectedCallback() {
      // A copy of the page's text has its lists already. Pages of other sites have none.
      if (this.firstChild || isEmbedded()) {
        return;
      }
      this.append(...this.ways(), element("span", { role: "status", class: "take-away__said" }));
    }

    ways() {
      if (!this.getAttribute("figure")) {
        const what = /** @type {keyof typeof WAYS_OF_SCREENS} */ (this.getAttribute("what"));
        return Object.entries(WAYS_OF_SCREENS[what]).map(button);
      }
      const of = this.getAttribute("of");
      const share = button(["share", TAKE_AWAY_SHARE_FIGURE]);
      share.append(screenReaderText(of));
      return [...Object.entries(WAYS_OF_FIGURES).map(([name, ways]) => list(name, ways, of)), share];
    }

    attributeChangedCallback() {
      this.say("");
    }

    /** @param {string} words */
    say(words) {
      this.lastElementChild?.replaceChildren(words);
    }

    /** @param {Way} what */
    async press(what) {
      const sentence = this.getAttribute("sentence") ?? "";
      // What is said next is a change, and heard, even where it is the same as before.
      this.say(what === "sentence" ? "" : TAKE_AWAY_PREPARING);
      const said = await take(what, this.getAttribute("figure"), sentence);
      if ((this.getAttribute("sentence") ?? "") === sentence) {
        this.say(said);
      }
    }
  }
  customElements.define(TAKE_AWAY, TakeAway);
}
