//! From a view's figure to a chart's options. What a chart looks like – colours, type, where labels
//! stand – is the theme's, in `assets/charts`; here is what it shows.

mod bars;
pub mod dots;
mod heat;
mod layout;
mod numbers;
mod options;
mod parts;
mod share;
mod side_by_side;
mod stacked;
mod text;

pub use layout::{Layout, Width};
pub use options::Options;

use survey_stats::BaseRule;

use crate::state::Scale;
use crate::view::{FigureView, Mark, RowView, Shape};
use crate::words::standing::{HOLLOW_BARS, HOLLOW_BARS_AND_TICKS, INVENTED_NUMBERS};

/// The options of a figure's chart, and how tall it is. `None` where there is nothing to draw.
///
/// `total` is the number of selected respondents: one scale for all figures that show counts.
pub fn chart(
    figure: &FigureView,
    scale: Scale,
    total: u32,
    width: Width,
) -> Option<(Options, Layout)> {
    let scale = drawn_as(figure, scale);
    let (mut options, mut layout) = match &figure.shape {
        Shape::Nothing(_) => return None,
        Shape::Bars => bars::bars(figure, scale, total, width),
        Shape::Stacked(parts) => stacked::stacked(figure, parts, scale, width),
        Shape::SideBySide(pairs) => side_by_side::sides(figure, pairs, width),
        Shape::Heat(parts) => heat::heat(figure, parts, scale, width),
    };
    let (below, room) = below(figure, width);
    if room > 0 {
        options.grid = options.grid.bottom(f64::from(room));
        options.y_axis = options.y_axis.name(below);
        layout.height += room;
    }
    Some((options, layout))
}

/// Where no percentage is said, none is drawn.
fn drawn_as(figure: &FigureView, scale: Scale) -> Scale {
    let percentages = match &figure.shape {
        Shape::Stacked(parts) | Shape::Heat(parts) => parts.allow_percentages(),
        Shape::Bars | Shape::SideBySide(_) | Shape::Nothing(_) => {
            BaseRule::of(figure.base).allows_percentage()
        }
    };
    if percentages { scale } else { Scale::Count }
}

/// Whether all numbers of a figure were made up.
fn is_made_up(figure: &FigureView) -> bool {
    figure.standing.mark.is_some_and(|mark| mark.mark == Mark::Invented)
}

/// What a chart says of numbers that were made up, and how tall that is: which bars are hollow or, where
/// colours or two kinds of bars mean something else, that all are. Cropped out of its figure it says so
/// still.
fn below(figure: &FigureView, width: Width) -> (String, u32) {
    let said = match &figure.shape {
        Shape::Bars if figure.rows.iter().any(|row| row.other_set.is_some()) => {
            HOLLOW_BARS_AND_TICKS
        }
        Shape::Bars if figure.rows.iter().any(RowView::is_invented) => HOLLOW_BARS,
        Shape::Stacked(_) | Shape::SideBySide(_) | Shape::Heat(_) if is_made_up(figure) => {
            INVENTED_NUMBERS
        }
        _ => return (String::new(), 0),
    };
    let (said, lines) = width.wrapped(said, width.pixels());
    (said, 10 + 18 * lines)
}

/// The room for a figure's chart until the library of charts has arrived and it is drawn: as tall as
/// bars will be, and about as tall as a breakdown. `None` where there is nothing to draw.
pub fn reserved(figure: &FigureView, width: Width) -> Option<u32> {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let height = match &figure.shape {
        Shape::Nothing(_) => return None,
        Shape::Bars => bars::layout(figure, width).height,
        Shape::SideBySide(pairs) => side_by_side::layout(figure, pairs, width).height,
        Shape::Stacked(parts) => {
            36 + count(parts.parts.len()) * if width.is_narrow() { 64 } else { 44 }
        }
        Shape::Heat(parts) if width.is_narrow() => {
            count(figure.rows.len()) * (36 + 28 * count(parts.parts.len()))
        }
        Shape::Heat(_) => 80 + count(figure.rows.len()) * 44,
    };
    Some(height + below(figure, width).1)
}

#[cfg(test)]
mod tests;
