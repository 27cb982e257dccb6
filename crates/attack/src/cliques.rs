//! Which columns have to be searched together.
//!
//! Two columns of one table depend on each other. Columns are put into cliques such that each table
//! lies within one, and what cliques share lies within one that stands before (a junction tree:
//! Lauritzen 1996, Graphical Models, chapter 2). Counts of the cliques that agree on what they share
//! are then always counts of some respondents, so rows need not be searched one by one.

use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Columns that are searched together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clique {
    /// All of its columns, ascending.
    pub(crate) columns: Vec<usize>,
    /// Those that cliques before it have, ascending.
    pub(crate) shared: Vec<usize>,
    /// A clique before it that has all of `shared`; none where it shares nothing.
    pub(crate) parent: Option<usize>,
}

/// Cliques for tables of these columns, in an order in which each shares columns with one before it.
pub(crate) fn cliques<'a>(
    columns: usize,
    tables: impl Iterator<Item = &'a [usize]>,
) -> Vec<Clique> {
    let mut neighbours = vec![BTreeSet::new(); columns];
    for table in tables {
        join(&mut neighbours, table);
    }
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut left: BTreeSet<usize> = (0..columns).collect();
    while let Some(next) = left.iter().copied().min_by_key(|&column| missing(&neighbours, column)) {
        let mut clique: Vec<usize> = neighbours[next].iter().copied().chain([next]).collect();
        clique.sort_unstable();
        join(&mut neighbours, &clique);
        for &neighbour in &clique {
            neighbours[neighbour].remove(&next);
        }
        left.remove(&next);
        if !found.iter().any(|before| within(&clique, before)) {
            found.push(clique);
        }
    }
    in_order(found)
}

/// Always next what shares most with a clique before it: a spanning tree of the greatest weight is a
/// junction tree.
fn in_order(mut found: Vec<Vec<usize>>) -> Vec<Clique> {
    let mut placed: Vec<Clique> = Vec::new();
    let shared = |clique: &Vec<usize>, before: &Clique| -> Vec<usize> {
        clique.iter().copied().filter(|column| before.columns.contains(column)).collect()
    };
    let most_shared = |clique: &Vec<usize>, placed: &[Clique]| {
        let all = placed.iter().enumerate().map(|(place, before)| (shared(clique, before), place));
        all.max_by_key(|(shared, place)| (shared.len(), Reverse(*place))).unwrap_or_default()
    };
    while !found.is_empty() {
        let weight = |(_, clique): &(usize, &Vec<usize>)| most_shared(clique, &placed).0.len();
        let next = found.iter().enumerate().max_by_key(weight).map_or(0, |(next, _)| next);
        let columns = found.swap_remove(next);
        let (shared, parent) = most_shared(&columns, &placed);
        let parent = (!shared.is_empty()).then_some(parent);
        placed.push(Clique { columns, shared, parent });
    }
    placed
}

/// How many pairs of a column's neighbours are not neighbours: the fewer, the smaller the cliques.
fn missing(neighbours: &[BTreeSet<usize>], column: usize) -> usize {
    let around = &neighbours[column];
    around
        .iter()
        .map(|a| around.iter().filter(|b| *b > a && !neighbours[*a].contains(b)).count())
        .sum()
}

fn join(neighbours: &mut [BTreeSet<usize>], columns: &[usize]) {
    for &a in columns {
        neighbours[a].extend(columns.iter().filter(|&&b| b != a));
    }
}

fn within(small: &[usize], large: &[usize]) -> bool {
    small.iter().all(|column| large.contains(column))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_table_lies_in_a_clique_and_what_is_shared_in_one_before(
            tables in prop::collection::vec(prop::collection::vec(0_usize..9, 1..4), 0..14),
        ) {
            let cliques = cliques(9, tables.iter().map(Vec::as_slice));
            for table in &tables {
                prop_assert!(cliques.iter().any(|clique| within(table, &clique.columns)));
            }
            for (place, clique) in cliques.iter().enumerate() {
                let before = &cliques[..place];
                let is_shared = |c: &usize| before.iter().any(|other| other.columns.contains(c));
                let shared: Vec<usize> = clique.columns.iter().copied().filter(is_shared).collect();
                prop_assert_eq!(&clique.shared, &shared);
                prop_assert_eq!(clique.parent.is_none(), shared.is_empty());
                let parent = clique.parent.map(|parent| &before[parent]);
                prop_assert!(parent.is_none_or(|parent| within(&shared, &parent.columns)));
            }
            prop_assert!((0..9).all(|c| cliques.iter().any(|clique| clique.columns.contains(&c))));
        }
    }
}
