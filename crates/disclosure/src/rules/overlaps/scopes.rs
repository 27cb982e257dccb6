//! The known unions of every question with several answers: of everybody, and of every group.

use std::collections::BTreeSet;

use survey::{Kind, QuestionIx};

use super::unions::{Asked, Known, Of, unions};
use crate::rule::Case;
use crate::rules::known_counts::{self, KnownCounts};
use crate::rules::splits::Splits;

/// The respondents that counts are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Place {
    Everybody,
    /// An answer to a grouping; without one, those in none of its groups.
    Group(QuestionIx, Option<usize>),
}

/// One question's known unions among some respondents.
#[derive(Clone, Debug)]
pub(in crate::rules) struct Scope {
    pub(in crate::rules) question: QuestionIx,
    pub(in crate::rules) place: Place,
    pub(in crate::rules) known: Vec<Known>,
}

/// The scopes of all that is known: this release, earlier ones, figures that were public before.
pub(in crate::rules) fn scopes(case: &Case<'_>) -> Vec<Scope> {
    let codebook = &case.known.codebook;
    let (totals, splits) = (known_counts::of_questions(case), Splits::new(case.known));
    let mut scopes = Vec::new();
    for (question, declared) in codebook.iter() {
        match declared.kind {
            Kind::Multiple => {}
            Kind::Single | Kind::Ordered => continue,
        }
        let ticks = &case.sample.ticks[question.position()];
        let bases = |ix: QuestionIx| totals[ix.position()].base;
        let mut asked = asked(case, question, &bases);
        asked.extend(asked_either(case, &asked));
        let KnownCounts { base, counts } = &totals[question.position()];
        let known = unions(ticks, *base, counts, &asked);
        scopes.push(Scope { question, place: Place::Everybody, known });
        for (by, grouping) in codebook.iter() {
            for group in 0..=grouping.options.len() {
                let split = splits.get(question, by);
                let base = split.map(|split| split.bases[group]);
                let counts = split.map_or_else(
                    || vec![None; counts.len()],
                    |split| split.cells[group].iter().copied().map(Some).collect(),
                );
                let bases = |ix: QuestionIx| splits.get(ix, by).map(|split| split.bases[group]);
                let asked = self::asked(case, question, &bases);
                let known = unions(ticks, base, &counts, &asked);
                let group = Some(group).filter(|group| *group < grouping.options.len());
                if !known.is_empty() {
                    scopes.push(Scope { question, place: Place::Group(by, group), known });
                }
            }
        }
    }
    scopes
}

/// The questions asked after one, with those of their bases that are known.
pub(super) fn asked(
    case: &Case<'_>,
    question: QuestionIx,
    base: &dyn Fn(QuestionIx) -> Option<u32>,
) -> Vec<Asked> {
    let routed = case.known.codebook.iter().filter_map(|(ix, routed)| {
        let routing = routed.asked_if.as_ref().filter(|routing| routing.question == question)?;
        let any_of = routing.any_of.iter().copied().collect();
        Some(Asked { of: Of::Asked(ix), any_of, base: base(ix)? })
    });
    routed.collect()
}

/// A table of one of these questions by another counts those who were asked both, and so tells how
/// many were asked either.
fn asked_either(case: &Case<'_>, asked: &[Asked]) -> Vec<Asked> {
    let mut either = Vec::new();
    for table in &case.known.crossed {
        let find = |ix| asked.iter().find(|asked| asked.of == Of::Asked(ix));
        let (Some(one), Some(other)) = (find(table.question), find(table.by)) else { continue };
        let both: u32 = table.parts.iter().map(|part| part.answered).sum();
        let any_of: BTreeSet<usize> = one.any_of.union(&other.any_of).copied().collect();
        if let Some(base) = (one.base + other.base).checked_sub(both) {
            either.push(Asked { of: Of::AskedEither(table.question, table.by), any_of, base });
        }
    }
    either
}
