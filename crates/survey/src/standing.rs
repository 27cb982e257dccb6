//! Where each number that is shown comes from: it was printed, follows from what was printed, was
//! counted, or was made up. `docs/statistics.md` has the rule with a table of cases.
//!
//! A standing belongs to one number. A share has three, its count, its base and its percentage, and
//! one of them may have been printed while the others were worked out.

use crate::{Filter, Kind, Matching, Pick, Provenance, PublishedFigure, QuestionIx, Survey};

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// This very number was printed.
    Published,
    /// It follows from numbers or words that were printed.
    WorkedOut,
    /// It was counted from answers that are public.
    Reported,
    /// It stands in a table of confidential answers that gives nobody away.
    Protected,
    /// It was made up.
    Invented,
}

impl Standing {
    /// Whether the number says something about those who answered.
    pub fn is_real(self) -> bool {
        match self {
            Self::Published | Self::WorkedOut | Self::Reported | Self::Protected => true,
            Self::Invented => false,
        }
    }
}

/// Where the numbers of a share come from, as in "51 of 57 (89%)".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareStanding {
    /// The count, 51.
    pub count: Standing,
    /// The number it is of, 57.
    pub base: Standing,
    /// The percentage, 89.
    pub percentage: Standing,
}

impl ShareStanding {
    fn all(standing: Standing) -> Self {
        Self { count: standing, base: standing, percentage: standing }
    }

    /// Where the numbers of a breakdown or a comparison come from: parts of what was published were
    /// not published.
    pub fn of_parts(provenance: Provenance) -> Self {
        Self::all(match provenance {
            Provenance::Synthetic => Standing::Invented,
            Provenance::Public => Standing::Reported,
            Provenance::Confidential => Standing::Protected,
        })
    }

    /// Whether count or percentage was printed.
    pub fn is_published(&self) -> bool {
        [self.count, self.percentage].contains(&Standing::Published)
    }

    /// Whether the share says something about those who answered.
    pub fn is_real(&self) -> bool {
        self.count.is_real()
    }
}

impl Survey {
    /// Where the numbers of one answer come from, among the respondents whom a filter selects.
    ///
    /// How invented answers go together is artificial, so within a selection nothing is real, unless
    /// the selection leaves out nobody whom the question was put to.
    pub fn standing(&self, filter: &Filter, question: QuestionIx, option: usize) -> ShareStanding {
        match self.about().provenance {
            Provenance::Synthetic if self.selects_all_asked(filter, question) => {}
            provenance => return ShareStanding::of_parts(provenance),
        }
        if let Some(figure) = self.figure_of(question, option) {
            return standing_of(figure);
        }
        if self.follows(question, option) {
            return ShareStanding::all(Standing::WorkedOut);
        }
        ShareStanding::all(Standing::Invented)
    }

    /// What was printed of an answer of all respondents together.
    pub fn figure_of(&self, question: QuestionIx, option: usize) -> Option<&PublishedFigure> {
        let about = Some((question, option));
        self.figures().iter().find(|figure| {
            figure.about == about && (figure.count.is_some() || figure.percent.is_some())
        })
    }

    /// Whether an answer's count is what those of all other answers leave of the base.
    fn follows(&self, question: QuestionIx, option: usize) -> bool {
        let asked = self.codebook().question(question);
        let others = || (0..asked.options.len()).filter(|&other| other != option);
        match asked.kind {
            Kind::Single | Kind::Ordered => {
                let figures = others().map(|other| self.figure_of(question, other));
                let known = figures.map(|figure| figure.is_some_and(|f| f.count.is_some()));
                let has_base = others()
                    .filter_map(|other| self.figure_of(question, other))
                    .any(|figure| figure.base.is_some());
                has_base && known.into_iter().all(|known| known)
            }
            Kind::Multiple => false,
        }
    }

    /// Whether a filter selects everybody to whom a question was put, because each of its clauses asks
    /// for nothing but what led there.
    pub fn selects_all_asked(&self, filter: &Filter, question: QuestionIx) -> bool {
        filter.respondents().is_empty()
            && filter.clauses().all(|(narrowed, clause)| {
                clause.picks().is_empty()
                    || self.leads(question, narrowed).is_some_and(|any_of| {
                        let asked = self.codebook().question(narrowed);
                        let meets = |option: usize, pick: Pick| match pick {
                            Pick::Option(picked) => picked == option,
                            Pick::Group(group) => asked.options[option].group == Some(group),
                        };
                        any_of.iter().all(|&option| match clause.matching {
                            Matching::Any => clause.picks().iter().any(|&pick| meets(option, pick)),
                            Matching::All => clause.picks().iter().all(|&pick| meets(option, pick)),
                        })
                    })
            })
    }

    /// The answers to an earlier question of which each respondent who was asked a later one gave one.
    fn leads(&self, question: QuestionIx, earlier: QuestionIx) -> Option<&[usize]> {
        let mut at = question;
        while let Some(routing) = &self.codebook().question(at).asked_if {
            if routing.question == earlier {
                return Some(&routing.any_of);
            }
            at = routing.question;
        }
        None
    }
}

/// The survey was checked: the answers give what was printed.
fn standing_of(figure: &PublishedFigure) -> ShareStanding {
    let standing = |printed: Option<u32>, inferred: bool| {
        if printed.is_some() && !inferred { Standing::Published } else { Standing::WorkedOut }
    };
    ShareStanding {
        count: standing(figure.count, figure.inferred.count),
        base: standing(figure.base, figure.inferred.base),
        percentage: standing(figure.percent, figure.inferred.percent),
    }
}

#[cfg(test)]
mod tests;
