// The element with which readers take a figure away, or a pack of the whole screen:
// `<take-away figure sentence of>`. It stands in this script and not in the app because elements
// weigh less here.

/** What is copied and downloaded: its name in assets/takeaway, its words. */
const WAYS = {
  Copy: { sentence: "Sentence", table: "Table", link: "Link", citation: "Citation" },
  Download: {
    png: "Picture (PNG)",
    svg: "Drawing (SVG)",
    xlsx: "Spreadsheet (XLSX)",
    csv: "Table (CSV)",
  },
};

function element(name, attributes, ...inside) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach((attribute) => made.setAttribute(...attribute));
  made.append(...inside);
  return made;
}

const button = ([what, words]) =>
  element("button", { type: "button", class: "text-button", "data-take": what }, words);

/** A list of ways that opens; `of` tells it from those of other figures, for those who hear it. */
const list = (name, ways, of) =>
  element(
    "details",
    { class: "details" },
    element("summary", {}, name, element("span", { class: "visually-hidden" }, `: ${of}`)),
    ...Object.entries(ways).map(button),
  );

/** Defines the element; `take` takes something away and promises what is said of it. */
export function define(take) {
  class TakeAway extends HTMLElement {
    // What came of another selection is no longer true of this one.
    static observedAttributes = ["sentence"];

    constructor() {
      super();
      this.addEventListener("click", ({ target }) => this.press(target.dataset.take));
    }

    connectedCallback() {
      // A copy of the page's text has its lists already. Pages of other sites have none.
      if (this.firstChild || document.documentElement.dataset.embed !== undefined) {
        return;
      }
      const of = this.getAttribute("of");
      this.append(
        ...(this.getAttribute("figure")
          ? Object.entries(WAYS).map(([name, ways]) => list(name, ways, of))
          : [button(["pack", "Make a board-paper pack"])]),
        element("span", { role: "status", class: "take-away__said" }),
      );
    }

    attributeChangedCallback() {
      this.say("");
    }

    say(words) {
      this.lastChild?.replaceChildren(words);
    }

    async press(what) {
      if (!what) {
        return;
      }
      const sentence = this.getAttribute("sentence");
      // What is said next is a change, and heard, even where it is the same as before.
      this.say(what === "sentence" ? "" : "Preparing …");
      const said = await take(what, this.getAttribute("figure"), sentence);
      if (this.getAttribute("sentence") === sentence) {
        this.say(said);
      }
    }
  }
  customElements.define("take-away", TakeAway);
}
