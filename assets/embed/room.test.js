import assert from "node:assert/strict";
import { test } from "node:test";

import { reserved } from "./room.js";

/** @type {[heights: string | null, width: number, height: number | undefined][]} */
const CASES = [
  ["320:900 640:700", 320, 900],
  ["320:900 640:700", 480, 800],
  ["320:900 640:700", 640, 700],
  // As at the nearest width outside of what was measured.
  ["320:900 640:700", 100, 900],
  ["320:900 640:700", 2000, 700],
  ["640:700 320:900", 480, 800],
  ["320:900 640:700 960:640", 800, 670],
  ["600:500", 300, 500],
  ["600:500", 900, 500],
  ["", 300, undefined],
  [null, 300, undefined],
  ["tall", 300, undefined],
];

test("between two widths the height is on a line", () => {
  for (const [heights, width, height] of CASES) {
    assert.equal(reserved(heights, width), height, `${heights} at ${width}`);
  }
});
