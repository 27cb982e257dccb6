//! Which ticks can stand together, as a package's schema declares it.

use disclosure::{Questionnaire, Ticks};

use super::{Cells, Layout, Unticked};

/// What a layout declares. A blank that means “not ticked” makes everybody without a tick one
/// who did not answer, so whoever answered ticked something.
pub(super) fn of(layout: &Layout) -> Questionnaire {
    let ticks = layout.questions.iter().map(|cells| match cells {
        Cells::Choice { .. } => Ticks::default(),
        Cells::Ticks { columns, unticked } => Ticks {
            exclusive: (0..columns.len()).filter(|&option| columns[option].exclusive).collect(),
            at_least_one: *unticked == Unticked::Blank,
        },
    });
    Questionnaire { ticks: ticks.collect() }
}
