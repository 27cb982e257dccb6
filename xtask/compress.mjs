// Writes a Brotli and a gzip copy next to each file of a folder, where the copy is smaller.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const FOLDER = process.argv[2];
// Brotli's best takes minutes for a large survey's package, which no view loads.
const LARGE = 4_000_000;
const ALREADY_COMPRESSED = /\.(br|gz|png|woff2)$/;

// Where Brotli begins a new block decides a hundredth of a program's size, and a few bytes more or
// less in the program decide where it does. Of three sizes of blocks one usually falls well.
const BLOCKS = [16, 18, 20];

/** @param {Buffer} content */
const brotli = (content) => {
  const copies = BLOCKS.map((block) =>
    brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: content.length > LARGE ? 9 : 11,
        [constants.BROTLI_PARAM_LGWIN]: 24,
        [constants.BROTLI_PARAM_LGBLOCK]: block,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  );
  return copies.reduce((smaller, copy) => (copy.length < smaller.length ? copy : smaller));
};

for (const entry of readdirSync(FOLDER, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || ALREADY_COMPRESSED.test(entry.name)) {
    continue;
  }
  const file = join(entry.parentPath ?? entry.path, entry.name);
  const content = readFileSync(file);
  const copies = { br: brotli(content), gz: gzipSync(content, { level: 9 }) };
  for (const [extension, copy] of Object.entries(copies)) {
    if (copy.length < content.length) {
      writeFileSync(`${file}.${extension}`, copy);
    }
  }
}
