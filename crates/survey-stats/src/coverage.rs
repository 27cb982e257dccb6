//! How often the interval of a share holds the share of all invited, when those who answered are a
//! random sample of them: the survey's own case, 57 of 149.

use super::hypergeometric::hypergeometric;
use super::random::Random;
use super::{Interval, Share, wilson, wilson_of_invited};

const INVITED: u32 = 149;
const ANSWERED: u32 = 57;

/// For each number of invited who have it, 0 to all: the probability that the interval holds their
/// share. Exact: the sum over all samples.
fn exact(interval: impl Fn(Share) -> Interval) -> Vec<f64> {
    let holds = |marked: u32| {
        let truth = f64::from(marked) / f64::from(INVITED);
        let samples = hypergeometric(marked, ANSWERED, INVITED - ANSWERED);
        let holding = samples.iter().filter(|&(count, _)| {
            let Interval { low, high } = interval(Share::new(count, ANSWERED).unwrap());
            low <= truth && truth <= high
        });
        holding.map(|(_, probability)| probability).sum()
    };
    (0..=INVITED).map(holds).collect()
}

fn of_invited(share: Share) -> Interval {
    wilson_of_invited(share, INVITED).unwrap()
}

fn mean_and_least(coverage: &[f64]) -> (f64, f64) {
    let mean = coverage.iter().sum::<f64>() / f64::from(INVITED + 1);
    (mean, coverage.iter().copied().fold(1.0, f64::min))
}

/// The figures that docs/statistics.md gives.
#[test]
fn the_interval_of_the_invited_holds_95_times_in_100() {
    let coverage = exact(of_invited);
    let (mean, least) = mean_and_least(&coverage);
    assert!((mean - 0.9539).abs() < 5e-5, "{mean}");
    assert!((least - 0.9173).abs() < 5e-5, "{least}");
    let below: Vec<usize> = (0..coverage.len()).filter(|&marked| coverage[marked] < 0.93).collect();
    assert_eq!(below, [6, 143], "the rest is 93% or more");
}

#[test]
fn without_the_correction_it_is_wider_than_it_need_be() {
    let (mean, least) = mean_and_least(&exact(wilson));
    assert!((mean - 0.9884).abs() < 5e-5, "{mean}");
    assert!((least - 0.9800).abs() < 5e-5, "{least}");
}

#[test]
fn drawing_samples_finds_the_same_coverage() {
    const SAMPLES: u32 = 10_000;
    let coverage = exact(of_invited);
    let mut random = Random(149);
    for marked in [6_u32, 15, 50, 75, 133] {
        let truth = f64::from(marked) / f64::from(INVITED);
        let mut invited: Vec<bool> = (0..INVITED).map(|one| one < marked).collect();
        let mut holding = 0_u32;
        for _ in 0..SAMPLES {
            random.shuffle(&mut invited);
            let count = (0..ANSWERED).zip(&invited).map(|(_, has)| u32::from(*has)).sum();
            let Interval { low, high } = of_invited(Share::new(count, ANSWERED).unwrap());
            holding += u32::from(low <= truth && truth <= high);
        }
        let found = f64::from(holding) / f64::from(SAMPLES);
        let expected = coverage[usize::try_from(marked).unwrap()];
        // Four standard errors of what so many samples find.
        let margin = 4.0 * (expected * (1.0 - expected) / f64::from(SAMPLES)).sqrt();
        assert!((found - expected).abs() <= margin, "{marked}: {found} drawn, {expected} summed");
    }
}
