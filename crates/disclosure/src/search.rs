//! The search for respondents' ids and left-out cells in whatever would be published: texts of a
//! package, a packed file, reports, a built site.
//!
//! What counts as found stands in `docs/disclosure.md`: in any case, accent, Unicode form and
//! look-alike letter, as a whole word where it is short, within a longer word where it is long, and in
//! part where it is several words.

mod fold;
mod readings;
mod runs;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use aho_corasick::{AhoCorasick, BuildError};

pub(crate) use self::fold::is_unseen;
use self::fold::{Fold, Folded, fold};
pub use self::readings::{entity, escape};
use self::runs::Runs;
use crate::identifiers::LeftOutCell;

/// Fewer letters and digits than this are nobody's own.
const SHORTEST: usize = 3;
/// A value of at least this many letters is looked for within longer words too.
const LONG: usize = 6;
/// Answers that many people write into a column of remarks, and that stand in many texts.
const ORDINARY: [&str; 16] = [
    "yes", "no", "none", "nil", "na", "not", "nothing", "never", "good", "fine", "okay", "same",
    "other", "maybe", "many", "some",
];

/// Where an id or a left-out cell was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// In which of the named texts.
    pub place: String,
    /// The column that the value stands in.
    pub column: String,
    /// The value.
    pub value: String,
    /// Whether it is a respondent's id.
    pub is_id: bool,
    /// Whether only a part of it was found.
    pub is_part: bool,
}

impl Found {
    /// What is wrong with a thing in which it was found, and what to do about it.
    pub fn as_problem(&self, thing: &str) -> (String, &'static str) {
        let Self { place, column: _, value, is_id, is_part } = self;
        let part = if *is_part { "a part of " } else { "" };
        let what = format!(
            "{thing} would hold {part}“{value}”, which stands in that column (found in: {place})"
        );
        let fix = if *is_id {
            "Take it out of the package’s texts and labels; or, where it is an ordinary word there, \
             give the respondents other ids, such as numbers of six digits."
        } else {
            "Take it out of the package’s texts and labels; or, where these are ordinary words there, \
             delete the column: it is not packed anyway."
        };
        (what, fix)
    }
}

/// A search for ids and left-out cells, made once for many texts.
#[derive(Debug)]
pub struct IdentifierSearch {
    cells: Vec<LeftOutCell>,
    short: Patterns,
    long: Patterns,
    runs: Runs,
}

