//! One answer of two selections.

/// One answer on both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct PairView {
    /// How many gave it on each side.
    pub counts: [u32; 2],
    /// Of how many.
    pub bases: [u32; 2],
    /// "A 9 of 10", as it stands at the bar's end.
    pub at_the_end: [String; 2],
}
