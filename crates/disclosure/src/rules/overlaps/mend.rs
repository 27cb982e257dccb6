//! What a holder can change so that nothing small follows any more.

use std::collections::BTreeSet;

use survey::QuestionIx;

use super::merger::merger;
use super::scopes::{Place, Scope};
use super::unions::{Derived, Of};
use crate::rule::Case;
use crate::rules::cells::id;
use crate::tables::TableName;

/// A sentence that says what to change: of everybody a merger if one helps, of a group its table.
pub(in crate::rules) fn fix(case: &Case<'_>, scope: &Scope, derived: &Derived) -> String {
    let withhold = withhold(case, scope, derived);
    let Some(partition) = merger(case, scope) else { return format!("{withhold}.") };
    let codebook = &case.known.codebook;
    let options = &codebook.question(scope.question).options;
    let merged: Vec<String> = partition
        .iter()
        .filter(|set| set.len() > 1)
        .map(|set| {
            let ids: Vec<String> = set.iter().map(|&o| format!("“{}”", options[o].id)).collect();
            ids.join(" and ")
        })
        .collect();
    let question = id(codebook, scope.question);
    format!(
        "{withhold}, or merge the answers {} of “{question}” (“merge” of the plan).",
        merged.join(", and ")
    )
}

/// The tables that can be given up: those of the questions asked after this one, where their bases
/// tell it.
fn withhold(case: &Case<'_>, scope: &Scope, derived: &Derived) -> String {
    let codebook = &case.known.codebook;
    let mut routed_questions: BTreeSet<QuestionIx> = BTreeSet::new();
    for place in derived.places() {
        match scope.known[place].of {
            Of::Asked(routed) => _ = routed_questions.insert(routed),
            Of::AskedEither(one, other) => routed_questions.extend([one, other]),
            Of::Option(_) | Of::Base => {}
        }
    }
    if routed_questions.is_empty() {
        routed_questions.insert(scope.question);
    }
    let is_of = |table: &TableName| match scope.place {
        Place::Everybody => table.by.is_none() && routed_questions.contains(&table.question),
        Place::Group(by, _) => {
            let is_by = |one, other| routed_questions.contains(&one) && other == Some(by);
            is_by(table.question, table.by)
                || table.by.is_some_and(|of| is_by(of, Some(table.question)))
        }
    };
    let there = case.tables.names();
    let names: Vec<String> = there
        .iter()
        .filter(|table| is_of(table))
        .map(|table| format!("“{}”", table.ids(codebook)))
        .collect();
    if !names.is_empty() {
        let one_of = if names.len() > 1 { "one of " } else { "" };
        return format!("Withhold {one_of}{} (“withhold” of the plan)", names.join(", "));
    }
    if case.tables.totals[scope.question.position()].is_some() {
        let own = id(codebook, scope.question);
        return format!(
            "A part of it is public already. Withhold “{own}” (“withhold” of the plan)"
        );
    }
    "All of it is public already by earlier releases or by the published figures: take out figures that \
     are not public in fact"
        .to_owned()
}
