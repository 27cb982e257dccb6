//! Every sentence and label of the interface, in British English: the one place to look for words.
//!
//! Views decide, words say: a view chooses which constant or function is said and with which counts
//! and nouns, and nothing here counts or chooses by the answers. Words for those who answered
//! ("team", "teams"), titles, labels and texts of questions come from the survey's package and arrive
//! as arguments.
//!
//! Scripts say the words that `tests/contract` of this crate lists: it writes them to
//! `assets/words.js`, each as an export of its own, so that a script carries only those that it says.
//!
//! # A second language
//!
//! There is one language, and no machinery for more. A second one would be one more module of the
//! shape of this one, with the same constants and the same functions with the same arguments; the
//! compiler then lists what it lacks. Which of both a site speaks would be a choice of the build: a
//! page carries one. Beside the words these would have to change:
//!
//! - `lang` of the page and of what leaves it (`index.html`, `crates/site/src/embed.rs`, the frame in
//!   `assets/embed/index.js`, the report and the CSVW metadata in `crates/takeaway`), and `dir` where it
//!   is written from right to left;
//! - plural rules: `Phrase` in `crates/survey` holds one form for 1 and one for all other counts, and
//!   functions here choose between two;
//! - how words are cut to their stems for a search: `ENDINGS` in `view/search.rs`;
//! - the words by which the gate knows dates and numbers in a holder's texts, `crates/disclosure`'s
//!   `figures.rs` (months) and `figures/words.rs`: a date that it does not know it can't take for one;
//! - what `docs/package.md` says of the page's own words;
//! - how numbers and days are written: [`grammar`], `crates/takeaway/src/date.rs` and
//!   `assets/boot/print.js`;
//! - what stands around packages: `data/tic-2022` names no `lang`, since it is in the page's language,
//!   and `docs/embed.md` tells publishers which language an embed speaks;
//! - what a package says of those who gave an answer (`says`), which sentences build on: "train their
//!   staff" stands after "19 of 51 teams" and after "that".

/// The language of these words, as pages and files declare it (BCP 47).
pub const LANGUAGE: &str = "en-GB";

pub mod about;
pub mod attribution;
pub mod chance;
pub mod citation;
pub mod columns;
pub mod compare;
pub mod elsewhere;
pub mod embed;
pub mod explore;
pub mod figure;
pub mod findings;
pub mod grammar;
pub mod headline;
pub mod offline;
pub mod pack;
pub mod page;
pub mod picture;
pub mod quantity;
pub mod readme;
pub mod receipt;
pub mod report;
pub mod selection;
pub mod sentence;
pub mod share;
pub mod side_by_side;
pub mod standing;
pub mod start;
pub mod table;
pub mod take_away;
pub mod uncertainty;
pub mod workbook;
