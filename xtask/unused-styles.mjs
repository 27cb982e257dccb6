// Takes rules for classes of govuk-frontend that nothing here has out of a compiled style sheet, in
// place: `node xtask/unused-styles.mjs FILE FOLDER…`, whose scripts and Rust sources say what is used.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";

const CLASS = /\.(govuk-[\w-]+)/g;

/**
 * A compressed style sheet without rules that apply to nothing.
 *
 * @param {string} css
 * @param {(name: string) => boolean} isUsed
 */
export function withoutUnused(css, isUsed) {
  let kept = "";
  for (let at = 0; at < css.length; ) {
    const opens = css.indexOf("{", at);
    if (opens < 0) {
      return kept + css.slice(at);
    }
    let closes = opens + 1;
    for (let depth = 1; depth > 0 && closes < css.length; closes += 1) {
      depth += css[closes] === "{" ? 1 : css[closes] === "}" ? -1 : 0;
    }
    const [before, inside] = [css.slice(at, opens), css.slice(opens + 1, closes - 1)];
    if (before.startsWith("@media")) {
      const rules = withoutUnused(inside, isUsed);
      kept += rules && `${before}{${rules}}`;
    } else {
      // A comma within brackets parts no selectors.
      const selectors = before.split(/,(?![^(]*\))/);
      const used = selectors.filter((selector) =>
        [...selector.matchAll(CLASS)].every(([, name]) => isUsed(name)),
      );
      kept += used.length > 0 ? `${used.join(",")}{${inside}}` : "";
    }
    at = closes;
  }
  return kept;
}

/**
 * Whether a source names a class, whole or put together: "govuk-{kind}__input" names that of each kind.
 *
 * @param {string} text of all sources
 * @param {string} name
 */
export function isNamed(text, name) {
  const [ending] = name.match(/(__|--).*$/) ?? [];
  return text.includes(name) || (ending !== undefined && text.includes(`}${ending}`));
}

/** @param {string[]} folders */
function sources(folders) {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const read = files.filter((name) => /\.(rs|js)$/.test(name)).map((name) => readFileSync(name, "utf8"));
  return read.join("\n");
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  const [file, ...folders] = argv.slice(2);
  const text = sources(folders);
  writeFileSync(file, withoutUnused(readFileSync(file, "utf8"), (name) => isNamed(text, name)));
}
