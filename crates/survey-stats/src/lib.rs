#![doc = include_str!("../README.md")]
//!
//! `docs/statistics.md` of the project says what each is for, and in which words readers meet it.

mod bounds;
mod chance;
mod comparisons;
mod hypergeometric;
mod share;
mod wilson;

pub use bounds::Bounds;
pub use chance::{Chance, Shuffles, chance_of_gap};
pub use comparisons::benjamini_hochberg;
pub use share::{Interval, Share};
pub use wilson::{wilson, wilson_of_invited};

/// Of fewer respondents there is no percentage, and no interval: one respondent moves it by more than
/// five points.
pub const SMALLEST_FOR_PERCENTAGES: u32 = 20;

/// Of fewer respondents a percentage is said to be of a small base.
pub const SMALLEST_FULL_BASE: u32 = 30;

/// How much a share of this base may say. The limits are the house's rules for survey figures: see
/// `docs/statistics.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaseRule {
    /// Nobody: there is nothing to say.
    Nobody,
    /// Somebody: counts, and no percentage.
    CountsOnly,
    /// From [`SMALLEST_FOR_PERCENTAGES`]: a percentage, flagged as of a small base.
    SmallBase,
    /// From [`SMALLEST_FULL_BASE`]: counts and percentages.
    Full,
}

impl BaseRule {
    /// The rule for a base.
    pub fn of(base: u32) -> Self {
        match base {
            0 => Self::Nobody,
            1..SMALLEST_FOR_PERCENTAGES => Self::CountsOnly,
            SMALLEST_FOR_PERCENTAGES..SMALLEST_FULL_BASE => Self::SmallBase,
            _ => Self::Full,
        }
    }

    /// Whether a percentage may be shown.
    pub fn allows_percentage(self) -> bool {
        matches!(self, Self::SmallBase | Self::Full)
    }
}

/// A whole percentage, halves up, from integers only. `None` of no base.
pub fn percent(count: u32, base: u32) -> Option<u32> {
    let (count, base) = (u64::from(count), u64::from(base));
    let doubled = (200 * count + base).checked_div(2 * base)?;
    u32::try_from(doubled).ok()
}

/// A whole percentage where the base allows one.
pub fn percent_to_show(count: u32, base: u32) -> Option<u32> {
    BaseRule::of(base).allows_percentage().then(|| percent(count, base)).flatten()
}

/// The bounds of all `invited`, where the base allows percentages. As a percentage a bound gives
/// away what the percentage itself does.
pub fn bounds_to_show(count: u32, base: u32, invited: u32) -> Option<Bounds> {
    BaseRule::of(base)
        .allows_percentage()
        .then(|| Bounds::new(Share::new(count, base)?, invited))?
}

/// The 95% interval where the base allows a percentage: of all `invited` where it is known how many
/// these are, otherwise the wider one that needs no such number.
pub fn interval_to_show(count: u32, base: u32, invited: Option<u32>) -> Option<Interval> {
    let share = Share::new(count, base).filter(|_| BaseRule::of(base).allows_percentage())?;
    invited.map_or_else(|| Some(wilson(share)), |invited| wilson_of_invited(share, invited))
}

#[cfg(test)]
mod coverage;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod random;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_round_halves_up() {
        let cases = [
            (51, 57, Some(89)),
            (49, 51, Some(96)),
            (44, 51, Some(86)),
            (27, 51, Some(53)),
            (19, 51, Some(37)),
            (10, 51, Some(20)),
            (1, 200, Some(1)),
            (1, 201, Some(0)),
            (0, 5, Some(0)),
            (5, 5, Some(100)),
            (3, 8, Some(38)),
            (0, 0, None),
            (u32::MAX, u32::MAX, Some(100)),
        ];
        for (count, base, expected) in cases {
            assert_eq!(percent(count, base), expected, "{count} of {base}");
        }
    }

    #[test]
    fn the_base_decides_what_shows() {
        let shown = [0, 1, 19, 20, 29, 30].map(BaseRule::of);
        assert_eq!(
            shown,
            [
                BaseRule::Nobody,
                BaseRule::CountsOnly,
                BaseRule::CountsOnly,
                BaseRule::SmallBase,
                BaseRule::SmallBase,
                BaseRule::Full
            ]
        );
        assert_eq!(percent_to_show(10, 19), None);
        assert_eq!(percent_to_show(10, 20), Some(50));
    }

    #[test]
    fn what_a_base_does_not_allow_is_not_shown_by_another_name() {
        assert_eq!(bounds_to_show(10, 19, 149), None);
        assert_eq!(interval_to_show(10, 19, None), None);
        assert_eq!(interval_to_show(10, 19, Some(149)), None);
        assert_eq!(interval_to_show(0, 0, None), None);
        let bounds = bounds_to_show(51, 57, 149).unwrap();
        assert_eq!((bounds.low.percent(), bounds.high.percent()), (34, 96));
        assert_eq!(interval_to_show(19, 51, None).unwrap().percents(), (25, 51));
        assert_eq!(interval_to_show(19, 51, Some(149)).unwrap().percents(), (27, 48));
        assert_eq!(interval_to_show(19, 51, Some(50)), None, "fewer invited than answered");
    }
}
