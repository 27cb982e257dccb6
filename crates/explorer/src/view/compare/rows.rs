//! The reader's answers beside those of peers: a row an answer, by how they stand to most peers'.

use survey::{Kind, QuestionIx, Response, Tally};

use super::compared::Compared;
use crate::view::standing::{Mark, ShareMark, share_in_words, share_mark};
use crate::view::wording::without_flag;
use crate::words::compare as words;
use crate::words::table::answer_of;

/// Answers that stand alike to most peers'.
#[derive(Clone, Debug, PartialEq)]
pub struct RowGroup {
    /// "Most peers do, you don’t".
    pub title: &'static str,
    /// The answers; where they differ from most peers', those from which most peers differ first.
    pub rows: Vec<CompareRow>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareRow {
    /// The answer's words, with its question where that takes one answer.
    pub label: String,
    /// "44 of 51 (86%)": how many peers gave it.
    pub peers: String,
    /// How many peers gave it.
    pub count: u32,
    /// Of how many.
    pub base: u32,
    /// Whether each of the reader's entries gave it.
    pub given: Vec<Given>,
    /// Where the peers' numbers come from; none where answers are public.
    pub mark: Option<ShareMark>,
}

/// Whether an entry gave an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// It did.
    Yes,
    /// It gave another one.
    No,
    /// It has not answered.
    NotAnswered,
    /// It is not asked.
    NotAsked,
}

impl CompareRow {
    /// Whether the peers' numbers say anything about them.
    pub fn is_real(&self) -> bool {
        self.mark.is_none_or(|mark| mark.mark != Mark::Invented)
    }
}

/// What is like most peers' in an answer, and what is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    OnlyPeers,
    OnlyYou,
    Both,
    Neither,
    NoMajority,
    NotAnswered,
    /// Of invented peers nothing is said.
    Invented,
}

impl Group {
    const ALL: [Self; 7] = [
        Self::OnlyPeers,
        Self::OnlyYou,
        Self::Both,
        Self::Neither,
        Self::NoMajority,
        Self::NotAnswered,
        Self::Invented,
    ];

    fn of(row: &CompareRow, yours: Given) -> Self {
        if !row.is_real() {
            return Self::Invented;
        }
        let most = (2 * u64::from(row.count)).cmp(&u64::from(row.base));
        match (most, yours) {
            (_, Given::NotAnswered | Given::NotAsked) => Self::NotAnswered,
            (std::cmp::Ordering::Equal, _) => Self::NoMajority,
            (std::cmp::Ordering::Greater, Given::Yes) => Self::Both,
            (std::cmp::Ordering::Greater, Given::No) => Self::OnlyPeers,
            (std::cmp::Ordering::Less, Given::Yes) => Self::OnlyYou,
            (std::cmp::Ordering::Less, Given::No) => Self::Neither,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::OnlyPeers => words::ONLY_PEERS,
            Self::OnlyYou => words::ONLY_YOU,
            Self::Both => words::BOTH,
            Self::Neither => words::NEITHER,
            Self::NoMajority => words::NO_MAJORITY,
            Self::NotAnswered => words::YOU_HAVE_NOT_ANSWERED,
            Self::Invented => words::INVENTED_PEERS,
        }
    }

    /// By what its rows are sorted, the greatest first.
    fn weight(self, row: &CompareRow) -> u32 {
        match self {
            Self::OnlyPeers | Self::Both => row.count,
            Self::OnlyYou | Self::Neither => row.base - row.count,
            // As the questions stand.
            Self::NoMajority | Self::NotAnswered | Self::Invented => 0,
        }
    }
}

/// What the comparison of all answers says.
pub(super) struct Compare {
    /// All answers, by how they stand to most peers'; groups without any are left out.
    pub(super) groups: Vec<RowGroup>,
    /// How many answers differ from most peers', of those on which most peers are of one mind; none where
    /// there are no such answers.
    pub(super) differing: Option<(usize, usize)>,
}

