//! A set of respondents, one bit each: what all counting is done with.

mod popcount;

/// A set of rows out of a fixed number of them.
///
/// Bits past the last row are always zero, so that counting need not look at the length.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bitmap {
    words: Vec<u64>,
    len: usize,
}

impl Bitmap {
    /// The empty set out of `len` rows.
    pub fn new(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], len }
    }

    /// All `len` rows.
    pub fn full(len: usize) -> Self {
        let mut bitmap = Self { words: vec![u64::MAX; len.div_ceil(64)], len };
        bitmap.clear_tail();
        bitmap
    }

    /// The set written as bytes, lowest bit first, as [`Bitmap::to_bytes`] writes it. `None` when
    /// the number of bytes is not what `len` rows need, or a bit past the last row is set.
    pub fn from_bytes(bytes: &[u8], len: usize) -> Option<Self> {
        if bytes.len() != len.div_ceil(8) {
            return None;
        }
        let words = bytes
            .chunks(8)
            .map(|chunk| {
                let mut word = [0; 8];
                word[..chunk.len()].copy_from_slice(chunk);
                u64::from_le_bytes(word)
            })
            .collect();
        let bitmap = Self { words, len };
        let mut cleared = bitmap.clone();
        cleared.clear_tail();
        (cleared == bitmap).then_some(bitmap)
    }

    /// The set as bytes, lowest bit first.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes: Vec<u8> = self.words.iter().flat_map(|word| word.to_le_bytes()).collect();
        bytes.truncate(self.len.div_ceil(8));
        bytes
    }

    /// Out of how many rows the set is.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no rows to choose from.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Puts a row into the set.
    ///
    /// # Panics
    /// When there is no such row.
    pub fn set(&mut self, row: usize) {
        assert!(row < self.len, "row {row} of {}", self.len);
        self.words[row / 64] |= 1 << (row % 64);
    }

    /// Whether a row is in the set; one that does not exist never is.
    pub fn get(&self, row: usize) -> bool {
        row < self.len && self.words[row / 64] >> (row % 64) & 1 == 1
    }

    /// How many rows are in the set.
    pub fn count(&self) -> u32 {
        popcount::ones(&self.words)
    }

    /// How many rows are in both sets.
    pub fn count_and(&self, other: &Self) -> u32 {
        debug_assert_eq!(self.len, other.len);
        popcount::ones_of_and(&self.words, &other.words)
    }

    /// Keeps what is also in `other`.
    pub fn and(&mut self, other: &Self) {
        self.each_word(other, |mine, theirs| mine & theirs);
    }

    /// Adds what is in `other`.
    pub fn or(&mut self, other: &Self) {
        self.each_word(other, |mine, theirs| mine | theirs);
    }

    /// Takes away what is in `other`.
    pub fn and_not(&mut self, other: &Self) {
        self.each_word(other, |mine, theirs| mine & !theirs);
    }

    /// The first row that is in this set and not in `other`.
    pub fn first_outside(&self, other: &Self) -> Option<usize> {
        let mut rest = self.clone();
        rest.and_not(other);
        rest.rows().next()
    }

    /// The rows of the set, in order.
    pub fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(position, &word)| {
            std::iter::successors((word != 0).then_some(word), |word| {
                let rest = word & (word - 1);
                (rest != 0).then_some(rest)
            })
            .map(move |word| position * 64 + word.trailing_zeros() as usize)
        })
    }

    fn each_word(&mut self, other: &Self, combine: impl Fn(u64, u64) -> u64) {
        debug_assert_eq!(self.len, other.len);
        for (mine, &theirs) in self.words.iter_mut().zip(&other.words) {
            *mine = combine(*mine, theirs);
        }
    }

    fn clear_tail(&mut self) {
        let used = self.len % 64;
        if let (true, Some(last)) = (used != 0, self.words.last_mut()) {
            *last &= (1 << used) - 1;
        }
    }
}

impl FromIterator<bool> for Bitmap {
    /// A row for each item, in the set where it is true.
    fn from_iter<I: IntoIterator<Item = bool>>(items: I) -> Self {
        let mut bitmap = Self { words: Vec::new(), len: 0 };
        for item in items {
            if bitmap.len.is_multiple_of(64) {
                bitmap.words.push(0);
            }
            bitmap.len += 1;
            if item {
                bitmap.set(bitmap.len - 1);
            }
        }
        bitmap
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_as_a_naive_scan(pairs in prop::collection::vec(any::<(bool, bool)>(), 0..5000)) {
            let a: Bitmap = pairs.iter().map(|pair| pair.0).collect();
            let b: Bitmap = pairs.iter().map(|pair| pair.1).collect();
            let naive = |keep: fn(&(bool, bool)) -> bool| {
                u32::try_from(pairs.iter().filter(|pair| keep(pair)).count()).unwrap()
            };
            prop_assert_eq!(a.count(), naive(|pair| pair.0));
            prop_assert_eq!(a.count_and(&b), naive(|pair| pair.0 && pair.1));
            let combined = |combine: fn(&mut Bitmap, &Bitmap)| {
                let mut result = a.clone();
                combine(&mut result, &b);
                result.count()
            };
            prop_assert_eq!(combined(Bitmap::and), naive(|pair| pair.0 && pair.1));
            prop_assert_eq!(combined(Bitmap::or), naive(|pair| pair.0 || pair.1));
            prop_assert_eq!(combined(Bitmap::and_not), naive(|pair| pair.0 && !pair.1));
            prop_assert_eq!(a.first_outside(&b).is_none(), naive(|pair| pair.0 && !pair.1) == 0);
            let rows: Vec<usize> = a.rows().collect();
            let expected: Vec<usize> =
                pairs.iter().enumerate().filter(|(_, pair)| pair.0).map(|(row, _)| row).collect();
            prop_assert_eq!(rows, expected);
            prop_assert_eq!(Bitmap::from_bytes(&a.to_bytes(), a.len()), Some(a));
        }
    }

    #[test]
    fn bits_past_the_end_are_refused() {
        assert_eq!(Bitmap::from_bytes(&[0b0000_0111], 3), Some(Bitmap::full(3)));
        assert_eq!(Bitmap::from_bytes(&[0b0000_1000], 3), None);
        assert_eq!(Bitmap::from_bytes(&[0, 0], 3), None);
        assert_eq!(Bitmap::full(64).count(), 64);
        assert_eq!(Bitmap::full(65).count(), 65);
    }
}
