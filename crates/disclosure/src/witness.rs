//! Proof by witnesses: the last step before anything is packed.
//!
//! Rules refuse what is known to leak; this step shows that the rest does not. For each pair of
//! answers that no published table holds together, in total and within each published group, where
//! so few gave both (or one of them, or neither) that the count would tell of somebody, it shows
//! two other surveys that obey the questionnaire, give every known table exactly, and disagree about
//! that count by at least the threshold. Whoever has the tables alone can't tell which of them is
//! true. A count without such witnesses is treated as known: tables go until all that is left is
//! proved.
//!
//! Witnesses are found by moves that keep all margins (`classes`, `moves`: Diaconis and Sturmfels,
//! 1998; with the questionnaire's impossible combinations as structural zeros, as in Dobra, Dynamic
//! Markov Bases, 2012), and where these end by an integer program (`program`). They are checked by code
//! that shares nothing with the search (`check`).

mod candidate;
mod check;
mod classes;
mod ends;
mod exchanges;
mod frame;
mod groupings;
mod moves;
mod program;
mod releases;
mod search;
mod targets;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use survey::{Bitmap, QuestionIx, Tally};

use self::candidate::{Candidate, Kept};
use self::classes::Fixed;
use self::frame::{Frame, MOST_OPTIONS};
use self::releases::Before;
use self::search::Search;
use self::targets::{Target, targets};
use crate::history;
use crate::proof::Proof;
use crate::rule::Case;
use crate::tables::{TableName, Tables};

/// A proof, with what had to go for it.
#[derive(Debug, Default)]
pub(crate) struct Proved {
    pub(crate) numbers: Proof,
    /// Tables that have to go, each with a count that could not be proved with it.
    pub(crate) removed: Vec<(TableName, String)>,
    /// Counts that stay known whatever goes, or witnesses that do not stand up to the check.
    pub(crate) refused: Vec<String>,
}

/// Looks for witnesses, taking tables away until every count has some.
pub(crate) fn prove(case: &Case<'_>) -> Proved {
    let mut proof = Proved::default();
    let mut tables = case.tables.clone();
    let mut kept: Vec<Kept> = Vec::new();
    loop {
        let known = fitting(case, history::known(&tables, case.history, case.plan));
        let case = Case { tables: &tables, known: &known, ..*case };
        if let Some(why) = too_many_answers(&case) {
            proof.refused.push(why);
            return proof;
        }
        let frame = Frame::new(&case);
        let truth = Candidate::of_answers(&frame, case.sample);
        let (before, unrelated) = releases::before(&case, &frame, &truth);
        let fixed = Fixed::new(&frame, &truth, &known, &before);
        let (targets, pairs) = targets(&case, &frame, &truth.kept(&frame));
        let mut search = Search::new(&frame, targets, truth, &known);
        // A count that is proved needs no more surveys: to look for it in each would take most of the time.
        let mut open = search.open();
        for survey in kept.drain(..) {
            search.note(&open, survey);
            open.retain(|&place| !search.targets[place].is_proved());
        }
        search.walk(&fixed);
        search.pull_each(&fixed);
        search.move_groupings(&fixed, &known, &before);
        let walked = search.targets.len() - search.open().len();
        let failed = search.solve_each(&fixed);
        let open: Vec<Target> =
            failed.into_iter().map(|place| search.targets[place].clone()).collect();
        if open.is_empty() {
            proof.numbers = Proof {
                pairs,
                counts: search.targets.len(),
                by_walking: walked,
                by_program: search.targets.len() - walked,
                narrowest: search.targets.iter().map(Target::range).min(),
                surveys: 0,
                unrelated_releases: unrelated,
            };
            confirm(&case, &search, &before, &mut proof);
            return proof;
        }
        let gone = choose(&case, &open);
        if gone.is_empty() {
            proof.refused = open.iter().map(|target| words(&case, target)).collect();
            return proof;
        }
        kept = search.kept;
        for (table, why) in gone {
            tables.remove(table);
            proof.removed.push((table, why));
        }
    }
}

/// What is known, without those earlier tables that the answers at hand do not give: nobody can say any
/// more whom a question counted then that this release withholds.
fn fitting(case: &Case<'_>, mut known: Tables) -> Tables {
    let count = |question: QuestionIx, among: &Bitmap| -> (u32, Vec<u32>) {
        let options = case.sample.options[question.position()].iter();
        (among.count(), options.map(|option| option.count_and(among)).collect())
    };
    let base = |question: QuestionIx| {
        let mut base = case.sample.known_base(question).clone();
        base.and(&case.sample.population);
        base
    };
    for (question, total) in known.codebook.positions().zip(&mut known.totals) {
        let there = total.as_ref().map(|total| (total.answered, total.counts.clone()));
        if there.is_some_and(|there| there != count(question, &base(question))) {
            *total = None;
        }
    }
    // Figures that were public before tell of a question, too, where together they tell all of it.
    for (question, asked) in case.sample.codebook.iter() {
        let places = &case.sample.places[question.position()];
        let known_options: BTreeSet<usize> = (case.texts.figures.iter())
            .filter(|figure| figure.count.is_some())
            .filter_map(|figure| figure.about.filter(|about| about.0 == question))
            .map(|(_, option)| places[option])
            .collect();
        if known.totals[question.position()].is_none() && known_options.len() == asked.options.len()
        {
            let (answered, counts) = count(question, &base(question));
            known.totals[question.position()] =
                Some(Tally { asked: answered, answered, counts, ..Tally::default() });
        }
    }
    let totals = known.totals.clone();
    known.crossed.retain(|table| {
        totals[table.question.position()].is_some()
            && totals[table.by.position()].is_some()
            && table.parts.iter().enumerate().all(|(group, part)| {
                let mut among = base(table.by);
                among.and(&case.sample.options[table.by.position()][group]);
                among.and(&base(table.question));
                count(table.question, &among) == (part.answered, part.counts.clone())
            })
    });
    known
}

