//! Whether a gap between two selections could be chance, in words.

use survey::{Comparison, Kind, Question, QuestionIx, Survey, Tally};
use survey_stats::{Chance, Share, Shuffles, benjamini_hochberg, chance_of_gap};

use crate::words::chance as words;

/// One gap's check.
#[derive(Clone, Copy)]
pub(super) struct Checked {
    chance: Chance,
    /// As one of all the comparisons on the page.
    unlikely: bool,
}

/// The checks of all gaps on the page, which are read together and so judged together.
pub(super) struct Family {
    checks: Vec<(QuestionIx, usize, Checked)>,
    /// How many gaps were checked.
    pub(super) size: usize,
}

impl Family {
    /// Checks every answer but those by which a side is selected, as `by_design` tells: there the
    /// sides differ anyway.
    pub(super) fn new(
        survey: &Survey,
        compared: &Comparison,
        by_design: &dyn Fn(QuestionIx, usize) -> bool,
    ) -> Self {
        let mut gaps = Vec::new();
        for (ix, question) in survey.codebook().iter() {
            let sides = [&compared.first, &compared.second, &compared.both];
            let [Ok(first), Ok(second), Ok(both)] = sides.map(|side| &side.tallies[ix.position()])
            else {
                continue;
            };
            let options = 0..question.options.len() - usize::from(is_mirrored(question));
            for option in options.filter(|option| !by_design(ix, *option)) {
                let share = |tally: &Tally| Share::new(tally.counts[option], tally.answered);
                let gap = share(first).zip(share(second));
                let chance = gap.and_then(|(one, two)| chance_of_gap(one, two, share(both)));
                gaps.extend(chance.map(|chance| (ix, option, chance)));
            }
        }
        let probabilities: Vec<f64> = gaps.iter().map(|gap| gap.2.probability()).collect();
        let raised = benjamini_hochberg(&probabilities);
        let mut checks: Vec<_> = gaps
            .iter()
            .zip(raised)
            .map(|(&(ix, option, chance), raised)| {
                let unlikely = Chance::of_probability(raised).is_unlikely();
                (ix, option, Checked { chance, unlikely })
            })
            .collect();
        let size = checks.len();
        for (ix, question) in survey.codebook().iter() {
            if is_mirrored(question) {
                let first = checks.iter().find(|check| (check.0, check.1) == (ix, 0));
                checks.extend(first.map(|&(ix, _, checked)| (ix, 1, checked)));
            }
        }
        Self { checks, size }
    }

    /// The check of one answer's gap.
    pub(super) fn of(&self, question: QuestionIx, option: usize) -> Option<Checked> {
        let found = self.checks.iter().find(|check| (check.0, check.1) == (question, option));
        found.map(|check| check.2)
    }

    /// "A gap this size appears in about 1 of 400 random shuffles; even among 34 comparisons it is
    /// unlikely to be chance alone."
    pub(super) fn sentence(&self, checked: Checked) -> String {
        words::sentence(&shuffles(checked.chance), checked.unlikely, self.size)
    }
}

/// Whether the second of two answers has the gap of the first.
fn is_mirrored(question: &Question) -> bool {
    match question.kind {
        Kind::Single | Kind::Ordered => question.options.len() == 2,
        Kind::Multiple => false,
    }
}

impl Checked {
    /// "about 1 of 400 shuffles: unlikely to be chance alone", for a table.
    pub(super) fn cell(self) -> String {
        words::cell(&shuffles(self.chance), self.unlikely)
    }
}

fn shuffles(chance: Chance) -> String {
    match chance.shuffles() {
        Shuffles::NearlyAll => words::NEARLY_ALL.to_owned(),
        Shuffles::OfTen(some) => words::of_ten(some),
        Shuffles::OneOf(many) => words::one_of(round(many)),
        Shuffles::FewerThanOneOf(many) => words::fewer_than_one_of(many),
    }
}

/// Two digits of a number that is "about".
fn round(number: u32) -> u32 {
    let mut unit = 1;
    while number / unit >= 100 {
        unit *= 10;
    }
    (number + unit / 2) / unit * unit
}
