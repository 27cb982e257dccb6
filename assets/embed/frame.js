// The frame's side of an embed: it speaks with the page around it, and with no other window.
//
// Every message is { "findings-explorer": 1, type, … }; 1 is the version.
//
// | from     | type     | with                        | when                                     |
// |----------|----------|-----------------------------|------------------------------------------|
// | the host | `hello`  |                             | after the frame's `load`; asks for all   |
// | the host | `theme`  | theme: light, dark, auto    | at any time                              |
// | the frame| `change` | view, filter, figure, link  | after `hello`, and when one has changed  |
// | the frame| `height` | pixels                      | the same                                 |
//
// The first `height` says that the explorer is ready, and is right for the frame's width. To measure: a frame of some width that is
// laid out (not `display: none`), `hello` after its load, and the `height` that comes.
//
// A host can say nothing else, so that it can make a frame show only what an address could. What it
// is told is what stands in the address; a reader's own answers never do.
const NAME = "findings-explorer";
const VERSION = 1;
const THEMES = ["light", "dark", "auto"];

const root = document.documentElement;
const host = window.parent;

/** The origin that said hello, and is answered. */
let origin = null;
/** What the host was told last. */
let told = {};
let wanted = null;
let waiting = false;

function show(theme) {
  if (theme === "auto") {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = theme;
  }
}

function say(type, content) {
  // A page without an origin, such as a file, can be named by none. Only the frame's own parent
  // gets this, whatever its name.
  host.postMessage({ [NAME]: VERSION, type, ...content }, origin === "null" ? "*" : origin);
}

/** What the address says, in the words of the element's attributes. */
function place() {
  const [path, query = ""] = location.hash.split("?");
  const parts = query.split("&");
  const figure = parts.find((part) => part.startsWith("figure="));
  return {
    view: path.split("/")[2] ?? "",
    filter: parts.filter((part) => !/^(figure|receipt)=/.test(part)).join("&"),
    figure: figure?.slice("figure=".length) ?? "",
    link: document.getElementById("in-full")?.href ?? "",
  };
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
    (told.pixels > 0 || !failed)
  );
}

/** However much was heard or has changed, it is answered once. */
function settle() {
  waiting = false;
  if (wanted && wanted !== (root.dataset.theme ?? "auto")) {
    show(wanted);
    dispatchEvent(new Event("findings-theme"));
  }
  if (origin === null || !isReady()) {
    return;
  }
  if (told.fragment !== location.hash) {
    told.fragment = location.hash;
    say("change", place());
  }
  const pixels = Math.ceil(root.getBoundingClientRect().height);
  if (told.pixels !== pixels) {
    told.pixels = pixels;
    say("height", { pixels });
  }
}

function settleSoon() {
  if (!waiting) {
    waiting = true;
    setTimeout(settle);
  }
}

function hear({ source, origin: from, data }) {
  if (source !== host || host === window || data?.[NAME] !== VERSION) {
    return;
  }
  if (data.type === "hello") {
    origin = from;
    told = {};
    // The host makes room for all of it.
    root.classList.add("is-followed");
  } else if (data.type === "theme" && THEMES.includes(data.theme)) {
    wanted = data.theme;
  } else {
    return;
  }
  settleSoon();
}

const asked = new URLSearchParams(location.search).get("theme");
if (THEMES.includes(asked)) {
  show(asked);
}
addEventListener("message", hear);
addEventListener("findings-place", settleSoon);
new ResizeObserver(settleSoon).observe(root);
// Out of sight a frame of another site has no observer of sizes: what changes them is seen here.
const changes = { subtree: true, childList: true, attributeFilter: ["style", "open", "class"] };
new MutationObserver(settleSoon).observe(root, changes);
