//! Mergers of options after which nothing small follows any more, tried on the answers.

use std::collections::BTreeSet;

use survey::{Bitmap, QuestionIx};

use super::scopes::{Place, Scope, asked};
use super::unions::{Derived, derive, unions};
use crate::questionnaire::Ticks;
use crate::rule::Case;
use crate::sample::observed;

/// Options of a question, each set published as one.
type Partition = Vec<BTreeSet<usize>>;

/// A merger of the options that were ticked together, or of all that lead to the same questions,
/// after which nothing small follows.
pub(super) fn merger(case: &Case<'_>, scope: &Scope) -> Option<Partition> {
    let search = Search { case, question: scope.question };
    let places = [Place::Everybody, scope.place];
    [search.by(&|one, other| search.meet(one, other)), search.by(&|_, _| true)]
        .into_iter()
        .filter(|partition| partition.len() > 1 && partition.iter().any(|set| set.len() > 1))
        .find(|partition| places.iter().all(|place| search.passes(partition, *place)))
}

struct Search<'a> {
    case: &'a Case<'a>,
    question: QuestionIx,
}

impl Search<'_> {
    fn ticks(&self) -> &Ticks {
        &self.case.sample.ticks[self.question.position()]
    }

    fn options(&self) -> &[Bitmap] {
        &self.case.sample.options[self.question.position()]
    }

    fn base(&self) -> &Bitmap {
        self.case.sample.known_base(self.question)
    }

    fn meet(&self, one: usize, other: usize) -> bool {
        let mut both = self.options()[one].clone();
        both.and(&self.options()[other]);
        both.count_and(self.base()) > 0
    }

    /// Options that lead to other questions can't become one, nor free ones with excluding ones.
    fn alike(&self, one: usize, other: usize) -> bool {
        let excludes = |option| self.ticks().exclusive.contains(&option);
        let routed =
            self.case.known.codebook.questions().iter().filter_map(|q| q.asked_if.as_ref());
        excludes(one) == excludes(other)
            && !excludes(one)
            && routed
                .filter(|routing| routing.question == self.question)
                .all(|routing| routing.any_of.contains(&one) == routing.any_of.contains(&other))
    }

    /// Puts options together that are joined, however many steps apart.
    fn by(&self, joined: &dyn Fn(usize, usize) -> bool) -> Partition {
        let mut partition = Partition::new();
        for option in 0..self.options().len() {
            let mut set = BTreeSet::from([option]);
            partition.retain(|other| {
                let joins = other.iter().any(|&o| self.alike(option, o) && joined(option, o));
                if joins {
                    set.extend(other);
                }
                !joins
            });
            partition.push(set);
        }
        partition.sort();
        partition
    }

    fn passes(&self, partition: &Partition, place: Place) -> bool {
        let threshold = self.case.plan.threshold;
        let sets: Vec<Bitmap> = partition.iter().map(|options| self.union(options)).collect();
        let (among, group) = self.among(place);
        let base = among.count();
        let counts: Vec<u32> = sets.iter().map(|set| set.count_and(&among)).collect();
        let is_enough = |&count: &u32| count >= threshold && base - count >= threshold;
        if !counts.iter().all(is_enough) {
            return false;
        }
        let before = self.ticks();
        let exclusive = (0..partition.len())
            .filter(|&place| partition[place].iter().all(|o| before.exclusive.contains(o)));
        let declared = Ticks { exclusive: exclusive.collect(), at_least_one: before.at_least_one };
        let ticks = observed(&sets, self.base(), &declared);
        let bases = |ix: QuestionIx| {
            let mut asked = self.case.sample.known_base(ix).clone();
            asked.and(&group);
            Some(asked.count()).filter(|_| self.case.known.totals[ix.position()].is_some())
        };
        let mut asked = asked(self.case, self.question, &bases);
        for asked in &mut asked {
            let leads =
                |options: &BTreeSet<usize>| options.iter().any(|o| asked.any_of.contains(o));
            asked.any_of = (0..partition.len()).filter(|&at| leads(&partition[at])).collect();
        }
        let counts: Vec<Option<u32>> = counts.into_iter().map(Some).collect();
        let derived = derive(&unions(&ticks, Some(base), &counts, &asked));
        derived.is_some_and(|derived| {
            derived.iter().all(|derived| {
                let may_be_nobody = !matches!(derived, Derived::Beyond { .. });
                derived.count() >= threshold || (may_be_nobody && derived.count() == 0)
            })
        })
    }

    fn union(&self, options: &BTreeSet<usize>) -> Bitmap {
        let mut union = Bitmap::new(self.base().len());
        for &option in options {
            union.or(&self.options()[option]);
        }
        union
    }

    /// Who of the question's base stands at a place, and who stands there at all.
    fn among(&self, place: Place) -> (Bitmap, Bitmap) {
        let sample = self.case.sample;
        let group = match place {
            Place::Everybody => Bitmap::full(sample.rows()),
            Place::Group(by, Some(option)) => sample.options[by.position()][option].clone(),
            Place::Group(by, None) => {
                let mut others = Bitmap::full(sample.rows());
                for option in &sample.options[by.position()] {
                    others.and_not(option);
                }
                others
            }
        };
        let mut among = self.base().clone();
        among.and(&group);
        (among, group)
    }
}
