//! A text without all that a reader does not see or takes for something else: case, accents, Unicode
//! forms, invisible characters, look-alike letters (the skeletons of UTS 39).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::skeleton;

/// Which of two ways. In Cyrillic and Greek a capital and its small letter may look like different
/// Latin letters, so that look-alikes and case can't both be taken away at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fold {
    /// Letters are taken for the Latin ones that they look like.
    LookAlikes,
    /// They are not.
    Case,
}

impl Fold {
    /// The ways that make a difference to a text.
    pub(super) fn of(text: &str) -> &'static [Self] {
        if text.is_ascii() { &[Self::LookAlikes] } else { &[Self::LookAlikes, Self::Case] }
    }
}

/// Letters and digits in a row, and where words begin and end among them.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    /// Small letters and digits, without anything between them.
    pub letters: String,
    /// The places between letters, in bytes, where one word ends and the next begins; in order.
    breaks: Vec<usize>,
}

impl Folded {
    /// Whether a word begins or ends here.
    pub(super) fn is_break(&self, place: usize) -> bool {
        place == 0 || place == self.letters.len() || self.breaks.binary_search(&place).is_ok()
    }

    /// The breaks between two places.
    pub(super) fn breaks_within(&self, start: usize, end: usize) -> impl Iterator<Item = usize> {
        let from = self.breaks.partition_point(|&place| place <= start);
        self.breaks[from..].iter().copied().take_while(move |&place| place < end)
    }

    /// Whether digits of one number stand on both sides of a place.
    pub(super) fn cuts_number(&self, place: usize) -> bool {
        let (before, after) = self.letters.as_bytes().split_at(place);
        let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        is_digit(before.last()) && is_digit(after.first()) && !self.is_break(place)
    }

    /// The words, each with the place where it begins.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.breaks.iter().copied());
        let ends = self.breaks.iter().copied().chain([self.letters.len()]);
        starts.zip(ends).map(|(start, end)| &self.letters[start..end]).filter(|w| !w.is_empty())
    }
}

/// What stands in a text and shows nothing: soft hyphens, joiners, marks of direction, controls.
pub(crate) fn is_unseen(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        c if c.is_ascii() => c.is_ascii_control(),
        c => c.is_control() || skeleton(c.encode_utf8(&mut [0; 4])).next().is_none(),
    }
}

/// Takes away what a reader does not see.
pub(super) fn fold(text: &str, way: Fold) -> Folded {
    let mut folding = Folding::default();
    for c in text.nfkd() {
        if c.is_ascii() {
            folding.take(c.to_ascii_lowercase());
        } else if !is_unseen(c) && !is_combining_mark(c) {
            folding.take_other(c, way);
        }
    }
    folding.folded
}

/// A text that is being folded.
#[derive(Default)]
struct Folding {
    folded: Folded,
    /// Whether something stood between the last letter and the next.
    is_apart: bool,
    was_digit: Option<bool>,
}

impl Folding {
    fn take(&mut self, c: char) {
        if is_unseen(c) {
            return;
        }
        if !c.is_alphanumeric() {
            self.is_apart = true;
            return;
        }
        let is_digit = c.is_numeric();
        let turns = self.was_digit.is_some_and(|was| was != is_digit);
        let place = self.folded.letters.len();
        if (self.is_apart || turns) && place > 0 {
            self.folded.breaks.push(place);
        }
        self.folded.letters.push(c);
        (self.is_apart, self.was_digit) = (false, Some(is_digit));
    }

    fn take_other(&mut self, c: char, way: Fold) {
        if matches!(c, 'ß' | 'ẞ') {
            self.take('s');
            return self.take('s');
        }
        if way == Fold::Case || !c.is_alphanumeric() {
            return c.to_lowercase().for_each(|c| self.take(c));
        }
        let like: String = skeleton(c.encode_utf8(&mut [0; 4])).collect();
        match like.as_str() {
            // The tables take a capital I for a small L, and an m for an r and an n.
            "l" if c.is_uppercase() => self.take('i'),
            "rn" => self.take('m'),
            _ => {
                let letters = like.chars().filter(|c| !is_combining_mark(*c));
                letters.flat_map(char::to_lowercase).for_each(|c| self.take(c));
            }
        }
    }
}

/// The same with the letters and digits of ASCII that are taken for each other: capital I and L, 1 and
/// L, 0 and O. Only for long values: it makes “all” of “Ali”.
pub(super) fn hard(letters: &str) -> String {
    let same = |c| match c {
        'i' | '1' => 'l',
        '0' => 'o',
        c => c,
    };
    letters.chars().map(same).collect()
}
