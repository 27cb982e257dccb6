//! The columns that tables share, and what stands in them.

use explorer::state::Uncertainty;
use explorer::view::wording::capitalised;
use explorer::view::{FigureView, RangeView};
use explorer::words::{columns, standing::REPORTED};
use survey::Survey;
use survey_stats::{BaseRule, SMALLEST_FOR_PERCENTAGES, SMALLEST_FULL_BASE, percent};

use super::{Absent, Cell, Column, Holds};

pub(super) fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// A column of words, with its heading and what is said of it.
pub(super) fn words(name: &'static str, [title, about]: [&str; 2]) -> Column {
    Column { name, title: title.to_owned(), about: about.to_owned(), holds: Holds::Words }
}

/// The same of numbers.
fn numbers(name: &'static str, said: [&str; 2]) -> Column {
    Column { holds: Holds::Numbers, ..words(name, said) }
}

/// Count, base, percentage.
pub(super) fn share_columns(survey: &Survey) -> [Column; 3] {
    let teams = &survey.about().respondent.other;
    [
        numbers("count", [&capitalised(teams), &columns::count(teams)]),
        numbers("base", [columns::BASE, &columns::base(teams)]),
        numbers("percentage", columns::PERCENTAGE),
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
    let column = |name, title: &str| numbers(name, [title, columns::IN_PERCENT]);
    match uncertainty {
        Uncertainty::None => Vec::new(),
        Uncertainty::Bounds => {
            vec![column("lowest", columns::LOWER_BOUND), column("highest", columns::UPPER_BOUND)]
        }
        Uncertainty::Interval => {
            vec![column("lowest", columns::INTERVAL_FROM), column("highest", columns::INTERVAL_TO)]
        }
    }
}

/// The ends of a range, or why there is none: a part is too small for one.
pub(super) fn range(range: Option<&RangeView>, none: Absent) -> [Cell; 2] {
    range.map_or([Cell::Absent(none), Cell::Absent(none)], |range| range.percents.map(Cell::Number))
}

pub(super) fn size_column() -> Column {
    let about = columns::size(SMALLEST_FULL_BASE, SMALLEST_FOR_PERCENTAGES);
    words("size_of_base", [columns::SIZE, &about])
}

pub(super) fn size(base: u32) -> Cell {
    text(match BaseRule::of(base) {
        BaseRule::Nobody => columns::NOBODY,
        BaseRule::CountsOnly => columns::COUNTS_ONLY,
        BaseRule::SmallBase => columns::SMALL,
        BaseRule::Full => columns::LARGE_ENOUGH,
    })
}

pub(super) fn standing_column() -> Column {
    words("evidence", columns::EVIDENCE)
}

/// Where an answer's numbers come from.
pub(super) fn standing(figure: &FigureView, option: usize) -> Cell {
    let mark = figure.standing.options.get(option).copied().flatten();
    text(mark.map_or(REPORTED, |mark| mark.words))
}
