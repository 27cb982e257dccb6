//! Whole numbers from a seed, the same everywhere.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// A stream of whole numbers that a seed decides.
#[derive(Debug)]
pub(super) struct Numbers(ChaCha8Rng);

impl Numbers {
    pub(super) fn from_seed(seed: u64) -> Self {
        // The generator's own expansion of a number into a key may change with its version.
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        Self(ChaCha8Rng::from_seed(key))
    }

    pub(super) fn any(&mut self) -> u32 {
        self.0.next_u32()
    }

    /// A number below `limit`, each as likely; 0 for a limit of 0.
    pub(super) fn below(&mut self, limit: u32) -> u32 {
        if limit == 0 {
            return 0;
        }
        let fair = u32::MAX - u32::MAX % limit;
        loop {
            let number = self.any();
            if number < fair {
                return number % limit;
            }
        }
    }

    /// A number around 510, seldom near 0 or 1,020: four added up are bell-shaped enough.
    pub(super) fn bell(&mut self) -> i64 {
        (0..4).map(|_| i64::from(self.below(256))).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// If this fails, every package made so far would come out otherwise: don't change the numbers.
    #[test]
    fn the_stream_of_a_seed_is_fixed() {
        let mut numbers = Numbers::from_seed(2022);
        let first: Vec<u32> = (0..4).map(|_| numbers.any()).collect();
        assert_eq!(first, [744_926_623, 3_692_224_622, 4_080_063_688, 1_785_403_456]);
        let small: Vec<u32> = (0..1000).map(|_| numbers.below(3)).collect();
        assert!((0..3).all(|n| small.iter().filter(|&&number| number == n).count() > 250));
    }
}
