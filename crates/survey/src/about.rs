//! A survey as a whole: who made it, where its answers come from, what was found.

use std::sync::Arc;

use survey_stats::percent;
use thiserror::Error;

use crate::{Codebook, Cube, Filter, QuestionIx, Records, Source};

/// Words that depend on a number: "team" and "teams", "uses" and "use".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// For exactly one.
    pub one: String,
    /// For none and for more than one.
    pub other: String,
}

impl Phrase {
    /// The form that goes with `count`.
    pub fn for_count(&self, count: u64) -> &str {
        if count == 1 { &self.one } else { &self.other }
    }
}

/// Where the answers come from, which decides what may be packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// Made up; only the published figures among them are real.
    Synthetic,
    /// Real, and already published by their holder.
    Public,
    /// Real, and not public: no form of a record may leave the holder's machine.
    Confidential,
}

/// What a reader must know about the survey before its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Short and stable, as in the package: "tic-2022".
    pub name: String,
    /// The survey's title.
    pub title: String,
    /// The version of the package.
    pub version: String,
    /// What the survey was, in paragraphs.
    pub description: Vec<String>,
    /// Where the answers come from.
    pub provenance: Provenance,
    /// The sentence on provenance that every screen, export and embed carries; may be empty for
    /// public answers.
    pub banner: String,
    /// What a respondent is called: "team", "teams".
    pub respondent: Phrase,
    /// How many were invited, where known.
    pub invited: Option<u32>,
    /// What the figures can't say, a paragraph each.
    pub limits: Vec<String>,
    /// Under which licence the package may be used.
    pub licence: String,
    /// How to cite it.
    pub citation: String,
    /// The publications the package rests on.
    pub sources: Vec<Publication>,
}

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

/// A publication that the survey's package rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Who published what, and when.
    pub title: String,
    /// Where it can be read today, where that is known.
    pub address: Option<String>,
}

impl About {
    /// Where a publication can be read, by its title.
    pub fn address_of(&self, title: &str) -> Option<&str> {
        self.sources.iter().find(|source| source.title == title)?.address.as_deref()
    }
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
        let share = match (self.count, self.base) {
            (Some(count), Some(base)) => format!("{count} of {base}"),
            (Some(count), None) => count.to_string(),
            (None, Some(base)) => format!("a share of {base}"),
            (None, None) => String::new(),
        };
        match (share.as_str(), self.percent) {
            (_, None) => share,
            ("", Some(percent)) => format!("{percent}%"),
            (share, Some(percent)) => format!("{share} ({percent}%)"),
        }
    }
}

/// A count of a base as it is told where it contradicts what was published.
pub(crate) fn share(count: u32, base: u32) -> String {
    percent(count, base).map_or_else(
        || format!("{count} of {base}"),
        |percent| format!("{count} of {base} ({percent}%)"),
    )
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

/// One set of answers to the survey. Invented answers come in several, so that a reader can see
/// which figures stay put.
#[derive(Clone, Debug)]
pub struct Draw {
    /// Stable and short: stands in addresses.
    pub id: String,
    /// What a reader sees.
    pub label: String,
    /// The answers, or what is published of them.
    pub form: Form,
}

/// In which form a set of answers is held.
#[derive(Clone, Debug)]
pub enum Form {
    /// Everybody's answers: invented, or published by their holder.
    Records(Arc<Records>),
    /// Declared tables of confidential answers.
    Cube(Arc<Cube>),
}

impl Draw {
    /// What can be asked of the answers.
    pub fn source(&self) -> &dyn Source {
        match &self.form {
            Form::Records(records) => &**records,
            Form::Cube(cube) => &**cube,
        }
    }

    /// The answers on record, where that is their form.
    pub fn records(&self) -> Option<&Records> {
        self.source().records()
    }

    /// The respondents' names, by row; none where there are no records.
    pub fn ids(&self) -> &[String] {
        self.records().map_or(&[], Records::ids)
    }

    fn codebook(&self) -> &Arc<Codebook> {
        match &self.form {
            Form::Records(records) => records.codebook(),
            Form::Cube(cube) => cube.codebook(),
        }
    }
}

/// A whole survey, checked.
#[derive(Clone, Debug)]
pub struct Survey {
    /// Title, provenance, licence and words.
    pub about: About,
    /// The questions.
    pub codebook: Arc<Codebook>,
    /// Figures published elsewhere.
    pub figures: Vec<PublishedFigure>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// What the authors recommend.
    pub recommendations: Vec<Recommendation>,
    /// The answers; at least one set, and of a confidential survey exactly one.
    pub draws: Vec<Draw>,
}

/// What is wrong with a survey whose parts are each right.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SurveyError {
    /// No answers at all.
    #[error("the survey has no answers")]
    NoDraw,
    /// Two sets of answers with one id.
    #[error("two sets of answers have the id “{0}”")]
    DrawTwice(String),
    /// Records of a survey that is confidential.
    #[error("the answers are confidential: no form of a record may be in the survey")]
    ConfidentialRecords,
    /// Tables of a survey that is not confidential, or several sets of them.
    #[error("protected tables are for one set of confidential answers")]
    NeedlessCube,
    /// A set of answers to other questions.
    #[error("the answers “{0}” belong to another codebook")]
    OtherCodebook(String),
    /// A figure, finding or recommendation that names what is not there.
    #[error("{0} names a question, option or finding that the survey does not have")]
    Dangling(String),
    /// Answers that contradict a figure published of them.
    #[error("“{figure}” is published as {published}, but answers “{draw}” give {counted}")]
    NotAsPublished {
        /// The published figure's id.
        figure: String,
        /// The published count and base.
        published: String,
        /// The set of answers.
        draw: String,
        /// What was counted.
        counted: String,
    },
}

