//! Fréchet's bounds of a count that is not published, from counts that are.

use crate::questionnaire::Ticks;

/// Counts between which an unpublished one lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) low: u32,
    pub(super) high: u32,
}

impl Bounds {
    pub(super) fn frechet(one: u32, other: u32, base: u32) -> Self {
        Self { low: (one + other).saturating_sub(base), high: one.min(other) }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }

    pub(super) fn within(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.min(other.high) }
    }

    pub(super) fn room(self) -> u32 {
        self.high.saturating_sub(self.low)
    }
}

/// Bounds of how many gave both of two options of one question that do not exclude each other. They are
/// among those who gave no option that excludes others, and no more than the surplus of ticks.
pub(super) fn of_ticks(ticks: &Ticks, counts: &[u32], base: u32, [a, b]: [usize; 2]) -> Bounds {
    let alone: u32 = ticks.exclusive.iter().map(|&option| counts[option]).sum();
    let base = base.saturating_sub(alone);
    let mut bounds = Bounds::frechet(counts[a], counts[b], base);
    if ticks.at_least_one {
        let surplus = (counts.iter().sum::<u32>() - alone).saturating_sub(base);
        bounds.high = bounds.high.min(surplus);
    }
    bounds
}

/// Bounds of a cell of a 2 × 2 × 2 table whose three two-way margins are known: no cell may fall
/// below 0.
pub(super) fn triple(base: u32, ones: [u32; 3], pairs: [u32; 3]) -> Bounds {
    let [x, y, z] = ones;
    let [xy, xz, yz] = pairs;
    let low = [(xy + xz, x), (xy + yz, y), (xz + yz, z)];
    let low = low.into_iter().map(|(two, one)| two.saturating_sub(one)).max().unwrap_or_default();
    let outside = (base + xy + xz + yz).saturating_sub(x + y + z);
    Bounds { low, high: xy.min(xz).min(yz).min(outside) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every way in which this many tick three options; one of these may exclude the others.
    #[test]
    fn bounds_of_ticks_hold() {
        let kinds: [&[usize]; 7] = [&[], &[0], &[1], &[2], &[0, 1], &[0, 2], &[0, 1, 2]];
        for code in 0..3_u32.pow(7) {
            let many: Vec<u32> = (0..7).map(|place| code / 3_u32.pow(place) % 3).collect();
            let with = |options: &[usize]| -> u32 {
                let kinds = kinds.iter().zip(&many);
                kinds
                    .filter(|(ticks, _)| options.iter().all(|option| ticks.contains(option)))
                    .map(|(_, many)| many)
                    .sum()
            };
            let counts = [0, 1, 2].map(|option| with(&[option]));
            let exclusive = if with(&[0, 2]) == 0 { vec![2] } else { Vec::new() };
            let ticks = Ticks { exclusive, at_least_one: many[0] == 0 };
            let bounds = of_ticks(&ticks, &counts, many.iter().sum(), [0, 1]);
            let both = with(&[0, 1]);
            assert!(bounds.low <= both && both <= bounds.high, "{many:?}: {bounds:?}");
            if ticks.at_least_one && !ticks.exclusive.is_empty() {
                assert_eq!(bounds, Bounds { low: both, high: both }, "{many:?}");
            }
        }
    }

    /// Every 2 × 2 × 2 table up to a size, against the smallest and largest cell among all tables
    /// with the same margins.
    #[test]
    fn triples_are_exact() {
        for code in 0..3_u32.pow(8) {
            let cells: Vec<u32> = (0..8).map(|place| code / 3_u32.pow(place) % 3).collect();
            let sum = |keep: &dyn Fn(usize) -> bool| -> u32 {
                (0..8).filter(|cell| keep(*cell)).map(|cell| cells[cell]).sum()
            };
            let on = |bit: usize| move |cell: usize| cell >> bit & 1 == 1;
            let ones = [0, 1, 2].map(|bit| sum(&on(bit)));
            let pairs = [(0, 1), (0, 2), (1, 2)]
                .map(|(one, other)| sum(&|cell| on(one)(cell) && on(other)(cell)));
            // One number moves all cells with the same margins: up and down by parity.
            let odd = |cell: usize| cell.count_ones() % 2 == 1;
            let down = (0..8).filter(|cell| odd(*cell)).map(|cell| cells[cell]).min().unwrap();
            let up = (0..8).filter(|cell| !odd(*cell)).map(|cell| cells[cell]).min().unwrap();
            let expected = Bounds { low: cells[7] - down.min(cells[7]), high: cells[7] + up };
            assert_eq!(triple(sum(&|_| true), ones, pairs), expected, "{cells:?}");
        }
    }
}
