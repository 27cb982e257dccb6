//! What would help: changes of the plan, each tried by releasing with it, the cheapest first.

use std::collections::BTreeSet;

use disclosure::history::Earlier;
use disclosure::plan::{Merger, Plan, Withheld};
use disclosure::rules::RULES;
use disclosure::{Rule, Stage, TableName};
use serde_json::json;
use survey::{AnswerOption, Codebook, QuestionIx};

use super::suggest::{self, Partition};
use super::{Findings, release_with};
use crate::package::Package;

/// A change of the plan, and what came of trying it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Remedy {
    /// As it would stand in the plan.
    pub(super) entry: String,
    /// How many answers fewer are told apart.
    pub(super) answers_lost: usize,
    /// How many tables would be published.
    pub(super) tables: usize,
}

/// So many changes are tried by the rules.
const TRIED: usize = 16;
/// So many of the best are proved, too, which takes as long as the release itself.
const PROVED: usize = 3;

/// Changes with which packing succeeds and more is published than now; or, where it does not succeed
/// now, with which it does. Those that publish most come first, and of these those that merge least.
pub(super) fn remedies(
    package: &Package,
    history: &[Earlier],
    findings: &Findings,
    plan: &Plan,
) -> Vec<Remedy> {
    let is_refused = findings.refused().next().is_some();
    let now = if is_refused { 0 } else { findings.tables.names().len() };
    let before = package.survey.codebook();
    let mut changes: Vec<(String, usize, Plan)> = suggest::suggestions(findings, plan)
        .iter()
        .map(|(question, partition)| merge(before, findings, plan, *question, partition))
        .collect();
    if is_refused {
        changes.extend(named(findings).into_iter().map(|table| withhold(before, plan, table)));
    }
    // New answers are new texts: whoever signed for the old ones has to sign again.
    let by = |proved: bool| -> Vec<Rule> {
        let left_out =
            |rule: &Rule| rule.name == "texts" || (rule.stage == Stage::Proof && !proved);
        RULES.iter().copied().filter(|rule| !left_out(rule)).collect()
    };
    let tables = |plan: &Plan, proved: bool| {
        let release = release_with(package, plan, history, &by(proved)).ok()?;
        Some(release.findings.tables.names().len()).filter(|tables| *tables > now)
    };
    let mut tried: Vec<(usize, (String, usize, Plan))> = changes
        .into_iter()
        .take(TRIED)
        .filter_map(|change| Some((tables(&change.2, false)?, change)))
        .collect();
    tried.sort_by_key(|(tables, (_, lost, _))| (std::cmp::Reverse(*tables), *lost));
    let proved = tried.into_iter().take(PROVED).filter_map(|(_, (entry, answers_lost, plan))| {
        Some(Remedy { entry, answers_lost, tables: tables(&plan, true)? })
    });
    let mut remedies: Vec<Remedy> = proved.collect();
    remedies.sort_by_key(|remedy| (std::cmp::Reverse(remedy.tables), remedy.answers_lost));
    remedies
}

/// Every table and question that a breach names.
fn named(findings: &Findings) -> BTreeSet<TableName> {
    let mut named = BTreeSet::new();
    for (_, breach) in findings.refused() {
        named.extend(breach.table);
        for (question, _) in findings.tables.published() {
            let id = &findings.tables.codebook.question(question).id;
            let text = [&breach.cell, &breach.what, &breach.fix];
            let says = |text: &&String| {
                text.contains(&format!("“{id}”")) || text.contains(&format!("{id}="))
            };
            if text.iter().any(says) {
                named.insert(TableName { question, by: None });
            }
        }
    }
    named
}

fn withhold(codebook: &Codebook, plan: &Plan, table: TableName) -> (String, usize, Plan) {
    let id = |ix: QuestionIx| codebook.question(ix).id.as_str();
    let entry = match table.by {
        None => json!({ "question": id(table.question) }),
        Some(by) => json!({ "question": id(table.question), "by": id(by) }),
    };
    let mut plan = plan.clone();
    plan.withheld.push(Withheld { question: table.question, by: table.by });
    (format!("\"withhold\": {entry}"), 0, plan)
}

/// Mergers of published answers, said by the answers of the package. One that is merged already takes
/// all its parts along.
fn merge(
    codebook: &Codebook,
    findings: &Findings,
    plan: &Plan,
    question: QuestionIx,
    partition: &Partition,
) -> (String, usize, Plan) {
    let asked = codebook.question(question);
    let places = &findings.sample.places[question.position()];
    let published = &findings.sample.codebook.question(question).options;
    let (mut entries, mut plan, mut lost) = (Vec::new(), plan.clone(), 0);
    for set in partition.iter().filter(|set| set.len() > 1) {
        let mut set = set.clone();
        set.sort_unstable();
        lost += set.len() - 1;
        let options: Vec<usize> =
            (0..places.len()).filter(|&option| set.contains(&places[option])).collect();
        plan.mergers.retain(|merger| {
            merger.question != question || !merger.options.iter().any(|o| options.contains(o))
        });
        let ids: Vec<&str> = options.iter().map(|&o| asked.options[o].id.as_str()).collect();
        let joined = |text: fn(&AnswerOption) -> &str, by: &str| {
            set.iter().map(|&place| text(&published[place])).collect::<Vec<_>>().join(by)
        };
        let (id, label) = (joined(|o| &o.id, "-"), joined(|o| &o.label, " or "));
        entries.push(
            json!({ "question": asked.id, "options": ids, "id": id, "label": label }).to_string(),
        );
        let group = asked.options[options[0]].group;
        let off_scale = options.iter().all(|&option| asked.options[option].off_scale);
        let into = AnswerOption { id, label, says: None, group, off_scale };
        plan.mergers.push(Merger { question, options, into });
    }
    (format!("\"merge\": {}", entries.join(", ")), lost, plan)
}
