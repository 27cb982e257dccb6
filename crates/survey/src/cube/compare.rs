//! Two selections of declared tables. What is compared was published, or follows from it by taking
//! one from another; of fewer than [`SMALLEST_PROTECTED_GROUP`] nothing is told.

use super::Cube;
use super::answer::Selection;
use crate::compare::{Against, Comparison, Side};
use crate::limits::SMALLEST_PROTECTED_GROUP;
use crate::source::{Available, NotAvailable, Source};
use crate::{Filter, QuestionIx, Tally};

impl Cube {
    pub(super) fn compared(&self, filter: &Filter, against: &Against) -> Comparison {
        let (first, everybody) = (self.side(filter), self.side(&Filter::default()));
        let nobody = || Side {
            size: Ok(0),
            tallies: self
                .codebook
                .questions()
                .iter()
                .map(|question| {
                    Ok(Tally { counts: vec![0; question.options.len()], ..Tally::default() })
                })
                .collect(),
        };
        let (second, both) = match against {
            // Nobody is left over: that tells of nobody.
            Against::Others if first.size == Ok(self.respondents) => (nobody(), nobody()),
            Against::Others => (self.others(&first), nobody()),
            Against::Everybody => (everybody, first.clone()),
            Against::Filter(other) => (self.side(other), self.shared(filter, other, nobody)),
        };
        Comparison { first, second, both }
    }

    fn side(&self, filter: &Filter) -> Side {
        let snapshot = self.answer(filter);
        Side { size: snapshot.selected, tallies: snapshot.tallies }
    }

    fn others(&self, first: &Side) -> Side {
        let others = |(position, tally): (usize, &Available<Tally>)| {
            let tally = tally.as_ref().map_err(|no| *no)?;
            let others = self.total(QuestionIx(position))?.without(std::slice::from_ref(tally));
            others.filter(|others| others.answered >= SMALLEST_PROTECTED_GROUP).ok_or(NotAvailable)
        };
        let size = first.size.and_then(|size| {
            let others = self.respondents.saturating_sub(size);
            if others >= SMALLEST_PROTECTED_GROUP { Ok(others) } else { Err(NotAvailable) }
        });
        Side { size, tallies: first.tallies.iter().enumerate().map(others).collect() }
    }

    /// Answers of one grouping are shared where both pick them; how two groupings overlap is told by
    /// no table.
    fn shared(&self, filter: &Filter, other: &Filter, nobody: impl Fn() -> Side) -> Side {
        match (self.gate(filter), self.gate(other)) {
            (Ok(Selection::Everybody), Ok(_)) => self.side(other),
            (Ok(_), Ok(Selection::Everybody)) => self.side(filter),
            (Ok(Selection::Of(one, _)), Ok(Selection::Of(two, _))) if one == two => {
                let mut shared = filter.clone();
                if let (Some(mine), Some(theirs)) = (filter.clause(one), other.clause(two)) {
                    for pick in mine.picks().iter().filter(|pick| !theirs.picks().contains(pick)) {
                        shared.toggle(one, *pick);
                    }
                }
                if shared.is_empty() { nobody() } else { self.side(&shared) }
            }
            _ => Side {
                size: Err(NotAvailable),
                tallies: vec![Err(NotAvailable); self.codebook.questions().len()],
            },
        }
    }
}
