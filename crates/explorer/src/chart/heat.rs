//! A cell for each answer in each part of a breakdown, darker the more gave the answer.

use charming::component::{Axis, VisualMap};
use charming::datatype::DataPoint;
use charming::element::{AxisType, Label};
use charming::series::Heatmap;

use super::bars::{answers, grid};
use super::layout::{Layout, Width};
use super::options::{Options, Series};
use super::share::share;
use crate::view::{BreakdownView, FigureView};
use crate::words::figure as words;

/// Room for the parts' names above their columns; the narrower they are, the more lines they take.
fn room_for_names(width: Width) -> u32 {
    match width {
        Width::Wide => 52,
        Width::Narrow { .. } => 88,
    }
}

/// Where the plot stands.
pub(super) fn layout(figure: &FigureView, width: Width) -> Layout {
    let labels = figure.rows.iter().map(|row| row.label.as_str());
    Layout::rows(labels, width, room_for_names(width), 0)
}

pub(super) fn heat(figure: &FigureView, parts: &BreakdownView, width: Width) -> (Options, Layout) {
    let layout = layout(figure, width);
    let columns = parts.parts.iter().map(|part| words::part(&part.label, part.base));
    let mut data = Vec::new();
    for (row, cells) in parts.cells.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            // Column, row, what the colour shows, what the words show.
            let place = |position: usize| i64::try_from(position).unwrap_or(0);
            data.push(vec![
                DataPoint::from(place(column)),
                DataPoint::from(place(row)),
                DataPoint::from(share(cell.count, cell.base)),
                DataPoint::from(cell.count.to_string()),
            ]);
        }
    }
    let names = Axis::new()
        .type_(AxisType::Category)
        .position("top")
        .data(columns.collect::<Vec<String>>());
    let labels = answers(figure.rows.iter().map(|row| row.label.clone()).collect());
    let label = Label::new().show(true).formatter("{@[3]}");
    let cells = Heatmap::new().id("parts").label(label).data(data);
    let options = Options {
        visual_map: Some(VisualMap::new().show(false).min(0).max(100).dimension(2)),
        ..Options::new(grid(layout), names, labels, Series::Heat(vec![cells]))
    };
    (options, layout)
}
