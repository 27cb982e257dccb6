import assert from "node:assert/strict";
import { test } from "node:test";
import { isNamed, withoutUnused } from "./unused-styles.mjs";

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

test("a class is named whole, or put together from its kind", () => {
  const text = 'class={format!("govuk-{kind}__input")} class="govuk-radios govuk-radios--inline filters__hint"';
  const named = ["govuk-radios", "govuk-radios--inline", "govuk-radios__input", "govuk-checkboxes__input"];
  for (const name of named) {
    assert.ok(isNamed(text, name), name);
  }
  for (const name of ["govuk-radios__hint", "govuk-checkboxes--inline", "govuk-select"]) {
    assert.ok(!isNamed(text, name), name);
  }
});
