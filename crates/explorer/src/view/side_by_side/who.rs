//! Who is compared, and what to mind of it.

use survey::{Against, Provenance, Tally};

use super::{SideBySide, SideBySideView};
use crate::view::selection::{Base, base_phrase};
use crate::view::wording::{capitalised, list, thousands};

impl SideBySide<'_> {
    /// How many the second side has.
    pub(in crate::view) fn second_size(&self) -> Option<u32> {
        self.counts.second.size.ok()
    }

    /// "compared with the 48 other teams".
    pub(in crate::view) fn screen_reader_text(&self) -> String {
        match self.counts.second.size {
            Ok(size) => self.side_phrase(1, &self.second.base(size)),
            Err(no) => format!("B, which is {no}"),
        }
    }

    /// The respondents of a side: "the 48 other teams".
    pub(super) fn side_phrase(&self, side: usize, base: &Base) -> String {
        let noun = &self.survey.about().respondent;
        let teams = noun.for_count(u64::from(base.count));
        let (n, words) = (thousands(base.count), base.words());
        match self.against {
            Against::Others if (side, base.count) == (1, 0) => format!("no other {teams}"),
            Against::Others if side == 1 => format!("the {n} other {teams}{words}"),
            Against::Everybody if side == 1 => format!("all {n} {teams}{words}"),
            _ => base_phrase(noun, base),
        }
    }

    /// Who is compared, and what to mind.
    pub(in crate::view) fn view(&self) -> SideBySideView {
        let size = |side: usize| [&self.counts.first, &self.counts.second][side].size;
        let words = |side: usize| match size(side) {
            Ok(size) => self.side_phrase(side, &[self.first, &self.second][side].base(size)),
            Err(no) => no.to_string(),
        };
        let mut notes: Vec<String> = [self.overlap(), self.kinds()].into_iter().flatten().collect();
        notes.push(
            "Bars show shares of those who answered, because the sides may differ in size."
                .to_owned(),
        );
        match self.family.size {
            0 => {}
            1 => notes.push("One gap on this page is checked for chance.".to_owned()),
            many => notes.push(format!(
                "{many} gaps on this page are checked for chance, and judged together: of many, \
                 some are large by chance."
            )),
        }
        match self.survey.about().provenance {
            Provenance::Synthetic if self.family.size > 0 => notes.push(
                "The answers are invented, so these checks show how one reads and nothing else."
                    .to_owned(),
            ),
            Provenance::Synthetic | Provenance::Public | Provenance::Confidential => {}
        }
        SideBySideView { sides: [words(0), words(1)], notes }
    }

    /// Who is on both sides, where anybody.
    fn overlap(&self) -> Option<String> {
        let (both, first) = (self.counts.both.size, self.counts.first.size);
        let noun = &self.survey.about().respondent;
        let Ok(both) = both else {
            return Some(
                "How many are in both is not available, so nothing is said of chance.".to_owned(),
            );
        };
        let teams = noun.for_count(u64::from(both));
        let whole = match (Ok(both) == first, Ok(both) == self.counts.second.size) {
            _ if both == 0 => return None,
            (true, true) => return Some(format!("A and B are the same {teams}.")),
            (true, false) => "all of A is in B".to_owned(),
            (false, true) => "all of B is in A".to_owned(),
            _ if both == 1 => format!("1 {teams} is in both"),
            _ => format!("{} {teams} are in both", thousands(both)),
        };
        Some(format!(
            "{}, so this is not a comparison of separate groups. The chance check allows for that.",
            capitalised(&whole)
        ))
    }

    /// That the sides hold respondents of different kinds, where they do.
    fn kinds(&self) -> Option<String> {
        let (ix, question) = self.survey.codebook().iter().find(|(_, question)| question.peers)?;
        let sides =
            [&self.counts.first, &self.counts.second].map(|side| &side.tallies[ix.position()]);
        let [Ok(first), Ok(second)] = sides else {
            return Some(format!(
                "“{}” is not available here: the sides may be of different kinds.",
                question.label
            ));
        };
        let kinds = |tally: &Tally| -> Vec<usize> {
            (0..tally.counts.len()).filter(|&option| tally.counts[option] > 0).collect()
        };
        let (in_first, in_second) = (kinds(first), kinds(second));
        let same = in_first.len() == 1 && in_first == in_second;
        let apart = in_first.iter().all(|kind| !in_second.contains(kind));
        let kinds_of = if apart { "are of different kinds" } else { "hold several kinds" };
        if same || first.answered == 0 || second.answered == 0 {
            return None;
        }
        let mix = |tally: &Tally| {
            let kinds: Vec<String> = kinds(tally)
                .into_iter()
                .map(|option| {
                    format!(
                        "{} {}",
                        question.options[option].label,
                        thousands(tally.counts[option])
                    )
                })
                .collect();
            list(&kinds)
        };
        Some(format!(
            "A and B {kinds_of}. By “{}”, A has {}; B has {}. A gap may be one between kinds.",
            question.label,
            mix(first),
            mix(second)
        ))
    }
}
