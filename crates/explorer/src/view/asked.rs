//! What a figure is asked for: a question, and of whom.

use survey::{Filter, Form, Phrase, Provenance, Question, QuestionIx, Source, Survey, Tally};

use super::selection::{Base, Selection};
use crate::state::Uncertainty;
use crate::words::figure as words;

/// What a figure is made from, besides the counts.
pub(super) struct Asked<'a> {
    pub(super) survey: &'a Survey,
    pub(super) question: QuestionIx,
    /// How many are selected.
    pub(super) selected: u32,
    /// What they have in common.
    pub(super) selection: &'a Selection,
    /// What selects them.
    pub(super) filter: &'a Filter,
    /// What the other invented set gives of the same selection; none where it is not shown.
    pub(super) other_set: Option<&'a Tally>,
    /// How it is shown that shares may be off.
    pub(super) uncertainty: Uncertainty,
    /// The order of the answers, by position.
    pub(super) order: &'a [usize],
    /// Whether the filter picks an option.
    pub(super) picked: &'a dyn Fn(usize) -> bool,
}

impl Asked<'_> {
    pub(super) fn question(&self) -> &Question {
        self.survey.codebook().question(self.question)
    }

    pub(super) fn noun(&self) -> &Phrase {
        &self.survey.about().respondent
    }

    /// Whether the answers are told only in tables, where who is asked is who answered.
    pub(super) fn protected(&self) -> bool {
        match self.survey.about().provenance {
            Provenance::Synthetic | Provenance::Public => false,
            Provenance::Confidential => true,
        }
    }

    /// Whether they are everybody.
    pub(super) fn everybody(&self) -> bool {
        self.filter.is_empty()
    }

    /// Whom a share of a tally is of.
    pub(super) fn base(&self, tally: &Tally) -> Base {
        self.selection.answered(self.survey, self.question(), tally, self.selected, None)
    }
}

/// The other of two invented sets, of which `draw` is shown: none where it does not hold the same
/// respondents that a filter names.
pub(super) fn other_set<'a>(
    survey: &'a Survey,
    draw: usize,
    filter: &Filter,
) -> Option<&'a dyn Source> {
    let [first, second] = survey.draws() else { return None };
    let other = if draw == 0 { second } else { first };
    let is_shown = survey.about().provenance.is_invented()
        && (filter.respondents().is_empty() || first.ids() == second.ids());
    is_shown.then(|| other.source())
}

/// What to mind of a survey whose respondents are weighted: every screen counts them.
pub(super) fn unweighted(survey: &Survey) -> Option<String> {
    let weighted = survey.draws().iter().any(|draw| match &draw.form {
        Form::Records(records) => records.weights().is_some(),
        Form::Cube(_) => false,
    });
    weighted.then(|| words::unweighted(&survey.about().respondent.one))
}
