//! How far off shares may be, in the way that the reader chose to see it.

use survey::Tally;
use survey_stats::{BaseRule, SMALLEST_FOR_PERCENTAGES, bounds_to_show, interval_to_show};

use super::asked::Asked;
use super::row::{RangeView, RowView};
use super::standing::StandingView;
use super::wording::count_of_base;
use crate::state::{Scale, Uncertainty};
use crate::words::table::percent;
use crate::words::uncertainty::{self as words, Unknown};

/// What the ranges of a figure are, or why there are none; both empty where none were asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UncertaintyView {
    /// By themselves.
    pub meaning: String,
    /// Where bars are percentages, over which ranges can be drawn.
    pub over_percentages: String,
    /// Where they are counts: a range is of a share, and would seem to put the counts in doubt.
    pub over_counts: String,
}

impl UncertaintyView {
    /// What goes with bars of a scale.
    pub fn over(&self, scale: Scale) -> &str {
        match scale {
            Scale::Count => &self.over_counts,
            Scale::Percentage => &self.over_percentages,
        }
    }
}

/// Whose numbers were made up: nothing was measured that could be off.
#[derive(Clone, Copy, PartialEq)]
enum Invented {
    None,
    Some,
    All,
}

/// What decides whether a range can be said.
#[derive(Clone, Copy)]
pub(super) struct Ranges<'a> {
    asked: &'a Asked<'a>,
    broken_down: bool,
    /// Whose numbers were made up.
    invented: Invented,
    /// How many were invited, where the figure is of all of them.
    invited: Option<u32>,
}

impl<'a> Ranges<'a> {
    pub(super) fn new(
        asked: &'a Asked,
        tally: &Tally,
        broken_down: bool,
        standing: &StandingView,
    ) -> Self {
        let invented = match standing.mark {
            _ if standing.is_real() => Invented::None,
            Some(_) => Invented::All,
            None => Invented::Some,
        };
        let whole = asked.everybody() && !broken_down;
        let invited = asked.survey.invited_to(asked.question);
        let invited = invited.filter(|&invited| whole && invited >= tally.answered);
        Self { asked, broken_down, invented, invited }
    }

    /// The range of a share, where one was asked for and can be said.
    pub(super) fn of(self, count: u32, base: u32) -> Option<RangeView> {
        match self.asked.uncertainty {
            _ if self.invented == Invented::All => None,
            Uncertainty::None => None,
            Uncertainty::Bounds => {
                let bounds = bounds_to_show(count, base, self.invited?)?;
                let ends = [bounds.low, bounds.high];
                let percents = ends.map(survey_stats::Share::percent);
                let [low, high] = percents;
                Some(RangeView {
                    ends: ends.map(|end| 100.0 * end.proportion()),
                    said: words::bounds(low, high),
                    cells: ends.map(|end| count_of_base(end.count(), end.base())).into(),
                    percents,
                })
            }
            Uncertainty::Interval => {
                let interval = interval_to_show(count, base, self.invited)?;
                let (low, high) = interval.percents();
                let said = words::interval(low, high);
                Some(RangeView {
                    ends: [100.0 * interval.low, 100.0 * interval.high],
                    cells: vec![said.clone()],
                    // Those of a share are not under 0.
                    percents: [low, high].map(|end| u32::try_from(end).unwrap_or_default()),
                    said,
                })
            }
        }
    }

    /// The headings over a range's cells in a table.
    pub(super) fn columns(self) -> &'static [&'static str] {
        match self.asked.uncertainty {
            Uncertainty::None => &[],
            Uncertainty::Bounds => &[words::IF_NO_OTHER, words::IF_EVERY_OTHER],
            Uncertainty::Interval => &[words::INTERVAL],
        }
    }

    /// The ranges of the answers that a sentence names, in its order: "If no other team did, 34%; if
    /// every other did, 96%." Empty where there are none, or too many to follow.
    pub(super) fn sentence(self, rows: &[RowView], named: &[usize]) -> String {
        let row = |option: &usize| rows.iter().find(|row| row.option == *option);
        // One alone of several would be taken for that of another.
        let ranges: Option<Vec<&RangeView>> =
            named.iter().map(|option| row(option)?.range.as_ref()).collect();
        let mut ranges = ranges.unwrap_or_default();
        // Answers that share a place share a range.
        ranges.dedup();
        if ranges.is_empty() || ranges.len() > 2 {
            return String::new();
        }
        if self.asked.uncertainty == Uncertainty::Bounds {
            let of = |end: usize| -> Vec<String> {
                ranges.iter().map(|range| percent(range.percents[end])).collect()
            };
            return words::bounds_of(&self.asked.noun().one, &of(0), &of(1));
        }
        let intervals: Vec<String> = ranges.iter().map(|range| range.said.clone()).collect();
        words::intervals_of(&self.asked.noun().other, self.invited, &intervals)
    }

    /// What the figure's ranges are, or why there are none.
    pub(super) fn view(self, tally: &Tally) -> UncertaintyView {
        let text = match self.asked.uncertainty {
            Uncertainty::None => return UncertaintyView::default(),
            _ if self.invented == Invented::All => Err(words::INVENTED_HAVE_NONE.to_owned()),
            Uncertainty::Bounds => self.bounds(tally),
            Uncertainty::Interval => self.intervals(tally),
        };
        let text = match self.invented {
            Invented::Some => text.map(|meaning| meaning + words::INVENTED_AMONG_OTHERS),
            Invented::None | Invented::All => text,
        };
        match text {
            Ok(meaning) if !self.broken_down => UncertaintyView {
                over_percentages: words::line_on_each_bar(&meaning),
                over_counts: words::in_the_table_or_as_a_line(&meaning),
                meaning,
            },
            Ok(meaning) => everywhere(words::in_the_table(&meaning), meaning),
            Err(why_none) => everywhere(why_none.clone(), why_none),
        }
    }

    fn bounds(self, tally: &Tally) -> Result<String, String> {
        let noun = self.asked.noun();
        let unknown = |unknown: Unknown| Err(words::no_bounds(&noun.other, unknown));
        match self.invited {
            Some(_) if is_small(tally) => {
                Err(words::too_few_for_bounds(SMALLEST_FOR_PERCENTAGES, &noun.other))
            }
            Some(invited) => Ok(words::meaning_of_bounds(invited, noun)),
            None if self.broken_down => unknown(Unknown::Part),
            None if !self.asked.everybody() => unknown(Unknown::Selection),
            None if self.asked.question().asked_if.is_some() => unknown(Unknown::Asked),
            None => Err(words::no_bounds_without_invited(&noun.other)),
        }
    }

    fn intervals(self, tally: &Tally) -> Result<String, String> {
        let teams = &self.asked.noun().other;
        if is_small(tally) {
            return Err(words::too_few_for_intervals(SMALLEST_FOR_PERCENTAGES, teams));
        }
        let mut meaning = words::meaning_of_intervals(teams, self.invited);
        if self.broken_down {
            meaning += &words::small_parts_have_none(SMALLEST_FOR_PERCENTAGES, teams);
        }
        Ok(meaning)
    }
}

fn is_small(tally: &Tally) -> bool {
    !BaseRule::of(tally.answered).allows_percentage()
}

fn everywhere(text: String, meaning: String) -> UncertaintyView {
    UncertaintyView { over_percentages: text.clone(), over_counts: text, meaning }
}
