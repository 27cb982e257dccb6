// Pixels as a PNG file (https://www.w3.org/TR/png-3/) with a palette: charts have few colours, and a
// browser's own files of them are three times as large.

/** A palette has no more. */
const MOST = 256;

/**
 * The colours, the most frequent first.
 *
 * @param {Uint32Array} pixels
 */
export function counted(pixels) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < pixels.length; ) {
    const start = at;
    const colour = pixels[at];
    while (pixels[at] === colour) {
      at += 1;
    }
    counts.set(colour, (counts.get(colour) ?? 0) + at - start);
  }
  return [...counts].sort((one, other) => other[1] - one[1]).map(([colour]) => colour);
}

/**
 * Red, green and blue of a pixel as a canvas has it.
 *
 * @param {number} colour
 */
const channels = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];

/**
 * Where each colour stands in the palette; rare ones, on the edges of letters, take the nearest.
 *
 * @param {number[]} colours
 * @param {number[]} palette
 */
export function places(colours, palette) {
  const channelsOf = palette.map(channels);
  /** @param {number} colour */
  const nearest = (colour) => {
    const wanted = channels(colour);
    /** @param {number[]} has */
    const far = (has) => has.reduce((sum, value, at) => sum + (value - wanted[at]) ** 2, 0);
    const distances = channelsOf.map(far);
    return distances.indexOf(Math.min(...distances));
  };
  return new Map(colours.map((colour, at) => [colour, at < MOST ? at : nearest(colour)]));
}

/**
 * One byte a pixel, and before each line one that says that it is as it is.
 *
 * @param {Uint32Array} pixels
 * @param {number} width
 * @param {number} height
 * @param {Map<number, number>} place
 */
function lines(pixels, width, height, place) {
  const lines = new Uint8Array((width + 1) * height);
  let last = -1;
  let index = 0;
  for (let at = 0; at < pixels.length; at += 1) {
    if (pixels[at] !== last) {
      last = pixels[at];
      // Every colour has its place.
      index = /** @type {number} */ (place.get(last));
    }
    lines[at + Math.floor(at / width) + 1] = index;
  }
  return lines;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return sum;
});

/**
 * @param {string} type
 * @param {Uint8Array} data
 */
function chunk(type, data) {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set([...type].map((letter) => letter.charCodeAt(0)), 4);
  bytes.set(data, 8);
  const covered = bytes.subarray(4, 8 + data.length);
  const sum = covered.reduce((sum, byte) => CRC[(sum ^ byte) & 255] ^ (sum >>> 8), 0xffffffff);
  view.setUint32(8 + data.length, ~sum);
  return bytes;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function deflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * The file of an image without transparency, as a canvas gives it.
 *
 * @param {Pick<ImageData, "data" | "width" | "height">} image
 */
export async function png({ data, width, height }) {
  const pixels = new Uint32Array(data.buffer);
  const colours = counted(pixels);
  const palette = colours.slice(0, MOST);
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Eight bits a pixel, with a palette.
  head.set([8, 3], 8);
  const body = lines(pixels, width, height, places(colours, palette));
  const file = new Blob([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", head),
    chunk("PLTE", Uint8Array.from(palette.flatMap(channels))),
    chunk("IDAT", await deflated(body)),
    chunk("IEND", new Uint8Array()),
  ]);
  return new Uint8Array(await file.arrayBuffer());
}
