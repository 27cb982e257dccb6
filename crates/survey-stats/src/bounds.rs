//! What those who did not answer could change.

use super::Share;

/// A share of all invited, had nobody or everybody else had it.
///
/// Manski (1990), "Nonparametric bounds on treatment effects", *American Economic Review* 80(2):
/// they assume nothing at all of who answers, and so hold for certain; nothing narrower does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// None of the others has it: x/N.
    pub low: Share,
    /// All of the others have it: (x + N − n)/N.
    pub high: Share,
}

impl Bounds {
    /// The bounds of `answered`, x of n, among the N that were `invited`. The count must be of
    /// everybody who answered, to a question that everybody was asked: of a part of them, nobody
    /// knows how many of the others belong to it. `None` where fewer were invited than answered.
    pub fn new(answered: Share, invited: u32) -> Option<Self> {
        let silent = invited.checked_sub(answered.base())?;
        Some(Self {
            low: Share::new(answered.count(), invited)?,
            high: Share::new(answered.count() + silent, invited)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_did_not_answer_are_counted_as_none_and_as_all() {
        let bounds = |count, base, invited| {
            let bounds = Bounds::new(Share::new(count, base)?, invited)?;
            Some((bounds.low.count(), bounds.high.count(), bounds.low.base(), bounds.high.base()))
        };
        let cases = [
            ((51, 57, 149), Some((51, 143, 149, 149))),
            ((0, 57, 149), Some((0, 92, 149, 149))),
            ((57, 57, 57), Some((57, 57, 57, 57))),
            ((1, 1, u32::MAX), Some((1, u32::MAX, u32::MAX, u32::MAX))),
            ((51, 57, 56), None),
        ];
        for ((count, base, invited), expected) in cases {
            assert_eq!(bounds(count, base, invited), expected, "{count} of {base} of {invited}");
        }
        let example = Bounds::new(Share::new(51, 57).unwrap(), 149).unwrap();
        assert_eq!((example.low.percent(), example.high.percent()), (34, 96));
        assert!((example.low.proportion() - 0.342_281_879).abs() < 1e-6);
        assert!((example.high.proportion() - 0.959_731_543).abs() < 1e-6);
    }
}
