import assert from "node:assert/strict";
import { test } from "node:test";

import { EMBED_FRAGMENT_START } from "../contract.js";
import { attributesOf, fragmentOf } from "./place.js";

const CASES = [
  { view: "explore", filter: "", figure: "" },
  { view: "findings", filter: "draw=b", figure: "" },
  { view: "explore", filter: "in.definition=clear&by=type", figure: "" },
  { view: "explore", filter: "in=Team%2001&vs=own&b.type=county", figure: "activities" },
];

test("attributes come back from the fragment that they make", () => {
  for (const place of CASES) {
    const fragment = fragmentOf(place.view, place.filter, place.figure);
    assert.ok(fragment.startsWith(EMBED_FRAGMENT_START), fragment);
    assert.deepEqual(attributesOf(fragment), place);
  }
});

test("an embed that says nothing shows Explore", () => {
  assert.equal(fragmentOf(null, null, null), `${EMBED_FRAGMENT_START}explore?`);
});

test("attributes can't leave their part of the address", () => {
  const fragment = fragmentOf("a/../b?c", null, "d&in=e#");
  assert.equal(fragment, `${EMBED_FRAGMENT_START}a%2F..%2Fb%3Fc?figure=d%26in%3De%23`);
});

test("a receipt is of a link, and no attribute", () => {
  const fragment = `${EMBED_FRAGMENT_START}explore?by=type&figure=activities&receipt=01.02`;
  assert.deepEqual(attributesOf(fragment), { view: "explore", filter: "by=type", figure: "activities" });
});

test("a fragment of a later version tells screen and figure too", () => {
  const fragment = EMBED_FRAGMENT_START.replace(/\d+/, "2") + "explore?figure=activities";
  assert.deepEqual(attributesOf(fragment), { view: "explore", filter: "", figure: "activities" });
});

test("a fragment that is none of ours says nothing", () => {
  assert.deepEqual(attributesOf(""), { view: "", filter: "", figure: "" });
});
