//! The same search many times over, and what it is held against: totals alone below, tables of three
//! above.

use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use crate::model::{Component, components};
use crate::overlap::{Overlaps, overlap};
use crate::published::{Impossible, Published, Row};
use crate::rows::{Aim, reconstruct};

/// Respondents who fit, once for each try.
pub type Tries = Vec<Vec<Row>>;

/// What chance and the totals alone give. It is the control below: tables protect if they give no
/// more.
///
/// # Errors
/// When nobody's answers fit, or the search is too large.
pub fn from_totals(totals: &Published, tries: u64) -> Result<Tries, Impossible> {
    (0..tries).map(|seed| reconstruct(totals, Aim::Extreme, seed)).collect()
}

/// What tables give by each of two aims: an extreme of what fits, and what lies nearest to each of
/// the tries from totals.
///
/// # Errors
/// When nobody's answers fit, or the search is too large.
pub fn from_tables(tables: &Published, totals: &[Vec<Row>]) -> Result<[Tries; 2], Impossible> {
    let seeds = || (0..).zip(totals);
    let extreme = seeds().map(|(seed, _)| reconstruct(tables, Aim::Extreme, seed));
    let near = seeds().map(|(seed, rows)| reconstruct(tables, Aim::Near(rows), seed));
    Ok([extreme.collect::<Result<_, _>>()?, near.collect::<Result<_, _>>()?])
}

/// How many true respondents each try finds, as far as some columns tell.
pub fn overlaps(tries: &[Vec<Row>], truth: &[Row], columns: &[usize]) -> Overlaps {
    let truth = select_columns(truth, columns);
    Overlaps(tries.iter().map(|rows| overlap(&select_columns(rows, columns), &truth)).collect())
}

/// Some columns of rows.
pub fn select_columns(rows: &[Row], columns: &[usize]) -> Vec<Row> {
    rows.iter().map(|row| columns.iter().map(|&column| row[column]).collect()).collect()
}

/// So many of all columns by lot.
pub fn draw_columns(all: usize, many: usize, chance: &mut ChaCha8Rng) -> Vec<usize> {
    let mut columns: Vec<usize> = (0..all).collect();
    columns.shuffle(chance);
    columns.truncate(many);
    columns
}

impl Published {
    /// Publishes the table of every three of some columns. Such tables give nearly everybody away: a
    /// search that finds few in them would find nobody in any.
    pub fn tabulate_threes(&mut self, rows: &[Row], columns: &[usize]) {
        for (place, &a) in columns.iter().enumerate() {
            for (after, &b) in columns.iter().enumerate().skip(place + 1) {
                for &c in &columns[after + 1..] {
                    self.tabulate(rows, &[a, b, c]);
                }
            }
        }
    }

    /// How large a search is: how many numbers have to be found together. `asked` are columns that are
    /// looked at together, if any.
    ///
    /// # Errors
    /// How many columns hang together where they are too many.
    pub fn size(&self, asked: &[usize]) -> Result<usize, Impossible> {
        Ok(components(self, asked)?.iter().map(Component::size).max().unwrap_or_default())
    }
}
