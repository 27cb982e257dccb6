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
    .map(([, at, height]) => ({ at: Number(at), height: Number(height) }))
    .sort((one, other) => one.at - other.at);
  const next = pairs.findIndex(({ at }) => at >= width);
  const [before, after] = [pairs[next - 1], pairs[next]];
  if (!before || !after) {
    return pairs.at(next)?.height;
  }
  return (
    before.height +
    ((after.height - before.height) * (width - before.at)) / (after.at - before.at)
  );
}
