//! A cube as a source. What may be asked is decided in one place, [`Cube::gate`]; the answer to
//! everything else is the same, whether it was withheld, is empty or was never declared.

use super::{Crossed, Cube};
use crate::source::{Available, NotAvailable, Snapshot, Source};
use crate::{
    Against, Breakdown, Codebook, Comparison, Filter, Matching, Pick, QuestionIx, Records, Tally,
};

/// The respondents that declared tables can tell of.
pub(super) enum Selection {
    Everybody,
    /// Those with one of these answers to a grouping, by position.
    Of(QuestionIx, Vec<usize>),
}

impl Source for Cube {
    fn codebook(&self) -> &Codebook {
        &self.codebook
    }

    fn respondents(&self) -> u32 {
        self.respondents
    }

    fn total(&self, question: QuestionIx) -> Available<&Tally> {
        self.totals[question.0].as_ref().ok_or(NotAvailable)
    }

    fn offers(&self, filter: &Filter, by: Option<QuestionIx>) -> bool {
        match (self.gate(filter), by) {
            (Ok(Selection::Everybody), Some(by)) => self.has_tables_by(by),
            (Ok(_), None) => true,
            _ => false,
        }
    }

    fn answer(&self, filter: &Filter) -> Snapshot {
        let each = |tell: &dyn Fn(QuestionIx) -> Available<Tally>| {
            (0..self.totals.len()).map(|position| tell(QuestionIx(position))).collect()
        };
        let total = |question| self.total(question).cloned();
        match self.gate(filter) {
            Err(no) => Snapshot {
                selected: Err(no),
                tallies: each(&|_| Err(no)),
                facets: each(&|_| Err(no)),
            },
            Ok(Selection::Everybody) => Snapshot {
                selected: Ok(self.respondents),
                tallies: each(&total),
                facets: each(&|question| {
                    if self.has_tables_by(question) { total(question) } else { Err(NotAvailable) }
                }),
            },
            Ok(Selection::Of(by, options)) => {
                let own = self.own(by, &options);
                Snapshot {
                    selected: own.as_ref().map(|tally| tally.answered).map_err(|no| *no),
                    tallies: each(&|question| match self.table(question, by) {
                        Some(table) => Ok(table.among(&options)),
                        None if question == by => own.clone(),
                        None => Err(NotAvailable),
                    }),
                    facets: each(&|question| {
                        if question == by { total(question) } else { Err(NotAvailable) }
                    }),
                }
            }
        }
    }

    fn breakdown(
        &self,
        filter: &Filter,
        question: QuestionIx,
        by: QuestionIx,
    ) -> Available<Breakdown> {
        if !self.offers(filter, Some(by)) {
            return Err(NotAvailable);
        }
        let table = self.table(question, by).ok_or(NotAvailable)?;
        let rest = self.total(question)?.without(&table.parts).ok_or(NotAvailable)?;
        let sizes = self.total(by)?.counts.clone();
        Ok(Breakdown { parts: table.parts.clone(), rest, sizes })
    }

    fn compare(&self, filter: &Filter, against: &Against) -> Comparison {
        self.compared(filter, against)
    }

    fn records(&self) -> Option<&Records> {
        None
    }
}

impl Cube {
    /// What may be asked: of everybody, or of those with any of some answers to one grouping that has
    /// tables. Two clauses together would be a table that was never declared.
    pub(super) fn gate(&self, filter: &Filter) -> Available<Selection> {
        let mut clauses = filter.clauses().filter(|(_, clause)| !clause.picks().is_empty());
        let (first, second) = (clauses.next(), clauses.next());
        if second.is_some() || !filter.respondents().is_empty() {
            return Err(NotAvailable);
        }
        let Some((by, clause)) = first else { return Ok(Selection::Everybody) };
        if clause.matching == Matching::All || !self.has_tables_by(by) {
            return Err(NotAvailable);
        }
        let there = self.codebook.question(by).options.len();
        let option = |pick: &Pick| match *pick {
            Pick::Option(option) if option < there => Ok(option),
            _ => Err(NotAvailable),
        };
        let options = clause.picks().iter().map(option).collect::<Available<_>>()?;
        Ok(Selection::Of(by, options))
    }

    fn has_tables_by(&self, by: QuestionIx) -> bool {
        self.crossed.iter().any(|table| table.by == by)
    }

    fn table(&self, question: QuestionIx, by: QuestionIx) -> Option<&Crossed> {
        self.crossed.iter().find(|table| (table.question, table.by) == (question, by))
    }

    /// The grouping's own answers among those selected by it: the picked ones and no other.
    fn own(&self, by: QuestionIx, options: &[usize]) -> Available<Tally> {
        let total = self.total(by)?;
        let mut own = Tally { counts: vec![0; total.counts.len()], ..Tally::default() };
        for &option in options {
            own.counts[option] = total.counts[option];
            own.answered += total.counts[option];
        }
        own.asked = own.answered;
        Ok(own)
    }
}

impl Crossed {
    /// The tally of several parts together. A respondent is in one part only, and together they are
    /// no more than the total, so that sums stay within their type.
    fn among(&self, options: &[usize]) -> Tally {
        let answers = self.parts.first().map_or(0, |part| part.counts.len());
        let mut sum = Tally { counts: vec![0; answers], ..Tally::default() };
        for &option in options {
            let part = &self.parts[option];
            sum.answered += part.answered;
            for (count, more) in sum.counts.iter_mut().zip(&part.counts) {
                *count += more;
            }
        }
        sum.asked = sum.answered;
        sum
    }
}
