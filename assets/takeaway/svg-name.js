// Names in and of a drawing.

/**
 * The value of an attribute with a name of the drawing's own in place of the library's, which counts
 * its names through: the same chart would be another text each time.
 *
 * @param {string} value
 * @param {string} prefix
 */
export const renamed = (value, prefix) => value.replace(/^(url\(#)?zr\d+-/, `$1${prefix}-`);

/**
 * The name of the picture beside a drawing's file.
 *
 * @param {string} name
 */
export const pictureName = (name) => name.replace(/svg$/, "png");
