//! How far off shares may be, in the way that the reader chose to see it.

use survey::{Phrase, Tally};
use survey_stats::{BaseRule, SMALLEST_FOR_PERCENTAGES, bounds_to_show, interval_to_show};

use super::asked::Asked;
use super::row::{RangeView, RowView};
use super::wording::{count_of_base, counted, list, thousands};
use crate::state::{Scale, Uncertainty};

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

/// What decides whether a range can be said.
#[derive(Clone, Copy)]
pub(super) struct Ranges<'a> {
    asked: &'a Asked<'a>,
    broken_down: bool,
    /// How many were invited, where the figure is of all of them.
    invited: Option<u32>,
}

impl<'a> Ranges<'a> {
    pub(super) fn new(asked: &'a Asked, tally: &Tally, broken_down: bool) -> Self {
        let whole = asked.everybody && !broken_down;
        let invited = asked.survey.invited_to(asked.question);
        let invited = invited.filter(|&invited| whole && invited >= tally.answered);
        Self { asked, broken_down, invited }
    }

    /// The range of a share, where one was asked for and can be said.
    pub(super) fn of(self, count: u32, base: u32) -> Option<RangeView> {
        match self.asked.uncertainty {
            Uncertainty::None => None,
            Uncertainty::Bounds => {
                let bounds = bounds_to_show(count, base, self.invited?)?;
                let ends = [bounds.low, bounds.high];
                let percents = ends.map(survey_stats::Share::percent);
                let [low, high] = percents;
                Some(RangeView {
                    ends: ends.map(|end| 100.0 * end.proportion()),
                    said: format!("{low}% if no other did, {high}% if every other did"),
                    cells: ends.map(|end| count_of_base(end.count(), end.base())).into(),
                    percents,
                })
            }
            Uncertainty::Interval => {
                let interval = interval_to_show(count, base, self.invited)?;
                let (low, high) = interval.percents();
                let said = format!("{low}% to {high}%");
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
            Uncertainty::Bounds => &["If no other did", "If every other did"],
            Uncertainty::Interval => &["95% interval"],
        }
    }

    /// The ranges of the answers that a sentence names, in its order: "If no other team did, 34%; if
    /// every other did, 96%." Empty where there are none, or too many to follow.
    pub(super) fn sentence(self, rows: &[RowView], named: &[usize]) -> String {
        let row = |option: &usize| rows.iter().find(|row| row.option == *option);
        let mut ranges: Vec<&RangeView> =
            named.iter().filter_map(|option| row(option)?.range.as_ref()).collect();
        // Answers that share a place share a range.
        ranges.dedup();
        if ranges.is_empty() || ranges.len() > 2 {
            return String::new();
        }
        let every = |words: &dyn Fn(&RangeView) -> String| {
            list(&ranges.iter().map(|range| words(range)).collect::<Vec<_>>())
        };
        if self.asked.uncertainty == Uncertainty::Bounds {
            let [low, high] = [0, 1].map(|end| every(&|range| format!("{}%", range.percents[end])));
            let team = &self.asked.noun().one;
            return format!("If no other {team} did, {low}; if every other did, {high}.");
        }
        format!("If {}: {}.", self.random_sample(), every(&|range| range.said.clone()))
    }

    /// What the figure's ranges are, or why there are none.
    pub(super) fn view(self, tally: &Tally) -> UncertaintyView {
        let text = match self.asked.uncertainty {
            Uncertainty::None => return UncertaintyView::default(),
            Uncertainty::Bounds => self.bounds(tally),
            Uncertainty::Interval => self.intervals(tally),
        };
        match text {
            Ok(meaning) if !self.broken_down => UncertaintyView {
                over_percentages: format!("The line on each bar: {meaning}"),
                over_counts: format!(
                    "In the table: {meaning} Choose “Percentages” to see it as a line."
                ),
                meaning,
            },
            Ok(meaning) => everywhere(format!("In the table: {meaning}"), meaning),
            Err(why_none) => everywhere(why_none.clone(), why_none),
        }
    }

    fn bounds(self, tally: &Tally) -> Result<String, String> {
        let Phrase { other: teams, .. } = self.asked.noun();
        let unknown = |what: &str| {
            format!(
                "No bounds are shown: of the {teams} that did not answer, nobody knows how many \
                 {what}."
            )
        };
        match self.invited {
            Some(_) if is_small(tally) => Err(format!(
                "Fewer than {SMALLEST_FOR_PERCENTAGES} {teams} answered, so no bounds are shown."
            )),
            Some(invited) => Ok(format!(
                "the share of all {} invited, if no other gave the answer and if every other did.",
                counted(invited, self.asked.noun())
            )),
            None if self.broken_down => Err(unknown("belong to each part")),
            None if !self.asked.everybody => Err(unknown("belong to this selection")),
            None if self.asked.question().asked_if.is_some() => {
                Err(unknown("would have been asked this"))
            }
            None => {
                Err(format!("No bounds are shown: how many {teams} were invited is not known."))
            }
        }
    }

    fn intervals(self, tally: &Tally) -> Result<String, String> {
        let Phrase { other: teams, .. } = self.asked.noun();
        if is_small(tally) {
            return Err(format!(
                "Fewer than {SMALLEST_FOR_PERCENTAGES} {teams} answered, so no intervals are shown."
            ));
        }
        let parts = if self.broken_down {
            format!(" Parts of fewer than {SMALLEST_FOR_PERCENTAGES} {teams} have none.")
        } else {
            String::new()
        };
        Ok(format!("95% interval, if {}.{parts}", self.random_sample()))
    }

    fn random_sample(self) -> String {
        let of = self
            .invited
            .map_or_else(String::new, |invited| format!(" of the {} invited", thousands(invited)));
        format!("the {} that answered were a random sample{of}", self.asked.noun().other)
    }
}

fn is_small(tally: &Tally) -> bool {
    !BaseRule::of(tally.answered).allows_percentage()
}

fn everywhere(text: String, meaning: String) -> UncertaintyView {
    UncertaintyView { over_percentages: text.clone(), over_counts: text, meaning }
}
