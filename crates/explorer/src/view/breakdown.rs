//! A question's figure broken down by another question.

use survey::{Breakdown, Kind, Question, QuestionIx};
use survey_stats::BaseRule;

use super::asked::Asked;
use super::row::{RangeView, RowView};
use super::table::{TableRow, TableView};
use super::uncertainty::Ranges;
use super::wording::{count_of_base, lower_first, without_flag};
use crate::words::{figure, table};

/// Counts of each answer in each part.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakdownView {
    /// The name of the question broken down by.
    pub by: String,
    /// The parts, in the codebook's order.
    pub parts: Vec<PartView>,
    /// For each row of the figure, a cell for each part.
    pub cells: Vec<Vec<CellView>>,
    /// Whether the answers run from one end of a scale to the other.
    pub is_ordered: bool,
    /// Whom the parts leave out, where anybody.
    pub note: Option<String>,
}

impl BreakdownView {
    /// Whether every part in which anybody answered is large enough for percentages.
    pub fn allow_percentages(&self) -> bool {
        let allows =
            |part: &PartView| part.base == 0 || BaseRule::of(part.base).allows_percentage();
        self.parts.iter().all(allows)
    }
}

/// One part of a breakdown.
#[derive(Clone, Debug, PartialEq)]
pub struct PartView {
    /// The id of the answer that makes the part.
    pub id: String,
    /// The answer that makes the part.
    pub label: String,
    /// How many in it answered the figure's question.
    pub base: u32,
}

/// One answer's count in one part.
#[derive(Clone, Debug, PartialEq)]
pub struct CellView {
    /// How many gave it.
    pub count: u32,
    /// Of how many.
    pub base: u32,
    /// "3 of 9", or "10 of 30 (33%), 19% to 51%".
    pub said: String,
    /// How far off the share may be, where that was asked for and can be said.
    pub range: Option<RangeView>,
}

pub(super) fn breakdown_view(
    asked: &Asked,
    by: QuestionIx,
    breakdown: &Breakdown,
    rows: &[RowView],
    ranges: Ranges,
) -> BreakdownView {
    let is_ordered = asked.question().kind == Kind::Ordered;
    let by = asked.survey.codebook().question(by);
    let noun = &asked.survey.about().respondent;
    let part = |(option, tally): (&survey::AnswerOption, &survey::Tally)| PartView {
        id: option.id.clone(),
        label: option.label.clone(),
        base: tally.answered,
    };
    let cell = |option: usize| {
        move |tally: &survey::Tally| {
            let (count, base) = (tally.counts[option], tally.answered);
            let mut said = match base {
                0 => table::NOBODY.to_owned(),
                // The heading of the part says that it is small.
                _ => without_flag(&count_of_base(count, base)),
            };
            let range = ranges.of(count, base);
            if let Some(range) = &range {
                said = said + ", " + &range.said;
            }
            CellView { count, base, said, range }
        }
    };
    let rest = breakdown.rest.answered;
    BreakdownView {
        by: by.label.clone(),
        parts: by.options.iter().zip(&breakdown.parts).map(part).collect(),
        cells: rows
            .iter()
            .map(|row| breakdown.parts.iter().map(cell(row.option)).collect())
            .collect(),
        is_ordered,
        note: (rest > 0).then(|| figure::not_in_parts(rest, noun, &by.label)),
    }
}

pub(super) fn breakdown_table(
    question: &Question,
    noun_other: &str,
    view: &BreakdownView,
    rows: &[RowView],
) -> TableView {
    let mut columns = vec![table::ANSWER.to_owned()];
    columns.extend(view.parts.iter().map(|part| match BaseRule::of(part.base) {
        BaseRule::SmallBase => table::of_small_base(&part.label),
        BaseRule::Nobody | BaseRule::CountsOnly | BaseRule::Full => part.label.clone(),
    }));
    let row = |(row, cells): (&RowView, &Vec<CellView>)| TableRow {
        heading: row.label.clone(),
        cells: cells.iter().map(|cell| cell.said.clone()).collect(),
        mark: None,
    };
    TableView {
        caption: table::broken_down(&question.label, &lower_first(&view.by), noun_other),
        columns,
        rows: rows.iter().zip(&view.cells).map(row).collect(),
    }
}
