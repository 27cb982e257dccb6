import assert from "node:assert/strict";
import { test } from "node:test";

import { cachePrefix, fileAsked } from "./kept.js";

const SCOPE = "https://host.example/tic/";

test("explorers on one host keep apart what they keep", () => {
  const [tic, other, below] = ["tic/", "tic-2/", "tic/old/"].map((folder) =>
    cachePrefix(`https://host.example/${folder}`),
  );
  for (const [one, another] of [[tic, other], [tic, below], [other, below]]) {
    assert.ok(!`${one}version`.startsWith(String(another)) && !`${another}version`.startsWith(String(one)));
  }
});

test("a request is for a file, whatever its query, and of the folder for its page", () => {
  /** @type {[url: string, file: string][]} */
  const cases = [
    [SCOPE, `${SCOPE}index.html`],
    [`${SCOPE}?data=0123`, `${SCOPE}index.html`],
    [`${SCOPE}#/x`, `${SCOPE}index.html`],
    [`${SCOPE}index.html?x`, `${SCOPE}index.html`],
    [`${SCOPE}embed.html?theme=dark#/x`, `${SCOPE}embed.html`],
    [`${SCOPE}app.js?1`, `${SCOPE}app.js`],
    ["https://host.example/", "https://host.example/"],
    ["https://other.example/tic/", "https://other.example/tic/"],
  ];
  for (const [url, file] of cases) {
    assert.equal(fileAsked(url, SCOPE), file, url);
  }
});
