//! One's place among peers.

use super::percent;

/// How many peers are below, level and above. Oneself is not a peer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rank {
    /// Peers with less.
    pub below: u32,
    /// Peers with as much.
    pub level: u32,
    /// Peers with more.
    pub above: u32,
}

impl Rank {
    /// Where `own` stands among `peers`, which must not hold it.
    pub fn among(own: u32, peers: impl Iterator<Item = u32>) -> Self {
        peers.fold(Self::default(), |mut rank, peer| {
            let side = match peer.cmp(&own) {
                std::cmp::Ordering::Less => &mut rank.below,
                std::cmp::Ordering::Equal => &mut rank.level,
                std::cmp::Ordering::Greater => &mut rank.above,
            };
            *side += 1;
            rank
        })
    }

    /// How many peers there are.
    pub fn peers(self) -> u32 {
        self.below + self.level + self.above
    }

    /// The percentile rank, 0 to 100, whole, halves up: 100·(below + ½·level)/peers, so that ties
    /// count half. `None` without peers.
    ///
    /// As `kind="mean"` of `scipy.stats.percentileofscore`; the usual definition in testing.
    pub fn percentile(self) -> Option<u32> {
        percent(2 * self.below + self.level, 2 * self.peers())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_count_half() {
        let peers = [3, 5, 5, 7, 8, 9];
        let cases =
            [(2, 0), (3, 8), (4, 17), (5, 33), (6, 50), (7, 58), (8, 75), (9, 92), (10, 100)];
        for (own, expected) in cases {
            let rank = Rank::among(own, peers.into_iter());
            assert_eq!(rank.percentile(), Some(expected), "{own}: {rank:?}");
        }
        assert_eq!(Rank::among(5, peers.into_iter()), Rank { below: 1, level: 2, above: 3 });
        assert_eq!(Rank::among(5, [5, 5].into_iter()).percentile(), Some(50));
        assert_eq!(Rank::among(5, [].into_iter()).percentile(), None);
    }
}
