//! What was published and what was found of a survey.
//!
//! These are plain records: what they refer to is in a codebook and among each other, so that only
//! [`Survey::new`](crate::Survey::new) can check it, and only a [`Survey`](crate::Survey) promises it.
//! They are not `non_exhaustive`, so that whoever reads all words of a survey has to read a new one.

use crate::{Filter, QuestionIx};

/// A figure that has been published elsewhere, and what it says of this survey's answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFigure {
    /// Stable id.
    pub id: String,
    /// What was published, in a sentence.
    pub statement: String,
    /// Where and when.
    pub source: String,
    /// The answer it is about, where it is about one: question, option.
    pub about: Option<(QuestionIx, usize)>,
    /// The count as published, or as it must have been.
    pub count: Option<u32>,
    /// The number the share is of.
    pub base: Option<u32>,
    /// Whether count and base were worked out from a percentage and never published.
    pub inferred: bool,
}

/// Whether the count of an answer is a published figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence<'a> {
    /// The count reproduces this published figure.
    Published(&'a PublishedFigure),
    /// The count follows from published ones: the other of two answers.
    Follows,
    /// The count was made up.
    Invented,
    /// The count is a real answer's; the survey holds no invented ones.
    Reported,
}

/// One of the survey's findings, in the explorer's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable id, also the anchor on the page.
    pub id: String,
    /// The finding as a headline.
    pub headline: String,
    /// What it means, in a sentence or two without figures.
    pub text: String,
    /// The figures it rests on.
    pub figures: Vec<FindingFigure>,
    /// Where the finding was published.
    pub source: String,
    /// What "Explore this" opens.
    pub explore: ExploreLink,
}

/// A question shown under a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingFigure {
    /// The question.
    pub question: QuestionIx,
    /// The one option it turns on, drawn as one dot a respondent; `None` shows all options as bars.
    pub option: Option<usize>,
}

/// A view of the explorer that a finding leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExploreLink {
    /// The answers selected.
    pub filter: Filter,
    /// The breakdown shown.
    pub by: Option<QuestionIx>,
    /// The question whose figure is brought into sight.
    pub question: Option<QuestionIx>,
}

/// One of the authors' recommendations, in the explorer's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// The recommendation, in a sentence or two.
    pub text: String,
    /// Positions of the findings it rests on.
    pub rests_on: Vec<usize>,
}
