//! What the other formulas take and give.

use super::percent;

/// So many of so many: a count and the base it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    count: u32,
    base: u32,
}

impl Share {
    /// `count` of `base`. `None` of no base, or where the count is more than its base.
    pub fn new(count: u32, base: u32) -> Option<Self> {
        (base > 0 && count <= base).then_some(Self { count, base })
    }

    /// How many have it.
    pub fn count(self) -> u32 {
        self.count
    }

    /// Of how many; never 0.
    pub fn base(self) -> u32 {
        self.base
    }

    /// How many do not have it.
    pub fn others(self) -> u32 {
        self.base - self.count
    }

    /// The proportion, 0 to 1.
    pub fn proportion(self) -> f64 {
        f64::from(self.count) / f64::from(self.base)
    }

    /// The whole percentage, halves up, from integers.
    pub fn percent(self) -> u32 {
        percent(self.count, self.base).unwrap_or_default()
    }
}

/// From one limit to another, both within it: proportions, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower limit.
    pub low: f64,
    /// The upper limit.
    pub high: f64,
}

impl Interval {
    /// Both limits in whole percent; halves up.
    #[allow(clippy::cast_possible_truncation, reason = "limits are 0 to 1")]
    pub fn percents(self) -> (i32, i32) {
        let whole = |limit: f64| (100.0 * limit + 0.5).floor() as i32;
        (whole(self.low), whole(self.high))
    }
}
