//! How far the holder's own answers single respondents out: the reason why no record is packed, and
//! for the holder alone to know.

use serde::Serialize;
use survey::{Bitmap, QuestionIx};

use crate::sample::Sample;

/// How many respondents few answers single out. An answer is one option that was given, after
/// mergers; that somebody did *not* give an answer is not counted as known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Risk {
    /// How many respondents there are.
    pub respondents: usize,
    /// How many have a set of answers to all questions that nobody else has.
    pub unique_in_all: usize,
    /// For sets of one, two and three answers.
    pub sets: Vec<UniqueSets>,
    /// The fewest respondents who gave the same answers to all groupings together; k of
    /// k-anonymity, where the groupings are what somebody knows. `None` without groupings.
    pub smallest_class: Option<u32>,
}

/// Minimal unique sets of one size: answers that only one respondent gave together, with none to
/// spare (Elliot, Manning and Ford, 2002).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct UniqueSets {
    /// How many answers a set has.
    pub answers: usize,
    /// How many sets of this many answers single somebody out.
    pub sets: u64,
    /// How many respondents have at least one of them, of this size or a smaller one.
    pub respondents: u32,
}

/// Measures everybody on record, counted in the release or not.
pub fn measure(sample: &Sample) -> Risk {
    let items: Vec<(usize, &Bitmap)> = sample
        .options
        .iter()
        .enumerate()
        .flat_map(|(question, options)| options.iter().map(move |option| (question, option)))
        .filter(|(_, option)| option.count() > 0)
        .collect();
    let mut found = [0_u64; 3];
    let mut singled = [(); 3].map(|()| Bitmap::new(sample.rows()));
    let mut note = |answers: usize, set: &Bitmap| {
        found[answers - 1] += 1;
        singled[answers - 1].or(set);
    };
    for (first, (_, a)) in items.iter().enumerate() {
        if a.count() == 1 {
            note(1, a);
            continue;
        }
        for (second, (_, b)) in items[..first].iter().enumerate() {
            let pair = both(a, b);
            if b.count() == 1 || pair.count() == 0 {
                continue;
            }
            if pair.count() == 1 {
                note(2, &pair);
                continue;
            }
            for (_, c) in &items[..second] {
                let minimal = c.count() > 1 && a.count_and(c) > 1 && b.count_and(c) > 1;
                if minimal && pair.count_and(c) == 1 {
                    note(3, &both(&pair, c));
                }
            }
        }
    }
    let mut so_far = Bitmap::new(sample.rows());
    let sets = (0..3).map(|place| {
        so_far.or(&singled[place]);
        UniqueSets { answers: place + 1, sets: found[place], respondents: so_far.count() }
    });
    Risk {
        respondents: sample.rows(),
        sets: sets.collect(),
        unique_in_all: classes(sample, &all(sample)).filter(|size| *size == 1).count(),
        smallest_class: smallest_class(sample),
    }
}

fn both(a: &Bitmap, b: &Bitmap) -> Bitmap {
    let mut both = a.clone();
    both.and(b);
    both
}

fn all(sample: &Sample) -> Vec<QuestionIx> {
    sample.codebook.iter().map(|(ix, _)| ix).collect()
}

fn smallest_class(sample: &Sample) -> Option<u32> {
    let groupings = sample.codebook.iter().filter(|(_, question)| question.grouping);
    let groupings: Vec<QuestionIx> = groupings.map(|(ix, _)| ix).collect();
    let smallest = classes(sample, &groupings).min()?;
    (!groupings.is_empty()).then_some(smallest)
}

/// The sizes of the classes of respondents who gave the same answers to some questions; no answer
/// counts as one.
fn classes(sample: &Sample, questions: &[QuestionIx]) -> impl Iterator<Item = u32> + use<> {
    let mut classes: std::collections::HashMap<Vec<bool>, u32> = std::collections::HashMap::new();
    for row in 0..sample.rows() {
        let options = questions.iter().flat_map(|ix| &sample.options[ix.position()]);
        let answers: Vec<bool> = options.map(|option| option.get(row)).collect();
        *classes.entry(answers).or_default() += 1;
    }
    classes.into_values()
}
