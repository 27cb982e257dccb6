//! The reconstruction of teams: no better from all tables than from totals alone.

use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use reconstruct::{Aim, Columns, Overlaps, Published, Row, Tables, overlap, reconstruct};

use crate::packed::cube;
use crate::truth::teams;

/// How often each attack is tried; the rule demands 20.
const TRIES: u64 = 40;

struct Attack {
    truth: Vec<Row>,
    all: Published,
    totals: Published,
}

fn prepared() -> Attack {
    let cube = cube();
    let columns = Columns::of(&cube);
    let truth = teams(cube.codebook()).iter().map(|team| columns.row(team)).collect();
    let all = columns.published(&cube, Tables::All);
    let totals = columns.published(&cube, Tables::Totals);
    Attack { truth, all, totals }
}

/// Chance and the totals alone.
fn from_totals(attack: &Attack) -> Vec<Vec<Row>> {
    (0..TRIES).map(|seed| reconstruct(&attack.totals, Aim::Extreme, seed).unwrap()).collect()
}

/// Each try by both aims.
fn from(published: &Published, totals: &[Vec<Row>]) -> [Vec<Vec<Row>>; 2] {
    let seeds = || (0..TRIES).zip(totals);
    [
        seeds().map(|(seed, _)| reconstruct(published, Aim::Extreme, seed).unwrap()).collect(),
        seeds()
            .map(|(seed, rows)| reconstruct(published, Aim::Near(rows), seed).unwrap())
            .collect(),
    ]
}

fn overlaps(tries: &[Vec<Row>], truth: &[Row], columns: &[usize]) -> Overlaps {
    let of = |rows: &[Row]| -> Vec<Row> {
        rows.iter().map(|row| columns.iter().map(|&column| row[column]).collect()).collect()
    };
    Overlaps(tries.iter().map(|rows| overlap(&of(rows), &of(truth))).collect())
}

/// So many columns by lot.
fn some_columns(attack: &Attack, many: usize, chance: &mut ChaCha8Rng) -> Vec<usize> {
    let mut columns: Vec<usize> = (0..attack.truth[0].len()).collect();
    columns.shuffle(chance);
    columns.truncate(many);
    columns
}

#[test]
fn the_true_teams_fit_what_is_read_from_the_file() {
    let attack = prepared();
    assert!(attack.all.counts().len() > attack.totals.counts().len());
    for (cell, count) in attack.all.counts() {
        let fits = |row: &&Row| cell.iter().all(|&(column, value)| row[column] == value);
        assert_eq!(attack.truth.iter().filter(fits).count(), *count as usize, "{cell:?}");
    }
}

#[test]
fn a_reconstruction_finds_no_more_whole_rows_than_chance_does_from_totals() {
    let attack = prepared();
    let totals = from_totals(&attack);
    let whole: Vec<usize> = (0..attack.truth[0].len()).collect();
    for tries in from(&attack.all, &totals) {
        let found = overlaps(&tries, &attack.truth, &whole);
        let by_chance = overlaps(&totals, &attack.truth, &whole);
        assert!(found.no_better_than(&by_chance), "{found:?} where totals find {by_chance:?}");
    }
}

/// Whole rows are so long that chance finds none of them, and to compare nothing with nothing shows
/// little. So parts of rows are compared too, where chance finds some. On few columns the tables
/// themselves tell what goes together; that much is meant to be published.
#[test]
fn a_reconstruction_finds_no_more_of_parts_of_rows_either() {
    let attack = prepared();
    let totals = from_totals(&attack);
    let mut chance = ChaCha8Rng::seed_from_u64(58);
    let mut compared = 0;
    for tries in from(&attack.all, &totals) {
        for many in [12, 10, 8].repeat(10) {
            let columns = some_columns(&attack, many, &mut chance);
            let found = overlaps(&tries, &attack.truth, &columns);
            let by_chance = overlaps(&totals, &attack.truth, &columns);
            if by_chance.mean() < 1.0 {
                continue;
            }
            assert!(
                found.no_better_than(&by_chance),
                "{columns:?}: {:.2} where totals find {:.2} ± {:.2}",
                found.mean(),
                by_chance.mean(),
                by_chance.deviation()
            );
            compared += 1;
        }
    }
    assert!(compared >= 30, "only {compared} parts of rows");
}

/// The same measure sees a release that gives teams away: all tables of three of eight columns.
#[test]
fn the_same_attack_reads_tables_of_three() {
    let attack = prepared();
    let totals = from_totals(&attack);
    let columns = some_columns(&attack, 8, &mut ChaCha8Rng::seed_from_u64(3));
    let mut leaky = attack.all.clone();
    for (place, &a) in columns.iter().enumerate() {
        for (after, &b) in columns.iter().enumerate().skip(place + 1) {
            for &c in &columns[after + 1..] {
                leaky.tabulate(&attack.truth, &[a, b, c]);
            }
        }
    }
    for tries in from(&leaky, &totals[..4]) {
        let found = overlaps(&tries, &attack.truth, &columns);
        let by_chance = overlaps(&totals, &attack.truth, &columns);
        assert!(!found.no_better_than(&by_chance));
        assert!(found.mean() >= 38.0, "{:.1} of 58", found.mean());
    }
}
