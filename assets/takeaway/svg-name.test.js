import assert from "node:assert/strict";
import { test } from "node:test";

import { pictureName, renamed } from "./svg-name.js";

test("the library's names become the drawing's own, and other values stay", () => {
  /** @type {[value: string, name: string][]} */
  const cases = [
    ["zr12-c0", "chart-a-c0"],
    ["url(#zr3-p1)", "url(#chart-a-p1)"],
    ["#12436D", "#12436D"],
    ["", ""],
    ["xzr1-c0", "xzr1-c0"],
  ];
  for (const [value, name] of cases) {
    assert.equal(renamed(value, "chart-a"), name);
  }
});

test("a picture is named as its drawing", () => {
  assert.equal(pictureName("tic-2022-svg.svg"), "tic-2022-svg.png");
});
