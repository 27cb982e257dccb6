// The steps of the measurement, called one by one from outside, so that each is short.
import init, { Engine } from "./bench_engine.js";
import { FILTERS, WITHOUT_FACETS } from "./filters.js";
import { TypedArrays } from "./typed-arrays.js";

await init();
let engine;
let arrays;

/** Invents the rows. */
function invent(rows) {
  engine?.free();
  arrays = undefined;
  engine = new Engine(rows);
  for (const clauses of [...FILTERS, ...WITHOUT_FACETS]) {
    const filter = engine.add_filter();
    for (const [question, options, all] of clauses) {
      engine.add_clause(filter, question, all === "all", Uint32Array.from(options));
    }
  }
}

/** Writes the same rows into typed arrays. */
function lay(rows) {
  arrays = new TypedArrays(engine, rows);
}

/** The first filter for which the two do not count the same, if there is one. */
function differing() {
  const place = [...FILTERS, ...WITHOUT_FACETS].findIndex((clauses, filter) => {
    const [ours, theirs] = [engine.counts(filter), arrays.counts(clauses)];
    return ours.length !== theirs.length || ours.some((count, at) => count !== theirs[at]);
  });
  return place < 0 ? null : place;
}

/** Milliseconds a filter takes when all filters come one after the other, `times` over. */
function each(times, act) {
  const start = performance.now();
  for (let time = 0; time < times; time++) {
    for (let filter = 0; filter < FILTERS.length; filter++) act(filter);
  }
  return (performance.now() - start) / (times * FILTERS.length);
}

/** One sample of everything. */
function sample(times) {
  return {
    answer: each(times, (filter) => engine.answer(filter)),
    tallies: each(times, (filter) => engine.answer(FILTERS.length + filter)),
    select: each(times, (filter) => engine.select(filter)),
    typed: each(times, (filter) => arrays.counts(FILTERS[filter])),
  };
}

window.bench = { invent, lay, differing, sample };
