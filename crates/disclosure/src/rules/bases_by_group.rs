//! Rule 4, bases by group: the bases of a question's table say how many it counts in each group, so that
//! the table also says how many it does not count: who gave another answer to the question before, or
//! skipped one of the block. Like every table it has no zeros: where some are not counted, there are
//! some in each group, and where some are, not only outside of all groups. What is few and not nobody
//! is refused by the rule on differences, where the wider base is the group itself, and proved by
//! witnesses. (Zeros as in the rule on the threshold.)
//!
//! What the questionnaire alone makes sure of tells nothing: who is in a group of a routed grouping was
//! asked whatever else hangs on the same answer.

use survey::{Codebook, Crossed, Kind, QuestionIx};

use super::cells;
use crate::rule::{Case, Outcome, Rule, Stage};
use crate::tables::TableName;

pub(super) const RULE: Rule = Rule {
    name: "bases by group",
    number: 4,
    demands: "Where some are not counted for a question, some of each group are not; and none of the groups was asked as a whole, nor were those in none.",
    exact: "Exact for a base beside everybody, and beside another of the same block that the questionnaire makes wider.",
    stage: Stage::Tables,
    counts_only: true,
    of_changes: true,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for narrow in &case.known.crossed {
        if let Some(everybody) = everybody(case, narrow.by) {
            compare(case, (&everybody, None), narrow, &mut outcome);
        }
        for wide in case.known.crossed.iter().filter(|wide| wide.by == narrow.by) {
            if is_wider(case, wide.question, narrow.question) {
                let bases = bases(case, wide);
                compare(case, (&bases, Some(wide.question)), narrow, &mut outcome);
            }
        }
    }
    outcome
}

/// The sizes of groups; those in none of them come last.
fn everybody(case: &Case<'_>, by: QuestionIx) -> Option<Vec<u32>> {
    let groups = case.known.totals[by.position()].as_ref()?;
    let rest = case.known.respondents.saturating_sub(groups.counts.iter().sum());
    Some(groups.counts.iter().copied().chain([rest]).collect())
}

/// How many are counted for a question in each group, and in none.
fn bases(case: &Case<'_>, table: &Crossed) -> Vec<u32> {
    let mut bases: Vec<u32> = table.parts.iter().map(|part| part.answered).collect();
    let total =
        case.known.totals[table.question.position()].as_ref().map_or(0, |total| total.answered);
    bases.push(total.saturating_sub(bases.iter().sum()));
    bases
}

fn compare(
    case: &Case<'_>,
    (wide, question): (&[u32], Option<QuestionIx>),
    narrow: &Crossed,
    outcome: &mut Outcome,
) {
    let asked = bases(case, narrow);
    let others: Vec<u32> =
        wide.iter().zip(&asked).map(|(all, of)| all.saturating_sub(*of)).collect();
    if others.iter().all(|count| *count == 0) {
        return;
    }
    // A table of before that this release does not repeat can't be taken out.
    let names = [Some(narrow.question), question].into_iter().flatten();
    let names = names.map(|question| TableName { question, by: Some(narrow.by) });
    let Some(table) =
        names.into_iter().find(|table| case.tables.find(table.question, narrow.by).is_some())
    else {
        return;
    };
    let codebook = &case.known.codebook;
    let id = cells::id(codebook, narrow.question);
    let is_routed = codebook.question(narrow.question).asked_if.is_some();
    for (group, &all) in wide.iter().enumerate() {
        let option = Some(group).filter(|group| *group < narrow.parts.len());
        let cell = option.map_or_else(
            || format!("in no group of “{}”", cells::id(codebook, narrow.by)),
            |option| cells::cell(codebook, narrow.by, option),
        );
        let what = if all == 0 {
            continue;
        } else if others[group] == 0 && !is_certain(case, question, narrow, option) {
            format!(
                "all {all} are counted for “{id}”: nobody here gave an answer that does not lead to it, or skipped a question of its block"
            )
        } else if asked[group] == 0 && is_routed && !is_within(case, narrow.question, narrow.by) {
            format!(
                "none of the {all} was asked “{id}”, so that none gave an answer that leads to it"
            )
        } else {
            continue;
        };
        let fix = format!(
            "The table is left out. To keep it, merge groups of “{}”.",
            cells::id(codebook, narrow.by)
        );
        outcome.breach(Some(table), cell, what, fix);
    }
    outcome.examined += others.len() as u64;
}

