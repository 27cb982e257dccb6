#![doc = include_str!("../README.md")]
//!
//! A [`Survey`] is made once, from a package on its holder's machine (`survey-pack`) or from a [`bundle`]
//! in a reader's browser; it is never changed. A [`Filter`] goes to a [`Source`], which answers every
//! question at once with [`Tally`]s. There are two: [`Records`] hold everybody's answers, a [`Cube`] only
//! declared tables of them.

mod about;
pub mod bitmap;
pub mod bundle;
mod codebook;
mod compare;
mod cube;
mod day;
mod filter;
mod findings;
pub mod limits;
mod listed;
mod records;
mod response;
mod source;
mod standing;
mod survey;
mod tally;

pub use about::{About, Language, Phrase, Provenance, Publication};
pub use bitmap::Bitmap;
pub use codebook::{
    AnswerOption, Codebook, CodebookError, Kind, OptionGroup, Question, QuestionIx, Routing,
};
pub use compare::{Against, Comparison, Side};
pub use cube::{Crossed, Cube, CubeError};
pub use day::Day;
pub use filter::{Clause, Filter, Matching, Pick};
pub use findings::{
    ExploreLink, Finding, FindingFigure, Inferred, PublishedFigure, Recommendation,
};
pub use records::{Answers, Records, RecordsError};
pub use response::Response;
pub use source::{Available, NotAvailable, Snapshot, Source};
pub use standing::{ShareStanding, Standing};
pub use survey::{Draw, Form, Survey, SurveyError, SurveyParts};
pub use tally::{Breakdown, Tally, Weighted};

#[cfg(test)]
mod test_survey;
