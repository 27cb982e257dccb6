use super::*;
use crate::random::Random;

fn share(count: u32, base: u32) -> Share {
    Share::new(count, base).unwrap()
}

#[test]
fn the_sum_is_what_shuffling_finds() {
    const SHUFFLES: u32 = 20_000;
    // The first selection, the second, those in both.
    let cases = [
        (share(12, 19), share(6, 32), None),
        (share(14, 20), share(13, 31), None),
        (share(9, 20), share(9, 31), None),
        (share(12, 30), share(20, 30), Some(share(6, 12))),
        (share(19, 51), share(9, 14), Some(share(9, 14))),
    ];
    let mut random = Random(2022);
    for (first, second, shared) in cases {
        let chance = chance_of_gap(first, second, shared).unwrap().probability();
        let (both, both_yes) = shared.map_or((0, 0), |both| (both.base(), both.count()));
        let all = first.base() + second.base() - both;
        let yes = first.count() + second.count() - both_yes;
        let gap =
            |x1: u32, x2: u32| (i64::from(x1 * second.base()) - i64::from(x2 * first.base())).abs();
        let seen = gap(first.count(), second.count());
        let mut answers: Vec<bool> = (0..all).map(|respondent| respondent < yes).collect();
        let as_large = (0..SHUFFLES)
            .filter(|_| {
                random.shuffle(&mut answers);
                let count = |range: std::ops::Range<u32>| {
                    let range =
                        usize::try_from(range.start).unwrap()..usize::try_from(range.end).unwrap();
                    u32::try_from(answers[range].iter().filter(|yes| **yes).count()).unwrap()
                };
                gap(count(0..first.base()), count(first.base() - both..all)) >= seen
            })
            .count();
        let found = f64::from(u32::try_from(as_large).unwrap()) / f64::from(SHUFFLES);
        // Four standard errors of what so many shuffles find.
        let margin = 4.0 * (chance * (1.0 - chance) / f64::from(SHUFFLES)).sqrt();
        assert!((found - chance).abs() <= margin, "{found} shuffled, {chance} summed");
    }
}

#[test]
fn a_part_against_the_whole_is_the_part_against_the_rest() {
    let whole = chance_of_gap(share(19, 51), share(9, 14), Some(share(9, 14))).unwrap();
    let rest = chance_of_gap(share(10, 37), share(9, 14), None).unwrap();
    assert!((whole.probability() - rest.probability()).abs() < 1e-12);
}

#[test]
fn no_gap_is_always_chance() {
    let same = share(7, 20);
    assert_eq!(chance_of_gap(same, same, Some(same)).unwrap().shuffles(), Shuffles::NearlyAll);
    assert_eq!(chance_of_gap(same, same, None).unwrap().shuffles(), Shuffles::NearlyAll);
    assert_eq!(
        chance_of_gap(share(0, 5), share(0, 9), None).unwrap().shuffles(),
        Shuffles::NearlyAll
    );
}

#[test]
fn an_overlap_that_cannot_be_is_refused() {
    for shared in [share(8, 8), share(0, 20), share(3, 22)] {
        assert_eq!(chance_of_gap(share(7, 20), share(9, 21), Some(shared)), None, "{shared:?}");
    }
}

#[test]
fn chances_are_said_in_round_numbers() {
    let cases = [
        (1.0, Shuffles::NearlyAll),
        (0.95, Shuffles::NearlyAll),
        (0.949, Shuffles::OfTen(9)),
        (0.64, Shuffles::OfTen(6)),
        (0.36, Shuffles::OfTen(4)),
        (0.35, Shuffles::OneOf(3)),
        (0.166, Shuffles::OneOf(6)),
        (0.05, Shuffles::OneOf(20)),
        (0.000_1, Shuffles::OneOf(10_000)),
        (0.000_09, Shuffles::FewerThanOneOf(10_000)),
        (0.0, Shuffles::FewerThanOneOf(10_000)),
    ];
    for (probability, expected) in cases {
        assert_eq!(Chance::of_probability(probability).shuffles(), expected, "{probability}");
    }
    assert!(!Chance::of_probability(0.05).is_unlikely());
    assert!(Chance::of_probability(0.049).is_unlikely());
}
