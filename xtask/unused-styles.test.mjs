import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutUnused } from "./unused-styles.mjs";

/** @param {string} name */
const isUsed = (name) => name === "govuk-used";

test("rules for classes that nothing has go, with the groups that they leave empty", () => {
  const cases = [
    [".govuk-used{a:b}.govuk-gone{a:b}.own{a:b}", ".govuk-used{a:b}.own{a:b}"],
    [".govuk-used,.govuk-gone{a:b}", ".govuk-used{a:b}"],
    [".govuk-used .govuk-gone{a:b}", ""],
    [".govuk-used:not(.a,.b)+i{a:b}", ".govuk-used:not(.a,.b)+i{a:b}"],
    ["@media print{.govuk-gone{a:b}}i{a:b}", "i{a:b}"],
    ["@media print{.govuk-gone{a:b}i{c:d}}", "@media print{i{c:d}}"],
    ["@page{margin:0}@font-face{a:b}", "@page{margin:0}@font-face{a:b}"],
    ["", ""],
  ];
  for (const [css, expected] of cases) {
    assert.equal(withoutUnused(css, isUsed), expected, css);
  }
});
