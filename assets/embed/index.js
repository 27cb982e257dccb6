// <findings-explorer>: a screen or a figure of the explorer in a page of another site.
// docs/embed.md says how it is used; messages.js what the two sides say.
import { CHANGE_EVENT, EMBED_ATTRIBUTES, EMBED_SCREEN, PRODUCT, READY_EVENT } from "../contract.js";
import { frameAddress } from "./frame-address.js";
import { HIGHEST, fromFrame, posted } from "./messages.js";
import { fragmentOf } from "./place.js";
import { reserved } from "./room.js";
import { LANGUAGE, embedFrameTitle } from "../words.js";

/** How near to the window an embed begins to load. */
const NEAR = "400px";

/** Reserved for an embed that does not say how high it will be. */
const HEIGHT = 600;

// Scripts and the frame's own origin: it could not be run without the first, nor find its program in
// the browser's cache without the second. Downloads and dialogues: to save, and print, own answers.
const SANDBOX =
  "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox " +
  "allow-downloads allow-modals";

// Through the object model: a strict policy of the host refuses style attributes, and not this.
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  ":host{display:block}:host([hidden]){display:none}" +
    "div{position:relative}iframe{display:block;width:100%;border:0}" +
    // Under the fallback and with its room, so that it is laid out and nothing moves.
    ".waiting iframe{position:absolute;inset:0;height:100%;opacity:0}" +
    "div:not(.waiting) slot{display:none}",
);

class FindingsExplorer extends HTMLElement {
  static observedAttributes = EMBED_ATTRIBUTES;

  #box = document.createElement("div");
  /** @type {HTMLIFrameElement | undefined} */
  #frame;
  #origin = "";
  #base = "";
  /** @type {import("./messages.js").Shown | undefined} */
  #shown;
  #sizes = new ResizeObserver(() => this.#reserve());
  #near = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && this.#load(),
    { rootMargin: NEAR },
  );

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    this.#box.append(document.createElement("slot"));
    shadow.append(this.#box);
  }

  connectedCallback() {
    this.#box.className = "waiting";
    this.#reserve();
    this.#sizes.observe(this.#box);
    this.#near.observe(this);
    addEventListener("message", this);
  }

  disconnectedCallback() {
    this.#near.disconnect();
    this.#sizes.disconnect();
    removeEventListener("message", this);
    this.#frame?.remove();
    this.#frame = this.#shown = undefined;
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected) {
      return;
    }
    if (name.startsWith("height")) {
      this.#reserve();
    } else if (name === "src" || name === "data") {
      this.disconnectedCallback();
      this.connectedCallback();
    } else if (name === "theme") {
      this.#tellTheme();
    } else if (this.#frame) {
      // Only the fragment differs: the program that runs there follows, and no history is made.
      this.#frame.contentWindow?.location.replace(this.#base + this.#fragment());
    }
  }

  /** Keeps the room that the frame will need, until it says itself how much that is. */
  #reserve() {
    if (this.#box.className) {
      const pixels =
        reserved(this.getAttribute("heights"), this.#box.clientWidth) ||
        parseInt(this.getAttribute("height") ?? "", 10) ||
        HEIGHT;
      this.#box.style.minHeight = `${Math.min(pixels, HIGHEST)}px`;
    }
  }

  #fragment() {
    return fragmentOf(
      this.getAttribute("view"),
      this.getAttribute("filter"),
      this.getAttribute("figure"),
    );
  }

  #load() {
    const address = frameAddress(this.getAttribute("src"), document.baseURI, {
      theme: this.getAttribute("theme"),
      data: this.getAttribute("data"),
    });
    if (!address || this.#frame) {
      return;
    }
    this.#near.disconnect();
    this.#base = address.href;
    this.#origin = address.origin;
    const frame = (this.#frame = document.createElement("iframe"));
    const shown = this.getAttribute("figure") || this.getAttribute("view") || EMBED_SCREEN;
    frame.title = this.title || embedFrameTitle(shown);
    // It speaks its own language, whatever the page around it speaks.
    frame.lang = LANGUAGE;
    frame.setAttribute("sandbox", SANDBOX);
    frame.allow = "clipboard-write";
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.inert = true;
    frame.onload = () => {
      this.#say({ type: "hello" });
      this.#tellTheme();
    };
    frame.src = this.#base + this.#fragment();
    this.#box.append(frame);
  }

  /** @param {import("./messages.js").HostMessage} message */
  #say(message) {
    this.#frame?.contentWindow?.postMessage(posted(message), this.#origin);
  }

  #tellTheme() {
    const theme = this.getAttribute("theme") || "auto";
    // The frame knows which colours there are, and leaves out what is none.
    this.#say({ type: "theme", theme: /** @type {import("./messages.js").Theme} */ (theme) });
  }

  /**
   * Hears what any window says, and follows only the frame.
   *
   * @param {MessageEvent<unknown>} event
   */
  handleEvent({ source, origin, data }) {
    const frame = this.#frame;
    if (!frame || source !== frame.contentWindow || origin !== this.#origin) {
      return;
    }
    const message = fromFrame(data);
    if (message?.type === "change") {
      const { type, ...shown } = message;
      this.#shown = shown;
      if (!frame.inert) {
        this.#tell(CHANGE_EVENT);
      }
    } else if (message?.type === "height") {
      frame.style.height = `${message.pixels}px`;
      if (frame.inert) {
        this.#show(frame);
      }
    }
  }

  /**
   * The frame is ready: it takes the place of the fallback, and the keyboard if it is there.
   *
   * @param {HTMLIFrameElement} frame
   */
  #show(frame) {
    const focused = this.contains(document.activeElement);
    frame.inert = false;
    this.#box.className = this.#box.style.minHeight = "";
    if (focused) {
      frame.focus();
    }
    this.#tell(READY_EVENT);
  }

  /** @param {string} what */
  #tell(what) {
    this.dispatchEvent(new CustomEvent(what, { bubbles: true, detail: this.#shown }));
  }
}

if (!customElements.get(PRODUCT)) {
  customElements.define(PRODUCT, FindingsExplorer);
}
