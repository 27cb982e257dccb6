//! Earlier releases' tables beside those of this one.

use std::sync::Arc;

use survey::{Codebook, Crossed, Question, QuestionIx, Routing, Tally};

use super::{Earlier, Fate, Place, fates};
use crate::plan::Plan;
use crate::tables::Tables;

/// Tables of before, by the questions and answers that they are of now. Those of questions without a
/// place are left out.
pub(crate) fn moved(before: &Tables, places: &[Option<Place>], now: &Arc<Codebook>) -> Tables {
    let mut tables = Tables {
        codebook: Arc::clone(now),
        respondents: before.respondents,
        totals: vec![None; now.questions().len()],
        crossed: Vec::new(),
    };
    let place = |ix: QuestionIx| places.get(ix.position())?.as_ref();
    for (ix, total) in before.published() {
        if let Some(to) = place(ix) {
            tables.totals[to.question.position()] = Some(reordered(total, &to.options));
        }
    }
    for table in &before.crossed {
        let (Some(to), Some(by)) = (place(table.question), place(table.by)) else { continue };
        let mut parts = vec![Tally::default(); table.parts.len()];
        for (part, &option) in table.parts.iter().zip(&by.options) {
            parts[option] = reordered(part, &to.options);
        }
        tables.crossed.push(Crossed { question: to.question, by: by.question, parts });
    }
    tables
}

fn reordered(tally: &Tally, options: &[usize]) -> Tally {
    let mut moved = tally.clone();
    for (&count, &option) in tally.counts.iter().zip(options) {
        moved.counts[option] = count;
    }
    moved
}

/// Where the questions are that were kept.
pub(crate) fn places(fates: &[Fate]) -> Vec<Option<Place>> {
    let place = |fate: &Fate| match fate {
        Fate::Kept(place) => Some(place.clone()),
        _ => None,
    };
    fates.iter().map(place).collect()
}

/// The tables of a release and those of earlier ones that it does not repeat, under the names of this
/// one: what a reader of all releases knows of the package's questions. Only what is still true is
/// taken: tables of the same people, as far as the tables that both releases have tell. What lies
/// between tables of other people is for the rule on earlier releases.
pub(crate) fn known(tables: &Tables, history: &[Earlier], plan: &Plan) -> Tables {
    let mut known = tables.clone();
    for earlier in history {
        let fates = fates(earlier.cube.codebook(), &tables.codebook, plan);
        let then = moved(&earlier.tables(), &places(&fates), &tables.codebook);
        add(&mut known, still_true(then, tables));
    }
    known
}

/// Of tables before, those of the people of now.
fn still_true(mut then: Tables, now: &Tables) -> Tables {
    let is_same = |ix: QuestionIx| {
        then.totals[ix.position()].is_some()
            && then.totals[ix.position()] == now.totals[ix.position()]
    };
    let pairs = || then.totals.iter().zip(&now.totals);
    let all_same = then.respondents == now.respondents
        && pairs().all(|(then, now)| then.is_none() || now.is_none() || then == now)
        && then.crossed.iter().all(|table| {
            now.find(table.question, table.by).is_none_or(|other| other.parts == table.parts)
        });
    if !all_same {
        let kept = then.crossed.iter().filter(|table| is_same(table.question) && is_same(table.by));
        let kept = kept.cloned().collect();
        let totals = pairs().map(|(then, now)| then.clone().filter(|_| then == now)).collect();
        (then.crossed, then.totals) = (kept, totals);
    }
    then
}

/// Adds what is not yet there.
fn add(known: &mut Tables, more: Tables) {
    for (total, more) in known.totals.iter_mut().zip(more.totals) {
        if total.is_none() {
            *total = more;
        }
    }
    for table in more.crossed {
        if known.find(table.question, table.by).is_none() {
            known.crossed.push(table);
        }
    }
}

/// What is known, and what was told of questions that the package does not have any more, or has with
/// other answers: they stand after its own, each under an id that no other has.
pub(crate) fn with_former_questions(known: &Tables, history: &[Earlier], plan: &Plan) -> Tables {
    let mut told = known.clone();
    let mut questions = known.codebook.questions().to_vec();
    let mut added: Vec<(Question, QuestionIx)> = Vec::new();
    for earlier in history {
        let then = earlier.cube.codebook();
        let mut places = places(&fates(then, &known.codebook, plan));
        for (ix, question) in then.iter() {
            if places[ix.position()].is_some() {
                continue;
            }
            let found = added.iter().find(|(other, _)| is_same(other, question));
            let place = found.map(|(_, place)| *place).or_else(|| {
                let former = under_own_id(question, &places, &questions);
                let id = former.id.clone();
                questions.push(former);
                let place = QuestionIx::find(&questions, &id)?;
                added.push((question.clone(), place));
                Some(place)
            });
            let Some(place) = place else { continue };
            let options = (0..question.options.len()).collect();
            places[ix.position()] = Some(Place { question: place, options });
        }
        // Every position was made above, so that the questions fit together.
        let Ok(codebook) = Codebook::new(questions.clone()) else { continue };
        told.codebook = Arc::new(codebook);
        told.totals.resize(questions.len(), None);
        let then = moved(&earlier.tables(), &places, &told.codebook);
        let mut now = known.clone();
        now.totals.resize(questions.len(), None);
        add(&mut told, still_true(then, &now));
    }
    told
}

fn is_same(one: &Question, other: &Question) -> bool {
    let ids = |question: &Question| -> Vec<String> {
        question.options.iter().map(|option| option.id.clone()).collect()
    };
    one.id == other.id && one.kind.is_answered_like(other.kind) && ids(one) == ids(other)
}

/// A question of before, with an id of its own and the places that its routing has now.
fn under_own_id(question: &Question, places: &[Option<Place>], all: &[Question]) -> Question {
    let taken = |id: &String| all.iter().any(|other| other.id == *id);
    let ids = (1..).map(|number| format!("{}-before-{number}", question.id));
    let id = ids.into_iter().find(|id| !taken(id)).unwrap_or_default();
    let asked_if = question.asked_if.as_ref().and_then(|routing| {
        let place = places[routing.question.position()].as_ref()?;
        let any_of = routing.any_of.iter().map(|&option| place.options[option]).collect();
        Some(Routing { question: place.question, any_of })
    });
    Question { id, asked_if, ..question.clone() }
}
