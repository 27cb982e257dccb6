//! Tables of one release within those of another. Whoever was surveyed first may be one group of those
//! who are surveyed now, or one group of them may be surveyed again: a question's total in one release
//! is held against its parts in the other.

use survey::{QuestionIx, Tally};

use crate::history::{Between, between};
use crate::rule::{Case, Outcome};
use crate::rules::cells;
use crate::tables::{TableName, Tables};

pub(super) fn compare(case: &Case<'_>, then: &Tables, place: &str, outcome: &mut Outcome) {
    let now = case.tables;
    for (question, before) in then.published() {
        let Some(after) = &now.totals[question.position()] else { continue };
        // Where nothing changed, a total less a part is what one release alone tells.
        if between(before, after) == Between::Nobody {
            continue;
        }
        let mut hold = |whole: &Tally, tables: &Tables, whose: &str| {
            for table in tables.crossed.iter().filter(|table| table.question == question) {
                for (group, part) in table.parts.iter().enumerate() {
                    let name = TableName { question, by: Some(table.by) };
                    let group = cells::cell(&now.codebook, table.by, group);
                    outcome.examined += 1;
                    if let Some(what) = fault(case, question, whole, part) {
                        let what = format!("{group} {whose} {place}: {what}");
                        let fix =
                            "Withhold the table, or publish it of the same respondents as before.";
                        outcome.breach(Some(name), group, what, fix);
                    }
                }
            }
        };
        hold(before, now, "of this release beside everybody of");
        hold(after, then, "beside everybody of this release, in");
    }
}

/// What is wrong with a total and a part, if they could be of the same people.
fn fault(case: &Case<'_>, question: QuestionIx, whole: &Tally, part: &Tally) -> Option<String> {
    let threshold = case.plan.threshold;
    let others = match between(part, whole) {
        Between::Nobody => return None,
        Between::Joined(others) => others,
        Between::Left(_) | Between::Both => {
            let near = whole.answered.abs_diff(part.answered) < case.plan.smallest_group;
            let what = format!(
                "{} and {} respondents, who may be the same but for a few",
                part.answered, whole.answered
            );
            return near.then_some(what);
        }
    };
    let small = others.counts.iter().enumerate().find(|(_, count)| {
        **count < threshold || others.answered.saturating_sub(**count) < threshold
    });
    small.map(|(option, count)| {
        let cell = cells::cell(&case.tables.codebook, question, option);
        format!("{count} of the {} who lie between gave {cell}", others.answered)
    })
}
