//! Respondents who fit a release.

use std::collections::BTreeMap;

use rand::Rng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::cliques::Clique;
use crate::model::{Counts, Wanted, components};
use crate::published::{Impossible, Published, Row};

/// Which of all respondents that fit are looked for. Each is an objective drawn at random.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim<'a> {
    /// Those for which a sum of random weights is least: an extreme of what fits.
    Extreme,
    /// Those nearest to these rows, which need not fit: rows that chance made of totals alone, say.
    Near(&'a [Row]),
}

/// Looks for respondents who fit all that is published. The seed decides which are found: by the
/// weights of the objective and, where the tables leave open who has which values together, by lot.
///
/// # Errors
/// When nobody's answers fit, or the search is too large.
pub fn reconstruct(published: &Published, aim: Aim<'_>, seed: u64) -> Result<Vec<Row>, Impossible> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut rows = vec![vec![0; published.columns().len()]; published.respondents() as usize];
    for component in components(published, &[])? {
        let cliques: Vec<&Clique> = component.cliques().collect();
        let solved = component.solve(published, Wanted::Good, |place, pattern| match aim {
            Aim::Extreme => (chance.random(), 0),
            Aim::Near(rows) => {
                let alike =
                    |row: &&Row| cliques[place].columns.iter().all(|&c| row[c] == pattern[c]);
                let wanted = rows.iter().filter(alike).count();
                (1.0 + chance.random::<f64>() / 8.0, u32::try_from(wanted).unwrap_or(u32::MAX))
            }
        })?;
        for (clique, counts) in cliques.into_iter().zip(solved) {
            give_out(clique, &counts, &mut rows, &mut chance)?;
        }
    }
    Ok(rows)
}

/// Gives each row a pattern that agrees with what the row has already.
fn give_out(
    clique: &Clique,
    counts: &Counts,
    rows: &mut [Row],
    chance: &mut ChaCha8Rng,
) -> Result<(), Impossible> {
    let key = |row: &Row| -> Vec<u8> { clique.shared.iter().map(|&column| row[column]).collect() };
    let mut stock: BTreeMap<Vec<u8>, Vec<&Row>> = BTreeMap::new();
    for (pattern, count) in counts {
        let copies = std::iter::repeat_n(pattern, *count as usize);
        stock.entry(key(pattern)).or_default().extend(copies);
    }
    for patterns in stock.values_mut() {
        patterns.shuffle(chance);
    }
    for row in rows {
        // Cliques agree on what they share, so there is one left for each row.
        let pattern = stock.get_mut(&key(row)).and_then(Vec::pop);
        let pattern = pattern.ok_or(Impossible::Contradiction)?;
        for &column in &clique.columns {
            row[column] = pattern[column];
        }
    }
    Ok(())
}
