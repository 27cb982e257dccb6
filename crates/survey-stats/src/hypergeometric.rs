//! Drawing without putting back.

/// Probabilities below this are taken as none: thirteen digits less than what is ever said.
const NEGLIGIBLE: f64 = 1e-20;

/// The probabilities of neighbouring counts; any count outside has none.
pub(crate) struct Distribution {
    lowest: u32,
    probabilities: Vec<f64>,
}

impl Distribution {
    /// From the most probable count outwards, by the ratio of each probability to the one before,
    /// `rise(k)` = P(k + 1)/P(k), which must fall as k rises. No factorials, so nothing overflows,
    /// and no logarithms, which every reader would have to load.
    pub(crate) fn around(mode: u32, (least, most): (u32, u32), rise: &dyn Fn(f64) -> f64) -> Self {
        let mut below = Vec::new();
        let mut weight = 1.0;
        for k in (least..mode).rev() {
            weight /= rise(f64::from(k));
            if weight < NEGLIGIBLE {
                break;
            }
            below.push(weight);
        }
        below.reverse();
        let mut probabilities = below;
        let lowest = mode - u32::try_from(probabilities.len()).unwrap_or(mode);
        probabilities.push(1.0);
        let mut weight = 1.0;
        for k in mode..most {
            weight *= rise(f64::from(k));
            if weight < NEGLIGIBLE {
                break;
            }
            probabilities.push(weight);
        }
        let all: f64 = probabilities.iter().sum();
        for probability in &mut probabilities {
            *probability /= all;
        }
        Self { lowest, probabilities }
    }

    #[cfg(test)]
    pub(crate) fn of(&self, count: u32) -> f64 {
        let place = count.checked_sub(self.lowest).and_then(|place| usize::try_from(place).ok());
        place.and_then(|place| self.probabilities.get(place)).copied().unwrap_or_default()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, f64)> + '_ {
        (self.lowest..).zip(self.probabilities.iter().copied())
    }
}

/// How many of `marked` fall into `first`, when they are dealt at random over `first` and `second`
/// places; no more marked than places.
pub(crate) fn hypergeometric(marked: u32, first: u32, second: u32) -> Distribution {
    let least = marked.saturating_sub(second);
    let most = marked.min(first);
    let [k_all, n1, n2] = [marked, first, second].map(f64::from);
    let mode = ((k_all + 1.0) * (n1 + 1.0) / (n1 + n2 + 2.0)).floor();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is no larger than `first`"
    )]
    let mode = (mode as u32).clamp(least, most);
    Distribution::around(mode, (least, most), &|k| {
        (k_all - k) * (n1 - k) / ((k + 1.0) * (n2 - k_all + k + 1.0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_deals_are_those_counted_by_hand() {
        // Two of four marked, two places in each: C(2,k)·C(2,2−k)/C(4,2).
        let deal = hypergeometric(2, 2, 2);
        for (k, expected) in [(0, 1.0 / 6.0), (1, 4.0 / 6.0), (2, 1.0 / 6.0), (3, 0.0)] {
            assert!((deal.of(k) - expected).abs() < 1e-15, "{k}");
        }
        assert!((hypergeometric(0, 3, 4).of(0) - 1.0).abs() < 1e-15);
        assert!((hypergeometric(7, 3, 4).of(3) - 1.0).abs() < 1e-15);
        assert!((hypergeometric(2, 0, 4).of(0) - 1.0).abs() < 1e-15);
    }

    #[test]
    fn large_deals_keep_their_mean_and_spread() {
        let (marked, first, second) = (300_000_u32, 400_000_u32, 600_000_u32);
        let deal = hypergeometric(marked, first, second);
        let mean: f64 = deal.iter().map(|(k, p)| f64::from(k) * p).sum();
        let spread: f64 = deal.iter().map(|(k, p)| (f64::from(k) - mean).powi(2) * p).sum();
        assert!((mean - 120_000.0).abs() < 1e-3, "{mean}");
        // n·p·q·(N − n)/(N − 1)
        assert!((spread - 400_000.0 * 0.3 * 0.7 * 600_000.0 / 999_999.0).abs() < 1e-2, "{spread}");
    }
}
