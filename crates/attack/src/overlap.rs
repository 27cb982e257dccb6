//! How many of the rows found are those of real respondents.

use std::collections::HashMap;

use crate::published::Row;

/// How many true rows each try found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlaps(pub Vec<u32>);

impl Overlaps {
    /// The average; 0 of no tries.
    pub fn mean(&self) -> f64 {
        self.0.iter().map(|&found| f64::from(found)).sum::<f64>() / self.tries().max(1.0)
    }

    /// The standard deviation of a sample; 0 of fewer than two tries.
    pub fn deviation(&self) -> f64 {
        let mean = self.mean();
        let squares: f64 = self.0.iter().map(|&found| (f64::from(found) - mean).powi(2)).sum();
        (squares / (self.tries() - 1.0).max(1.0)).sqrt()
    }

    /// Whether tables find no more than totals alone do: no more on average than theirs and one
    /// standard deviation.
    pub fn no_better_than(&self, totals: &Self) -> bool {
        self.mean() <= totals.mean() + totals.deviation()
    }

    fn tries(&self) -> f64 {
        u32::try_from(self.0.len()).map_or(f64::INFINITY, f64::from)
    }
}

/// How many rows two sets have in common, each row as often as both have it.
pub fn overlap(found: &[Row], truth: &[Row]) -> u32 {
    let mut left: HashMap<&Row, u32> = HashMap::new();
    for row in truth {
        *left.entry(row).or_default() += 1;
    }
    let mut common = 0;
    for row in found {
        if let Some(left) = left.get_mut(row).filter(|left| **left > 0) {
            *left -= 1;
            common += 1;
        }
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_common_as_often_as_both_have_them() {
        let rows = |values: &[u8]| values.iter().map(|&value| vec![value]).collect::<Vec<_>>();
        assert_eq!(overlap(&rows(&[1, 1, 1, 2]), &rows(&[1, 1, 2, 2])), 3);
        assert_eq!(overlap(&rows(&[3]), &rows(&[1, 2])), 0);
    }

    #[test]
    fn the_mean_and_one_deviation_of_totals_is_the_limit() {
        let totals = Overlaps(vec![2, 4, 4, 4, 5, 5, 7, 9]);
        assert!((totals.mean() - 5.0).abs() < 1e-12);
        assert!((totals.deviation() - (32.0_f64 / 7.0).sqrt()).abs() < 1e-12);
        assert!(Overlaps(vec![7, 7]).no_better_than(&totals));
        assert!(!Overlaps(vec![8, 7]).no_better_than(&totals));
    }
}
