//! Whether two groups differ: the conditional test.

use super::{PValue, Share, hypergeometric::hypergeometric};

/// Probabilities this close, relatively, are the same but for rounding.
const TIE: f64 = 1.0 + 1e-7;

/// Fisher's two-sided test of two shares of different respondents: the probability, both totals
/// given, of all tables no more probable than the one seen. The mid-p is less by half the
/// probability of what was seen.
///
/// Fisher (1935), "The logic of inductive inference", *Journal of the Royal Statistical Society*
/// 98(1); mid-p: Lancaster (1961), "Significance tests in discrete distributions", *Journal of the
/// American Statistical Association* 56(294).
pub fn fisher(first: Share, second: Share) -> PValue {
    let tables = hypergeometric(first.count() + second.count(), first.base(), second.base());
    let seen = tables.of(first.count());
    let exact: f64 = tables.iter().map(|(_, p)| p).filter(|&p| p <= seen * TIE).sum();
    PValue { exact: exact.min(1.0), mid: exact.min(1.0) - seen / 2.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_probabilities_are_those_of_other_programs() {
        let cases = [
            ([12, 7, 6, 26], 0.002_250_21, 0.001_431_94),
            ([14, 6, 13, 18], 0.083_992_08, 0.066_582_13),
            ([3, 1, 1, 3], 0.485_714_29, 0.371_428_57),
        ];
        for ([a, b, c, d], exact, mid) in cases {
            let p = fisher(Share::new(a, a + b).unwrap(), Share::new(c, c + d).unwrap());
            assert!((p.exact - exact).abs() < 1e-8, "{a} {b} {c} {d}: {p:?}");
            assert!((p.mid - mid).abs() < 1e-8, "{a} {b} {c} {d}: {p:?}");
        }
    }
}
