//! A bar for each answer, the number at its end.

use charming::component::{Axis, Grid};
use charming::datatype::DataPointItem;
use charming::element::{AxisType, Label, LabelPosition};
use charming::series::Bar;

use super::layout::{Layout, NUMBERS, Width};
use super::options::{Options, Series};
use super::share;
use crate::state::Scale;
use crate::view::{FigureView, RowView};

pub(super) fn bars(
    figure: &FigureView,
    scale: Scale,
    total: u32,
    width: Width,
) -> (Options, Layout) {
    let labels = figure.rows.iter().map(|row| row.label.as_str());
    let layout = Layout::rows(labels, width, 0, NUMBERS);
    let length = |row: &RowView| match scale {
        Scale::Count => f64::from(row.count),
        Scale::Percentage => share(row.count, figure.base),
    };
    // A bar's data item is named by what stands at its end.
    let data: Vec<DataPointItem> = figure
        .rows
        .iter()
        .map(|row| DataPointItem::new(length(row)).name(&row.at_the_end))
        .collect();
    let end = Label::new().show(true).position(LabelPosition::Right).formatter("{b}");
    let longest = match scale {
        Scale::Count => f64::from(total),
        Scale::Percentage => 100.0,
    };
    let options = Options::new(
        grid(layout),
        Axis::new().type_(AxisType::Value).min(0).max(longest).show(false),
        answers(figure.rows.iter().map(|row| row.label.clone()).collect()),
        Series::Bars(vec![Bar::new().id("counts").show_background(true).label(end).data(data)]),
    );
    (options, layout)
}

/// The plot: all that the labels and numbers leave.
pub(super) fn grid(layout: Layout) -> Grid {
    let pixels = f64::from;
    Grid::new()
        .left(pixels(layout.left))
        .right(pixels(layout.right))
        .top(pixels(layout.top))
        .bottom(0)
}

/// The axis of labels, the first on top.
pub(super) fn answers(labels: Vec<String>) -> Axis {
    Axis::new().type_(AxisType::Category).inverse(true).data(labels)
}
