import assert from "node:assert/strict";
import { test } from "node:test";

import { printed } from "./print.js";

test("a printed page does not say in which folders it lies on the reader's disk", () => {
  /** @type {[href: string, address: string][]} */
  const cases = [
    ["https://site.example/tic/?data=1#/x", "https://site.example/tic/?data=1#/x"],
    ["file:///home/jo/board/tic.html#/x/y?a=/b", "tic.html#/x/y?a=/b"],
    ["file:///C:/jo/tic.html?a=/b", "tic.html?a=/b"],
  ];
  for (const [href, address] of cases) {
    assert.equal(printed(href), address);
  }
});
