//! Published figures added up: those of parts of a merged answer, those that are nearly everybody, and
//! two on the same answer.

use survey::{Kind, QuestionIx};

use super::known::Known;
use crate::rule::{Case, Outcome};
use crate::rules::cells;
use crate::signed::is_signed;
use crate::tables::TableName;

/// Looks at all sums that tell of few.
pub(super) fn check(case: &Case<'_>, known: &[Known<'_>], outcome: &mut Outcome) {
    for (question, _) in case.sample.codebook.iter() {
        let about = |known: &&Known<'_>| known.about.is_some_and(|(about, ..)| about == question);
        let known: Vec<&Known<'_>> = known.iter().filter(about).collect();
        pairs(case, &known, outcome);
        merged(case, question, &known, outcome);
        everybody(case, question, &known, outcome);
    }
}

/// The answer before mergers.
fn answer(known: &Known<'_>) -> Option<usize> {
    known.about.map(|(_, answer, _)| answer)
}

/// One figure for each answer.
fn by_answer<'k, 'a>(known: &[&'k Known<'a>]) -> Vec<&'k Known<'a>> {
    let mut first: Vec<&Known<'_>> = Vec::new();
    for one in known {
        if first.iter().all(|other| answer(other) != answer(one)) {
            first.push(one);
        }
    }
    first
}

/// How few may be left when what is known is taken from a number: `None` where it is nobody for sure,
/// or enough whatever the counts are.
fn few_left(case: &Case<'_>, of: u32, known: &[&Known<'_>], are_all: bool) -> Option<u32> {
    let sum =
        |count: fn(&Known<'_>) -> u32| known.iter().map(|known| i64::from(count(known))).sum();
    let (low, high): (i64, i64) = (sum(|known| known.low), sum(|known| known.high));
    let of = i64::from(of);
    if are_all && (low..=high).contains(&of) {
        return None; // the parts are the whole
    }
    let left = (of - high)..=(of - low);
    let threshold = i64::from(case.plan.threshold);
    let few = (1..threshold).find(|few| left.contains(few) || left.contains(&-few))?;
    u32::try_from(few).ok()
}

fn names(known: &[&Known<'_>]) -> String {
    let names: Vec<String> =
        known.iter().map(|known| format!("“{}” ({})", known.figure.id, known.words())).collect();
    names.join(", ")
}

/// 15 of 60 and 14 of 59 are one respondent.
fn pairs(case: &Case<'_>, known: &[&Known<'_>], outcome: &mut Outcome) {
    for (position, one) in known.iter().enumerate() {
        for other in known[..position].iter().filter(|other| answer(other) == answer(one)) {
            outcome.examined += 1;
            let (count, counted) = (one.nearest(other.low), other.nearest(one.low));
            let bases = (one.base.unwrap_or_default(), other.base.unwrap_or_default());
            let rests = (bases.0.saturating_sub(count), bases.1.saturating_sub(counted));
            let far = |(one, other)| cells::is_safe_difference(case.plan, one, other);
            if [(count, counted), bases, rests].into_iter().all(far)
                || all_signed(case, &[one, other])
            {
                continue;
            }
            let what = format!("{} are on one answer and differ by few", names(&[other, one]));
            outcome.breach(None, format!("figure {}", one.figure.id), what, SIGN);
        }
    }
}

const SIGN: &str =
    "Sign for all of them in “overrides” if they are public in fact; otherwise delete one.";

fn all_signed(case: &Case<'_>, known: &[&Known<'_>]) -> bool {
    known.iter().all(|known| is_signed(case, known.figure))
}

/// 7 and 5 of an answer that was merged of three and has 14 leave 2 for the third.
fn merged(case: &Case<'_>, question: QuestionIx, known: &[&Known<'_>], outcome: &mut Outcome) {
    let Some(total) = &case.tables.totals[question.position()] else { return };
    let places = &case.sample.places[question.position()];
    for (place, &count) in total.counts.iter().enumerate() {
        let parts = places.iter().filter(|at| **at == place).count();
        let within = |known: &&&Known<'_>| known.about.is_some_and(|(_, _, at)| at == place);
        let known = by_answer(&known.iter().filter(within).copied().collect::<Vec<_>>());
        if known.len() < 2 {
            continue; // compared one by one
        }
        outcome.examined += 1;
        if let Some(few) = few_left(case, count, &known, known.len() == parts) {
            let what = format!(
                "{} are parts of an answer of which this release says {count}: that leaves {few}",
                names(&known)
            );
            let fix = "Merge other answers with it, or withhold the question.";
            let cell = cells::cell(&case.tables.codebook, question, place);
            outcome.breach(Some(TableName { question, by: None }), cell, what, fix);
        }
    }
}

/// Answers to a question of one answer are together everybody: 25, 20 and 12 of 60 leave 3.
fn everybody(case: &Case<'_>, question: QuestionIx, known: &[&Known<'_>], outcome: &mut Outcome) {
    match case.sample.codebook.question(question).kind {
        Kind::Single | Kind::Ordered => {}
        Kind::Multiple => return,
    }
    let answers = case.sample.places[question.position()].len();
    let mut bases: Vec<u32> = known.iter().filter_map(|known| known.base).collect();
    bases.sort_unstable();
    bases.dedup();
    for base in bases {
        let same = known.iter().filter(|known| known.base == Some(base)).copied();
        let known = by_answer(&same.collect::<Vec<_>>());
        if known.len() < 2 {
            continue; // the rest of one figure is looked at with it
        }
        outcome.examined += 1;
        let few = few_left(case, base, &known, known.len() == answers);
        if let Some(few) = few.filter(|_| !all_signed(case, &known)) {
            let what = format!(
                "{} were published of the same {base}: that leaves {few} for all other answers",
                names(&known)
            );
            outcome.breach(None, cells::id(&case.sample.codebook, question), what, SIGN);
        }
    }
}
