//! Questions that the plan says are gone, and new ones that look like them. A question under another
//! id gives the same people away as one under the same id, so what looks the same is taken as the same.

use std::collections::BTreeMap;

use survey::{Question, QuestionIx, Tally};

use super::compare;
use crate::disclosure::gate::{Case, Outcome};
use crate::disclosure::history::{Fate, Place, moved, places};
use crate::disclosure::rules;
use crate::disclosure::tables::{TableName, Tables};

pub(super) fn compare(
    case: &Case<'_>,
    before: &Tables,
    fates: &[Fate],
    place: &str,
    outcome: &mut Outcome,
) {
    let now = &case.tables.codebook;
    let places = places(fates);
    let is_new = |ix: QuestionIx| places.iter().flatten().all(|place| place.question != ix);
    for (old, total) in before.published().filter(|(ix, _)| fates[ix.0] == Fate::Gone) {
        let was = before.codebook.question(old);
        for (new, total_now) in case.tables.published().filter(|(ix, _)| is_new(*ix)) {
            outcome.examined += 1;
            let is = now.question(new);
            let why = if let Some(options) = by_words(was, is) {
                let mut places = places.clone();
                places[old.0] = Some(Place { question: new, options });
                first_difference(case, &moved(before, &places, now), new, place)
            } else {
                is_near(case, was, is, total, total_now).then(|| {
                    "it has as many answers, with counts that are nearly the same".to_owned()
                })
            };
            let Some(why) = why else { continue };
            let what = format!(
                "“{}” of {place} is said to be gone, and is taken to be “{}” under another name: {why}",
                was.id, is.id
            );
            let fix = format!(
                "If it is another question, leave the columns of “{}” in the package and withhold it, so that both can be told apart; if it is the same, say so in “since” of the plan, or withhold “{}”.",
                was.id, is.id
            );
            let table = Some(TableName { question: new, by: None });
            outcome.breach(table, rules::id(now, new), what, fix);
        }
    }
}

/// Where each answer is, if both questions have answers of the same words.
fn by_words(was: &Question, is: &Question) -> Option<Vec<usize>> {
    let plain = |label: &str| -> String {
        label.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let labels: BTreeMap<String, usize> = is
        .options
        .iter()
        .enumerate()
        .map(|(place, option)| (plain(&option.label), place))
        .collect();
    if was.options.len() != is.options.len() || labels.len() != is.options.len() {
        return None;
    }
    let mut places: Vec<usize> = Vec::new();
    for option in &was.options {
        let place = *labels.get(&plain(&option.label))?;
        if places.contains(&place) {
            return None;
        }
        places.push(place);
    }
    (was.is_multiple() == is.is_multiple()).then_some(places)
}

fn is_near(case: &Case<'_>, was: &Question, is: &Question, then: &Tally, now: &Tally) -> bool {
    let sorted = |tally: &Tally| {
        let mut counts = tally.counts.clone();
        counts.sort_unstable();
        counts
    };
    let mut pairs = sorted(then).into_iter().zip(sorted(now));
    was.is_multiple() == is.is_multiple()
        && was.options.len() == is.options.len()
        && pairs.all(|(then, now)| then.abs_diff(now) < case.plan.threshold)
}

/// What is wrong with the tables of a question, taken as those of another before.
fn first_difference(
    case: &Case<'_>,
    then: &Tables,
    question: QuestionIx,
    place: &str,
) -> Option<String> {
    let mut found = Outcome::default();
    compare::compare(case, then, place, &mut found);
    let of_it = found.breaches.into_iter().find(|breach| {
        let table = breach.table;
        table.is_some_and(|table| table.question == question || table.by == Some(question))
    });
    of_it.map(|breach| breach.what)
}
