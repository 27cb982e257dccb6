//! The columns that tables share, and what stands in them.

use explorer::state::Uncertainty;
use explorer::view::wording::capitalised;
use explorer::view::{FigureView, RangeView};
use explorer::words::standing::REPORTED;
use survey::Survey;
use survey_stats::{BaseRule, SMALLEST_FOR_PERCENTAGES, SMALLEST_FULL_BASE, percent};

use super::{Absent, Cell, Column};

pub(super) fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

pub(super) fn words(name: &'static str, title: &str, about: &str) -> Column {
    Column { name, title: title.to_owned(), about: about.to_owned(), numbers: false }
}

pub(super) fn numbers(name: &'static str, title: &str, about: &str) -> Column {
    Column { numbers: true, ..words(name, title, about) }
}

/// Count, base, percentage.
pub(super) fn share_columns(survey: &Survey) -> [Column; 3] {
    let teams = &survey.about().respondent.other;
    [
        numbers("count", &capitalised(teams), &format!("How many {teams} gave the answer")),
        numbers("base", "Base", &format!("How many {teams} answered the question")),
        numbers("percentage", "Percentage", "The count in percent of the base, rounded"),
    ]
}

pub(super) fn share(count: u32, base: u32) -> [Cell; 3] {
    let percentage = match BaseRule::of(base) {
        BaseRule::Nobody => Cell::Absent(Absent::NotApplicable),
        BaseRule::CountsOnly => Cell::Absent(Absent::LowReliability),
        BaseRule::SmallBase | BaseRule::Full => {
            percent(count, base).map_or(Cell::Absent(Absent::NotApplicable), Cell::Number)
        }
    };
    [Cell::Number(count), Cell::Number(base), percentage]
}

/// From where to where a share may lie.
pub(super) fn range_columns(uncertainty: Uncertainty) -> Vec<Column> {
    let column = |name, title: &str| numbers(name, title, "In percent, rounded");
    match uncertainty {
        Uncertainty::None => Vec::new(),
        Uncertainty::Bounds => vec![
            column("lowest", "Percentage if no other did"),
            column("highest", "Percentage if every other did"),
        ],
        Uncertainty::Interval => vec![
            column("lowest", "95% interval from percentage"),
            column("highest", "95% interval to percentage"),
        ],
    }
}

/// The ends of a range; a part too small for one has none.
pub(super) fn range(range: Option<&RangeView>, base: u32) -> [Cell; 2] {
    let none = if base == 0 { Absent::NotApplicable } else { Absent::LowReliability };
    range.map_or([Cell::Absent(none), Cell::Absent(none)], |range| range.percents.map(Cell::Number))
}

pub(super) fn size_column() -> Column {
    let about = format!(
        "What a base of this size allows: below {SMALLEST_FULL_BASE} it is small, below \
         {SMALLEST_FOR_PERCENTAGES} only counts"
    );
    words("size_of_base", "Size of base", &about)
}

pub(super) fn size(base: u32) -> Cell {
    text(match BaseRule::of(base) {
        BaseRule::Nobody => "nobody answered",
        BaseRule::CountsOnly => "counts only",
        BaseRule::SmallBase => "small",
        BaseRule::Full => "large enough",
    })
}

pub(super) fn standing_column() -> Column {
    words("evidence", "Evidence", "Whether the row’s numbers are published, worked out or invented")
}

/// Where an answer's numbers come from.
pub(super) fn standing(figure: &FigureView, option: usize) -> Cell {
    let mark = figure.standing.options.get(option).copied().flatten();
    text(mark.map_or(REPORTED, |mark| mark.words))
}
