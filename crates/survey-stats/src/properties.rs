//! What must hold of any counts.

use proptest::prelude::*;

use super::*;

fn any_share() -> impl Strategy<Value = Share> {
    (1..400_u32)
        .prop_flat_map(|base| (0..=base, Just(base)))
        .prop_map(|(count, base)| Share::new(count, base).unwrap())
}

fn other(share: Share) -> Share {
    Share::new(share.others(), share.base()).unwrap()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-12
}

fn width(interval: Interval) -> f64 {
    interval.high - interval.low
}

proptest! {
    #[test]
    fn an_interval_holds_its_share_within_0_and_1(share in any_share(), silent in 0..400_u32) {
        let p = share.proportion();
        for interval in [wilson(share), wilson_of_invited(share, share.base() + silent).unwrap()] {
            prop_assert!(0.0 <= interval.low && interval.low <= p);
            prop_assert!(p <= interval.high && interval.high <= 1.0);
        }
    }

    #[test]
    fn an_interval_mirrors_that_of_the_others(share in any_share(), silent in 0..400_u32) {
        let invited = share.base() + silent;
        let pairs = [
            (wilson(share), wilson(other(share))),
            (wilson_of_invited(share, invited).unwrap(), wilson_of_invited(other(share), invited).unwrap()),
        ];
        for (of, mirror) in pairs {
            prop_assert!(close(of.low, 1.0 - mirror.high) && close(of.high, 1.0 - mirror.low));
        }
    }

    #[test]
    fn more_answers_narrow_an_interval(share in any_share(), times in 2..5_u32) {
        let more = Share::new(share.count() * times, share.base() * times).unwrap();
        prop_assert!(width(wilson(more)) < width(wilson(share)));
    }

    #[test]
    fn knowing_how_many_were_invited_narrows_an_interval(share in any_share(), silent in 0..400_u32) {
        // One answer corrects nothing: (N − 1)/(N − 1) is 1.
        prop_assume!(share.base() > 1);
        let narrow = wilson_of_invited(share, share.base() + silent).unwrap();
        let less_narrow = wilson_of_invited(share, share.base() + silent + 1).unwrap();
        prop_assert!(width(narrow) < width(less_narrow));
        prop_assert!(width(less_narrow) < width(wilson(share)));
    }

    #[test]
    fn bounds_hold_the_interval_that_knows_the_invited(share in any_share(), silent in 0..400_u32) {
        let bounds = Bounds::new(share, share.base() + silent).unwrap();
        prop_assert!(bounds.low.proportion() <= share.proportion());
        prop_assert!(share.proportion() <= bounds.high.proportion());
        prop_assert_eq!(bounds.high.count() - bounds.low.count(), silent);
    }

    #[test]
    fn a_chance_does_not_care_which_group_is_first(first in any_share(), second in any_share()) {
        let chance = chance_of_gap(first, second, None).unwrap().probability();
        prop_assert!((chance - chance_of_gap(second, first, None).unwrap().probability()).abs() < 1e-9);
    }

    #[test]
    fn a_wider_gap_is_no_likelier(base in 1..60_u32, first in 0..60_u32, second in 0..60_u32) {
        // With both totals fixed: one more in the first group, one less in the second.
        let (low, high) = (first.min(second).min(base), first.max(second).min(base));
        prop_assume!(low > 0 && high < base);
        let chance = |x1, x2| {
            chance_of_gap(Share::new(x1, base).unwrap(), Share::new(x2, base).unwrap(), None).unwrap().probability()
        };
        prop_assert!(chance(high + 1, low - 1) <= chance(high, low) + 1e-12);
    }

    #[test]
    fn raised_p_values_keep_their_order(p_values in prop::collection::vec(0.0..=1.0_f64, 0..30)) {
        let raised = benjamini_hochberg(&p_values);
        for (a, raised_a) in p_values.iter().zip(&raised) {
            prop_assert!(a <= raised_a && *raised_a <= 1.0);
            for (b, raised_b) in p_values.iter().zip(&raised) {
                prop_assert!(a > b || raised_a <= raised_b);
            }
        }
    }
}
