//! What follows from known unions, in words for the holder.

use survey::QuestionIx;

use super::scopes::{Place, Scope};
use super::unions::{Derived, Of};
use crate::rule::Case;
use crate::rules::cells::{cell, id};
use crate::tables::TableName;

/// Speaks of one question among some respondents.
pub(super) struct Words<'a> {
    pub(super) case: &'a Case<'a>,
    pub(super) scope: &'a Scope,
}

impl Words<'_> {
    pub(super) fn table(&self) -> TableName {
        let by = match self.scope.place {
            Place::Everybody => None,
            Place::Group(by, _) => Some(by),
        };
        TableName { question: self.scope.question, by }
    }

    pub(super) fn place(&self) -> String {
        let codebook = &self.case.known.codebook;
        match self.scope.place {
            Place::Everybody => "all counted".to_owned(),
            Place::Group(by, Some(group)) => cell(codebook, by, group),
            Place::Group(by, None) => format!("in no group of “{}”", id(codebook, by)),
        }
    }

    pub(super) fn of(&self, derived: &Derived) -> String {
        match derived {
            Derived::Beyond { wider, narrower, count: 0 } => format!(
                "{} are all of {}: whoever is one of these is known to be one of those",
                self.name(*narrower),
                self.sized(*wider)
            ),
            Derived::Beyond { wider, narrower, count } => format!(
                "{} are {}, {} {}: the other {count} can be found by subtraction",
                self.name(*wider),
                self.size(*wider),
                self.name(*narrower),
                self.size(*narrower)
            ),
            Derived::Together { parts, whole, count } => {
                let names: Vec<String> = parts.iter().map(|part| self.sized(*part)).collect();
                format!(
                    "{} are {count} more than {}: {count} who ticked more than one can be found by \
                     subtraction",
                    names.join(" and "),
                    self.sized(*whole),
                )
            }
            Derived::Shared { both: [one, other], union, less, count } => {
                let but =
                    less.map_or(String::new(), |less| format!(", and not {},", self.name(less)));
                format!(
                    "{} and {} are together {}: {count} who are both{but} can be found by subtraction",
                    self.sized(*one),
                    self.sized(*other),
                    self.sized(*union),
                )
            }
        }
    }

    fn size(&self, place: usize) -> u32 {
        self.scope.known[place].size
    }

    fn sized(&self, place: usize) -> String {
        format!("{} ({})", self.name(place), self.size(place))
    }

    /// The respondents that a known union is of.
    fn name(&self, place: usize) -> String {
        let codebook = &self.case.known.codebook;
        let (question, known) = (self.scope.question, &self.scope.known[place]);
        let asked = |question: QuestionIx| format!("“{}”", id(codebook, question));
        let name = match &known.of {
            Of::Option(option) => format!("those with {}", cell(codebook, question, *option)),
            Of::Base => format!("those counted for {}", asked(question)),
            Of::Asked(routed) => format!("those asked {}", asked(*routed)),
            Of::AskedEither(one, other) => {
                format!("those asked {} or {}", asked(*one), asked(*other))
            }
        };
        let less = known.less.iter().map(|option| cell(codebook, question, *option));
        let less: Vec<String> = less.collect();
        if less.is_empty() { name } else { format!("{name} without {}", less.join(", ")) }
    }
}
