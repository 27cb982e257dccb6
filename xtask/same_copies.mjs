// Holds each Brotli and gzip copy in a folder to be of the file beside it, and ends with an error
// where one is not: then whoever looks through the files has looked through the copies.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

/** @type {Record<string, (packed: Buffer) => Buffer>} */
const READERS = { br: brotliDecompressSync, gz: gunzipSync };

/**
 * What a copy holds; nothing where it is broken.
 *
 * @param {string} copy
 * @param {string} ending
 */
function unpacked(copy, ending) {
  try {
    return READERS[ending]?.(readFileSync(copy));
  } catch {
    return undefined;
  }
}

for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  const [, name, ending] = /^(.*)\.(br|gz)$/.exec(entry.name) ?? [];
  if (!entry.isFile() || !ending) {
    continue;
  }
  const folder = entry.parentPath ?? entry.path;
  const file = join(folder, name);
  if (!existsSync(file) || !unpacked(join(folder, entry.name), ending)?.equals(readFileSync(file))) {
    console.error(`${entry.name} is no copy of ${name}`);
    process.exitCode = 1;
  }
}
