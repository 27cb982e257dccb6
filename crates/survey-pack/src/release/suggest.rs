//! Mergers of answers that would let a table pass: neighbours on a scale, the rarest elsewhere.

use std::collections::BTreeSet;

use disclosure::{Plan, Sample};
use survey::{Bitmap, Kind, Question, QuestionIx};

use super::Findings;

/// Answers to a question, as they would be published: which options become one.
pub(super) type Partition = Vec<Vec<usize>>;

/// Scales with more answers than this are not searched: there would be too many mergers to try.
const LONGEST_SCALE: usize = 14;

/// For every question without a table: which of its published answers could become one.
pub(super) fn suggestions(findings: &Findings, plan: &Plan) -> Vec<(QuestionIx, Partition)> {
    let absent: BTreeSet<_> =
        findings.absent.iter().filter_map(|(_, breach)| breach.table).collect();
    let mut wanted: BTreeSet<QuestionIx> = absent.iter().map(|table| table.question).collect();
    // Groups that are too small are the grouping's matter, whatever they are crossed with.
    for (rule, breach) in &findings.absent {
        if rule.name == "groups" {
            wanted.extend(breach.table.and_then(|table| table.by));
        }
    }
    let mut suggestions = Vec::new();
    for question in wanted {
        let search = Search { sample: &findings.sample, plan, question };
        if search.passes(&search.unmerged(), false) && search.passes(&search.unmerged(), true) {
            continue;
        }
        let found = search.find(true).or_else(|| search.find(false));
        suggestions.extend(found.map(|partition| (question, partition)));
    }
    suggestions
}

struct Search<'a> {
    sample: &'a Sample,
    plan: &'a Plan,
    question: QuestionIx,
}

impl Search<'_> {
    fn asked(&self) -> &Question {
        self.sample.codebook.question(self.question)
    }

    fn unmerged(&self) -> Partition {
        (0..self.asked().options.len()).map(|option| vec![option]).collect()
    }

    /// Whether no step of a scale becomes one with what is none.
    fn keeps_scale(&self, partition: &Partition) -> bool {
        let options = &self.asked().options;
        let is_step = |option: &usize| !options[*option].off_scale;
        partition.iter().all(|set| set.iter().all(is_step) || !set.iter().any(is_step))
    }

    /// The partition with the most answers that passes; with `crossed`, in every declared table.
    fn find(&self, crossed: bool) -> Option<Partition> {
        let fits = |partition: &Partition| {
            self.keeps_routing(partition)
                && self.keeps_scale(partition)
                && self.passes(partition, crossed)
        };
        let least = self.asked().kind.fewest_options();
        let is_scale = match self.asked().kind {
            Kind::Single | Kind::Multiple => false,
            Kind::Ordered => self.asked().options.len() <= LONGEST_SCALE,
        };
        if is_scale {
            let options = self.asked().options.len();
            let cuts = 0..1_u32 << (options - 1);
            let mut all: Vec<Partition> = cuts.map(|cuts| of_cuts(options, cuts)).collect();
            all.sort_by_key(|partition| std::cmp::Reverse(partition.len()));
            return all.into_iter().filter(|p| p.len() >= least).find(fits);
        }
        let mut partition = self.unmerged();
        while partition.len() > least {
            partition.sort_by_key(|options| self.union(options).count());
            let first = partition.remove(0);
            let together = partition.iter().position(|other| self.alike(&first, other))?;
            partition[together].extend(first);
            if fits(&partition) {
                return Some(partition);
            }
        }
        None
    }

    fn passes(&self, partition: &Partition, crossed: bool) -> bool {
        let base = &self.sample.bases[self.question.position()];
        let least = if self.asked().grouping {
            self.plan.smallest_group.max(self.plan.threshold)
        } else {
            self.plan.threshold
        };
        let sets: Vec<Bitmap> = partition.iter().map(|options| self.union(options)).collect();
        let enough = |among: &Bitmap, least: u32| {
            let base = among.count();
            sets.iter()
                .map(|set| set.count_and(among))
                .all(|count| count >= least && base - count >= least)
        };
        let mut groupings = self.sample.codebook.iter().filter(|(ix, grouping)| {
            grouping.grouping
                && *ix != self.question
                && !self.plan.withholds(self.question, Some(*ix))
        });
        enough(base, least)
            && (!crossed
                || groupings.all(|(by, _)| {
                    let parts = self.parts(by);
                    parts.iter().all(|among| enough(among, self.plan.threshold))
                }))
    }

    /// The question's base by the groups of a grouping, and those in none, where there are any.
    fn parts(&self, by: QuestionIx) -> Vec<Bitmap> {
        let base = &self.sample.bases[self.question.position()];
        let mut rest = base.clone();
        let groups = self.sample.options[by.position()].iter().enumerate().map(|(group, _)| {
            let mut among = self.sample.cell(by, group);
            among.and(base);
            rest.and_not(&among);
            among
        });
        let mut parts: Vec<Bitmap> = groups.collect();
        if rest.count() > 0 {
            parts.push(rest);
        }
        parts
    }

    fn union(&self, options: &[usize]) -> Bitmap {
        let mut union = Bitmap::new(self.sample.rows());
        for &option in options {
            union.or(&self.sample.options[self.question.position()][option]);
        }
        union.and(&self.sample.bases[self.question.position()]);
        union
    }

    /// Answers that lead to other questions can't become one.
    fn alike(&self, one: &[usize], other: &[usize]) -> bool {
        let routed = self.sample.codebook.questions().iter().filter_map(|q| q.asked_if.as_ref());
        routed.filter(|routing| routing.question == self.question).all(|routing| {
            let leads = |options: &[usize]| options.iter().any(|o| routing.any_of.contains(o));
            leads(one) == leads(other)
        })
    }

    fn keeps_routing(&self, partition: &Partition) -> bool {
        let joined = |options: &Vec<usize>| {
            options.windows(2).all(|pair| self.alike(&pair[..1], &pair[1..]))
        };
        partition.iter().all(joined)
    }
}

/// A scale cut after each option whose bit is set.
fn of_cuts(options: usize, cuts: u32) -> Partition {
    let mut partition: Partition = vec![vec![0]];
    for option in 1..options {
        if cuts >> (option - 1) & 1 == 1 {
            partition.push(Vec::new());
        }
        if let Some(last) = partition.last_mut() {
            last.push(option);
        }
    }
    partition
}

#[cfg(test)]
mod tests {
    use super::of_cuts;

    #[test]
    fn cuts_make_all_partitions_of_a_scale() {
        assert_eq!(of_cuts(3, 0b00), [vec![0, 1, 2]]);
        assert_eq!(of_cuts(3, 0b01), [vec![0], vec![1, 2]]);
        assert_eq!(of_cuts(3, 0b11), [vec![0], vec![1], vec![2]]);
    }
}
