//! What a published figure tells of counts: one, or all those that its percentage may be.

use survey::{PublishedFigure, QuestionIx};

use crate::rule::Case;

/// A figure as what it tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'a> {
    pub figure: &'a PublishedFigure,
    /// The question, the answer before mergers, and where that answer is now.
    pub about: Option<(QuestionIx, usize, usize)>,
    /// The least that the count can be.
    pub low: u32,
    /// The most.
    pub high: u32,
    /// What it is of, where that is known.
    pub base: Option<u32>,
    /// The percentage, where no count is given.
    pub percent: Option<u32>,
}

/// What one figure of the package's table gives.
pub(super) enum FigureContent<'a> {
    /// Nothing but words, which another rule looks at.
    Words,
    /// A count, or some counts of which one is right.
    Counts(Known<'a>),
    /// A percentage that no whole number of respondents is.
    NoCount(u32, u32),
}

impl<'a> Known<'a> {
    /// What the figure at a position of the table tells.
    pub(super) fn of(case: &Case<'a>, figure: &'a PublishedFigure) -> FigureContent<'a> {
        let about = figure.about.map(|(question, answer)| {
            (question, answer, case.sample.places[question.position()][answer])
        });
        let of_question =
            about.map(|(question, ..)| case.sample.bases[question.position()].count());
        let base = figure.base.or(of_question);
        let known = |low, high, base, percent| {
            FigureContent::Counts(Self { figure, about, low, high, base, percent })
        };
        let percent = figure.percent;
        match (figure.count, percent) {
            (Some(count), _) => known(count, count, base, None),
            (None, None) => FigureContent::Words,
            (None, Some(percent)) => {
                let base = base.unwrap_or(case.sample.respondents());
                match counts_of(percent, base) {
                    Some((low, high)) => known(low, high, Some(base), Some(percent)),
                    None => FigureContent::NoCount(percent, base),
                }
            }
        }
    }

    /// The figure in words.
    pub(super) fn words(&self) -> String {
        let of = self.base.map_or(String::new(), |base| format!(" of {base}"));
        match self.percent {
            None => format!("{}{of}", self.low),
            Some(percent) if self.low == self.high => {
                format!("{percent}%{of}, which is {}", self.low)
            }
            Some(percent) => format!("{percent}%{of}, which is from {} to {}", self.low, self.high),
        }
    }

    /// Whether a number could be the count.
    pub(super) fn may_be(&self, count: u32) -> bool {
        (self.low..=self.high).contains(&count)
    }

    /// The count it could be that is nearest to a number.
    pub(super) fn nearest(&self, count: u32) -> u32 {
        count.clamp(self.low, self.high)
    }
}

/// The least and the most that is a percentage of a base, halves rounded up or down.
fn counts_of(percent: u32, base: u32) -> Option<(u32, u32)> {
    let (percent, base) = (u64::from(percent), u64::from(base));
    let low = (2 * percent).saturating_sub(1) * base;
    let high = (2 * percent + 1) * base / 200;
    let (low, high) = (low.div_ceil(200), high.min(base));
    let low = if percent == 0 { 0 } else { low };
    (low <= high && base > 0).then_some((u32::try_from(low).ok()?, u32::try_from(high).ok()?))
}

#[cfg(test)]
mod tests {
    use super::counts_of;

    #[test]
    fn a_percentage_is_all_counts_that_round_to_it() {
        for base in 1..300_u32 {
            for percent in 0..=100 {
                let right = |count: &u32| (2 * 100 * count).abs_diff(2 * percent * base) <= base;
                let counts: Vec<u32> = (0..=base).filter(right).collect();
                let ends = counts.first().copied().zip(counts.last().copied());
                assert_eq!(counts_of(percent, base), ends, "{percent}% of {base}");
            }
        }
        assert_eq!(counts_of(101, 60), None);
    }
}
