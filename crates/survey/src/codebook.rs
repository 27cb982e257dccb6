//! What was asked: questions, their options, their order and who was asked.

use thiserror::Error;

use crate::Phrase;

/// A question's position in its codebook. It comes from a codebook, or from the questions that are
/// about to be one, and from no number alone:
///
/// ```compile_fail,E0423
/// let nowhere = survey::QuestionIx(7);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionIx(pub(crate) usize);

impl QuestionIx {
    /// The question with this id, among questions that are not a codebook yet: routing names a
    /// question before there is one.
    pub fn find(questions: &[Question], id: &str) -> Option<Self> {
        questions.iter().position(|question| question.id == id).map(Self)
    }

    /// The position as a number, from 0.
    #[inline]
    pub const fn position(self) -> usize {
        self.0
    }
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of the options, which have no order of their own.
    Single,
    /// One of the options, which run from one end of a scale to the other.
    Ordered,
    /// Any number of the options, none included.
    Multiple,
}

impl Kind {
    /// Whether what answers one question can answer another of the same options.
    pub fn is_answered_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Single | Self::Ordered, Self::Single | Self::Ordered)
            | (Self::Multiple, Self::Multiple) => true,
            (Self::Single | Self::Ordered, Self::Multiple)
            | (Self::Multiple, Self::Single | Self::Ordered) => false,
        }
    }

    /// With fewer options there is nothing to choose.
    pub fn fewest_options(self) -> usize {
        match self {
            Self::Single | Self::Ordered => 2,
            Self::Multiple => 1,
        }
    }
}

/// One answer that could be given. A plain record: its question's codebook promises that the id is
/// the only one and that the group is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerOption {
    /// Stable and short: stands in addresses, files and commands.
    pub id: String,
    /// The words a reader sees.
    pub label: String,
    /// How respondents who gave this answer are spoken of: "screen for trauma".
    pub says: Option<Phrase>,
    /// Which of the question's groups the option belongs to.
    pub group: Option<usize>,
    /// Whether it is no step of its question's scale: “don't know”.
    pub off_scale: bool,
}

/// A named set of options of one question, such as a type of activity. A plain record, as an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionGroup {
    /// Stable and short, as an option's.
    pub id: String,
    /// The words a reader sees.
    pub label: String,
    /// What belongs to it, in a sentence.
    pub description: String,
}

/// Who is asked: those who gave one of these answers to an earlier question. A plain record: what is
/// earlier, and which answers there are, is for [`Codebook::new`] to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routing {
    /// The earlier question.
    pub question: QuestionIx,
    /// Positions of the options that lead here.
    pub any_of: Vec<usize>,
}

/// One question of the survey. A plain record, which promises nothing by itself: [`Codebook::new`]
/// checks it together with the others, and lends checked questions out unchangeable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Stable and short: stands in addresses, files and commands.
    pub id: String,
    /// The short name: "Clarity of definition".
    pub label: String,
    /// The question as it was put.
    pub text: String,
    /// How it is answered.
    pub kind: Kind,
    /// The answers, in the codebook's order.
    pub options: Vec<AnswerOption>,
    /// Named sets of options; empty where there are none.
    pub groups: Vec<OptionGroup>,
    /// Who was asked; `None` is everybody.
    pub asked_if: Option<Routing>,
    /// Whether other questions can be broken down by this one.
    pub grouping: bool,
    /// Whether its filter is offered before the others.
    pub prominent: bool,
    /// Whether those who gave the same answer are peers, as councils of one type are. Respondents
    /// with different answers may be compared, and it is then said that they are of different kinds.
    pub peers: bool,
    /// What a reader must know to read the figure right.
    pub note: Option<String>,
}

impl Question {
    /// The option with this id, as a position.
    pub fn option(&self, id: &str) -> Option<usize> {
        self.options.iter().position(|option| option.id == id)
    }

    /// The group with this id, as a position.
    pub fn group(&self, id: &str) -> Option<usize> {
        self.groups.iter().position(|group| group.id == id)
    }

    /// Positions of the options of a group.
    pub fn options_of_group(&self, group: usize) -> impl Iterator<Item = usize> + '_ {
        self.options
            .iter()
            .enumerate()
            .filter(move |(_, option)| option.group == Some(group))
            .map(|(position, _)| position)
    }
}

/// All questions of a survey, in the order they were put. Checked once, when made, and not to be
/// changed after:
///
/// ```compile_fail,E0616
/// fn forget_questions(codebook: &mut survey::Codebook) {
///     codebook.questions.clear();
/// }
/// ```
///
/// ```compile_fail,E0596
/// fn forget_options(codebook: &mut survey::Codebook) {
///     codebook.questions()[0].options.clear();
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Codebook {
    questions: Vec<Question>,
}

