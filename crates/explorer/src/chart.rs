//! From a view's figure to a chart's options. What a chart looks like – colours, type, where labels
//! stand – is the theme's, in `assets/charts`; here is what it shows.

mod bars;
pub mod dots;
mod heat;
mod layout;
mod options;
mod share;
mod side_by_side;
mod stacked;

pub use layout::{Layout, Width};
pub use options::Options;

use survey_stats::BaseRule;

use crate::state::Scale;
use crate::view::{FigureView, Shape};

/// The options of a figure's chart, and how tall it is. `None` where there is nothing to draw.
///
/// `total` is the number of selected respondents: one scale for all figures that show counts.
pub fn chart(
    figure: &FigureView,
    scale: Scale,
    total: u32,
    width: Width,
) -> Option<(Options, Layout)> {
    // Where no percentage is said, none is drawn.
    let percentages = match &figure.shape {
        Shape::Stacked(parts) => parts.allow_percentages(),
        _ => BaseRule::of(figure.base).allows_percentage(),
    };
    let scale = if percentages { scale } else { Scale::Count };
    match &figure.shape {
        Shape::Nothing(_) => None,
        Shape::Bars => Some(bars::bars(figure, scale, total, width)),
        Shape::Stacked(parts) => Some(stacked::stacked(figure, parts, scale, width)),
        Shape::SideBySide(pairs) => Some(side_by_side::sides(figure, pairs, width)),
        Shape::Heat(parts) => Some(heat::heat(figure, parts, width)),
    }
}

/// How tall a figure's chart is, as [`chart`] says it, without the options: known before the library
/// of charts has arrived. `None` where there is nothing to draw.
pub fn height(figure: &FigureView, width: Width) -> Option<u32> {
    let layout = match &figure.shape {
        Shape::Nothing(_) => return None,
        Shape::Bars => bars::layout(figure, width),
        Shape::Stacked(parts) => stacked::layout(figure, parts, width),
        Shape::SideBySide(_) => side_by_side::layout(figure, width),
        Shape::Heat(_) => heat::layout(figure, width),
    };
    Some(layout.height)
}

#[cfg(test)]
mod tests;
