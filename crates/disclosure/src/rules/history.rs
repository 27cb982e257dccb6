//! Rule 6, earlier releases: a release and those before it are one publication to whoever keeps both.
//! What lies between two tables of one question is a table of those who joined or left, and passes the
//! rules that any table must pass: differencing over time, as rule 3 has it within a release.
//!
//! Tables are compared by what they count: the plan says which questions have other ids now
//! (`history/fate.rs`), and what it says is gone is held against what is new (`alike`). What was told
//! before and is left out now still counts as known.

mod alike;
mod compare;
mod gone;
mod nested;

use super::cells;
use crate::history::{Earlier, Fate, fates, moved, places};
use crate::rule::{Case, Outcome, Rule, Stage};
use crate::tables::TableName;

pub(super) const RULE: Rule = Rule {
    name: "earlier releases",
    number: 6,
    demands: "Every earlier release that the plan names is at hand, the plan says what became of its questions, and what lies between its tables and those of this one is nobody, or a table that passes all rules on counts.",
    exact: "Exact for tables of one question, by the plan’s word for what has another id. Questions that are gone are held against new ones by their answers’ words and counts. Releases that the plan does not name are unknown to it.",
    stage: Stage::Release,
    counts_only: false,
    of_changes: false,
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
        let fates = fates(earlier.cube.codebook(), &case.tables.codebook, case.plan);
        say_what_is_untold(case, earlier, &fates, &place, &mut outcome);
        let before = earlier.tables();
        let then = moved(&before, &places(&fates), &case.tables.codebook);
        compare::compare(case, &then, &place, &mut outcome);
        nested::compare(case, &then, &place, &mut outcome);
        alike::compare(case, &before, &fates, &place, &mut outcome);
    }
    name_unknown(case, &mut outcome);
    gone::bound(case, &mut outcome);
    outcome
}

/// The plan must say what became of every question, and nothing may be said twice.
fn say_what_is_untold(
    case: &Case<'_>,
    earlier: &Earlier,
    fates: &[Fate],
    place: &str,
    outcome: &mut Outcome,
) {
    let (then, now) = (earlier.cube.codebook(), &case.tables.codebook);
    for (question, fate) in then.positions().zip(fates) {
        outcome.examined += 1;
        let id = cells::id(then, question);
        match fate {
            Fate::Untold => {
                let what =
                    format!("{place} has this question, and the package has none of that id");
                let fix = format!(
                    "Say in the plan what became of it: \"since\": {{ \"{id}\": \"its id now\" }}, or {{ \"{id}\": null }} if the package does not have it any more."
                );
                outcome.breach(None, id, what, fix);
            }
            Fate::Moved(other) => {
                let other = cells::id(now, *other);
                let what = format!("has other words than in {place}, and “{other}” has its words");
                let fix = format!(
                    "Say in the plan which is which: \"since\": {{ \"{id}\": \"{other}\" }}, or {{ \"{id}\": \"{id}\" }}."
                );
                outcome.breach(None, id, what, fix);
            }
            Fate::Changed(question) if case.tables.totals[question.position()].is_some() => {
                let what = format!(
                    "its answers are not those of {place}, so that nobody can tell what lies between"
                );
                let fix = format!(
                    "Keep the answers and mergers of the earlier release, or withhold the question; where only ids of answers have changed, say so in the plan: \"since\": {{ \"{id}\": {{ \"options\": {{ \"id before\": \"id now\" }} }} }}."
                );
                let table = Some(TableName { question: *question, by: None });
                outcome.breach(table, cells::id(now, *question), what, fix);
            }
            Fate::Kept(kept) => {
                let same = |fate: &Fate| match fate {
                    Fate::Kept(other) => other.question == kept.question,
                    _ => false,
                };
                if fates[..question.position()].iter().any(same) {
                    let what = format!("two questions of {place} are said to be this one");
                    let fix = "Correct “since” of the plan: each question can become one other.";
                    outcome.breach(None, cells::id(now, kept.question), what, fix);
                }
            }
            Fate::Changed(_) | Fate::Gone => {}
        }
    }
}

/// A slip of the pen in `since` would say nothing of what was meant.
fn name_unknown(case: &Case<'_>, outcome: &mut Outcome) {
    for since in &case.plan.since {
        let mut releases = case.history.iter().map(|earlier| earlier.cube.codebook());
        if !releases.any(|codebook| codebook.find(&since.question).is_some()) {
            let what = "“since” of the plan names a question that no earlier release has";
            let fix = "Write the id that it had there (survey-pack inspect FILE lists them), or delete the line.";
            outcome.breach(None, &since.question, what, fix);
        }
    }
}
