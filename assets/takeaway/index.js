// What readers take away of a figure or of a screen. The page loads this when something is first
// asked for. `takeaway-glue` is the script of the program crates/takeaway, which makes everything but
// the charts.
import init, { Takeaway } from "takeaway-glue";

import { choose } from "./dialogue.js";
import { drawing, painting } from "./picture.js";
import { save } from "./saving.js";
import { share } from "./share.js";

/**
 * The page's address, as links that leave the page carry it: with the data that it is pinned to, and
 * nothing else that stood in it. A file's would tell where it lies.
 */
function site() {
  const { protocol, origin, pathname, search } = location;
  if (protocol === "file:") {
    return pathname.slice(pathname.lastIndexOf("/") + 1);
  }
  const data = new URLSearchParams(search).get("data");
  return `${origin}${pathname}${data ? `?data=${encodeURIComponent(data)}` : ""}`;
}

/** The reader's day, as "2026-11-22". */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

let opened = null;

async function open() {
  await init({ module_or_path: await window.findings.takeawayProgram() });
  return new Takeaway(await window.findings.surveyFile(), site());
}

/** The program over the page's survey. What failed once is tried again. */
function program() {
  opened ??= open().catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

/**
 * Takes something away of the place that the page shows. `figure` names one figure of it.
 *
 * What is copied comes as texts by their type. Everything else is saved here, and told in a sentence.
 */
export async function take(what, place, figure) {
  const view = (await program()).at(place, today());
  switch (what) {
    // Dialogues say themselves what comes of them.
    case "pack":
      choose(view);
      return "";
    case "share":
      share(view, figure);
      return "";
    case "svg":
      return save(await drawing(view, figure));
    case "png":
      return save(await painting(await drawing(view, figure)));
    case "csv":
    case "xlsx":
      return save(view.file(figure, what));
    default:
      return view.copied(figure, what);
  }
}
