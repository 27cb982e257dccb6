//! What follows from unions, against respondents counted one by one.

use super::*;
use crate::test_codebook::positions;

/// Counts of five respondents' ticks, whatever they are.
struct Ticked(Vec<Vec<usize>>);

impl Ticked {
    fn any(&self, options: &[usize]) -> u32 {
        let any = self.0.iter().filter(|ticks| ticks.iter().any(|tick| options.contains(tick)));
        u32::try_from(any.count()).unwrap()
    }

    fn unions(&self, options: usize, ticks: &Ticks, routed: &[&[usize]]) -> Vec<Known> {
        let counts: Vec<_> = (0..options).map(|option| Some(self.any(&[option]))).collect();
        let asked: Vec<Asked> = routed
            .iter()
            .zip(positions(15))
            .map(|(any_of, question)| Asked {
                of: Of::Asked(question),
                any_of: any_of.iter().copied().collect(),
                base: self.any(any_of),
            })
            .collect();
        unions(ticks, u32::try_from(self.0.len()).ok(), &counts, &asked)
    }
}

fn all(known: &[Known]) -> Vec<u32> {
    let mut counts: Vec<u32> = derive(known).unwrap().iter().map(Derived::count).collect();
    counts.sort_unstable();
    counts
}

#[test]
fn two_options_and_none_of_them_tell_all_of_a_table() {
    // Both twice, one alone three times, the other once, neither four times.
    let ticks = Ticks { exclusive: vec![2], at_least_one: true };
    let rows = [(2, vec![0, 1]), (3, vec![0]), (1, vec![1]), (4, vec![2])];
    let rows = rows.iter().flat_map(|(many, ticks)| std::iter::repeat_n(ticks.clone(), *many));
    let known = Ticked(rows.collect()).unions(3, &ticks, &[]);
    assert_eq!(all(&known), [1, 2, 3]);
    let sizes: Vec<u32> = known.iter().map(|known| known.size).collect();
    assert_eq!(sizes, [5, 3, 6]);
}

/// Every survey of four respondents with three options: what is derived is a count of respondents, or
/// of their ticks beyond the first, as the same sets give it.
#[test]
fn what_follows_is_what_is() {
    let routings: [&[&[usize]]; 4] = [&[], &[&[0, 1]], &[&[0, 1], &[1, 2]], &[&[0, 1, 2], &[0]]];
    for code in 0..8_usize.pow(4) {
        let rows: Vec<Vec<usize>> = (0..4)
            .map(|row| code / 8_usize.pow(row) % 8)
            .map(|ticks| (0..3).filter(|option| ticks >> option & 1 == 1).collect())
            .collect();
        let at_least_one = rows.iter().all(|ticks| !ticks.is_empty());
        let ticks = Ticks { exclusive: Vec::new(), at_least_one };
        for routed in routings {
            check(&rows, &Ticked(rows.clone()).unions(3, &ticks, routed));
        }
    }
}

fn check(rows: &[Vec<usize>], known: &[Known]) {
    let meets = |row: &Vec<usize>, place: usize| {
        let options = &known[place].options;
        row.iter().any(|tick| options.contains(tick))
            || (row.is_empty() && options.contains(&NOTHING))
    };
    let count = |keep: &dyn Fn(&Vec<usize>) -> usize| {
        u32::try_from(rows.iter().map(keep).sum::<usize>()).unwrap()
    };
    for derived in derive(known).unwrap() {
        let expected = match &derived {
            Derived::Beyond { wider, narrower, .. } => {
                count(&|row| usize::from(meets(row, *wider) && !meets(row, *narrower)))
            }
            Derived::Together { parts, .. } => count(&|row| {
                let met = parts.iter().filter(|part| meets(row, **part)).count();
                met.saturating_sub(1)
            }),
            Derived::Shared { both, less, .. } => count(&|row| {
                let is_both = both.iter().all(|place| meets(row, *place));
                usize::from(is_both && !less.is_some_and(|less| meets(row, less)))
            }),
        };
        assert_eq!(derived.count(), expected, "{derived:?} of {rows:?}");
    }
}

