//! The interval of a difference between two shares.

use super::{Interval, Pairs, Share, wilson};

/// The 95% interval of `first` less `second`, two shares of different respondents; −1 to 1.
///
/// Newcombe (1998), "Interval estimation for the difference between independent proportions",
/// *Statistics in Medicine* 17(8), method 10. It needs independent groups: of two selections that
/// share respondents it would be wrong, and of two activities of the same respondents there is
/// [`paired_difference`].
pub fn difference(first: Share, second: Share) -> Interval {
    hybrid(first, second, 0.0)
}

/// The 95% interval of the first share less the second, both of the same respondents; −1 to 1.
/// `None` of an empty table.
///
/// Newcombe (1998), "Improved confidence intervals for the difference between binomial proportions
/// based on paired data", *Statistics in Medicine* 17(22), method 10.
pub fn paired_difference(pairs: Pairs) -> Option<Interval> {
    Some(hybrid(pairs.first()?, pairs.second()?, correlation(pairs)))
}

/// From the intervals of both shares, and how the two go together.
fn hybrid(first: Share, second: Share, phi: f64) -> Interval {
    let (p1, p2) = (first.proportion(), second.proportion());
    let (one, two) = (wilson(first), wilson(second));
    let reach = |a: f64, b: f64| (a * a - 2.0 * phi * a * b + b * b).max(0.0).sqrt();
    Interval {
        low: (p1 - p2 - reach(p1 - one.low, two.high - p2)).max(-1.0),
        high: (p1 - p2 + reach(one.high - p1, p2 - two.low)).min(1.0),
    }
}

/// Newcombe's φ, −1 to 1: with a correction for continuity where the two go together, and 0 where
/// everybody or nobody has one of them.
fn correlation(pairs: Pairs) -> f64 {
    let [both, first_only, second_only, neither] =
        [pairs.both, pairs.first_only, pairs.second_only, pairs.neither].map(f64::from);
    let margins = (both + first_only)
        * (second_only + neither)
        * (both + second_only)
        * (first_only + neither);
    if margins == 0.0 {
        return 0.0;
    }
    let together = both * neither - first_only * second_only;
    let continuity = (both + first_only + second_only + neither) / 2.0;
    let corrected = if together > 0.0 { (together - continuity).max(0.0) } else { together };
    corrected / margins.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(interval: Interval, low: f64, high: f64) {
        let close = |a: f64, b: f64| (a - b).abs() < 1e-6;
        assert!(close(interval.low, low) && close(interval.high, high), "{interval:?}");
    }

    #[test]
    fn independent_differences_are_the_published_ones() {
        let cases = [
            ((56, 70), (48, 80), (0.052_431, 0.333_873)),
            ((9, 10), (3, 10), (0.170_523, 0.809_018)),
            ((12, 19), (6, 32), (0.167_777, 0.646_627)),
            ((10, 10), (0, 10), (0.607_509, 1.0)),
        ];
        for ((x1, n1), (x2, n2), (low, high)) in cases {
            near(difference(Share::new(x1, n1).unwrap(), Share::new(x2, n2).unwrap()), low, high);
        }
    }

    #[test]
    fn paired_differences_are_the_published_ones() {
        let cases =
            [([36, 12, 2, 0], (0.056_930, 0.340_428)), ([1, 1, 7, 12], (-0.506_920, -0.025_559))];
        for ([both, first_only, second_only, neither], (low, high)) in cases {
            let pairs = Pairs { both, first_only, second_only, neither };
            near(paired_difference(pairs).unwrap(), low, high);
        }
        let nobody = Pairs { both: 0, first_only: 0, second_only: 0, neither: 0 };
        assert_eq!(paired_difference(nobody), None);
    }
}
