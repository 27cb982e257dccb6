//! Unions of known size, and what follows from them.

use std::collections::BTreeSet;

use survey::QuestionIx;

use crate::questionnaire::Ticks;

/// Respondents whose number is told: those who ticked any of some options, and none that excludes
/// the others.
#[derive(Clone, Debug)]
pub(in crate::rules) struct Known {
    pub(in crate::rules) options: BTreeSet<usize>,
    pub(in crate::rules) size: u32,
    pub(in crate::rules) of: Of,
    /// The excluding options that were taken away.
    pub(in crate::rules) less: Vec<usize>,
}

/// What tells a union's size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Of {
    Option(usize),
    Base,
    Asked(QuestionIx),
    AskedEither(QuestionIx, QuestionIx),
}

/// Stands for “ticked nothing” where respondents may.
const NOTHING: usize = usize::MAX;

/// A question asked of those who ticked any of some options, and its base.
#[derive(Clone, Debug)]
pub(in crate::rules) struct Asked {
    pub(in crate::rules) of: Of,
    pub(in crate::rules) any_of: BTreeSet<usize>,
    pub(in crate::rules) base: u32,
}

/// A number that follows from known unions, which are named by their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Derived {
    /// Those in the wider and not in the narrower.
    Beyond { wider: usize, narrower: usize, count: u32 },
    /// How many more the parts are together than the whole that they make up.
    Together { parts: Vec<usize>, whole: usize, count: u32 },
    /// Those in both of two sets, from the size of their union, without those who are there by a third.
    Shared { both: [usize; 2], union: usize, less: Option<usize>, count: u32 },
}

impl Derived {
    pub(in crate::rules) fn count(&self) -> u32 {
        let (Self::Beyond { count, .. }
        | Self::Together { count, .. }
        | Self::Shared { count, .. }) = self;
        *count
    }

    pub(in crate::rules) fn places(&self) -> Vec<usize> {
        match self {
            Self::Beyond { wider, narrower, .. } => vec![*wider, *narrower],
            Self::Together { parts, whole, .. } => [&parts[..], &[*whole]].concat(),
            Self::Shared { both, union, less, .. } => {
                both.iter().copied().chain([*union]).chain(*less).collect()
            }
        }
    }
}

/// The unions of known size: counts by option, the base, and the bases of questions asked after it.
pub(in crate::rules) fn unions(
    ticks: &Ticks,
    base: Option<u32>,
    counts: &[Option<u32>],
    asked: &[Asked],
) -> Vec<Known> {
    let is_free = |option: &usize| !ticks.exclusive.contains(option);
    let free: BTreeSet<usize> = (0..counts.len()).filter(is_free).collect();
    let size_of = |options: &[usize]| options.iter().map(|&o| counts[o]).sum::<Option<u32>>();
    let mut known: Vec<Known> = Vec::new();
    let mut add = |options: BTreeSet<usize>, whole: Option<u32>, less: Vec<usize>, of: Of| {
        let size = whole.zip(size_of(&less)).and_then(|(whole, less)| whole.checked_sub(less));
        if let Some(size) = size
            && !options.is_empty()
            && !known.iter().any(|known| known.options == options)
        {
            known.push(Known { options, size, of, less });
        }
    };
    for &option in &free {
        add(BTreeSet::from([option]), counts[option], Vec::new(), Of::Option(option));
    }
    if !free.is_empty() {
        let nothing = (!ticks.at_least_one).then_some(NOTHING);
        let everybody = free.iter().copied().chain(nothing).collect();
        add(everybody, base, ticks.exclusive.clone(), Of::Base);
    }
    for asked in asked {
        let options = asked.any_of.intersection(&free).copied().collect();
        let less = asked.any_of.difference(&free).copied().collect();
        add(options, Some(asked.base), less, asked.of.clone());
    }
    known
}

/// Ways to make up a set that are looked at; a questionnaire that has more is refused.
const MOST_WAYS: usize = 1 << 14;

/// Every number that follows; `None` where there are too many ways to add up.
pub(in crate::rules) fn derive(known: &[Known]) -> Option<Vec<Derived>> {
    let mut found = Vec::new();
    for (wider, whole) in known.iter().enumerate() {
        let inside: Vec<usize> = (0..known.len())
            .filter(|&place| place != wider && known[place].options.is_subset(&whole.options))
            .collect();
        for &narrower in &inside {
            if let Some(count) = whole.size.checked_sub(known[narrower].size) {
                found.push(Derived::Beyond { wider, narrower, count });
            }
        }
        let mut ways = Vec::new();
        if !make_up(known, &whole.options, &inside, &mut Vec::new(), &mut ways) {
            return None;
        }
        for parts in ways {
            let sum: u32 = parts.iter().map(|&part| known[part].size).sum();
            if let Some(count) = sum.checked_sub(whole.size) {
                found.push(Derived::Together { parts, whole: wider, count });
            }
        }
    }
    for (one, first) in known.iter().enumerate() {
        for (other, second) in known.iter().enumerate().skip(one + 1) {
            shared(known, [one, other], [first, second], &mut found);
        }
    }
    Some(found)
}

/// Adds every way to make up a set of disjoint known parts. `false` when there are too many.
fn make_up(
    known: &[Known],
    left: &BTreeSet<usize>,
    inside: &[usize],
    chosen: &mut Vec<usize>,
    ways: &mut Vec<Vec<usize>>,
) -> bool {
    let Some(first) = left.first() else {
        ways.push(chosen.clone());
        return ways.len() <= MOST_WAYS;
    };
    for &place in inside {
        let part = &known[place].options;
        if !part.contains(first) || !part.is_subset(left) {
            continue;
        }
        chosen.push(place);
        let rest = left.difference(part).copied().collect();
        if !make_up(known, &rest, inside, chosen, ways) {
            return false;
        }
        chosen.pop();
    }
    true
}

/// Who is in both of two overlapping sets of answers, where the union of both is known.
fn shared(known: &[Known], both: [usize; 2], [one, other]: [&Known; 2], found: &mut Vec<Derived>) {
    let common: BTreeSet<usize> = one.options.intersection(&other.options).copied().collect();
    let all: BTreeSet<usize> = one.options.union(&other.options).copied().collect();
    if common.is_empty() || all == one.options || all == other.options {
        return;
    }
    let Some(union) = known.iter().position(|known| known.options == all) else { return };
    let Some(count) = (one.size + other.size).checked_sub(known[union].size) else { return };
    found.push(Derived::Shared { both, union, less: None, count });
    for (place, within) in known.iter().enumerate() {
        if within.options.is_subset(&common)
            && let Some(count) = count.checked_sub(within.size)
        {
            found.push(Derived::Shared { both, union, less: Some(place), count });
        }
    }
}

#[cfg(test)]
mod tests;
