//! What is known of each question in total: by this release, by earlier ones, or by figures that were
//! public before.

use survey::{Bitmap, PublishedFigure, QuestionIx};

use super::prior;
use crate::rule::Case;

/// The counts of one question, as far as a reader has them.
#[derive(Clone, Debug, Default)]
pub(super) struct KnownCounts {
    pub(super) base: Option<u32>,
    pub(super) counts: Vec<Option<u32>>,
}

/// By question.
pub(super) fn of_questions(case: &Case<'_>) -> Vec<KnownCounts> {
    let of = |(question, total): (QuestionIx, &Option<survey::Tally>)| match total {
        Some(total) => KnownCounts {
            base: Some(total.answered),
            counts: total.counts.iter().copied().map(Some).collect(),
        },
        None => before(case, question),
    };
    case.known.codebook.positions().zip(&case.known.totals).map(of).collect()
}

/// An answer that is merged into another now, and had a figure that was public before.
pub(super) struct Part<'a> {
    pub(super) question: QuestionIx,
    /// Which figure tells it, in words.
    pub(super) name: String,
    pub(super) rows: &'a Bitmap,
}

/// All of them, from the published figures.
pub(super) fn parts<'a>(case: &Case<'a>) -> Vec<Part<'a>> {
    let part = |figure: &PublishedFigure| {
        let (question, option) = figure.about?;
        prior::count(case, figure)?;
        let places = &case.sample.places[question.position()];
        let is_merged = places.iter().filter(|place| **place == places[option]).count() > 1;
        let rows = case.sample.parts[question.position()].get(option).filter(|_| is_merged)?;
        let question_id = &case.known.codebook.question(question).id;
        let name = format!("{question_id} as figure {} has it", figure.id);
        Some(Part { question, name, rows })
    };
    case.texts.figures.iter().filter_map(part).collect()
}

/// What figures tell that were public before. Where their bases differ, the first is taken: whether
/// figures agree is for the rule on prior publication to say.
fn before(case: &Case<'_>, question: QuestionIx) -> KnownCounts {
    let places = &case.sample.places[question.position()];
    let options = case.known.codebook.question(question).options.len();
    let mut known = KnownCounts { base: None, counts: vec![None; options] };
    for figure in case.texts.figures {
        let Some((about, option)) = figure.about.filter(|(about, _)| *about == question) else {
            continue;
        };
        let base = figure.base.unwrap_or_else(|| case.sample.known_base(about).count());
        if *known.base.get_or_insert(base) != base {
            continue;
        }
        // A figure of an answer that is merged now is no count of what took its place.
        let place = places[option];
        if places.iter().filter(|other| **other == place).count() == 1 {
            known.counts[place] = prior::count(case, figure);
        }
    }
    known
}
