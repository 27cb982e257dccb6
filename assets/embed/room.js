// How much room an embed needs before it can say so itself.

/**
 * The height for a width, from measured pairs such as "320:900 640:700"; between them on a line, and
 * outside of them as at the nearest. Nothing without pairs.
 *
 * @param {string | null} heights
 * @param {number} width
 */
export function reserved(heights, width) {
  const pairs = [...(heights ?? "").matchAll(/(\d+):(\d+)/g)]
    .map(([, at, height]) => [Number(at), Number(height)])
    .sort(([one], [other]) => one - other);
  const next = pairs.findIndex(([at]) => at >= width);
  if (next < 1) {
    return pairs.at(next)?.[1];
  }
  const [[fromAt, from], [toAt, to]] = pairs.slice(next - 1, next + 1);
  return from + ((to - from) * (width - fromAt)) / (toAt - fromAt);
}
