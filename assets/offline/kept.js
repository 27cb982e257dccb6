// What of this site a browser keeps, and under which names.
import { PRODUCT } from "../contract.js";

/**
 * What the names of our caches begin with. Other explorers on this host have names of their own: a
 * path holds no space.
 *
 * @param {string} scope the address of the site's folder
 */
export const cachePrefix = (scope) => `${PRODUCT} ${new URL(scope).pathname} `;

/**
 * The address of the file that a request asks for: without query, and of the folder its page.
 *
 * @param {string} url
 * @param {string} scope the address of the site's folder
 */
export function fileAsked(url, scope) {
  const { origin, pathname } = new URL(url);
  const asked = origin + pathname;
  return asked === scope ? new URL("index.html", scope).href : asked;
}
