//! The rules of the gate, in the order of `docs/disclosure.md`. Each file names the rule, where it
//! comes from and what it catches.

mod bases;
mod bases_by_group;
mod bounds;
mod cells;
mod collusion;
mod columns;
mod differences;
mod explorer;
mod groups;
mod history;
mod known_counts;
mod output;
mod overlaps;
mod prior;
mod recodes;
mod splits;
mod surplus;
mod texts;
mod threshold;
mod union;
mod witnesses;

use crate::rule::Rule;

/// All rules.
pub const RULES: [Rule; 17] = [
    columns::RULE,
    groups::RULE,
    bases::RULE,
    threshold::RULE,
    bases_by_group::RULE,
    prior::RULE,
    texts::RULE,
    differences::RULE,
    recodes::RULE,
    surplus::RULE,
    union::RULE,
    bounds::RULE,
    collusion::RULE,
    history::RULE,
    output::RULE,
    explorer::RULE,
    witnesses::RULE,
];
