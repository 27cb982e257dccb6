import assert from "node:assert/strict";
import { test } from "node:test";

import { areDigits, digitsIn, fileOf, pinned } from "./data-version.js";

const TODAY = "0123456789abcdef";
const EARLIER = "fedcba9876543210";
const FILE = `./tic-2022-${TODAY}.survey`;

test("a link that pins the data of today asks for no others", () => {
  assert.equal(pinned("", FILE), null);
  assert.equal(pinned("?theme=dark", FILE), null);
  assert.equal(pinned(`?data=${TODAY}`, FILE), null);
  assert.equal(pinned(`?data=${EARLIER}`, FILE), EARLIER);
  // Whoever asks for what can't be named is told so, and is not shown the data of today.
  assert.equal(pinned("?data=", FILE), "");
  assert.equal(pinned("?data=../x", FILE), "../x");
});

test("only sixteen digits name data", () => {
  assert.ok(areDigits(TODAY));
  for (const data of ["", "0123", `${TODAY}0`, TODAY.toUpperCase(), "../../0123456789", `${TODAY}\n`]) {
    assert.ok(!areDigits(data), data);
  }
});

test("the file of other data differs in the digits alone", () => {
  assert.equal(fileOf(FILE, EARLIER), `./tic-2022-${EARLIER}.survey`);
});

test("the digits are those of the checksum in the survey", () => {
  const bytes = new Uint8Array(48);
  bytes.set([0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef, 0xff], 16);
  assert.equal(digitsIn(bytes), TODAY);
  assert.equal(digitsIn(new Uint8Array(3)), "");
});