/// What is wrong with a codebook.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CodebookError {
    /// No question at all.
    #[error("the codebook has no question")]
    Empty,
    /// An id is not lower-case letters, digits, `_` or `-`.
    #[error("“{0}” can't be an id: use lower-case letters, digits, - and _ only")]
    Id(String),
    /// The same id twice.
    #[error("the id “{id}” stands twice in {place}")]
    Twice {
        /// The id.
        id: String,
        /// Where both stand.
        place: String,
    },
    /// A question with fewer options than its kind needs.
    #[error("question “{0}” has too few options: one for a multiple response, two otherwise")]
    TooFewOptions(String),
    /// Routing that names no earlier question or none of its options.
    #[error("question “{0}” is asked after an answer that no earlier question has")]
    Routing(String),
    /// Options off the scale that no scale is before.
    #[error(
        "question “{0}” has an answer off its scale, but no scale before it, or a step after it"
    )]
    OffScale(String),
    /// An option that names a group its question does not have.
    #[error("option “{option}” of question “{question}” is in a group that is not declared")]
    Group {
        /// The question's id.
        question: String,
        /// The option's id.
        option: String,
    },
}

impl Codebook {
    /// Checks the questions and makes a codebook of them.
    ///
    /// # Errors
    /// Every problem found, not only the first.
    pub fn new(questions: Vec<Question>) -> Result<Self, Vec<CodebookError>> {
        let mut errors = Vec::new();
        if questions.is_empty() {
            errors.push(CodebookError::Empty);
        }
        check_ids(questions.iter().map(|q| q.id.as_str()), "the codebook", &mut errors);
        for (position, question) in questions.iter().enumerate() {
            check_question(question, &questions[..position], &mut errors);
        }
        if errors.is_empty() { Ok(Self { questions }) } else { Err(errors) }
    }

    /// The questions, in order.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The questions with their positions.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionIx, &Question)> {
        self.questions
            .iter()
            .enumerate()
            .map(|(position, question)| (QuestionIx(position), question))
    }

    /// The positions of all questions, in order.
    pub fn positions(&self) -> impl ExactSizeIterator<Item = QuestionIx> + use<> {
        (0..self.questions.len()).map(QuestionIx)
    }

    /// The position with this number, from 0, where there is a question.
    pub fn position(&self, position: usize) -> Option<QuestionIx> {
        (position < self.questions.len()).then_some(QuestionIx(position))
    }

    /// The question at a position. Positions come from this codebook, so they are always there.
    pub fn question(&self, ix: QuestionIx) -> &Question {
        &self.questions[ix.0]
    }

    /// The question with this id.
    pub fn find(&self, id: &str) -> Option<QuestionIx> {
        QuestionIx::find(&self.questions, id)
    }
}

fn check_question(question: &Question, earlier: &[Question], errors: &mut Vec<CodebookError>) {
    let place = format!("question “{}”", question.id);
    check_ids(question.options.iter().map(|o| o.id.as_str()), &place, errors);
    check_ids(question.groups.iter().map(|g| g.id.as_str()), &place, errors);
    if question.options.len() < question.kind.fewest_options() {
        errors.push(CodebookError::TooFewOptions(question.id.clone()));
    }
    let steps = question.options.iter().take_while(|option| !option.off_scale).count();
    let is_scale = question.kind == Kind::Ordered && steps > 0;
    let mut rest = question.options.iter().skip(steps);
    if steps < question.options.len() && !(is_scale && rest.all(|option| option.off_scale)) {
        errors.push(CodebookError::OffScale(question.id.clone()));
    }
    for option in &question.options {
        if option.group.is_some_and(|group| group >= question.groups.len()) {
            errors.push(CodebookError::Group {
                question: question.id.clone(),
                option: option.id.clone(),
            });
        }
    }
    if let Some(routing) = &question.asked_if {
        let leads_here = earlier.get(routing.question.0).is_some_and(|before| {
            !routing.any_of.is_empty() && routing.any_of.iter().all(|&o| o < before.options.len())
        });
        if !leads_here {
            errors.push(CodebookError::Routing(question.id.clone()));
        }
    }
}

fn check_ids<'a>(ids: impl Iterator<Item = &'a str>, place: &str, errors: &mut Vec<CodebookError>) {
    let mut seen = Vec::new();
    for id in ids {
        let allowed =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
        if id.is_empty() || !id.chars().all(allowed) {
            errors.push(CodebookError::Id(id.to_owned()));
        }
        if seen.contains(&id) {
            errors.push(CodebookError::Twice { id: id.to_owned(), place: place.to_owned() });
        }
        seen.push(id);
    }
}
