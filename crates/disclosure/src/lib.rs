//! The disclosure gate: which tables of counts may be published of confidential answers.
//! `docs/disclosure.md` says what that promises.
//!
//! Answers are recoded ([`Recoded`]), bases found ([`Sample`]) and tables counted ([`Tables`]), all by
//! the holder's [`Plan`]. Rules, each a file in `rules/`, look at a [`Case`]; [`gate::pass`] runs them
//! and leaves out or refuses what breaks them, and [`gate::run`] runs those on the packed file
//! ([`Output`]). What was published before is `history`, what can't be worked out is shown by
//! `witness`.
//!
//! The crate reads no file and prints nothing: whoever calls it has read the answers and the plan, and
//! says what becomes of the tables.

pub mod figures;
pub mod gate;
pub mod history;
mod identifiers;
pub mod identifying;
mod output;
pub mod plan;
mod proof;
mod questionnaire;
mod recode;
pub mod risk;
mod rule;
pub mod rules;
mod sample;
pub mod search;
mod signed;
mod tables;
#[cfg(test)]
mod test_codebook;
pub mod texts;
mod witness;

pub use self::identifiers::{ColumnFacts, LeftOutCell, SHARED};
pub use self::output::Output;
pub use self::plan::Plan;
pub use self::proof::Proof;
pub use self::questionnaire::{Questionnaire, Ticks};
pub use self::recode::Recoded;
pub use self::rule::{Breach, Case, Outcome, Rule, Stage};
pub use self::sample::Sample;
pub use self::tables::{TableName, Tables};
