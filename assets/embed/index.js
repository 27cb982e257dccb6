// <findings-explorer>: a screen or a figure of the explorer in a page of another site.
// docs/embed.md says how it is used; frame.js, on the frame's side, what the two say to each other.
const NAME = "findings-explorer";
const VERSION = 1;

/** How near to the window an embed begins to load. */
const NEAR = "400px";

/** Reserved for an embed that does not say how high it will be. */
const HEIGHT = 600;

/** No figure and no screen is higher; a frame that says so is not followed. */
const HIGHEST = 100_000;

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

/** The height for a width, from measured pairs such as "320:900 640:700"; between them on a line. */
function reserved(heights, width) {
  const pairs = [...(heights ?? "").matchAll(/(\d+):(\d+)/g)]
    .map(([, at, height]) => [+at, +height])
    .sort(([a], [b]) => a - b);
  const next = pairs.findIndex(([at]) => at >= width);
  if (next < 1) {
    return pairs.at(next)?.[1];
  }
  const [[fromAt, from], [toAt, to]] = pairs.slice(next - 1, next + 1);
  return from + ((to - from) * (width - fromAt)) / (toAt - fromAt);
}

class FindingsExplorer extends HTMLElement {
  static observedAttributes = [
    "src", "data", "view", "filter", "figure", "theme", "height", "heights",
  ];

  #box = document.createElement("div");
  #frame = null;
  #origin;
  #base;
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
    this.#frame = this.#shown = null;
  }

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
      this.#frame.contentWindow.location.replace(this.#base + this.#fragment());
    }
  }

  /** Keeps the room that the frame will need, until it says itself how much that is. */
  #reserve() {
    if (this.#box.className) {
      const pixels =
        reserved(this.getAttribute("heights"), this.#box.clientWidth) ||
        parseInt(this.getAttribute("height"), 10) ||
        HEIGHT;
      this.#box.style.minHeight = `${Math.min(pixels, HIGHEST)}px`;
    }
  }

  #fragment() {
    const parts = [this.getAttribute("filter")];
    const figure = this.getAttribute("figure");
    if (figure) {
      parts.push(`figure=${encodeURIComponent(figure)}`);
    }
    const view = encodeURIComponent(this.getAttribute("view") || "explore");
    return `#/1/${view}?${parts.filter(Boolean).join("&")}`;
  }

  /** The frame's address without its fragment; none for a `src` that is no address of a site. */
  #address() {
    let url;
    try {
      url = new URL(this.getAttribute("src") || "none:", document.baseURI);
    } catch {
      return null;
    }
    if (!/^https?:$/.test(url.protocol)) {
      return null;
    }
    // A link to the page itself does as well as one to its folder.
    const folder = url.pathname.replace(/\/[^/]*\.html$/, "/").replace(/[^/]$/, "$&/");
    url.pathname = `${folder}embed.html`;
    url.search = url.hash = "";
    for (const name of ["theme", "data"]) {
      const value = this.getAttribute(name);
      if (value) {
        url.searchParams.set(name, value);
      }
    }
    return url;
  }

  #load() {
    const address = this.#address();
    if (!address || this.#frame) {
      return;
    }
    this.#near.disconnect();
    this.#base = address.href;
    this.#origin = address.origin;
    const frame = (this.#frame = document.createElement("iframe"));
    const shown = this.getAttribute("figure") || this.getAttribute("view") || "explore";
    frame.title = this.title || `Findings explorer: ${shown}`;
    // It speaks English, whatever the page around it speaks.
    frame.lang = "en-GB";
    frame.setAttribute("sandbox", SANDBOX);
    frame.allow = "clipboard-write";
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.inert = true;
    frame.onload = () => {
      this.#say("hello");
      this.#tellTheme();
    };
    frame.src = this.#base + this.#fragment();
    this.#box.append(frame);
  }

  #say(type, content) {
    this.#frame?.contentWindow.postMessage({ [NAME]: VERSION, type, ...content }, this.#origin);
  }

  #tellTheme() {
    this.#say("theme", { theme: this.getAttribute("theme") || "auto" });
  }

  /** Hears what any window says, and follows only the frame. */
  handleEvent({ source, origin, data }) {
    const frame = this.#frame;
    if (!frame || source !== frame.contentWindow || origin !== this.#origin) {
      return;
    }
    if (data?.[NAME] !== VERSION) {
      return;
    }
    if (data.type === "change") {
      const { view, filter, figure, link } = data;
      this.#shown = { view, filter, figure, link };
      if (!frame.inert) {
        this.#tell("change");
      }
    } else if (data.type === "height" && data.pixels > 0 && data.pixels <= HIGHEST) {
      frame.style.height = `${+data.pixels}px`;
      if (frame.inert) {
        this.#show(frame);
      }
    }
  }

  /** The frame is ready: it takes the place of the fallback, and the keyboard if it is there. */
  #show(frame) {
    const focused = this.contains(document.activeElement);
    frame.inert = false;
    this.#box.className = this.#box.style.minHeight = "";
    if (focused) {
      frame.focus();
    }
    this.#tell("ready");
  }

  #tell(what) {
    this.dispatchEvent(new CustomEvent(`findings-${what}`, { bubbles: true, detail: this.#shown }));
  }
}

if (!customElements.get(NAME)) {
  customElements.define(NAME, FindingsExplorer);
}