/// A question with more answers than can be moved.
fn too_many_answers(case: &Case<'_>) -> Option<String> {
    let mut known = case.known.published().map(|(ix, _)| case.known.codebook.question(ix));
    let question = known.find(|question| question.options.len() > MOST_OPTIONS)?;
    let id = &question.id;
    Some(format!("“{id}” has more than {MOST_OPTIONS} answers, too many to prove anything of"))
}

/// Checks every survey that proves something, and that it proves it.
fn confirm(case: &Case<'_>, search: &Search<'_>, before: &[Before], proof: &mut Proved) {
    let mut shown: BTreeMap<usize, Vec<(usize, u32)>> = BTreeMap::new();
    for (place, target) in search.targets.iter().enumerate() {
        for (count, survey) in target.least.into_iter().chain(target.most) {
            shown.entry(survey).or_default().push((place, count));
        }
    }
    for (survey, counts) in &shown {
        let respondents = search.kept[*survey].respondents(search.frame.respondents);
        let sample = case.sample;
        let fits = check::fits(&respondents, &sample.codebook, &sample.ticks, case.known, before);
        if let Err(why) = fits {
            proof.refused.push(format!("a witness does not fit the release: {why}"));
        }
        for &(place, count) in counts {
            let target = &search.targets[place];
            let pair = [target.one, target.other];
            if check::count_pair(&respondents, pair, target.without, target.group) != count {
                proof.refused.push("a witness has another count than it was found with".to_owned());
            }
        }
    }
    proof.numbers.surveys = shown.len();
}

/// Tables to take away: those that most open counts hang on, until half of these may move more freely.
fn choose(case: &Case<'_>, open: &[Target]) -> Vec<(TableName, String)> {
    let mut left: Vec<(&Target, BTreeSet<TableName>)> =
        open.iter().map(|target| (target, hangs_on(case, target))).collect();
    left.retain(|(_, tables)| !tables.is_empty());
    let enough = left.len() / 2;
    let mut chosen = Vec::new();
    while left.len() > enough {
        let mut uses: BTreeMap<TableName, usize> = BTreeMap::new();
        for table in left.iter().flat_map(|(_, tables)| tables) {
            *uses.entry(*table).or_default() += 1;
        }
        let Some((&table, _)) = uses.iter().max_by_key(|(_, uses)| **uses) else { break };
        if let Some((target, _)) = left.iter().find(|(_, tables)| tables.contains(&table)) {
            chosen.push((table, words(case, target)));
        }
        left.retain(|(_, tables)| !tables.contains(&table));
    }
    chosen
}

/// The tables without which a count might move: those of either question by a grouping, of the same
/// grouping first; without any, the totals of the last question that is asked after either, or of
/// either.
fn hangs_on(case: &Case<'_>, target: &Target) -> BTreeSet<TableName> {
    let of = |table: &&survey::Crossed| {
        [target.one.0, target.other.0]
            .iter()
            .any(|&q| table.question.position() == q || table.by.position() == q)
    };
    let name = |table: &survey::Crossed| TableName { question: table.question, by: Some(table.by) };
    let crossed: Vec<TableName> = case.tables.crossed.iter().filter(of).map(name).collect();
    let same: BTreeSet<TableName> = (crossed.iter().copied())
        .filter(|table| target.group.map(|(by, _)| by) == table.by.map(QuestionIx::position))
        .collect();
    if !same.is_empty() {
        return same;
    }
    if !crossed.is_empty() {
        return crossed.into_iter().collect();
    }
    let follows = |question: QuestionIx| {
        let mut at = question;
        while let Some(routing) = &case.sample.codebook.question(at).asked_if {
            at = routing.question;
            if at.position() == target.one.0 || at.position() == target.other.0 {
                return true;
            }
        }
        false
    };
    let published = || case.tables.published().map(|(question, _)| question);
    let last = published().filter(|&question| follows(question)).last();
    let own = published()
        .filter(|q| q.position() == target.one.0 || q.position() == target.other.0)
        .last();
    last.or(own).map(|question| TableName { question, by: None }).into_iter().collect()
}

/// A count in words, for the holder alone.
fn words(case: &Case<'_>, target: &Target) -> String {
    let codebook = &case.sample.codebook;
    let answer = |(question, option): (usize, usize)| {
        let question = &codebook.questions()[question];
        format!("{}={}", question.id, question.options[option].id)
    };
    let not = |without: bool| if without { "not " } else { "" };
    let group = target.group.map(|group| format!(", in {}", answer(group))).unwrap_or_default();
    format!(
        "how many gave {}{} and {}{}{group}, can be told to within {} from the tables, and must be \
         uncertain by {}",
        not(target.without[0]),
        answer(target.one),
        not(target.without[1]),
        answer(target.other),
        target.range(),
        target.need,
    )
}