#[test]
fn too_many_ways_are_not_looked_at() {
    let pairs: Vec<Vec<usize>> = (0..15).map(|pair| vec![2 * pair, 2 * pair + 1]).collect();
    let routed: Vec<&[usize]> = pairs.iter().map(Vec::as_slice).collect();
    let ticks = Ticks { exclusive: Vec::new(), at_least_one: true };
    let ticked = Ticked((0..30).map(|option| vec![option]).collect());
    assert_eq!(derive(&ticked.unions(30, &ticks, &routed)), None);
    assert!(derive(&ticked.unions(30, &ticks, &routed[..10])).is_some());
}

/// How many ticked just these, by pattern: bit by option.
type Patterns = [u32; 8];

fn any(patterns: &Patterns, options: usize) -> u32 {
    (0..8).filter(|pattern| pattern & options != 0).map(|pattern| patterns[pattern]).sum()
}

/// All ways to tick three options that give the same counts and bases.
fn others(told: &Patterns, at_least_one: bool, routed: &[usize]) -> Vec<Patterns> {
    let (base, [a, b, c]) = (told.iter().sum::<u32>(), [1, 2, 4].map(|option| any(told, option)));
    let mut found = Vec::new();
    for all in 0..=a.min(b).min(c) {
        for ab in 0..=a.min(b) - all {
            for ac in 0..=(a - all - ab).min(c - all) {
                for bc in 0..=(b - all - ab).min(c - all - ac) {
                    let alone = [a - all - ab - ac, b - all - ab - bc, c - all - ac - bc];
                    let ticked = alone.iter().sum::<u32>() + ab + ac + bc + all;
                    let Some(nothing) = base.checked_sub(ticked) else { continue };
                    let other = [nothing, alone[0], alone[1], ab, alone[2], ac, bc, all];
                    let fits =
                        routed.iter().all(|&any_of| any(&other, any_of) == any(told, any_of));
                    if fits && (nothing == 0 || !at_least_one) {
                        found.push(other);
                    }
                }
            }
        }
    }
    found
}

/// Drawn surveys of three options and up to two questions after some of them, against all surveys
/// that give the same numbers. Where every derived number is 0 or large, no small count of two options
/// is the same in all of them.
#[test]
fn what_is_not_derived_is_not_known() {
    const THRESHOLD: u32 = 3;
    let routings: [&[usize]; 6] =
        [&[], &[0b011], &[0b110], &[0b011, 0b110], &[0b111], &[0b101, 0b011]];
    let (mut state, mut passed, mut small) = (7_u64, 0, 0);
    for case in 0..6_000 {
        let mut draw = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            u32::try_from((state >> 33) % below).unwrap()
        };
        let patterns: Patterns = [0, 1, 2, 3, 4, 5, 6, 7].map(|pattern: u32| match pattern {
            0 if case % 2 == 0 => 0,
            0 | 1 | 2 | 4 => draw(8),
            _ => draw(4),
        });
        let routed = routings[case % routings.len()];
        let base: u32 = patterns.iter().sum();
        let counts = [1, 2, 4].map(|option| any(&patterns, option));
        if counts.iter().any(|&count| count < THRESHOLD || base - count < THRESHOLD) {
            continue;
        }
        let ticks = Ticks { exclusive: Vec::new(), at_least_one: patterns[0] == 0 };
        let asked = routed.iter().zip(positions(15)).map(|(&any_of, question)| Asked {
            of: Of::Asked(question),
            any_of: (0..3).filter(|option| any_of >> option & 1 == 1).collect(),
            base: any(&patterns, any_of),
        });
        let known = unions(&ticks, Some(base), &counts.map(Some), &asked.collect::<Vec<Asked>>());
        let derived = derive(&known).unwrap();
        if derived.iter().any(|derived| (1..THRESHOLD).contains(&derived.count())) {
            small += 1;
            continue;
        }
        passed += 1;
        let others = others(&patterns, ticks.at_least_one, routed);
        assert!(others.contains(&patterns));
        for pair in [0b011, 0b101, 0b110] {
            for wanted in (0..8).map(|wanted| wanted & pair) {
                let count = |patterns: &Patterns| -> u32 {
                    (0..8).filter(|p| p & pair == wanted).map(|p| patterns[p]).sum()
                };
                let is_known = others.iter().all(|other| count(other) == count(&patterns));
                assert!(
                    !is_known || !(1..THRESHOLD).contains(&count(&patterns)),
                    "{patterns:?} after {routed:?}: {wanted:b} of {pair:b}"
                );
            }
        }
    }
    assert!(passed > 300 && small > 300, "{passed} passed, {small} did not");
}