/// There is more to look for than a search can hold.
#[derive(Clone, Debug, thiserror::Error)]
#[error("there are too many ids and left-out cells to look for")]
pub struct TooMuch(#[source] BuildError);

/// Values as they are looked for.
#[derive(Debug)]
struct Patterns {
    searcher: AhoCorasick,
    /// For each pattern the word breaks within it, and whose it is.
    patterns: Vec<(Vec<usize>, usize)>,
}

impl IdentifierSearch {
    /// Makes a search for these ids and cells.
    ///
    /// # Errors
    /// When there are too many to look for.
    pub fn new(cells: Vec<LeftOutCell>) -> Result<Self, TooMuch> {
        let mut runs = Runs::default();
        let mut written: HashMap<(bool, String), (Vec<usize>, usize)> = HashMap::new();
        for (position, cell) in cells.iter().enumerate() {
            for value in values(cell) {
                for way in Fold::of(&value) {
                    let folded = fold(&value, *way);
                    // A cell of several words is found by any part of it; an id as a whole too.
                    let in_parts = runs.add(&folded, position) && !cell.is_id;
                    if !in_parts && let Some(is_long) = length(cell, &folded) {
                        let breaks = folded.breaks_within(0, folded.letters.len()).collect();
                        let letters =
                            if is_long { fold::hard(&folded.letters) } else { folded.letters };
                        written.entry((is_long, letters)).or_insert((breaks, position));
                    }
                }
            }
        }
        let patterns = |long: bool| {
            let (letters, patterns): (Vec<&String>, Vec<_>) = written
                .iter()
                .filter(|((is_long, _), _)| *is_long == long)
                .map(|((_, letters), pattern)| (letters, pattern.clone()))
                .unzip();
            let searcher = AhoCorasick::new(letters).map_err(TooMuch)?;
            Ok(Patterns { searcher, patterns })
        };
        Ok(Self { short: patterns(false)?, long: patterns(true)?, runs, cells })
    }

    /// How many values are looked for.
    pub fn values(&self) -> usize {
        self.cells.len()
    }

    /// Looks through texts that people read, each with the name of its place. Entities and escapes of
    /// HTML, JSON and addresses are read as what they stand for.
    pub fn in_texts<'t>(&self, texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Vec<Found> {
        self.look(texts.into_iter().map(|(place, text)| (place, Cow::Borrowed(text))), true)
    }

    /// Looks through a file that may be a program or packed data. Short values are not looked for:
    /// three letters stand in every program.
    pub fn in_bytes(&self, place: &str, bytes: &[u8]) -> Vec<Found> {
        self.look([(place, String::from_utf8_lossy(bytes))], false)
    }

    fn look<'t>(
        &self,
        texts: impl IntoIterator<Item = (&'t str, Cow<'t, str>)>,
        with_short: bool,
    ) -> Vec<Found> {
        let mut found = BTreeSet::new();
        for (place, text) in texts {
            for reading in readings::of(&text) {
                for way in Fold::of(&reading) {
                    let folded = fold(&reading, *way);
                    let mut note = |position: usize, is_part| {
                        let LeftOutCell { column, value, is_id } = self.cells[position].clone();
                        let place = place.to_owned();
                        found.insert(Found { place, column, value, is_id, is_part });
                    };
                    if with_short {
                        self.short.find(&folded.letters, &folded, false, |p| note(p, false));
                    }
                    let hard = fold::hard(&folded.letters);
                    self.long.find(&hard, &folded, true, |p| note(p, false));
                    self.runs.find(&folded, |p| note(p, true));
                }
            }
        }
        found.into_iter().collect()
    }
}

impl Patterns {
    /// A match begins and ends where a word does, or within one if that is allowed and no number is
    /// cut; and it has no more breaks between words than the value has.
    fn find(&self, letters: &str, text: &Folded, within: bool, mut note: impl FnMut(usize)) {
        for found in self.searcher.find_overlapping_iter(letters) {
            let (start, end) = (found.start(), found.end());
            let (breaks, position) = &self.patterns[found.pattern().as_usize()];
            let at_edge = |place| text.is_break(place) || (within && !text.cuts_number(place));
            let no_more = text
                .breaks_within(start, end)
                .all(|place| breaks.binary_search(&(place - start)).is_ok());
            if at_edge(start) && at_edge(end) && no_more {
                note(*position);
            }
        }
    }
}

/// Whether a text is nothing but this value, in any of its forms.
pub fn is_same(text: &str, value: &str) -> bool {
    let letters = |text: &str| fold(text, Fold::LookAlikes).letters;
    letters(text) == letters(value)
}

/// The words of a text, as the search reads them.
pub(crate) fn words(text: &str) -> Vec<String> {
    fold(text, Fold::LookAlikes).words().map(ToOwned::to_owned).collect()
}

/// A cell, and the name before the @ of an address.
fn values(cell: &LeftOutCell) -> Vec<Cow<'_, str>> {
    let name = cell.value.split_once('@').map(|(name, _)| Cow::Borrowed(name));
    let name = name.filter(|name| name.chars().count() >= LONG);
    std::iter::once(Cow::Borrowed(cell.value.as_str())).chain(name).collect()
}

/// Whether a value is looked for within longer words; `None` if it is too short to be anybody's own.
fn length(cell: &LeftOutCell, folded: &Folded) -> Option<bool> {
    let letters = folded.letters.chars().count();
    let is_number = folded.letters.bytes().all(|byte| byte.is_ascii_digit());
    let is_ordinary = !cell.is_id && ORDINARY.contains(&folded.letters.as_str());
    if letters < SHORTEST || (is_number && letters < LONG) || is_ordinary {
        None
    } else {
        Some(letters >= LONG)
    }
}

#[cfg(test)]
mod tests;
