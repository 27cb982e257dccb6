import assert from "node:assert/strict";
import { test } from "node:test";

import { HIGHEST, fromFrame, fromHost, posted } from "./messages.js";

const KEY = "findings-explorer";

/** What anybody can post, of which nothing is one of ours. */
const STRANGE = [
  undefined,
  null,
  0,
  "",
  KEY,
  [],
  {},
  [1],
  { [KEY]: 2, type: "hello" },
  { [KEY]: "1", type: "hello" },
  { [KEY]: [1], type: "hello" },
  { [KEY]: true, type: "hello" },
  { [KEY]: 1 },
  { [KEY]: 1, type: ["hello"] },
  { [KEY]: 1, type: "__proto__" },
  { [KEY]: 1, type: "theme", theme: "red" },
  { [KEY]: 1, type: "theme", theme: ["dark"] },
  { [KEY]: 1, type: "theme", theme: { toString: "dark" } },
  { [KEY]: 1, type: "theme" },
  { [KEY]: 1, type: "height" },
  { [KEY]: 1, type: "height", pixels: 0 },
  { [KEY]: 1, type: "height", pixels: -1 },
  { [KEY]: 1, type: "height", pixels: HIGHEST + 1 },
  { [KEY]: 1, type: "height", pixels: Infinity },
  { [KEY]: 1, type: "height", pixels: NaN },
  { [KEY]: 1, type: "height", pixels: {} },
  { type: "hello" },
];

test("what is no message of ours is not heard, whoever posts it", () => {
  for (const data of STRANGE) {
    assert.equal(fromHost(data), undefined, JSON.stringify(data));
    assert.equal(fromFrame(data), undefined, JSON.stringify(data));
  }
});

test("each side hears what the other one says, and not what it says itself", () => {
  const place = { view: "explore", filter: "", figure: "", link: "https://a.example/" };
  /** @type {import("./messages.js").HostMessage[]} */
  const host = [{ type: "hello" }, { type: "theme", theme: "dark" }];
  /** @type {import("./messages.js").FrameMessage[]} */
  const frame = [{ type: "change", ...place }, { type: "height", pixels: HIGHEST }];
  for (const message of host) {
    assert.deepEqual(fromHost(posted(message)), message);
    assert.equal(fromFrame(posted(message)), undefined);
  }
  for (const message of frame) {
    assert.deepEqual(fromFrame(posted(message)), message);
    assert.equal(fromHost(posted(message)), undefined);
  }
});

test("what else stands in a message is left out", () => {
  const more = { ...posted({ type: "theme", theme: "auto" }), filter: "in.definition=clear" };
  assert.deepEqual(fromHost(more), { type: "theme", theme: "auto" });
});
