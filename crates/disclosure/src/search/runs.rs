//! Left-out cells of several words, found by any part that is theirs alone.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::fold::Folded;
use crate::identifiers::SHARED;

/// A part has at least so many words.
const FEWEST: usize = 3;
/// A part of more words than this is found by a shorter one.
const MOST: usize = 8;
/// A part has at least so many letters, and at least two words that are not of those below.
const LETTERS: usize = 12;

/// Words that hold sentences together and say nothing themselves.
const FUNCTION_WORDS: [&str; 79] = [
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been",
    "but", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have", "he",
    "her", "his", "how", "i", "if", "in", "is", "it", "its", "many", "may", "more", "most", "my",
    "no", "not", "of", "on", "one", "or", "our", "out", "she", "should", "since", "so", "some",
    "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this",
    "those", "to", "up", "was", "we", "were", "what", "when", "which", "who", "will", "with",
    "would", "you", "your",
];

/// Parts of cells by what they hash to: whose they are, and in how many cells they stand.
#[derive(Debug, Default)]
pub(super) struct Runs(HashMap<u64, (u32, u8)>);

impl Runs {
    /// Adds the parts of a cell, and says whether it has any.
    pub(super) fn add(&mut self, cell: &Folded, position: usize) -> bool {
        let words: Vec<&str> = cell.words().collect();
        let Ok(position) = u32::try_from(position) else { return false };
        let mut has = false;
        for start in 0..words.len() {
            let parts = (FEWEST..=MOST).filter_map(|many| words.get(start..start + many));
            let Some(part) = parts.into_iter().find(|part| is_telling(part)) else { continue };
            let (last, cells) = self.0.entry(hash(part)).or_insert((position, 1));
            if *last != position {
                (*last, *cells) = (position, cells.saturating_add(1));
            }
            has = true;
        }
        has
    }

    /// The cells that have a part in a text.
    pub(super) fn find(&self, text: &Folded, mut note: impl FnMut(usize)) {
        if self.0.is_empty() {
            return;
        }
        let words: Vec<&str> = text.words().collect();
        for start in 0..words.len() {
            let parts = (FEWEST..=MOST).filter_map(|many| words.get(start..start + many));
            // The same part of the text as would have been taken of a cell.
            let Some(part) = parts.into_iter().find(|part| is_telling(part)) else { continue };
            if let Some((position, cells)) = self.0.get(&hash(part))
                && usize::from(*cells) < SHARED
            {
                note(*position as usize);
            }
        }
    }
}

fn is_telling(words: &[&str]) -> bool {
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    let own = words.iter().filter(|word| FUNCTION_WORDS.binary_search(word).is_err()).count();
    letters >= LETTERS && own >= 2
}

fn hash(words: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::FUNCTION_WORDS;

    #[test]
    fn function_words_stand_in_order() {
        assert!(FUNCTION_WORDS.is_sorted());
    }
}
