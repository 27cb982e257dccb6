//! Many comparisons at once.

/// Raises the p-values of one family of comparisons so that, of those then called unlikely to be
/// chance, the expected part that is chance stays under the limit used. In the order given.
/// Quadratic in their number, which is what a page shows.
///
/// Benjamini and Hochberg (1995), "Controlling the false discovery rate", *Journal of the Royal
/// Statistical Society* B 57(1), as adjusted p-values: the least of p·m/rank over this p and all
/// above it, at most 1.
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<f64> {
    let raised: Vec<f64> = p_values
        .iter()
        .map(|p| {
            let rank = p_values.iter().filter(|other| *other <= p).count();
            #[allow(clippy::cast_precision_loss, reason = "a page shows no 2⁵² comparisons")]
            let (all, rank) = (p_values.len() as f64, rank.max(1) as f64);
            p * (all / rank)
        })
        .collect();
    p_values
        .iter()
        .map(|p| {
            let above = p_values.iter().zip(&raised).filter(|(other, _)| *other >= p);
            above.map(|(_, raised)| *raised).fold(1.0, f64::min)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_is_raised_as_in_other_programs() {
        let p_values = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];
        let expected = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.105_714_285_7, 0.216, 0.216, 0.216];
        for (raised, expected) in benjamini_hochberg(&p_values).iter().zip(expected) {
            assert!((raised - expected).abs() < 1e-9, "{raised} {expected}");
        }
        assert_eq!(benjamini_hochberg(&[]), Vec::<f64>::new());
        assert_eq!(benjamini_hochberg(&[0.2]), vec![0.2]);
        assert_eq!(benjamini_hochberg(&[0.8, 0.8]), vec![0.8, 0.8]);
    }
}
