import assert from "node:assert/strict";
import { test } from "node:test";

import { dayOf, siteOf } from "./occasion.js";

test("a link that leaves the page has its address, its data and nothing else", () => {
  /** @type {[address: string, site: string][]} */
  const cases = [
    ["https://site.example/tic/", "https://site.example/tic/"],
    ["https://site.example/tic/?theme=dark&data=01#/x", "https://site.example/tic/?data=01"],
    ["https://site.example/?data=a%26b", "https://site.example/?data=a%26b"],
    ["https://site.example/?session=secret", "https://site.example/"],
    ["file:///home/jo/board/tic.html?data=01", "tic.html"],
  ];
  for (const [address, site] of cases) {
    const { protocol, origin, pathname, search } = new URL(address);
    assert.equal(siteOf({ protocol, origin, pathname, search }), site, address);
  }
});

test("a day is the reader's own", () => {
  assert.equal(dayOf(new Date(2026, 0, 2, 23, 59)), "2026-01-02");
  assert.equal(dayOf(new Date(2026, 10, 22, 0, 0)), "2026-11-22");
});
