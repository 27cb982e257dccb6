//! A survey as a whole, and its answers.

use std::sync::Arc;

use thiserror::Error;

use crate::findings::percent;
use crate::{
    About, Codebook, Cube, Finding, Provenance, PublishedFigure, QuestionIx, Recommendation,
    Records, Source,
};

/// One set of answers to the survey. Invented answers come in several, so that a reader can see
/// which figures stay put. A plain record; that no two have one id is for [`Survey::new`] to check.
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

/// What a survey is made of, before it is checked: a plain record, which promises nothing. Not
/// `non_exhaustive`, so that whoever reads all words of a survey has to read a new one.
#[derive(Clone, Debug)]
pub struct SurveyParts {
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

/// A whole survey, checked. To change one, take it apart and have it checked again:
///
/// ```compile_fail,E0616
/// fn forget_answers(survey: &mut survey::Survey) {
///     survey.parts.draws.clear();
/// }
/// ```
///
/// ```compile_fail,E0451
/// fn unchecked(parts: survey::SurveyParts) -> survey::Survey {
///     survey::Survey { parts }
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Survey {
    parts: SurveyParts,
}

/// What is wrong with a survey whose parts are each right.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
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
    pub fn new(parts: SurveyParts) -> Result<Self, SurveyError> {
        for draw in &parts.draws {
            match (parts.about.provenance, &draw.form) {
                (Provenance::Synthetic | Provenance::Public, Form::Records(_)) => {}
                (Provenance::Confidential, Form::Cube(_)) if parts.draws.len() == 1 => {}
                (Provenance::Confidential, Form::Records(_)) => {
                    return Err(SurveyError::ConfidentialRecords);
                }
                (
                    Provenance::Synthetic | Provenance::Public | Provenance::Confidential,
                    Form::Cube(_),
                ) => return Err(SurveyError::NeedlessCube),
            }
        }
        Self::unprotected(parts)
    }

    /// Checks that the parts fit together, and no more: on the machine of the answers' holder a
    /// confidential survey is still made of records. A survey of that kind can't be written as a
    /// bundle.
    ///
    /// # Errors
    /// The first part that does not.
    pub fn unprotected(parts: SurveyParts) -> Result<Self, SurveyError> {
        if parts.draws.is_empty() {
            return Err(SurveyError::NoDraw);
        }
        for (position, draw) in parts.draws.iter().enumerate() {
            if parts.draws[..position].iter().any(|before| before.id == draw.id) {
                return Err(SurveyError::DrawTwice(draw.id.clone()));
            }
            if *draw.codebook() != parts.codebook {
                return Err(SurveyError::OtherCodebook(draw.id.clone()));
            }
        }
        parts.check_references()?;
        parts.check_published()?;
        Ok(Self { parts })
    }

    /// Everything the survey is made of, to be read as a whole.
    #[inline]
    pub fn parts(&self) -> &SurveyParts {
        &self.parts
    }

    /// Everything the survey is made of, to be changed and checked again.
    #[inline]
    pub fn into_parts(self) -> SurveyParts {
        self.parts
    }

    /// Title, provenance, licence and words.
    #[inline]
    pub fn about(&self) -> &About {
        &self.parts.about
    }

    /// The questions.
    #[inline]
    pub fn codebook(&self) -> &Arc<Codebook> {
        &self.parts.codebook
    }

    /// Figures published elsewhere.
    #[inline]
    pub fn figures(&self) -> &[PublishedFigure] {
        &self.parts.figures
    }

    /// What was found.
    #[inline]
    pub fn findings(&self) -> &[Finding] {
        &self.parts.findings
    }

    /// What the authors recommend.
    #[inline]
    pub fn recommendations(&self) -> &[Recommendation] {
        &self.parts.recommendations
    }

    /// The answers; at least one set, and of a confidential survey exactly one.
    #[inline]
    pub fn draws(&self) -> &[Draw] {
        &self.parts.draws
    }

    /// How many could have answered a question, had everybody invited answered. `None` where that is
    /// not declared, and of a question that was not put to everybody: nobody knows how many of those
    /// who did not answer would have been asked it.
    pub fn invited_to(&self, question: QuestionIx) -> Option<u32> {
        self.parts
            .about
            .invited
            .filter(|_| self.parts.codebook.question(question).asked_if.is_none())
    }

    /// The draw with this id.
    pub fn draw(&self, id: &str) -> Option<usize> {
        self.parts.draws.iter().position(|draw| draw.id == id)
    }
}

impl SurveyParts {
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
            // A percentage that was public before confidential answers are released may have been of
            // another base; the packer judges it.
            if self.about.provenance.is_confidential() && figure.count.is_none() {
                continue;
            }
            for draw in &self.draws {
                let Ok(tally) = draw.source().total(question) else { continue };
                let (count, base) = (tally.counts[option], tally.answered);
                if !figure.agrees_with(count, base) {
                    let percent = percent(count, base).unwrap_or_default();
                    return Err(SurveyError::NotAsPublished {
                        figure: figure.id.clone(),
                        published: figure.numbers(),
                        draw: draw.id.clone(),
                        counted: format!("{count} of {base} ({percent}%)"),
                    });
                }
            }
        }
        Ok(())
    }
}
