// Which data a link asks for: the first digits of a survey's checksum name a version of its data.

/** These digits, as the name of a survey's file holds them. */
const DIGITS = /[0-9a-f]{16}(?=\.survey$)/;

/**
 * The data that a query asks for, where it asks for others than those in `file`.
 *
 * @param {string} query
 * @param {string} file
 */
export function pinned(query, file) {
  const data = new URLSearchParams(query).get("data");
  return data === DIGITS.exec(file)?.[0] ? null : data;
}

/** @param {string} data */
export const areDigits = (data) => /^[0-9a-f]{16}$/.test(data);

/**
 * The name of the file with other data.
 *
 * @param {string} file
 * @param {string} data
 */
export const fileOf = (file, data) => file.replace(DIGITS, data);

/**
 * The same digits, as the survey itself holds them: `crates/survey/src/bundle.rs`.
 *
 * @param {Uint8Array} bytes
 */
export const digitsIn = (bytes) =>
  Array.from(bytes.slice(16, 24), (byte) => byte.toString(16).padStart(2, "0")).join("");
