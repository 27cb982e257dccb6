//! How large a part is, in words.

/// Nobody.
pub const NONE: &str = "None";
/// Everybody.
pub const ALL: &str = "All";
/// Under a tenth.
pub const VERY_FEW: &str = "Very few";
/// Up to a quarter.
pub const FEW: &str = "Few";
/// Less than about half.
pub const SOME: &str = "Some";
/// About half.
pub const ABOUT_HALF: &str = "About half";
/// More than about half.
pub const MOST: &str = "Most";
/// Nine tenths or more.
pub const NEARLY_ALL: &str = "Nearly all";
