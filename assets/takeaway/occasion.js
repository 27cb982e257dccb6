// Where and when something is taken away: both stand in what leaves the page.

/**
 * The page's address, as links that leave the page carry it: with the data that it is pinned to, and
 * nothing else that stood in it. A file's would tell where it lies.
 *
 * @param {Pick<Location, "protocol" | "origin" | "pathname" | "search">} location
 */
export function siteOf({ protocol, origin, pathname, search }) {
  if (protocol === "file:") {
    return pathname.slice(pathname.lastIndexOf("/") + 1);
  }
  const data = new URLSearchParams(search).get("data");
  return `${origin}${pathname}${data ? `?data=${encodeURIComponent(data)}` : ""}`;
}

/**
 * The reader's day, as "2026-11-22".
 *
 * @param {Date} now
 */
export function dayOf(now) {
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
