//! What became of earlier releases' questions that have another id now, or none.

use std::collections::BTreeMap;

use survey::QuestionIx;

/// What became of a question of an earlier release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// The id that it had.
    pub question: String,
    /// The question that it is now; `None` where the package does not have it any more.
    pub now: Option<QuestionIx>,
    /// Answers whose ids changed: the id that each had, and the id that is published of it now.
    pub options: BTreeMap<String, String>,
}
