//! Counts that nobody may be able to work out: of two answers that no known table holds together,
//! where so few gave both, or one without the other, or neither, that it would tell of somebody.

use survey::{Crossed, Kind};

use super::candidate::{Kept, Set};
use super::frame::Frame;
use crate::rule::Case;
use crate::signed::is_overridden;

/// An answer: a question and one of its options.
pub(super) type Answer = (usize, usize);

/// A count that surveys which fit must disagree about.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) one: Answer,
    pub(super) other: Answer,
    /// Whether those are counted who did *not* give the answer.
    pub(super) without: [bool; 2],
    /// The group that is counted; everybody without one.
    pub(super) group: Option<Answer>,
    /// How far apart the counts of two surveys must lie.
    pub(super) need: u32,
    /// The least and the most that was found, with the survey where it was found.
    pub(super) least: Option<(u32, usize)>,
    pub(super) most: Option<(u32, usize)>,
}

impl Target {
    /// How far apart the counts of the surveys found so far lie.
    pub(super) fn range(&self) -> u32 {
        match (self.least, self.most) {
            (Some((least, _)), Some((most, _))) => most - least,
            _ => 0,
        }
    }

    pub(super) fn is_proved(&self) -> bool {
        self.range() >= self.need
    }

    /// The count in a survey.
    pub(super) fn count(&self, survey: &Kept) -> u32 {
        let both =
            cells(survey, self.one, self.other, self.group.map(|g| &survey.options[g.0][g.1]));
        both[usize::from(self.without[0]) * 2 + usize::from(self.without[1])]
    }
}

/// Of those counted for both questions: who gave both answers, only the first, only the second,
/// neither.
fn cells(survey: &Kept, one: Answer, other: Answer, group: Option<&Set>) -> [u32; 4] {
    let (a, b) = (&survey.options[one.0][one.1], &survey.options[other.0][other.1]);
    let (of_a, of_b) = (&survey.bases[one.0], &survey.bases[other.0]);
    let mut counts = [0; 4];
    for word in 0..a.len() {
        let all = of_a[word] & of_b[word] & group.map_or(u64::MAX, |group| group[word]);
        let (a, b) = (a[word] & all, b[word] & all);
        counts[0] += (a & b).count_ones();
        counts[1] += (a & !b).count_ones();
        counts[2] += (b & !a).count_ones();
        counts[3] += (all & !a & !b).count_ones();
    }
    counts
}

/// All targets, and how many pairs were looked at: each in total and in each published group.
pub(super) fn targets(case: &Case<'_>, frame: &Frame<'_>, truth: &Kept) -> (Vec<Target>, u64) {
    let known = case.known;
    let groups: Vec<Answer> = known
        .totals
        .iter()
        .enumerate()
        .filter(|(by, total)| {
            total.is_some() && known.crossed.iter().any(|table| table.by.position() == *by)
        })
        .flat_map(|(by, _)| (0..frame.options(by)).map(move |group| (by, group)))
        .collect();
    let (mut targets, mut pairs) = (Vec::new(), 0);
    let questions = truth.options.len();
    for one in 0..questions {
        for other in 0..=one {
            if !frame.is_known[one] || !frame.is_known[other] || are_held(case, frame, one, other) {
                continue;
            }
            for a in 0..frame.sides(one) {
                for b in 0..if one == other { a } else { frame.sides(other) } {
                    if is_decided(frame, (one, a), (other, b)) {
                        continue;
                    }
                    pairs += 1;
                    let need = need(case, (one, a), (other, b));
                    let mut look = |group: Option<Answer>| {
                        let set = group.map(|(by, group)| &truth.options[by][group]);
                        let cells = cells(truth, (one, a), (other, b), set);
                        for (place, count) in cells.into_iter().enumerate() {
                            if count > 0 && count < case.plan.threshold {
                                targets.push(Target {
                                    one: (one, a),
                                    other: (other, b),
                                    without: [place >= 2, place % 2 == 1],
                                    group,
                                    need,
                                    least: None,
                                    most: None,
                                });
                            }
                        }
                    };
                    look(None);
                    for &group in groups.iter().filter(|(by, _)| *by != one && *by != other) {
                        pairs += 1;
                        look(Some(group));
                    }
                }
            }
        }
    }
    (targets, pairs)
}

/// Whether a known table holds two questions together, or nobody can give two of their answers.
fn are_held(case: &Case<'_>, frame: &Frame<'_>, one: usize, other: usize) -> bool {
    let excludes = match frame.kind(one) {
        Kind::Single | Kind::Ordered => one == other,
        Kind::Multiple => false,
    };
    let pair = [(one, other), (other, one)];
    let holds = |table: &Crossed| pair.contains(&(table.question.position(), table.by.position()));
    excludes || case.known.crossed.iter().any(holds)
}

/// Whether routing alone says who of those counted for both gave one of the answers: then the
/// counts of the pair are the published ones of the other.
fn is_decided(frame: &Frame<'_>, one: Answer, other: Answer) -> bool {
    // Questions come after what they are asked after.
    let mut at = one.0;
    while let Some(routing) = &frame.codebook.questions()[at].asked_if {
        if routing.question.position() == other.0 {
            let leads = routing.any_of.contains(&other.1);
            return match frame.kind(other.0) {
                Kind::Single | Kind::Ordered => !leads || routing.any_of.len() == 1,
                Kind::Multiple => leads && routing.any_of.len() == 1,
            };
        }
        at = routing.question.position();
    }
    false
}

/// How far apart two surveys must lie: the threshold. A figure that was public before, and that
/// somebody signed for, may leave less by itself.
fn need(case: &Case<'_>, one: Answer, other: Answer) -> u32 {
    let room = |(question, option): Answer| {
        let total = case.known.totals[question].as_ref()?;
        let question = case.known.codebook.position(question)?;
        let count = total.counts[option];
        let was_public = case.tables.totals[question.position()].is_none()
            || is_overridden(case, question, option);
        was_public.then(|| count.min(total.answered - count))
    };
    let room = room(one).into_iter().chain(room(other)).min();
    room.map_or(case.plan.threshold, |room| room.min(case.plan.threshold))
}
