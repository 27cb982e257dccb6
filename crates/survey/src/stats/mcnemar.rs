//! Whether two activities of the same respondents differ.

use super::{PValue, Pairs, binomial::fair_coin};

/// `McNemar`'s exact two-sided test. Only respondents with one of the two activities tell; by
/// chance alone each of them would have the one or the other like heads or tails. The mid-p is
/// less by the probability of what was seen, or by half of it where both are equally frequent:
/// what was seen is then its own mirror. With nobody to tell, both are 1.
///
/// `McNemar` (1947), "Note on the sampling error of the difference between correlated proportions",
/// *Psychometrika* 12(2); mid-p: Fagerland, Lydersen and Laake (2013), "The `McNemar` test for binary
/// matched-pairs data", *BMC Medical Research Methodology* 13.
pub fn mcnemar(pairs: Pairs) -> PValue {
    let tosses = pairs.first_only + pairs.second_only;
    if tosses == 0 {
        return PValue { exact: 1.0, mid: 1.0 };
    }
    let fewer = pairs.first_only.min(pairs.second_only);
    let coin = fair_coin(tosses);
    let tail: f64 = coin.iter().take_while(|&(k, _)| k <= fewer).map(|(_, p)| p).sum();
    let exact = (2.0 * tail).min(1.0);
    let seen = coin.of(fewer);
    let mirrored = pairs.first_only == pairs.second_only;
    PValue { exact, mid: exact - if mirrored { seen / 2.0 } else { seen } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn discordant(first_only: u32, second_only: u32) -> PValue {
        mcnemar(Pairs { both: 3, first_only, second_only, neither: 5 })
    }

    #[test]
    fn the_probabilities_are_those_of_other_programs() {
        for p in [discordant(2, 10), discordant(10, 2)] {
            assert!((p.exact - 0.038_574_22).abs() < 1e-8, "{p:?}");
            assert!((p.mid - 0.022_460_94).abs() < 1e-8, "{p:?}");
        }
    }

    #[test]
    fn equal_numbers_tell_nothing() {
        assert_eq!(discordant(0, 0), PValue { exact: 1.0, mid: 1.0 });
        let p = discordant(2, 2);
        assert!((p.exact - 1.0).abs() < 1e-15 && (p.mid - (1.0 - 6.0 / 32.0)).abs() < 1e-15);
    }
}
