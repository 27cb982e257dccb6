import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync, inflateSync } from "node:zlib";

import { counted, places, png } from "./png.js";

/** @param {...number} channels */
const pixel = (...channels) => new Uint32Array(Uint8Array.of(...channels, 255).buffer)[0];

/**
 * The checksum of some bytes: gzip, which has the same one, puts it before their length.
 *
 * @param {Buffer} bytes
 */
const crc32 = (bytes) => gzipSync(bytes).readUInt32LE(gzipSync(bytes).length - 8);

/**
 * The chunks of a PNG file, each held to its own checksum.
 *
 * @param {Uint8Array} file
 */
function chunks(file) {
  const bytes = Buffer.from(file);
  assert.equal(bytes.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
  /** @type {Map<string, Buffer>} */
  const found = new Map();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const covered = bytes.subarray(at + 4, at + 8 + length);
    assert.equal(bytes.readUInt32BE(at + 8 + length), crc32(covered));
    found.set(covered.subarray(0, 4).toString("latin1"), covered.subarray(4));
    at += 12 + length;
  }
  return found;
}

test("a file holds the pixels that it was made of", async () => {
  const [white, blue] = [pixel(255, 255, 255), pixel(18, 67, 109)];
  const pixels = Uint32Array.of(white, white, blue, white, blue, white);
  const data = new Uint8ClampedArray(pixels.buffer);
  const found = chunks(await png({ data, width: 3, height: 2 }));
  assert.deepEqual([...found.keys()], ["IHDR", "PLTE", "IDAT", "IEND"]);
  assert.deepEqual([...found.get("IHDR") ?? []], [0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0]);
  assert.deepEqual([...found.get("PLTE") ?? []], [255, 255, 255, 18, 67, 109]);
  const lines = inflateSync(found.get("IDAT") ?? Buffer.of());
  assert.deepEqual([...lines], [0, 0, 0, 1, 0, 0, 1, 0]);
});

test("the most frequent colour stands first", () => {
  assert.deepEqual(counted(Uint32Array.of(7, 8, 8, 7, 9, 8)), [8, 7, 9]);
});

test("a colour beyond the palette takes the nearest in it", () => {
  const colours = Array.from({ length: 256 }, (_, red) => pixel(red, 0, 0));
  const rare = pixel(200, 1, 1);
  assert.equal(places([...colours, rare], colours).get(rare), 200);
});