/// Whether the questionnaire makes sure that all of a base who are in a group, or in none, are counted
/// for a question. That nobody skipped two blocks is no answer to anything.
fn is_certain(
    case: &Case<'_>,
    wide: Option<QuestionIx>,
    narrow: &Crossed,
    group: Option<usize>,
) -> bool {
    let is_counted = group.is_none()
        || is_of_one_block(case, narrow.by, narrow.question)
        || wide.is_some_and(|wide| is_of_one_block(case, wide, narrow.question));
    let codebook = &case.known.codebook;
    let group = group.map(|option| (narrow.by, option));
    is_counted && Facts::new(codebook, wide, group).mean(codebook, narrow.question)
}

/// Whether the questionnaire asks one question of all who are asked the other, and of more.
fn is_wider(case: &Case<'_>, wide: QuestionIx, narrow: QuestionIx) -> bool {
    let codebook = &case.known.codebook;
    wide != narrow
        && is_of_one_block(case, wide, narrow)
        && Facts::new(codebook, Some(narrow), None).mean(codebook, wide)
}

/// Whether all who are asked a question are in a group by the questionnaire.
fn is_within(case: &Case<'_>, question: QuestionIx, by: QuestionIx) -> bool {
    let codebook = &case.known.codebook;
    is_of_one_block(case, question, by)
        && Facts::new(codebook, Some(question), None).mean(codebook, by)
}

fn is_of_one_block(case: &Case<'_>, one: QuestionIx, other: QuestionIx) -> bool {
    case.plan.blocks.iter().any(|block| block.contains(&one) && block.contains(&other))
}

/// Answers to questions: by the questionnaire, each of some respondents gave one of them.
struct Facts(Vec<(QuestionIx, Vec<usize>)>);

impl Facts {
    /// What is known of those who were asked a question and are in a group.
    fn new(
        codebook: &Codebook,
        question: Option<QuestionIx>,
        group: Option<(QuestionIx, usize)>,
    ) -> Self {
        let mut facts = Vec::new();
        for asked in question.into_iter().chain(group.map(|(by, _)| by)) {
            facts.extend(conditions(codebook, asked));
        }
        facts.extend(group.map(|(by, option)| (by, vec![option])));
        Self(facts)
    }

    /// Whether all of them were asked this question.
    fn mean(&self, codebook: &Codebook, question: QuestionIx) -> bool {
        conditions(codebook, question).into_iter().all(|(of, any_of)| {
            let leads = |option: &usize| any_of.contains(option);
            let mut given = self.0.iter().filter(|(known, _)| *known == of).map(|(_, given)| given);
            match codebook.question(of).kind {
                Kind::Multiple => given.any(|given| given.iter().all(leads)),
                // All facts of one answer hold at once.
                Kind::Single | Kind::Ordered => {
                    let options = 0..codebook.question(of).options.len();
                    let given: Vec<&Vec<usize>> = given.collect();
                    let left = |option: &usize| given.iter().all(|given| given.contains(option));
                    options.filter(|option| left(option)).all(|option| leads(&option))
                }
            }
        })
    }
}

/// The answers that lead to a question, step by step.
fn conditions(codebook: &Codebook, question: QuestionIx) -> Vec<(QuestionIx, Vec<usize>)> {
    let step = |ix: &QuestionIx| codebook.question(*ix).asked_if.as_ref().map(|r| r.question);
    let chain = std::iter::successors(Some(question), step);
    let routing = chain.filter_map(|ix| codebook.question(ix).asked_if.as_ref());
    routing.map(|routing| (routing.question, routing.any_of.clone())).collect()
}
