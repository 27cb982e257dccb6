//! Who is compared, and what to mind of it.

use survey::{Against, Tally};

use super::{SideBySide, SideBySideView};
use crate::view::selection::{Base, base_phrase};
use crate::view::wording::{capitalised, list};
use crate::words::side_by_side as words;

impl SideBySide<'_> {
    /// How many the second side has.
    pub(in crate::view) fn second_size(&self) -> Option<u32> {
        self.counts.second.size.ok()
    }

    /// "compared with the 48 other teams".
    pub(in crate::view) fn screen_reader_text(&self) -> String {
        match self.counts.second.size {
            Ok(size) => self.side_phrase(1, &self.second.base(size)),
            Err(no) => words::b_which_is(&no.to_string()),
        }
    }

    /// The respondents of a side: "the 48 other teams".
    pub(super) fn side_phrase(&self, side: usize, base: &Base) -> String {
        let noun = &self.survey.about().respondent;
        let teams = noun.for_count(u64::from(base.count));
        let (n, that) = (base.count, base.words());
        match self.against {
            Against::Others if (side, base.count) == (1, 0) => words::no_other(teams),
            Against::Others if side == 1 => words::others(n, teams, &that),
            Against::Everybody if side == 1 => words::everybody(n, teams, &that),
            _ => base_phrase(noun, base),
        }
    }

    /// Who is compared, and what to mind.
    pub(in crate::view) fn view(&self) -> SideBySideView {
        let size = |side: usize| [&self.counts.first, &self.counts.second][side].size;
        let who = |side: usize| match size(side) {
            Ok(size) => self.side_phrase(side, &[self.first, &self.second][side].base(size)),
            Err(no) => no.to_string(),
        };
        let mut notes: Vec<String> = [self.overlap(), self.kinds()].into_iter().flatten().collect();
        notes.push(words::BARS_SHOW_SHARES.to_owned());
        match self.family.size {
            0 => {}
            1 => notes.push(words::ONE_GAP_IS_CHECKED.to_owned()),
            many => notes.push(words::gaps_are_checked(many)),
        }
        SideBySideView { sides: [who(0), who(1)], notes }
    }

    /// Who is on both sides, where anybody.
    fn overlap(&self) -> Option<String> {
        let (both, first) = (self.counts.both.size, self.counts.first.size);
        let noun = &self.survey.about().respondent;
        let Ok(both) = both else {
            return Some(words::BOTH_NOT_AVAILABLE.to_owned());
        };
        let teams = noun.for_count(u64::from(both));
        let whole = match (Ok(both) == first, Ok(both) == self.counts.second.size) {
            _ if both == 0 => return None,
            (true, true) => return Some(words::the_same(teams)),
            (true, false) => words::ALL_OF_A_IN_B.to_owned(),
            (false, true) => words::ALL_OF_B_IN_A.to_owned(),
            _ => words::in_both(both, noun),
        };
        Some(words::not_separate(&capitalised(&whole)))
    }

    /// That the sides hold respondents of different kinds, where they do.
    fn kinds(&self) -> Option<String> {
        let (ix, question) = self.survey.codebook().iter().find(|(_, question)| question.peers)?;
        let sides =
            [&self.counts.first, &self.counts.second].map(|side| &side.tallies[ix.position()]);
        let [Ok(first), Ok(second)] = sides else {
            return Some(words::kinds_not_available(&question.label));
        };
        let kinds = |tally: &Tally| -> Vec<usize> {
            (0..tally.counts.len()).filter(|&option| tally.counts[option] > 0).collect()
        };
        let (in_first, in_second) = (kinds(first), kinds(second));
        let same = in_first.len() == 1 && in_first == in_second;
        if same || first.answered == 0 || second.answered == 0 {
            return None;
        }
        let mix = |tally: &Tally| {
            let kinds: Vec<String> = kinds(tally)
                .into_iter()
                .map(|option| words::kind(&question.options[option].label, tally.counts[option]))
                .collect();
            list(&kinds)
        };
        Some(words::kinds(&question.label, &mix(first), &mix(second)))
    }
}
