// What a fragment of the explorer's address says, in the words of an embed's attributes, and back.
import { EMBED_FRAGMENT_START, EMBED_SCREEN } from "../contract.js";

/**
 * The attributes that show what a fragment does.
 *
 * @param {string} fragment
 */
export function attributesOf(fragment) {
  const [path = "", query = ""] = fragment.split("?");
  const parts = query.split("&");
  const figure = parts.find((part) => part.startsWith("figure="));
  return {
    view: path.split("/")[2] ?? "",
    filter: parts.filter((part) => !/^(figure|receipt)=/.test(part)).join("&"),
    figure: figure?.slice("figure=".length) ?? "",
  };
}

/**
 * The fragment that shows what the attributes say. Each may be missing. It is of the version of
 * permalinks that attributes are of, not of the newest: pages of other sites keep what they say.
 *
 * @param {string | null} view
 * @param {string | null} filter
 * @param {string | null} figure
 */
export function fragmentOf(view, filter, figure) {
  const parts = [filter, figure && `figure=${encodeURIComponent(figure)}`];
  const screen = encodeURIComponent(view || EMBED_SCREEN);
  return `${EMBED_FRAGMENT_START}${screen}?${parts.filter(Boolean).join("&")}`;
}
