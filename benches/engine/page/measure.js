// The steps of the measurement, called one by one from outside, so that each is short.
import init, { Draft } from "./bench_engine.js";
import { FILTERS, WITHOUT_FACETS } from "./filters.js";
import { TypedArrays } from "./typed-arrays.js";

const ALL = [...FILTERS, ...WITHOUT_FACETS];

await init();
let draft;
let engine;
let arrays;

/** Begins with so many rows, and forgets those before. */
function begin(rows) {
  engine?.free();
  arrays = new TypedArrays(rows);
  draft = new Draft(rows);
}

/** Invents the next rows; whether there are more to come. */
function invent(rows) {
  return draft.go_on(rows);
}

/** Makes the engine of what was invented, and returns how many questions there are. */
function finish() {
  engine = draft.engine();
  for (const clauses of ALL) {
    const filter = engine.add_filter();
    for (const [question, options, all] of clauses) {
      engine.add_clause(filter, question, all === "all", Uint32Array.from(options));
    }
  }
  return engine.questions();
}

/** Writes a question's answers into a typed array too. */
function lay(question) {
  arrays.add(engine, question);
}

/** Whether the two count a filter differently; null after the last filter. */
function differ(filter) {
  if (filter >= ALL.length) return null;
  const [ours, theirs] = [engine.counts(filter), arrays.counts(ALL[filter])];
  return ours.length !== theirs.length || ours.some((count, at) => count !== theirs[at]);
}

/** Milliseconds a filter takes when all filters come one after the other, `times` over. */
function each(times, act) {
  const start = performance.now();
  for (let time = 0; time < times; time++) {
    for (let filter = 0; filter < FILTERS.length; filter++) act(filter);
  }
  return (performance.now() - start) / (times * FILTERS.length);
}

window.bench = {
  begin,
  invent,
  finish,
  lay,
  differ,
  answer: (times) => each(times, (filter) => engine.answer(filter)),
  tallies: (times) => each(times, (filter) => engine.answer(FILTERS.length + filter)),
  select: (times) => each(times, (filter) => engine.select(filter)),
  typed: (times) => each(times, (filter) => arrays.counts(FILTERS[filter])),
};
