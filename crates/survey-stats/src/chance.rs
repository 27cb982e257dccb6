//! How often chance alone would bring a gap this large.
//!
//! A permutation test on the gap between two shares says something a reader can picture: shuffle who
//! is in which group, and look how often the gap is as large. Of yes and no the whole distribution of
//! the shuffles is known (hypergeometric), so it is summed, and no shuffle is drawn: exact at any size, the same on every machine, and without
//! a random generator for readers to load. The tests draw shuffles and find the same.

use super::{Share, hypergeometric::hypergeometric};

/// How often random shuffles bring a gap at least as large as the one seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance(f64);

/// A chance as a reader pictures it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shuffles {
    /// In every one, or all but a few: "in nearly all random shuffles".
    NearlyAll,
    /// "In about 7 of 10": more often than one in three.
    OfTen(u32),
    /// "In about 1 of 6".
    OneOf(u32),
    /// "In fewer than 1 of 10,000".
    FewerThanOneOf(u32),
}

impl Chance {
    /// A gap that shuffles bring less often than this is "unlikely to be chance alone". The custom
    /// of 1 in 20, and no more than a custom.
    pub const UNLIKELY: f64 = 0.05;

    /// The rarest that is put as a number.
    const RAREST: u32 = 10_000;

    /// A chance of this probability, 0 to 1: one that [`benjamini_hochberg`](super::benjamini_hochberg)
    /// has raised.
    #[allow(
        clippy::manual_clamp,
        reason = "`clamp` would bring the printing of floats into the page, for its panic"
    )]
    pub fn of_probability(probability: f64) -> Self {
        Self(probability.max(0.0).min(1.0))
    }

    /// The probability, 0 to 1: the p-value of the permutation test.
    pub fn probability(self) -> f64 {
        self.0
    }

    /// Whether the gap is "unlikely to be chance alone"; otherwise it "could easily be chance".
    pub fn is_unlikely(self) -> bool {
        self.0 < Self::UNLIKELY
    }

    /// In how many shuffles of how many.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the probability is 0 to 1, and rare ones are taken out before"
    )]
    pub fn shuffles(self) -> Shuffles {
        let p = self.0;
        if p >= 0.95 {
            Shuffles::NearlyAll
        } else if p > 0.35 {
            Shuffles::OfTen((10.0 * p + 0.5) as u32)
        } else if p * f64::from(Self::RAREST) < 1.0 {
            Shuffles::FewerThanOneOf(Self::RAREST)
        } else {
            Shuffles::OneOf((1.0 / p + 0.5) as u32)
        }
    }
}

/// The gap between two selections: how often it is as large or larger, either way, when who is in
/// the first, in the second or in both is shuffled among all of them and their answers stay.
///
/// `shared` is the share among respondents who are in both selections, `None` where nobody is. One
/// selection may lie within the other. `None` where `shared` can't be a part of both.
///
/// The permutation test of Fisher and Pitman (1937) on the difference of the shares, exact.
pub fn chance_of_gap(first: Share, second: Share, shared: Option<Share>) -> Option<Chance> {
    let (both, both_yes) = shared.map_or((0, 0), |shared| (shared.base(), shared.count()));
    let rest = |whole: Share| {
        let yes = whole.count().checked_sub(both_yes)?;
        let no = whole.others().checked_sub(both - both_yes)?;
        Some((yes + no, yes))
    };
    let ((first_only, first_yes), (second_only, second_yes)) = (rest(first)?, rest(second)?);
    let yes = both_yes + first_yes + second_yes;
    let [n1, n2] = [first.base(), second.base()].map(f64::from);
    // Both sides of a comparison of fractions, multiplied out: whole numbers, so ties are exact.
    let gap = |in_first: u32, in_second: u32| {
        (f64::from(in_first) * n2 - f64::from(in_second) * n1).abs()
    };
    let seen = gap(first.count(), second.count());
    let mut probability = 0.0;
    for (in_both, of_both) in hypergeometric(yes, both, first_only + second_only).iter() {
        let left = yes - in_both;
        for (in_first, of_first) in hypergeometric(left, first_only, second_only).iter() {
            if gap(in_both + in_first, in_both + left - in_first) >= seen {
                probability += of_both * of_first;
            }
        }
    }
    Some(Chance::of_probability(probability))
}

#[cfg(test)]
mod tests;
