//! With whom the reader's own answers are compared.

use survey::limits::FEWEST_PEERS;
use survey::{Clause, Codebook, Filter, Kind, Matching, Pick, Question, QuestionIx, Source};

use super::Own;

/// A choice of peers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Peers {
    /// Those of the same kind, once the reader has said which kind theirs is; until then everybody.
    #[default]
    Usual,
    /// Everybody.
    Everybody,
    /// Those who gave the reader's own answer to a question.
    Same(QuestionIx),
    /// Those with the traits that the reader ticked.
    Traits,
}

/// The question that says who one's peers are, such as the type of an authority.
pub fn kind_question(codebook: &Codebook) -> Option<QuestionIx> {
    codebook.iter().find(|(_, question)| question.peers).map(|(ix, _)| ix)
}

impl Own {
    /// The choice of peers that holds: the usual one is resolved, and one that rests on an answer
    /// that was taken back gives way to everybody.
    pub fn chosen_peers(&self, codebook: &Codebook) -> Peers {
        let answered = |question| self.same(codebook, question).is_some();
        match self.peers {
            Peers::Usual => match kind_question(codebook) {
                Some(kind) if answered(kind) => Peers::Same(kind),
                _ => Peers::Everybody,
            },
            Peers::Same(question) if !answered(question) => Peers::Everybody,
            chosen => chosen,
        }
    }

    /// The peers as a filter of the survey's respondents.
    pub fn peers_filter(&self, codebook: &Codebook) -> Filter {
        match self.chosen_peers(codebook) {
            Peers::Same(question) => self.same(codebook, question).unwrap_or_default(),
            Peers::Traits => self.traits.clone(),
            Peers::Usual | Peers::Everybody => Filter::default(),
        }
    }

    /// Those who gave the reader's own answer to a question, where it has one.
    pub fn same(&self, codebook: &Codebook, question: QuestionIx) -> Option<Filter> {
        match codebook.question(question).kind {
            Kind::Single | Kind::Ordered => {}
            Kind::Multiple => return None,
        }
        let option = *self.response().answer(codebook, question)?.first()?;
        let mut filter = Filter::default();
        filter.set(question, Clause::new(Matching::Any, [Pick::Option(option)]));
        Some(filter)
    }
}

/// The nearest larger group: the smallest one of at least [`FEWEST_PEERS`] that a filter becomes when one
/// of its clauses takes in one answer more, next to those it has where answers have an order, or
/// when a clause goes; everybody where neither is enough. With its size.
pub fn widened(filter: &Filter, source: &dyn Source) -> (Filter, u32) {
    let mut nearest = (Filter::default(), source.respondents());
    for (ix, clause) in filter.clauses() {
        let question = source.codebook().question(ix);
        let wider = (0..question.options.len())
            .filter(|option| adjoins(question, clause, *option))
            .map(|option| {
                let picks = clause.picks().iter().copied().chain([Pick::Option(option)]);
                Clause::new(clause.matching, picks)
            });
        for clause in [Clause::default()].into_iter().chain(wider) {
            let mut larger = filter.clone();
            larger.set(ix, clause);
            match source.answer(&larger).selected {
                Ok(size) if size >= FEWEST_PEERS && size < nearest.1 => nearest = (larger, size),
                _ => {}
            }
        }
    }
    nearest
}

/// Whether an answer may join a clause's.
fn adjoins(question: &Question, clause: &Clause, option: usize) -> bool {
    let has = |option: usize| clause.picks().contains(&Pick::Option(option));
    let in_order = match question.kind {
        Kind::Single | Kind::Multiple => true,
        Kind::Ordered => has(option + 1) || option.checked_sub(1).is_some_and(has),
    };
    !has(option) && in_order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_survey::{authority_type, definition, ix, tiny_survey};

    #[test]
    fn the_same_kind_is_the_usual_choice_once_it_is_known() {
        let survey = tiny_survey();
        let codebook = survey.codebook();
        let mut own = Own::default();
        assert_eq!(own.chosen_peers(codebook), Peers::Everybody);
        own.entries[0].response.give(authority_type(), Some(vec![1]));
        assert_eq!(own.chosen_peers(codebook), Peers::Same(authority_type()));
        assert!(own.peers_filter(codebook).has(authority_type(), Pick::Option(1)));
        // It rests on an answer that is not there.
        own.peers = Peers::Same(definition());
        assert_eq!(own.chosen_peers(codebook), Peers::Everybody);
        assert!(own.peers_filter(codebook).is_empty());
    }

    #[test]
    fn a_group_too_small_is_widened_to_the_nearest() {
        let survey = tiny_survey();
        let filter = |picks: &[(QuestionIx, usize)]| {
            let mut filter = Filter::default();
            for &(question, option) in picks {
                filter.toggle(question, Pick::Option(option));
            }
            filter
        };
        let (clear, partial, none, county) =
            ((definition(), 0), (definition(), 1), (definition(), 2), (authority_type(), 0));
        let cases = [
            // Six are clear; "none" does not adjoin "clear", so the twelve partial ones join.
            (filter(&[clear]), filter(&[clear, partial]), 18),
            // One step at a time: the smallest group that one makes is all ten counties.
            (filter(&[clear, county]), filter(&[county]), 10),
            // Nobody has no definition of what it does not use.
            (filter(&[none, (ix("uses"), 1)]), filter(&[none]), 12),
        ];
        for (small, larger, size) in cases {
            assert_eq!(widened(&small, survey.draws()[0].source()), (larger, size));
        }
    }
}
