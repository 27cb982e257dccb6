// The steps of the measurement, called one by one from outside, so that each is short.
import init, { Draft } from "./bench_engine.js";
import { FILTERS, WITHOUT_FACETS } from "./filters.js";
import { TypedArrays } from "./typed-arrays.js";

const ALL = [...FILTERS, ...WITHOUT_FACETS];

await init();
/** @type {Draft} */
let draft;
/** @type {import("./bench_engine.js").Engine | undefined} */
let made;
/** @type {TypedArrays} */
let arrays;

/** The engine, of which nothing is asked before it is made. */
const engine = () => /** @type {import("./bench_engine.js").Engine} */ (made);

/**
 * Begins with so many rows, and forgets those before.
 *
 * @param {number} rows
 */
function begin(rows) {
  made?.free();
  arrays = new TypedArrays(rows);
  draft = new Draft(rows);
}

/**
 * Invents the next rows; whether there are more to come.
 *
 * @param {number} rows
 */
function invent(rows) {
  return draft.go_on(rows);
}

/** Makes the engine of what was invented, and returns how many questions there are. */
function finish() {
  made = draft.engine();
  for (const clauses of ALL) {
    const filter = made.add_filter();
    for (const [question, options, all] of clauses) {
      made.add_clause(filter, question, all === "all", Uint32Array.from(options));
    }
  }
  return made.questions();
}

/**
 * Writes a question's answers into a typed array too.
 *
 * @param {number} question
 */
function lay(question) {
  arrays.add(engine(), question);
}

/**
 * Whether the two count a filter differently; null after the last filter.
 *
 * @param {number} filter
 */
function differ(filter) {
  if (filter >= ALL.length) return null;
  const [ours, theirs] = [engine().counts(filter), arrays.counts(ALL[filter])];
  return ours.length !== theirs.length || ours.some((count, at) => count !== theirs[at]);
}

/**
 * Milliseconds a filter takes when all filters come one after the other, `times` over.
 *
 * @param {number} times
 * @param {(filter: number) => void} act
 */
function each(times, act) {
  const start = performance.now();
  for (let time = 0; time < times; time++) {
    for (let filter = 0; filter < FILTERS.length; filter++) act(filter);
  }
  return (performance.now() - start) / (times * FILTERS.length);
}

/**
 * A step that measures something of each filter.
 *
 * @param {(filter: number) => void} act
 */
const measured = (act) => (/** @type {number} */ times) => each(times, act);

window.bench = {
  begin,
  invent,
  finish,
  lay,
  differ,
  answer: measured((filter) => engine().answer(filter)),
  tallies: measured((filter) => engine().answer(FILTERS.length + filter)),
  select: measured((filter) => engine().select(filter)),
  typed: measured((filter) => arrays.counts(FILTERS[filter])),
};
