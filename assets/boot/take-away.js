// The element with which readers take a figure away, `<take-away figure sentence of>`, or something
// of the whole screen, `<take-away what>`. It stands in this script and not in the app because
// elements weigh less here.

/** What is copied and downloaded: its name in assets/takeaway, its words. */
const WAYS = {
  Copy: {
    sentence: "Sentence",
    table: "Table",
    link: "Link",
    citation: "Citation",
    bibtex: "Citation (BibTeX)",
  },
  Download: {
    png: "Picture (PNG)",
    svg: "Drawing (SVG)",
    xlsx: "Spreadsheet (XLSX)",
    csv: "Table (CSV)",
  },
};

const SHARE = "Share or embed";

/** What is made of the whole screen: by the element's `what`, its name in assets/takeaway, its words. */
const OF_ALL = {
  pack: { pack: "Make a board-paper pack" },
  share: { share: "Share" },
  cite: {
    "cite-page": "Copy a citation of this page",
    "bibtex-page": "The same for BibTeX",
    "cite-data": "Copy a citation of the data",
    "bibtex-data": "The same for BibTeX",
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

/** What tells a control from those of other figures, for those who hear it. */
const heard = (of) => element("span", { class: "visually-hidden" }, `: ${of}`);

/** A list of ways that opens. */
const list = (name, ways, of) =>
  element(
    "details",
    { class: "details" },
    element("summary", {}, name, heard(of)),
    ...Object.entries(ways).map(button),
  );

/** Defines the element; `take` takes something away and promises what is said of it. */
export function define(take) {
  class TakeAway extends HTMLElement {
    // What came of another selection is no longer true of this one.
    static observedAttributes = ["sentence"];

    constructor() {
      super();
      this.addEventListener("click", ({ target }) =>
        this.press(target.closest("[data-take]")?.dataset.take),
      );
    }

    connectedCallback() {
      // A copy of the page's text has its lists already. Pages of other sites have none.
      if (this.firstChild || document.documentElement.dataset.embed !== undefined) {
        return;
      }
      this.append(...this.ways(), element("span", { role: "status", class: "take-away__said" }));
    }

    ways() {
      if (!this.getAttribute("figure")) {
        return Object.entries(OF_ALL[this.getAttribute("what")]).map(button);
      }
      const of = this.getAttribute("of");
      const share = button(["share", SHARE]);
      share.append(heard(of));
      return [...Object.entries(WAYS).map(([name, ways]) => list(name, ways, of)), share];
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
