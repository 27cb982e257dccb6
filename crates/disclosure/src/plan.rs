//! The release plan: what the holder of confidential answers wants published, and under which
//! rules. It stands as `disclosure` in the package's `survey` block; `docs/package.md` describes it.

mod since;

use survey::limits::SMALLEST_PROTECTED_GROUP;
use survey::{AnswerOption, Codebook, QuestionIx};

pub use self::since::Since;

/// What is to be published, and how strictly. Positions are those of the codebook before mergers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The smallest count that may be published; also of those who did not give the answer.
    pub threshold: u32,
    /// The fewest respondents that may form a group, or be left outside of one.
    pub smallest_group: u32,
    /// What becomes of a table that holds too small a count.
    pub failing: Failing,
    /// Questions that share one base. Each question stands in exactly one block.
    pub blocks: Vec<Vec<QuestionIx>>,
    /// Answers that are published as one.
    pub mergers: Vec<Merger>,
    /// What is not published, whatever its counts.
    pub withheld: Vec<Withheld>,
    /// Figures that were public before and would not pass otherwise, by their ids.
    pub overrides: Vec<Override>,
    /// Who has read the package's texts, and answers for the figures in them.
    pub texts: Option<SignedTexts>,
    /// The checksums of all releases before this one.
    pub earlier: Vec<String>,
    /// What became of questions of earlier releases that have another id now, or none.
    pub since: Vec<Since>,
}

/// What becomes of a table that holds too small a count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Failing {
    /// It is left out, as if it had not been declared.
    #[default]
    Absent,
    /// Nothing is packed.
    Refuse,
}

/// Answers to one question that are published as one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merger {
    /// The question.
    pub question: QuestionIx,
    /// Its answers, at least two of them, in the codebook's order.
    pub options: Vec<usize>,
    /// What takes their place.
    pub into: AnswerOption,
}

/// A table, or all tables of a question, that the holder does not want published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// The question.
    pub question: QuestionIx,
    /// The grouping; without one nothing of the question is published.
    pub by: Option<QuestionIx>,
}

/// A figure that has long been public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The figure's id in the table of published figures.
    pub figure: String,
    /// Who says so.
    pub signature: Signature,
}

/// Texts that somebody has read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedTexts {
    /// The first digits of the checksum of what was read; empty where it is not said.
    pub of: String,
    /// Who has read them.
    pub signature: Signature,
}

/// Who answers for something, since when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// A name and an office.
    pub by: String,
    /// A day: 2026-11-20.
    pub on: String,
    /// The reason.
    pub reason: String,
}

impl Plan {
    /// What a threshold may not be below, whatever the plan says: with two colluding respondents in
    /// a cell of 3, one is left.
    pub const LOWEST_THRESHOLD: u32 = 3;
    /// The threshold without another.
    pub const USUAL_THRESHOLD: u32 = 5;

    /// The safe plan: everything that passes the usual rules is published, on one base.
    pub fn usual(codebook: &Codebook) -> Self {
        Self {
            threshold: Self::USUAL_THRESHOLD,
            smallest_group: SMALLEST_PROTECTED_GROUP,
            failing: Failing::default(),
            blocks: vec![codebook.positions().collect()],
            mergers: Vec::new(),
            withheld: Vec::new(),
            overrides: Vec::new(),
            texts: None,
            earlier: Vec::new(),
            since: Vec::new(),
        }
    }

    /// Whether the plan itself keeps a table back; without a grouping, the question's own.
    pub fn withholds(&self, question: QuestionIx, by: Option<QuestionIx>) -> bool {
        self.withheld.iter().any(|withheld| {
            withheld.question == question && (withheld.by.is_none() || withheld.by == by)
        })
    }
}
