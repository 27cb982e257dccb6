//! Rule 6, earlier releases: a release and those before it are one publication to whoever keeps both.
//! Every count that stands in both differs by 0 or at least t, and what was told before and is left
//! out now still counts as known (rule on bounds). The attack is the differencing of rule 3 over time.

use survey::{Codebook, QuestionIx, Tally};

use crate::disclosure::gate::{Case, Outcome, Rule, Stage};
use crate::disclosure::history::Earlier;
use crate::disclosure::tables::TableName;

pub(super) const RULE: Rule = Rule {
    name: "earlier releases",
    number: 6,
    demands: "Every earlier release that the plan names is at hand, and no count differs from it by fewer than the threshold.",
    exact: "Exact for counts of the same name. Releases that the plan does not name are unknown to it.",
    stage: Stage::Release,
    counts_only: false,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for sum in &case.plan.earlier {
        outcome.examined += 1;
        if !case.history.iter().any(|earlier| earlier.header.checksum_text() == *sum) {
            let what = "the plan names this earlier release, and it is not at hand";
            let fix = "Give its file with --history.";
            outcome.breach(None, format!("release {sum}"), what, fix);
        }
    }
    for earlier in case.history {
        let sum = earlier.header.checksum_text();
        let place = format!("release {sum}");
        if !case.plan.earlier.contains(&sum) {
            let what = "the plan does not name this earlier release";
            outcome.breach(None, place.clone(), what, "Add its SHA-256 to “earlier”.");
        }
        if earlier.about.name != case.texts.about.name {
            let what = format!("is a release of another survey, “{}”", earlier.about.name);
            outcome.breach(None, place, what, "Take it out of --history and “earlier”.");
            continue;
        }
        compare(case, earlier, &place, &mut outcome);
    }
    outcome
}

fn compare(case: &Case<'_>, earlier: &Earlier, place: &str, outcome: &mut Outcome) {
    let before = earlier.tables();
    let mut both = |table: Option<TableName>, cell: String, then: u32, now: u32| {
        let difference = then.abs_diff(now);
        if difference > 0 {
            outcome.examine(difference);
        }
        if !super::apart(case.plan, then, now) {
            let what =
                format!("{cell} was {then} in {place} and is {now}: a difference of {difference}");
            let fix =
                "Leave out the table, or whoever was added or taken away, until more have changed.";
            outcome.breach(table, cell, what, fix);
        }
    };
    both(None, "everybody in the release".into(), before.respondents, case.tables.respondents);
    let (then, now) = (&before.codebook, &case.tables.codebook);
    let mut mismatched = Vec::new();
    for (old, total) in before.published() {
        let Some(new) = now.find(&then.question(old).id) else { continue };
        if !same_answers(then, old, now, new) {
            if case.tables.totals[new.0].is_some() {
                mismatched.push(new);
            }
            continue;
        }
        let mut tallies = |old: &Tally, new_tally: &Tally, table: TableName, group: &str| {
            both(
                Some(table),
                format!("the base of {}{group}", super::id(now, new)),
                old.answered,
                new_tally.answered,
            );
            for (option, (&then, &count)) in old.counts.iter().zip(&new_tally.counts).enumerate() {
                both(Some(table), format!("{}{group}", super::cell(now, new, option)), then, count);
                let (rest, rest_now) = (old.answered - then, new_tally.answered - count);
                both(
                    Some(table),
                    format!("not {}{group}", super::cell(now, new, option)),
                    rest,
                    rest_now,
                );
            }
        };
        if let Some(total_now) = &case.tables.totals[new.0] {
            tallies(total, total_now, TableName { question: new, by: None }, "");
        }
        for crossed in before.crossed.iter().filter(|table| table.question == old) {
            let Some(by) = now.find(&then.question(crossed.by).id) else { continue };
            let Some(crossed_now) = case.tables.find(new, by) else { continue };
            if !same_answers(then, crossed.by, now, by) {
                continue; // reported with the grouping’s own table
            }
            let table = TableName { question: new, by: Some(by) };
            for (group, (old, new)) in crossed.parts.iter().zip(&crossed_now.parts).enumerate() {
                tallies(old, new, table, &format!(", {}", super::cell(now, by, group)));
            }
        }
    }
    for question in mismatched {
        let what = format!(
            "its answers are not those of {place}, so that nobody can tell what lies between"
        );
        let fix = "Keep the answers and mergers of the earlier release, or withhold the question.";
        let table = Some(TableName { question, by: None });
        outcome.breach(table, super::id(now, question), what, fix);
    }
}

fn same_answers(then: &Codebook, old: QuestionIx, now: &Codebook, new: QuestionIx) -> bool {
    let ids = |codebook: &Codebook, ix| -> Vec<String> {
        codebook.question(ix).options.iter().map(|option| option.id.clone()).collect()
    };
    ids(then, old) == ids(now, new)
}
