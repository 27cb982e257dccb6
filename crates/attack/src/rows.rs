//! Respondents who fit a release.

use std::collections::BTreeMap;

use rand::Rng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::model::components;
use crate::published::{Impossible, Published, Row};

/// Looks for respondents who fit all that is published. Every set of respondents that fits can be
/// found; the seed decides which one is, by an objective drawn at random and, where the tables leave
/// open who has which values together, by lot.
///
/// # Errors
/// When nobody's answers fit, or the search is too large.
pub fn reconstruct(published: &Published, seed: u64) -> Result<Vec<Row>, Impossible> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut rows = vec![vec![0; published.columns().len()]; published.respondents() as usize];
    for component in components(published, &[])? {
        let solved = component.solve(published, |_, _| chance.random::<f64>())?;
        for (clique, counts) in component.cliques().zip(solved) {
            let key = |row: &Row| -> Vec<u8> { clique.shared.iter().map(|&c| row[c]).collect() };
            let mut stock: BTreeMap<Vec<u8>, Vec<&Row>> = BTreeMap::new();
            for (pattern, count) in &counts {
                let copies = std::iter::repeat_n(pattern, *count as usize);
                stock.entry(key(pattern)).or_default().extend(copies);
            }
            for patterns in stock.values_mut() {
                patterns.shuffle(&mut chance);
            }
            for row in &mut rows {
                let pattern = stock.get_mut(&key(row)).and_then(Vec::pop);
                // Cliques agree on what they share, so there is one left for each row.
                let pattern = pattern.ok_or(Impossible::Contradiction)?;
                for &column in &clique.columns {
                    row[column] = pattern[column];
                }
            }
        }
    }
    Ok(rows)
}
