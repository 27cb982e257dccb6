import assert from "node:assert/strict";
import { test } from "node:test";

import { MIMES, WAYS_OF_FIGURES, WAYS_OF_SCREENS } from "../contract.js";
import { isCopied, refused } from "./taking.js";

/** @param {object} ways */
const names = (ways) => /** @type {import("../contract.js").Way[]} */ (Object.keys(ways));

test("what is copied is not saved, and what is saved is a kind of file or a dialogue", () => {
  for (const what of [...names(WAYS_OF_FIGURES.Copy), ...names(WAYS_OF_SCREENS.cite)]) {
    assert.ok(isCopied(what), what);
  }
  for (const what of names(WAYS_OF_FIGURES.Download)) {
    assert.ok(!isCopied(what) && what in MIMES, what);
  }
  for (const what of [...names(WAYS_OF_SCREENS.pack), ...names(WAYS_OF_SCREENS.share)]) {
    assert.ok(!isCopied(what), what);
  }
});

test("what a browser does not let us copy is said, where it is short enough to be read", () => {
  assert.equal(refused(""), "Your browser does not let this page copy.");
  assert.match(refused("10 of 51"), /copy it from here: “10 of 51”$/);
});
