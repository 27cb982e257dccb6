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
    /// Where and when: the title of one of the survey's publications, or of several with "; " between.
    pub source: String,
    /// The answer it is about, where it is about one: question, option.
    pub about: Option<(QuestionIx, usize)>,
    /// The percentage as published, or as words such as "a fifth" must have meant it.
    pub percent: Option<u32>,
    /// The count as published, or as it must have been.
    pub count: Option<u32>,
    /// The number the share is of.
    pub base: Option<u32>,
    /// Which of these numbers were never printed.
    pub inferred: Inferred,
}

/// Which numbers of a published figure were worked out from what was printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inferred {
    /// The percentage: words were printed.
    pub percent: bool,
    /// The count: a percentage was printed, or words.
    pub count: bool,
    /// What the share is of.
    pub base: bool,
}

impl PublishedFigure {
    /// Whether a count and its base are what was published, as far as it was.
    pub fn agrees_with(&self, count: u32, base: u32) -> bool {
        let agrees = |published: Option<u32>, counted| published.is_none_or(|n| counted == Some(n));
        agrees(self.count, Some(count))
            && agrees(self.base, Some(base))
            && agrees(self.percent, percent(count, base))
    }

    /// Its numbers in words: "51 of 57 (89%)".
    pub fn numbers(&self) -> String {
        let count = self.count.map_or_else(|| "a share".to_owned(), |count| count.to_string());
        let base = self.base.map_or_else(String::new, |base| format!(" of {base}"));
        let percent = self.percent.map_or_else(String::new, |percent| format!(" ({percent}%)"));
        count + &base + &percent
    }
}

/// The share in whole percent, halves up, as all programs here round it (`survey-stats`, which this
/// crate does without); `None` of nobody.
pub(crate) fn percent(count: u32, base: u32) -> Option<u32> {
    let (count, base) = (u64::from(count), u64::from(base));
    (200 * count + base).checked_div(2 * base).and_then(|percent| u32::try_from(percent).ok())
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
