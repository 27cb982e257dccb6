//! Tossing a coin.

use super::hypergeometric::Distribution;

/// How many heads in so many tosses of a fair coin.
pub(super) fn fair_coin(tosses: u32) -> Distribution {
    let n = f64::from(tosses);
    Distribution::around(tosses / 2, (0, tosses), &|k| (n - k) / (k + 1.0))
}
