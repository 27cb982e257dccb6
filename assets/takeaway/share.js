// The dialogue from which readers copy a link to what is on the screen, or lines for a website.
import { button, element, openOver } from "./element.js";
import { heights } from "./heights.js";
import {
  PACK_CLOSE,
  SHARE_COLOURS,
  SHARE_COLOURS_OF_READERS,
  SHARE_COPY,
  SHARE_COPY_BY_HAND,
  SHARE_DARK,
  SHARE_DATA,
  SHARE_FRAME,
  SHARE_HEIGHT_ASKED,
  SHARE_HEIGHT_KNOWN,
  SHARE_HEIGHT_UNKNOWN,
  SHARE_LIGHT,
  SHARE_LINES,
  SHARE_LINK,
  SHARE_LIVE,
  SHARE_NO_SCRIPT,
  SHARE_SCREEN,
  SHARE_WEBSITE,
  SHARE_WHAT,
  TAKE_AWAY_COPIED,
  TAKE_AWAY_SHARE_FIGURE,
  shareOnly,
  sharePinned,
} from "../words.js";

/**
 * A list to choose one from, of values and words, with its label.
 *
 * @param {string} id
 * @param {string} label
 * @param {[value: string, words: string][]} options
 * @param {string} chosen
 */
function list(id, label, options, chosen) {
  const made = element(
    "select",
    { class: "govuk-select", id },
    ...options.map(([value, words]) => element("option", { value }, words)),
  );
  made.value = chosen;
  return { label: element("label", { class: "controls__label", for: id }, label), list: made };
}

/**
 * Live or pinned; `version` names the data of today.
 *
 * @param {string} version
 * @param {boolean} isPinned
 */
function data(version, isPinned) {
  /**
   * @param {string} value
   * @param {string} words
   */
  const choice = (value, words) => {
    const id = `share-${value}`;
    const radio = element("input", {
      type: "radio",
      name: "share-data",
      class: "govuk-radios__input",
      id,
      value,
    });
    radio.checked = (value === "pinned") === isPinned;
    const label = element("label", { class: "govuk-label govuk-radios__label", for: id }, words);
    return { radio, all: element("div", { class: "govuk-radios__item" }, radio, label) };
  };
  const live = choice("live", SHARE_LIVE);
  const pinned = choice("pinned", sharePinned(version));
  const all = element(
    "fieldset",
    { class: "govuk-fieldset dialogue__choices" },
    element("legend", { class: "controls__label" }, SHARE_DATA),
    element(
      "div",
      { class: "govuk-radios govuk-radios--small" },
      live.all,
      pinned.all,
    ),
  );
  return { all, isPinned: () => pinned.radio.checked };
}

/**
 * A text with its label and a button that copies it.
 *
 * @param {string} id
 * @param {string} label
 * @param {number} rows
 */
function copyable(id, label, rows) {
  const text = element("textarea", {
    class: "govuk-input dialogue__text",
    id,
    rows: String(rows),
    readonly: "",
    spellcheck: "false",
  });
  const copy = button("button button--quiet", SHARE_COPY);
  copy.append(element("span", { class: "visually-hidden" }, `: ${label}`));
  const said = element("span", { role: "status", class: "take-away__said" });
  copy.addEventListener("click", async () => {
    said.textContent = "";
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = TAKE_AWAY_COPIED;
    } catch {
      text.focus();
      text.select();
      said.textContent = SHARE_COPY_BY_HAND;
    }
  });
  const named = element("label", { class: "controls__label", for: id }, label);
  return {
    all: element("div", {}, named, text, element("div", { class: "dialogue__copy" }, copy, said)),
    /** @param {string} words */
    show: (words) => {
      if (text.value !== words) {
        text.value = words;
        said.textContent = "";
      }
    },
  };
}

/**
 * A figure among what can be shared.
 *
 * @param {import("./program.js").Figure} figure
 * @returns {[value: string, words: string]}
 */
const only = ({ name, label }) => [name, shareOnly(label)];

/** What is said of an embed's height. */
const SAID = {
  asked: SHARE_HEIGHT_ASKED,
  known: SHARE_HEIGHT_KNOWN,
  unknown: SHARE_HEIGHT_UNKNOWN,
};

/**
 * The part for websites; `measured` says whether the lines hold the embed's height.
 *
 * @param {ReturnType<typeof list>} colours
 * @param {ReturnType<typeof copyable>} lines
 * @param {HTMLElement} measured
 * @param {ReturnType<typeof copyable>} frame
 */
function website(colours, lines, measured, frame) {
  return element(
    "section",
    { "aria-labelledby": "share-website" },
    element("h3", { id: "share-website" }, SHARE_WEBSITE),
    element("div", { class: "controls__item" }, colours.label, colours.list),
    lines.all,
    measured,
    element(
      "details",
      { class: "details" },
      element("summary", {}, SHARE_NO_SCRIPT),
      frame.all,
    ),
  );
}

/**
 * Opens the dialogue over a view, for one figure of it or for all.
 *
 * @param {import("./program.js").View} view
 * @param {string | null} figure
 */
export function share(view, figure) {
  const figures = view.items().map(only);
  const what = list(
    "share-what",
    SHARE_WHAT,
    [["", SHARE_SCREEN], ...figures],
    // Of a finding's dots, the figure that they are of.
    figure?.split(":")[0] ?? "",
  );
  const colours = list(
    "share-colours",
    SHARE_COLOURS,
    [["", SHARE_COLOURS_OF_READERS], ["light", SHARE_LIGHT], ["dark", SHARE_DARK]],
    "",
  );
  const choices = data(view.version(), /[?&]data=/.test(location.search));
  const link = copyable("share-link", SHARE_LINK, 2);
  const embed = copyable("share-element", SHARE_LINES, 6);
  const frame = copyable("share-frame", SHARE_FRAME, 4);
  const measured = element("p", { class: "filters__hint", role: "status" });
  const close = button("button button--quiet", PACK_CLOSE);
  const title = element("h2", { id: "share-title", tabindex: "-1", autofocus: "" }, TAKE_AWAY_SHARE_FIGURE);
  const dialogue = element(
    "dialog",
    { class: "dialogue", "aria-labelledby": "share-title" },
    title,
    element("div", { class: "controls__item" }, what.label, what.list),
    choices.all,
    link.all,
  );
  /** @param {string} tall */
  const made = (tall) => view.share(what.list.value, choices.isPinned(), colours.list.value, tall);
  /**
   * How tall each embed is that was asked for; nothing where that could not be measured.
   *
   * @type {Map<string | undefined, string>}
   */
  const known = new Map();
  const show = () => {
    const { address } = made("");
    const tall = known.get(address);
    const texts = made(tall ?? "");
    link.show(texts.link);
    embed.show(texts.element ?? "");
    frame.show(texts.frame ?? "");
    measured.textContent = SAID[tall === undefined ? "asked" : tall === "" ? "unknown" : "known"];
    if (address && tall === undefined) {
      measure(address);
    }
  };
  /** @param {string} address */
  const measure = async (address) => {
    known.set(address, await heights(address));
    if (dialogue.isConnected) {
      show();
    }
  };

  if (made("").element) {
    dialogue.append(website(colours, embed, measured, frame));
  }
  dialogue.append(element("div", { class: "dialogue__foot" }, close));
  dialogue.addEventListener("change", show);
  close.addEventListener("click", () => dialogue.close());
  openOver(dialogue);
  show();
}
