//! The reconstruction of teams: no better from all tables than from totals alone.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use reconstruct::{Columns, Published, Row, Tables, Tries, draw_columns, from_tables, overlaps};

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
fn from_totals(attack: &Attack) -> Tries {
    reconstruct::from_totals(&attack.totals, TRIES).unwrap()
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
    for tries in from_tables(&attack.all, &totals).unwrap() {
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
    for tries in from_tables(&attack.all, &totals).unwrap() {
        for many in [12, 10, 8].repeat(10) {
            let columns = draw_columns(attack.truth[0].len(), many, &mut chance);
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
    let columns = draw_columns(attack.truth[0].len(), 8, &mut ChaCha8Rng::seed_from_u64(3));
    let mut leaky = attack.all.clone();
    leaky.tabulate_threes(&attack.truth, &columns);
    for tries in from_tables(&leaky, &totals[..4]).unwrap() {
        let found = overlaps(&tries, &attack.truth, &columns);
        let by_chance = overlaps(&totals, &attack.truth, &columns);
        assert!(!found.no_better_than(&by_chance));
        assert!(found.mean() >= 38.0, "{:.1} of 58", found.mean());
    }
}
