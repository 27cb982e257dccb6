// What readers might pick, one filter after the other: lists of [question, options], and "all" where
// every picked option is needed. Questions 2, 7, 12, 17, 22 and 27 are multiple responses; question 5
// is asked of some only.
/** @type {PickedClause[][]} */
export const FILTERS = [
  [[0, [0]]],
  [[1, [0, 1]]],
  [[2, [0, 3]]],
  [[2, [0, 1], "all"]],
  [[4, [2]], [9, [0]]],
  [[2, [4]], [3, [0]], [10, [1, 2]]],
  [[5, [0]]],
  [[0, [0, 1]], [7, [1, 2], "all"]],
  [[12, [0]], [13, [0]], [14, [0]], [15, [0, 1]]],
  [[29, [3]]],
  [[6, [0, 1]], [22, [1, 2, 3]]],
  [[8, [0]], [16, [0]], [17, [0], "all"]],
];

// A clause that needs all of its picks leaves no facet to be counted apart: the time of the tallies
// alone.
/** @type {PickedClause[][]} */
export const WITHOUT_FACETS = FILTERS.map((clauses) =>
  clauses.map(([question, [first]]) => [question, [first], "all"]),
);
