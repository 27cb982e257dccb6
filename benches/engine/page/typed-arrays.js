// The same counts as a careful programmer would write them without the engine: a typed array a
// question, and loops. What the engine is compared with, and checked against.

const ANSWERED = 1 << 14;
const NOT_ASKED = 1 << 15;

/** @typedef {import("./bench_engine.js").Engine} Engine */

export class TypedArrays {
  /** @param {number} rows */
  constructor(rows) {
    this.rows = rows;
    this.failed = new Uint8Array(rows);
    this.chosen = new Uint32Array(rows);
    /** @type {Column[]} */
    this.questions = [];
  }

  /**
   * Adds the next question's answers.
   *
   * @param {Engine} engine
   * @param {number} question
   */
  add(engine, question) {
    this.questions.push(column(engine, question));
  }

  /**
   * All that is counted for a filter, in the order of the engine's `counts`.
   *
   * @param {PickedClause[]} clauses
   */
  counts(clauses) {
    const { failed, questions } = this;
    // A bit for each clause that a row fails: one pass over the rows for each clause.
    failed.fill(0);
    clauses.forEach(([question, options, all], clause) => {
      const { codes, passes } = questions[question];
      markFailed(failed, codes, passes(options, all === "all"), 1 << clause);
    });
    let length = this.choose(0);
    const tallies = questions.map((question) => tally(question, this.chosen, length));
    const counted = [length];
    const facets = tallies.slice();
    clauses.forEach(([question, , all], clause) => {
      if (all !== "all") {
        length = this.choose(1 << clause);
        facets[question] = tally(questions[question], this.chosen, length);
      }
    });
    for (const each of tallies) counted.push(...each);
    for (const each of facets) counted.push(...each);
    return counted;
  }

  /**
   * Lists the rows that fail no clause but those of `forgiven`, and returns how many they are.
   *
   * @param {number} forgiven
   */
  choose(forgiven) {
    const { failed, chosen, rows } = this;
    let length = 0;
    for (let row = 0; row < rows; row++) {
      // Written always, kept when the row is chosen: no branch to guess wrongly.
      chosen[length] = row;
      length += (failed[row] & ~forgiven) === 0 ? 1 : 0;
    }
    return length;
  }
}

/**
 * The answers to a question.
 *
 * @typedef {object} Column
 * @property {boolean} multiple
 * @property {number} options how many there are
 * @property {number[]} groups of options, a bit each
 * @property {Uint8Array | Uint16Array} codes a row each
 * @property {(picked: number[], all: boolean) => Uint8Array} passes by code
 * @property {Uint32Array} histogram by code
 */

/**
 * A code is an option's number, then one for no answer and one for not being asked; of a multiple
 * response, a bit an option, then one for having answered and one for not being asked.
 *
 * @param {Engine} engine
 * @param {number} question
 * @returns {Column}
 */
function column(engine, question) {
  const options = engine.options(question);
  const groups = [...engine.groups(question)];
  const answers = engine.column(question);
  const multiple = answers.some((answer) => {
    const given = answer & (ANSWERED - 1);
    return (given & (given - 1)) !== 0;
  });
  if (multiple) {
    const codes = answers.map(
      (answer) =>
        (answer & (ANSWERED - 1)) |
        (answer & ANSWERED ? 1 << options : 0) |
        (answer & NOT_ASKED ? 2 << options : 0),
    );
    /** @type {Column["passes"]} */
    const passes = (picked, all) => {
      const mask = picked.reduce((mask, option) => mask | (1 << option), 0);
      return Uint8Array.from({ length: 4 << options }, (_, code) =>
        (all ? (code & mask) === mask : (code & mask) !== 0) ? 1 : 0,
      );
    };
    return { multiple, options, groups, codes, passes, histogram: new Uint32Array(4 << options) };
  }
  const codes = Uint8Array.from(answers, (answer) =>
    answer & NOT_ASKED ? options + 1 : answer & ANSWERED ? 31 - Math.clz32(answer & (ANSWERED - 1)) : options,
  );
  /** @type {Column["passes"]} */
  const passes = (picked, all) =>
    Uint8Array.from({ length: options + 2 }, (_, code) =>
      (all ? picked.every((option) => option === code) : picked.includes(code)) ? 1 : 0,
    );
  return { multiple, options, groups, codes, passes, histogram: new Uint32Array(options + 2) };
}

/**
 * @param {Uint8Array} failed
 * @param {Column["codes"]} codes
 * @param {Uint8Array} passing
 * @param {number} bit
 */
function markFailed(failed, codes, passing, bit) {
  if (codes instanceof Uint8Array) {
    for (let row = 0; row < codes.length; row++) failed[row] |= passing[codes[row]] ? 0 : bit;
  } else {
    for (let row = 0; row < codes.length; row++) failed[row] |= passing[codes[row]] ? 0 : bit;
  }
}

/**
 * @param {Column} question
 * @param {Uint32Array} chosen
 * @param {number} length
 */
function tally(question, chosen, length) {
  return question.multiple ? manyOf(question, chosen, length) : oneOf(question, chosen, length);
}

/**
 * @param {Column} question
 * @param {Uint32Array} chosen
 * @param {number} length
 */
function oneOf({ codes, options, histogram }, chosen, length) {
  histogram.fill(0);
  for (let at = 0; at < length; at++) histogram[codes[chosen[at]]]++;
  const counts = [0, 0, ...histogram.subarray(0, options)];
  for (let option = 0; option < options; option++) counts[1] += histogram[option];
  counts[0] = counts[1] + histogram[options];
  return counts;
}

/**
 * @param {Column} question
 * @param {Uint32Array} chosen
 * @param {number} length
 */
function manyOf({ codes, options, groups, histogram }, chosen, length) {
  const counts = new Array(2 + options + groups.length).fill(0);
  if (length < histogram.length) {
    for (let at = 0; at < length; at++) add(codes[chosen[at]], 1, counts, options, groups);
  } else {
    // Many rows give the same few thousand combinations: those are counted, then taken apart.
    histogram.fill(0);
    for (let at = 0; at < length; at++) histogram[codes[chosen[at]]]++;
    for (let code = 0; code < histogram.length; code++) {
      if (histogram[code] > 0) add(code, histogram[code], counts, options, groups);
    }
  }
  return counts;
}

/**
 * @param {number} code
 * @param {number} times
 * @param {number[]} counts
 * @param {number} options
 * @param {number[]} groups
 */
function add(code, times, counts, options, groups) {
  if ((code & (2 << options)) === 0) counts[0] += times;
  if ((code & (1 << options)) !== 0) counts[1] += times;
  for (let given = code & ((1 << options) - 1); given !== 0; given &= given - 1) {
    counts[2 + 31 - Math.clz32(given & -given)] += times;
  }
  for (let group = 0; group < groups.length; group++) {
    if ((code & groups[group]) !== 0) counts[2 + options + group] += times;
  }
}
