//! Questions that are gone or withheld, and new ones that look like them. A question under another id
//! gives the same people away as one under the same id, so what looks the same is taken as the same.
//! What is gone has only its words and counts to be compared; what is withheld has its answers.

use std::collections::BTreeSet;

use survey::{Bitmap, Crossed, Question, QuestionIx, Tally};

use super::{compare, nested};
use crate::history::{Fate, Place, moved, places};
use crate::rule::{Case, Outcome};
use crate::rules::cells;
use crate::tables::{TableName, Tables};

pub(super) fn compare(
    case: &Case<'_>,
    before: &Tables,
    fates: &[Fate],
    place: &str,
    outcome: &mut Outcome,
) {
    let now = &case.tables.codebook;
    let kept = places(fates);
    let is_new = |ix: QuestionIx| kept.iter().flatten().all(|place| place.question != ix);
    let new: Vec<QuestionIx> =
        case.tables.published().map(|(ix, _)| ix).filter(|ix| is_new(*ix)).collect();
    let is_published = |ix: QuestionIx| case.tables.totals[ix.position()].is_some();
    // Where each question of before may be now.
    let may_be = |old: QuestionIx| -> Vec<Place> {
        let was = before.codebook.question(old);
        let by_words = new.iter().filter_map(|&question| {
            by_words(was, now.question(question)).map(|options| Place { question, options })
        });
        match &fates[old.position()] {
            Fate::Kept(place) if is_published(place.question) => vec![place.clone()],
            Fate::Kept(place) => {
                let copies = by_words.filter(|copy| is_copy(case, place, copy));
                std::iter::once(place.clone()).chain(copies).collect()
            }
            Fate::Changed(question) if is_published(*question) => Vec::new(),
            Fate::Changed(_) | Fate::Gone => by_words.collect(),
            Fate::Moved(_) | Fate::Untold => Vec::new(),
        }
    };
    for (old, total) in before.published() {
        // Whether its answers are not there to be looked at.
        let is_gone = match &fates[old.position()] {
            Fate::Gone => true,
            Fate::Changed(question) if !is_published(*question) => true,
            // The rule on recodes has compared it with what is known of the same people.
            Fate::Kept(place) if case.known.totals[place.question.position()].is_none() => false,
            _ => continue,
        };
        let was = before.codebook.question(old);
        let by_words = may_be(old);
        for &question in &new {
            let Some(total_now) = &case.tables.totals[question.position()] else { continue };
            outcome.examined += 1;
            let is = now.question(question);
            let why = match by_words.iter().find(|place| place.question == question) {
                Some(taken) => first_difference(case, before, (old, taken), &may_be, place),
                None if !is_gone => None,
                None if is_near(case, was, is, total, total_now) => {
                    Some("it has as many answers, with counts that are nearly the same".to_owned())
                }
                None => is_remade(was, is).then(|| {
                    "it has the same words with other answers, so that nobody can tell what lies between".to_owned()
                }),
            };
            let Some(why) = why else { continue };
            let what = format!(
                "“{}” of {place} is not published any more, and is taken to be “{}” under another name: {why}",
                was.id, is.id
            );
            let fix = format!(
                "If it is another question, leave the columns of “{}” in the package, with the answers it had, and withhold it, so that both can be told apart; if it is the same, say so in “since” of the plan, or withhold “{}”.",
                was.id, is.id
            );
            outcome.breach(
                Some(TableName { question, by: None }),
                cells::id(now, question),
                what,
                fix,
            );
        }
    }
}

/// Words without what does not matter in them.
fn plain(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn labels(question: &Question) -> Vec<String> {
    question.options.iter().map(|option| plain(&option.label)).collect()
}

/// Where each answer is, if both questions have answers of the same words.
fn by_words(was: &Question, is: &Question) -> Option<Vec<usize>> {
    let (had, has) = (labels(was), labels(is));
    let each_once =
        |labels: &[String]| labels.iter().collect::<BTreeSet<_>>().len() == labels.len();
    let alike = was.kind.is_answered_like(is.kind) && had.len() == has.len();
    if !alike || !each_once(&had) {
        return None;
    }
    had.iter().map(|label| has.iter().position(|other| other == label)).collect()
}

/// Whether a question may be made of another: by its name or wording, by half of its answers, or with
/// an answer in place of a question.
fn is_remade(was: &Question, is: &Question) -> bool {
    let (had, has) = (labels(was), labels(is));
    let shared = had.iter().filter(|label| has.contains(label)).count();
    let (name_before, name) = (plain(&was.label), plain(&is.label));
    name_before == name
        || plain(&was.text) == plain(&is.text)
        || shared * 2 >= had.len().min(has.len()).max(1) && had.len() != has.len()
        || had.contains(&name)
        || has.contains(&name_before)
}

/// Whether two questions of the package were answered alike, by all but a few.
fn is_copy(case: &Case<'_>, one: &Place, other: &Place) -> bool {
    let sets = |place: &Place| {
        let options = &case.sample.options[place.question.position()];
        place.options.iter().map(|&option| options[option].clone()).collect::<Vec<_>>()
    };
    let mut moved = Bitmap::new(case.sample.rows());
    for (one, other) in sets(one).into_iter().zip(sets(other)) {
        let (mut more, mut fewer) = (one.clone(), other.clone());
        more.and_not(&other);
        fewer.and_not(&one);
        moved.or(&more);
        moved.or(&fewer);
    }
    moved.and(&case.sample.bases[other.question.position()]);
    moved.count() < case.plan.smallest_group
}

fn is_near(case: &Case<'_>, was: &Question, is: &Question, then: &Tally, now: &Tally) -> bool {
    let sorted = |tally: &Tally| {
        let mut counts = tally.counts.clone();
        counts.sort_unstable();
        counts
    };
    let mut pairs = sorted(then).into_iter().zip(sorted(now));
    was.kind.is_answered_like(is.kind)
        && was.options.len() == is.options.len()
        && pairs.all(|(then, now)| then.abs_diff(now) < case.plan.threshold)
}

/// What is wrong with the tables of a question, taken as those of another before, whatever the
/// questions that it was crossed with are now.
fn first_difference(
    case: &Case<'_>,
    before: &Tables,
    (old, taken): (QuestionIx, &Place),
    may_be: &dyn Fn(QuestionIx) -> Vec<Place>,
    place: &str,
) -> Option<String> {
    let crossed_with = |table: &Crossed| match (table.question == old, table.by == old) {
        (true, _) => Some(table.by),
        (_, true) => Some(table.question),
        _ => None,
    };
    let with: BTreeSet<QuestionIx> = before.crossed.iter().filter_map(crossed_with).collect();
    let pairs = with.into_iter().flat_map(|other| {
        let elsewhere = may_be(other).into_iter().filter(|at| at.question != taken.question);
        elsewhere.map(move |at| (other, at))
    });
    let alone = std::iter::once(None);
    alone.chain(pairs.map(Some)).find_map(|pair| {
        let mut places = vec![None; before.totals.len()];
        places[old.position()] = Some(taken.clone());
        if let Some((other, at)) = pair {
            places[other.position()] = Some(at);
        }
        let mut found = Outcome::default();
        let then = moved(before, &places, &case.tables.codebook);
        compare::compare(case, &then, place, &mut found);
        nested::compare(case, &then, place, &mut found);
        let of_it = found.breaches.into_iter().find(|breach| {
            let of = |table: TableName| {
                table.question == taken.question || table.by == Some(taken.question)
            };
            breach.table.is_some_and(of)
        });
        of_it.map(|breach| breach.what)
    })
}
