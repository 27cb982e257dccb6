//! How long a bar of percentages is.

/// A part of a whole as a percentage with fractions, for lengths only; words round.
pub(super) fn share(count: u32, base: u32) -> f64 {
    if base == 0 { 0.0 } else { 100.0 * f64::from(count) / f64::from(base) }
}
