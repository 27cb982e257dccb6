//! A bar for each part of a breakdown, stacked from the answers.

use charming::component::{Axis, Legend};
use charming::datatype::DataPointItem;
use charming::element::{AxisType, Label, LabelPosition};
use charming::series::Bar;

use super::bars::{answers, grid};
use super::layout::{Layout, Width};
use super::options::{Options, Series};
use super::share::share;
use crate::contract::names;
use crate::state::Scale;
use crate::view::{BreakdownView, CellView, FigureView};
use crate::words::figure as words;

/// Below this part of the bar's length a number does not fit into its segment.
const ROOM_FOR_A_NUMBER: f64 = 7.0;
/// A line of the key, in pixels.
const KEY_LINE: u32 = 28;

fn labels(parts: &BreakdownView) -> Vec<String> {
    parts.parts.iter().map(|part| words::part(&part.label, part.base)).collect()
}

/// Where the plot stands.
pub(super) fn layout(figure: &FigureView, parts: &BreakdownView, width: Width) -> Layout {
    layout_below(&labels(parts), figure, width)
}

fn layout_below(labels: &[String], figure: &FigureView, width: Width) -> Layout {
    Layout::rows(labels.iter().map(String::as_str), width, key_height(figure, width), 8)
}

pub(super) fn stacked(
    figure: &FigureView,
    parts: &BreakdownView,
    scale: Scale,
    width: Width,
) -> (Options, Layout) {
    let labels = labels(parts);
    let layout = layout_below(&labels, figure, width);
    let largest = parts.parts.iter().map(|part| part.base).max().unwrap_or(0);
    let length = |cell: &CellView| match scale {
        Scale::Count => f64::from(cell.count),
        Scale::Percentage => share(cell.count, cell.base),
    };
    let longest = match scale {
        Scale::Count => f64::from(largest),
        Scale::Percentage => 100.0,
    };
    let mut series = Vec::with_capacity(figure.rows.len());
    for (row, cells) in figure.rows.iter().zip(&parts.cells) {
        let item = |cell: &CellView| {
            let fits = 100.0 * length(cell) / longest >= ROOM_FOR_A_NUMBER;
            let number = if fits { cell.count.to_string() } else { String::new() };
            DataPointItem::new(length(cell)).name(number)
        };
        let inside = Label::new().show(true).position(LabelPosition::Inside).formatter("{b}");
        let data: Vec<DataPointItem> = cells.iter().map(item).collect();
        let bar = Bar::new().id(format!("option-{}", row.option)).name(&row.label);
        series.push(bar.stack(names::ANSWERS_STACK).label(inside).data(data));
    }
    let value = Axis::new().type_(AxisType::Value).min(0).max(longest).show(false);
    let options = Options {
        legend: Some(Legend::new().show(true).top(0).left(0)),
        ..Options::new(grid(layout), value, answers(labels), Series::Bars(series))
    };
    (options, layout)
}

/// The key stands above the bars and wraps as its words need.
fn key_height(figure: &FigureView, width: Width) -> u32 {
    let pixels = match width {
        Width::Wide => 600,
        Width::Narrow { pixels } => pixels,
    };
    let mut lines = 1;
    let mut used = 0;
    for row in &figure.rows {
        let item = 48 + 8 * u32::try_from(row.label.chars().count()).unwrap_or(0);
        if used > 0 && used + item > pixels {
            lines += 1;
            used = 0;
        }
        used += item;
    }
    lines * KEY_LINE + 8
}
