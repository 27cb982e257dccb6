// The dialogue in which readers choose what goes into a pack, and see it made.
import { button, element, openOver } from "./element.js";
import { makePack } from "./pack.js";
import { save } from "./saving.js";
import {
  PACK_CHOOSE_ALL,
  PACK_CHOOSE_NONE,
  PACK_CHOOSE_ONE,
  PACK_CLOSE,
  PACK_FIGURES,
  PACK_HOLDS,
  PACK_MAKE,
  PACK_MAKING,
  PACK_NOT_MADE,
  PACK_STOP,
  PACK_STOPPED,
  TAKE_AWAY_PACK,
} from "../words.js";

/**
 * A figure's checkbox with its label.
 *
 * @param {import("./program.js").Figure} figure
 * @param {number} position
 */
function choice({ name, headline, label }, position) {
  const id = `pack-${position}`;
  const box = element("input", {
    type: "checkbox",
    class: "govuk-checkboxes__input",
    id,
    value: name,
  });
  box.checked = true;
  const words = headline.startsWith(label) ? headline : `${label}: ${headline}`;
  const all = element(
    "div",
    { class: "govuk-checkboxes__item" },
    box,
    element("label", { class: "govuk-label govuk-checkboxes__label", for: id }, words),
  );
  return { all, box };
}

/**
 * What the dialogue is made of.
 *
 * @param {import("./program.js").Figure[]} items
 */
function parts(items) {
  const words = element("span", {});
  const bar = element("progress", {});
  const choices = items.map(choice);
  const all = button("text-button", PACK_CHOOSE_ALL);
  const none = button("text-button", PACK_CHOOSE_NONE);
  return {
    title: element("h2", { id: "pack-title", tabindex: "-1", autofocus: "" }, TAKE_AWAY_PACK),
    choices: element(
      "fieldset",
      { class: "facet govuk-fieldset" },
      element("legend", { class: "facet__legend" }, PACK_FIGURES),
      all,
      none,
      element("div", { class: "govuk-checkboxes govuk-checkboxes--small" }, ...choices.map(({ all }) => all)),
    ),
    boxes: choices.map(({ box }) => box),
    all,
    none,
    making: element("label", { class: "dialogue__making", hidden: "" }, words, bar),
    words,
    bar,
    said: element("p", { role: "status", class: "take-away__said" }),
    make: button("button", PACK_MAKE),
    stop: button("button", PACK_STOP),
    close: button("button button--quiet", PACK_CLOSE),
  };
}

/** @param {ReturnType<typeof parts>} part */
function open(part) {
  const dialogue = element(
    "dialog",
    { class: "dialogue", "aria-labelledby": "pack-title" },
    part.title,
    element("p", {}, PACK_HOLDS),
    part.choices,
    part.making,
    part.said,
    element("div", { class: "dialogue__foot" }, part.make, part.stop, part.close),
  );
  openOver(dialogue);
  return dialogue;
}

/**
 * Opens the dialogue over the figures of a view.
 *
 * @param {import("./program.js").View} view
 */
export function choose(view) {
  const part = parts(view.items());
  const dialogue = open(part);
  let making = new AbortController();
  /** @param {boolean} isMaking */
  const show = (isMaking) => {
    part.making.hidden = part.stop.hidden = !isMaking;
    part.make.hidden = isMaking;
    part.choices.disabled = isMaking;
  };
  /** @param {boolean} checked */
  const tick = (checked) => part.boxes.forEach((box) => (box.checked = checked));
  /** @type {Parameters<typeof makePack>[2]} */
  const progress = (words, done, total) => {
    part.words.textContent = words;
    part.bar.max = total;
    part.bar.value = done;
  };

  show(false);
  part.all.addEventListener("click", () => tick(true));
  part.none.addEventListener("click", () => tick(false));
  part.stop.addEventListener("click", () => making.abort());
  part.close.addEventListener("click", () => dialogue.close());
  part.make.addEventListener("click", async () => {
    const chosen = part.boxes.filter((box) => box.checked).map((box) => box.value);
    if (chosen.length === 0) {
      part.said.textContent = PACK_CHOOSE_ONE;
      part.boxes[0]?.focus();
      return;
    }
    making = new AbortController();
    part.said.textContent = PACK_MAKING;
    show(true);
    part.stop.focus();
    try {
      part.said.textContent = save(await makePack(view, chosen, progress, making.signal));
    } catch (error) {
      if (making.signal.aborted) {
        part.said.textContent = PACK_STOPPED;
      } else {
        console.error(error);
        part.said.textContent = PACK_NOT_MADE;
      }
    }
    show(false);
    if (dialogue.open) {
      part.make.focus();
    }
  });
  dialogue.addEventListener("close", () => making.abort());
}
