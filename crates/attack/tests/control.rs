//! The attack is no straw man: tables that give respondents away, it reads.
//!
//! Simulated surveys of 58 respondents and 8 to 10 yes-or-no questions, whose answers hang together
//! by a latent score.

#![allow(
    clippy::unwrap_used,
    reason = "in a test a panic is the report, also outside of `#[test]`"
)]

use rand::Rng;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use reconstruct::{Aim, Impossible, Overlaps, Published, Row, bounds, overlap, reconstruct};

fn simulated(questions: usize, seed: u64) -> Vec<Row> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let shares: Vec<f64> = (0..questions).map(|_| chance.random_range(0.3..0.7)).collect();
    (0..58)
        .map(|_| {
            let score: f64 = chance.random();
            let yes = |share: &f64| u8::from(0.3 * score + 0.7 * chance.random::<f64>() < *share);
            shares.iter().map(yes).collect()
        })
        .collect()
}

/// All tables of so many questions each.
fn tables_of(rows: &[Row], size: usize) -> Published {
    let questions = rows[0].len();
    let mut published = Published::new(58, vec![2; questions]);
    for set in 0_u32..1 << questions {
        if set.count_ones() as usize == size {
            let columns: Vec<usize> = (0..questions).filter(|c| set >> c & 1 == 1).collect();
            published.tabulate(rows, &columns);
        }
    }
    published
}

fn attack(published: &Published, truth: &[Row], tries: u64) -> Overlaps {
    let found = |seed| reconstruct(published, Aim::Extreme, seed).unwrap();
    Overlaps((0..tries).map(|seed| overlap(&found(seed), truth)).collect())
}

#[test]
fn three_way_tables_give_nearly_everybody_away_and_totals_do_not() {
    for questions in [8, 9, 10] {
        for seed in 0..3 {
            let rows = simulated(questions, seed);
            let three = attack(&tables_of(&rows, 3), &rows, 4);
            let one = attack(&tables_of(&rows, 1), &rows, 20);
            assert!(three.0.iter().all(|&found| found >= 38), "{three:?}");
            assert!((3.0..25.0).contains(&one.mean()), "{}", one.mean());
            assert!(!three.no_better_than(&one));
        }
    }
}

#[test]
fn rows_found_fit_everything_published_and_other_seeds_find_others() {
    for seed in 0..8 {
        let rows = simulated(9, seed);
        let mut published = Published::new(58, vec![2; 9]);
        for columns in [vec![0, 1, 2], vec![2, 3], vec![3, 4, 0], vec![5], vec![6, 7], vec![8, 1]] {
            published.tabulate(&rows, &columns);
        }
        let others = simulated(9, seed + 50);
        for aim in [Aim::Extreme, Aim::Near(&others)] {
            let found = reconstruct(&published, aim, seed).unwrap();
            assert_eq!(found.len(), 58);
            for (cell, count) in published.counts() {
                let fits = |row: &&Row| cell.iter().all(|&(column, value)| row[column] == value);
                assert_eq!(found.iter().filter(fits).count(), *count as usize, "{cell:?}");
            }
            assert_eq!(found, reconstruct(&published, aim, seed).unwrap());
            assert_ne!(found, reconstruct(&published, aim, seed + 100).unwrap());
        }
    }
}

#[test]
fn rows_that_fit_are_the_nearest_to_themselves() {
    let rows = simulated(6, 1);
    let published = tables_of(&rows, 2);
    let found = reconstruct(&published, Aim::Near(&rows), 0).unwrap();
    assert_eq!(overlap(&found, &rows), 58);
}

#[test]
fn counts_that_nobody_could_give_are_a_contradiction() {
    let mut published = Published::new(10, vec![2, 2]);
    published.publish(vec![(0, 1)], 4);
    published.publish(vec![(0, 1), (1, 1)], 5);
    assert_eq!(reconstruct(&published, Aim::Extreme, 0), Err(Impossible::Contradiction));
    assert_eq!(bounds(&published, &[(1, 1)]), Err(Impossible::Contradiction));
}

/// From totals alone the bounds are Fréchet's.
#[test]
fn bounds_from_totals_are_those_that_theory_has() {
    for (a, b) in [(0, 58), (3, 57), (30, 31), (40, 40), (58, 12), (20, 20)] {
        let mut published = Published::new(58, vec![2, 2]);
        published.publish(vec![(0, 1)], a);
        published.publish(vec![(1, 1)], b);
        let both = bounds(&published, &[(0, 1), (1, 1)]).unwrap();
        assert_eq!(both, ((a + b).saturating_sub(58), a.min(b)), "{a} {b}");
    }
}

/// Two tables of a shared grouping tell more of a pair of questions than the totals do: within each
/// group Fréchet's bounds hold, and they add up.
#[test]
fn bounds_from_linked_tables_are_those_within_groups() {
    let rows = simulated(3, 5);
    let mut published = Published::new(58, vec![2; 3]);
    published.tabulate(&rows, &[0, 1]);
    published.tabulate(&rows, &[0, 2]);
    let count = |fits: &dyn Fn(&Row) -> bool| {
        u32::try_from(rows.iter().filter(|row| fits(row)).count()).unwrap()
    };
    let (mut least, mut most) = (0, 0);
    for group in 0..2 {
        let size = count(&|row| row[0] == group);
        let (a, b) =
            (count(&|r| r[0] == group && r[1] == 1), count(&|r| r[0] == group && r[2] == 1));
        least += (a + b).saturating_sub(size);
        most += a.min(b);
    }
    assert_eq!(bounds(&published, &[(1, 1), (2, 1)]), Ok((least, most)));
    // A table of all three tells the count itself.
    published.tabulate(&rows, &[0, 1, 2]);
    let exact = count(&|row| row[1] == 1 && row[2] == 1);
    assert_eq!(bounds(&published, &[(1, 1), (2, 1)]), Ok((exact, exact)));
}