impl Survey {
    /// Checks that the parts fit together, and that the answers have the form that their provenance
    /// demands: a confidential survey has one set of answers, a cube; no other survey has a cube.
    ///
    /// # Errors
    /// The first part that does not.
    pub fn checked(self) -> Result<Self, SurveyError> {
        for draw in &self.draws {
            match (self.about.provenance, &draw.form) {
                (Provenance::Synthetic | Provenance::Public, Form::Records(_)) => {}
                (Provenance::Confidential, Form::Cube(_)) if self.draws.len() == 1 => {}
                (Provenance::Confidential, Form::Records(_)) => {
                    return Err(SurveyError::ConfidentialRecords);
                }
                (
                    Provenance::Synthetic | Provenance::Public | Provenance::Confidential,
                    Form::Cube(_),
                ) => return Err(SurveyError::NeedlessCube),
            }
        }
        self.consistent()
    }

    /// Checks that the parts fit together, and no more: on the machine of the answers' holder a
    /// confidential survey is still made of records. Such a survey can't be written as a bundle.
    ///
    /// # Errors
    /// The first part that does not.
    pub fn consistent(self) -> Result<Self, SurveyError> {
        if self.draws.is_empty() {
            return Err(SurveyError::NoDraw);
        }
        for (position, draw) in self.draws.iter().enumerate() {
            if self.draws[..position].iter().any(|before| before.id == draw.id) {
                return Err(SurveyError::DrawTwice(draw.id.clone()));
            }
            if *draw.codebook() != self.codebook {
                return Err(SurveyError::OtherCodebook(draw.id.clone()));
            }
        }
        self.check_references()?;
        self.check_published()?;
        Ok(self)
    }

    /// How many could have answered a question, had everybody invited answered. `None` where that is
    /// not declared, and of a question that was not put to everybody: nobody knows how many of those
    /// who did not answer would have been asked it.
    pub fn invited_to(&self, question: QuestionIx) -> Option<u32> {
        self.about.invited.filter(|_| self.codebook.question(question).asked_if.is_none())
    }

    /// The draw with this id.
    pub fn draw(&self, id: &str) -> Option<usize> {
        self.draws.iter().position(|draw| draw.id == id)
    }

    fn check_references(&self) -> Result<(), SurveyError> {
        let has = |question: QuestionIx, option: Option<usize>| {
            self.codebook
                .questions()
                .get(question.0)
                .is_some_and(|question| option.is_none_or(|option| option < question.options.len()))
        };
        let dangling = |what: &str, id: &str| Err(SurveyError::Dangling(format!("{what} “{id}”")));
        for figure in &self.figures {
            if figure.about.is_some_and(|(question, option)| !has(question, Some(option))) {
                return dangling("the published figure", &figure.id);
            }
        }
        for finding in &self.findings {
            let link = &finding.explore;
            let linked = link.by.into_iter().chain(link.question);
            let whole = finding.figures.iter().all(|f| has(f.question, f.option))
                && linked.into_iter().all(|question| has(question, None))
                && link.filter.fits(&self.codebook);
            if !whole {
                return dangling("the finding", &finding.id);
            }
        }
        for recommendation in &self.recommendations {
            if recommendation.rests_on.iter().any(|&finding| finding >= self.findings.len()) {
                return dangling("the recommendation", &recommendation.text);
            }
        }
        Ok(())
    }

    fn check_published(&self) -> Result<(), SurveyError> {
        for figure in &self.figures {
            let Some((question, option)) = figure.about else { continue };
            for draw in &self.draws {
                let Ok(tally) = draw.source().total(question) else { continue };
                if !figure.agrees_with(tally.counts[option], tally.answered) {
                    return Err(SurveyError::NotAsPublished {
                        figure: figure.id.clone(),
                        published: figure.numbers(),
                        draw: draw.id.clone(),
                        counted: share(tally.counts[option], tally.answered),
                    });
                }
            }
        }
        Ok(())
    }
}
