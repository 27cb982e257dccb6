//! What the questionnaire let respondents tick together, as far as the package declares it.

use super::{Cells, Layout, Unticked};

/// For each question of the codebook which ticks can stand together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questionnaire {
    /// By question. Questions with one answer have no rules of their own here.
    pub ticks: Vec<Ticks>,
}

/// Which ticks of one multiple-response question can stand together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticks {
    /// Options that nobody can tick together with another, such as “none of these”; ascending.
    pub exclusive: Vec<usize>,
    /// Whether everybody who answered ticked an option.
    pub at_least_one: bool,
}

impl Questionnaire {
    /// What a layout declares. A blank that means “not ticked” makes everybody without a tick one
    /// who did not answer, so whoever answered ticked something.
    pub(super) fn of(layout: &Layout) -> Self {
        let ticks = layout.questions.iter().map(|cells| match cells {
            Cells::Choice { .. } => Ticks::default(),
            Cells::Ticks { columns, unticked } => Ticks {
                exclusive: (0..columns.len()).filter(|&option| columns[option].exclusive).collect(),
                at_least_one: *unticked == Unticked::Blank,
            },
        });
        Self { ticks: ticks.collect() }
    }
}
