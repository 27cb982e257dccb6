// Where the frame of an embed loads from.
import { EMBED_PAGE } from "../contract.js";

/**
 * The frame's address without its fragment; none for a `src` that is no address of a site.
 *
 * @param {string | null} src
 * @param {string} base the address of the page around it
 * @param {Record<string, string | null>} query what stands in the query, where it is given
 */
export function frameAddress(src, base, query) {
  let url;
  try {
    url = new URL(src || "none:", base);
  } catch {
    return null;
  }
  if (!/^https?:$/.test(url.protocol)) {
    return null;
  }
  // A link to the page itself does as well as one to its folder.
  const folder = url.pathname.replace(/\/[^/]*\.html$/, "/").replace(/[^/]$/, "$&/");
  url.pathname = folder + EMBED_PAGE;
  url.search = url.hash = "";
  for (const [name, value] of Object.entries(query)) {
    if (value) {
      url.searchParams.set(name, value);
    }
  }
  return url;
}
