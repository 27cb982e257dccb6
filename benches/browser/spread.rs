//! Several measurements of one thing.

use std::fmt;

/// Milliseconds, sorted; at least one.
#[derive(Debug, Clone)]
pub(crate) struct Spread(Vec<f64>);

impl Spread {
    pub(crate) fn new(samples: impl IntoIterator<Item = f64>) -> Self {
        let mut samples: Vec<f64> = samples.into_iter().collect();
        assert!(!samples.is_empty(), "nothing was measured");
        samples.sort_by(f64::total_cmp);
        Self(samples)
    }

    /// The middle one; of two in the middle, the slower.
    pub(crate) fn median(&self) -> f64 {
        self.0[self.0.len() / 2]
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for value in [self.0[0], self.median(), self.0[self.0.len() - 1]] {
            let digits = if value < 0.1 { 4 } else { 2 };
            write!(formatter, "{value:>12.digits$}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn the_least_the_middle_and_the_most_are_told() {
        let spread = Spread::new([3.0, 0.01, 20.0]);
        assert_eq!(
            spread.to_string().split_whitespace().collect::<Vec<_>>(),
            ["0.0100", "3.00", "20.00"]
        );
    }
}
