//! The interval of one share.

use super::{Interval, Share};

/// The 97.5th percentile of the standard normal distribution: 95% lie within ± this.
const Z: f64 = 1.959_963_984_540_054;

/// The 95% score interval of a share, 0 to 1, for answers that are a random sample of a population
/// without end.
///
/// Wilson (1927), "Probable inference, the law of succession, and statistical inference", *Journal
/// of the American Statistical Association* 22(158).
pub fn wilson(share: Share) -> Interval {
    score_interval(share, 1.0)
}

/// The 95% score interval for the share among all `invited`, 0 to 1, when those who answered are a
/// random sample of them. It is narrower: the more have answered, the less is left to be unsure of.
/// `None` where fewer were invited than answered.
///
/// O'Neill (2021), "Mathematical properties and finite-population correction for the Wilson score
/// interval", arXiv 2109.12464: the same limits, with z² times (N − n)/(N − 1).
pub fn wilson_of_invited(share: Share, invited: u32) -> Option<Interval> {
    let silent = invited.checked_sub(share.base())?;
    // Of one invited who answered, 0/0: nobody is left.
    let correction = if silent == 0 { 0.0 } else { f64::from(silent) / f64::from(invited - 1) };
    Some(score_interval(share, correction))
}

fn score_interval(share: Share, correction: f64) -> Interval {
    let p = share.proportion();
    let psi = Z * Z / (2.0 * f64::from(share.base())) * correction;
    let middle = p + psi;
    let half = (2.0 * psi * p * (1.0 - p) + psi * psi).sqrt();
    let scale = 1.0 + 2.0 * psi;
    // None and all have their own limit exactly; rounding must not push it past.
    Interval {
        low: if share.count() == 0 { 0.0 } else { ((middle - half) / scale).max(0.0).min(p) },
        high: if share.others() == 0 { 1.0 } else { ((middle + half) / scale).max(p).min(1.0) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Count, base, the interval, the interval of 149 invited. From two independent programs.
    const REFERENCE: [(u32, u32, [f64; 2], [f64; 2]); 8] = [
        (51, 57, [0.788_772, 0.950_855], [0.815_312, 0.942_417]),
        (49, 51, [0.867_837, 0.989_179], [0.891_259, 0.986_529]),
        (44, 51, [0.742_783, 0.931_889], [0.768_555, 0.922_470]),
        (27, 51, [0.395_233, 0.659_470], [0.419_214, 0.636_815]),
        (19, 51, [0.253_205, 0.509_748], [0.273_050, 0.484_157]),
        (10, 51, [0.110_153, 0.324_581], [0.122_784, 0.298_249]),
        (2, 51, [0.010_821, 0.132_163], [0.013_471, 0.108_741]),
        (0, 12, [0.0, 0.242_494], [0.0, 0.228_591]),
    ];

    #[test]
    fn the_limits_are_those_of_other_programs() {
        for (count, base, alone, of_149) in REFERENCE {
            let share = Share::new(count, base).unwrap();
            for (interval, [low, high]) in
                [(wilson(share), alone), (wilson_of_invited(share, 149).unwrap(), of_149)]
            {
                // The reference has six decimals.
                assert!((interval.low - low).abs() < 1e-6, "{count}/{base}: {interval:?}");
                assert!((interval.high - high).abs() < 1e-6, "{count}/{base}: {interval:?}");
            }
        }
    }

    #[test]
    fn when_all_have_answered_nothing_is_unsure() {
        for (count, base) in [(19, 51), (0, 51), (51, 51), (1, 1), (0, 1)] {
            let share = Share::new(count, base).unwrap();
            let p = share.proportion();
            let interval = wilson_of_invited(share, base).unwrap();
            assert_eq!(interval, Interval { low: p, high: p }, "{count}/{base}");
        }
        assert_eq!(wilson_of_invited(Share::new(19, 51).unwrap(), 50), None);
    }

    #[test]
    fn limits_are_said_in_whole_percent() {
        assert_eq!(wilson(Share::new(19, 51).unwrap()).percents(), (25, 51));
        assert_eq!(Interval { low: -0.506_92, high: -0.025_559 }.percents(), (-51, -3));
        assert_eq!(Interval { low: 0.005, high: 1.0 }.percents(), (1, 100));
    }
}