pub(super) fn compare(compared: &Compared) -> Compare {
    let rows = rows(compared);
    let current = compared.own.current;
    let in_group = |group: Group| -> Vec<&CompareRow> {
        let mut rows: Vec<&CompareRow> =
            rows.iter().filter(|row| Group::of(row, row.given[current]) == group).collect();
        // Of one weight they stay as the questions stand.
        rows.sort_by_key(|row| std::cmp::Reverse(group.weight(row)));
        rows
    };
    let number = |groups: &[Group]| groups.iter().map(|group| in_group(*group).len()).sum();
    let differing: usize = number(&[Group::OnlyPeers, Group::OnlyYou]);
    let alike: usize = number(&[Group::Both, Group::Neither]);
    let groups = Group::ALL.map(|group| RowGroup {
        title: group.title(),
        rows: in_group(group).into_iter().cloned().collect(),
    });
    Compare {
        groups: groups.into_iter().filter(|group| !group.rows.is_empty()).collect(),
        differing: (differing + alike > 0).then_some((differing, differing + alike)),
    }
}

/// The answers to questions that one of the entries has answered.
fn rows(compared: &Compared) -> Vec<CompareRow> {
    let codebook = compared.survey.codebook();
    let mut rows = Vec::new();
    for &ix in &compared.questions {
        let Ok(tally) = &compared.tallies[ix.position()] else { continue };
        let answers: Vec<&[usize]> = compared
            .own
            .entries
            .iter()
            .filter_map(|entry| entry.response.answer(codebook, ix))
            .collect();
        if answers.is_empty() || tally.answered == 0 {
            continue;
        }
        let options = 0..codebook.question(ix).options.len();
        let shown: Vec<usize> = match codebook.question(ix).kind {
            Kind::Multiple => options.collect(),
            // Of many answers that exclude each other those matter that were given.
            Kind::Single | Kind::Ordered => options
                .filter(|option| answers.iter().any(|given| given.contains(option)))
                .collect(),
        };
        rows.extend(shown.into_iter().map(|option| row(compared, ix, tally, option)));
    }
    rows
}

fn row(compared: &Compared, ix: QuestionIx, tally: &Tally, option: usize) -> CompareRow {
    let question = compared.survey.codebook().question(ix);
    let label = &question.options[option].label;
    let share = compared.survey.standing(compared.filter, ix, option);
    let count = tally.counts[option];
    CompareRow {
        label: match question.kind {
            Kind::Multiple => label.clone(),
            Kind::Single | Kind::Ordered => answer_of(&question.label, label),
        },
        peers: without_flag(&share_in_words(share, count, tally.answered)),
        count,
        base: tally.answered,
        given: compared
            .own
            .entries
            .iter()
            .map(|entry| given(compared, &entry.response, ix, option))
            .collect(),
        mark: share_mark(share),
    }
}

fn given(compared: &Compared, response: &Response, ix: QuestionIx, option: usize) -> Given {
    let codebook = compared.survey.codebook();
    match response.answer(codebook, ix) {
        Some(given) if given.contains(&option) => Given::Yes,
        Some(_) => Given::No,
        None if response.is_asked(codebook, ix) => Given::NotAnswered,
        None => Given::NotAsked,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use survey::{Provenance, ShareStanding};

    use super::*;

    proptest! {
        /// What a heading claims of most peers is so, and nothing is claimed of invented ones.
        #[test]
        fn a_group_claims_what_is_so(
            base in 1_u32..90,
            counted: u32,
            yours in prop::sample::select(vec![
                Given::Yes, Given::No, Given::NotAnswered, Given::NotAsked,
            ]),
            provenance in prop::sample::select(Provenance::ALL.to_vec()),
        ) {
            let count = counted % (base + 1);
            let row = CompareRow {
                label: String::new(),
                peers: String::new(),
                count,
                base,
                given: vec![yours],
                mark: share_mark(ShareStanding::of_parts(provenance)),
            };
            let group = Group::of(&row, yours);
            prop_assert_eq!(group == Group::Invented, provenance == Provenance::Synthetic);
            let (most, few) = (2 * count > base, 2 * count < base);
            match group {
                Group::OnlyPeers => prop_assert!(most && yours == Given::No),
                Group::OnlyYou => prop_assert!(few && yours == Given::Yes),
                Group::Both => prop_assert!(most && yours == Given::Yes),
                Group::Neither => prop_assert!(few && yours == Given::No),
                Group::NoMajority => prop_assert!(!most && !few),
                Group::NotAnswered => {
                    prop_assert!(matches!(yours, Given::NotAnswered | Given::NotAsked));
                }
                Group::Invented => {}
            }
        }
    }
}
