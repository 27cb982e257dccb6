//! Answers that go together, in each part of a breakdown: a cell for each, darker the more its number
//! is; where there is no room for columns, a list of small bars.

use survey_stats::percent;

use super::layout::{LINE, Layout, Width};
use super::numbers::{Number, leave_room};
use super::options::{Options, Said, Shade, item, series};
use super::parts::{Block, key, leave_rows, length, longest, names, said};
use crate::contract::names::{INVENTED_SERIES, TRACK_SERIES};
use crate::state::Scale;
use crate::view::wording::thousands;
use crate::view::{BreakdownView, FigureView};
use crate::words::{figure as words, table};

/// How tall a cell is, and how thick a bar of the list.
const CELL: u32 = 40;
const SMALL: u32 = 20;
/// A column is no narrower.
const COLUMN: u32 = 64;

/// The rows of cells, their names on top, a key below them; `None` where columns have no room.
fn cells(figure: &FigureView, parts: &BreakdownView, scale: Scale, width: Width) -> Option<Layout> {
    let labels: Vec<&str> = figure.rows.iter().map(|row| row.label.as_str()).collect();
    let mut layout = Layout::beside(width, true, &labels);
    let column = layout.plot() / u32::try_from(parts.parts.len().max(1)).unwrap_or(u32::MAX);
    if width.is_narrow() || column < COLUMN {
        return None;
    }
    let lines = columns(&layout, parts, width).iter().map(|name| name.1).max().unwrap_or(1);
    layout.row("", LINE * lines, 4, false);
    for label in labels {
        let (_, lines) = width.wrapped(label, layout.left);
        layout.row(label, CELL.max(LINE * lines), 4, false);
    }
    layout.space();
    let label = match scale {
        Scale::Count => words::KEY_OF_COUNTS,
        Scale::Percentage => words::KEY_OF_SHARES,
    };
    leave_rows(&blocks(parts, scale), &mut layout, width, label);
    Some(layout)
}

/// The parts' names in the lines that they take.
fn columns(layout: &Layout, parts: &BreakdownView, width: Width) -> Vec<(String, u32)> {
    let column = layout.plot() / u32::try_from(parts.parts.len().max(1)).unwrap_or(u32::MAX);
    names(parts).iter().map(|name| width.wrapped(name, column.saturating_sub(12))).collect()
}

/// A heading for each answer, below it a row for each part.
fn list(figure: &FigureView, parts: &BreakdownView, width: Width) -> Layout {
    let names = names(parts);
    let labels: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut layout = Layout::beside(width, true, &labels);
    for row in &figure.rows {
        layout.space();
        layout.heading(&row.label);
        for name in &names {
            layout.row(name, SMALL, 4, false);
        }
    }
    layout
}

/// The most that a cell shows: colours go up to there.
fn most(parts: &BreakdownView, scale: Scale) -> u32 {
    match scale {
        Scale::Count => {
            parts.cells.iter().flatten().map(|cell| cell.count).max().unwrap_or(0).max(1)
        }
        Scale::Percentage => 100,
    }
}

/// Numbers from none to the most, with their colours.
fn blocks(parts: &BreakdownView, scale: Scale) -> Vec<Block> {
    let most = most(parts, scale);
    let mut steps: Vec<u32> = (0..=4).map(|quarter| most * quarter / 4).collect();
    steps.dedup();
    let words = |step: u32| match scale {
        Scale::Count => thousands(step),
        Scale::Percentage => table::percent(step),
    };
    let block = |step: u32| (words(step), Shade::Step(f64::from(step) / f64::from(most)));
    steps.into_iter().map(block).collect()
}

pub(super) fn heat(
    figure: &FigureView,
    parts: &BreakdownView,
    scale: Scale,
    width: Width,
) -> (Options, Layout) {
    let Some(layout) = cells(figure, parts, scale, width) else {
        return small_bars(figure, parts, scale, width);
    };
    let most = f64::from(most(parts, scale));
    let lines = columns(&layout, parts, width);
    let mut all = Vec::new();
    for (column, (name, _)) in lines.into_iter().enumerate() {
        // Above its cells, without a colour.
        let said_above = Said { words: name, at: "inside", moved: 0.0 };
        let mut bars = vec![item(1.0, layout.place(0), said_above, Shade::None)];
        for (row, cells) in parts.cells.iter().enumerate() {
            let Some(cell) = cells.get(column) else { continue };
            let shade = match (scale, percent(cell.count, cell.base)) {
                (_, None) => Shade::None,
                _ => Shade::Step(length(cell, scale) / most),
            };
            let said = Said { words: said(cell, scale), at: "inside", moved: 0.0 };
            bars.push(item(1.0, layout.place(row + 1), said, shade));
        }
        all.push(series(&format!("part-{column}"), CELL, bars).stacked("cells"));
    }
    let longest = f64::from(u32::try_from(parts.parts.len()).unwrap_or(u32::MAX));
    all.extend(key(&blocks(parts, scale), &layout, width, figure.rows.len() + 1, longest));
    (Options::new(&layout, longest, all), layout)
}

fn small_bars(
    figure: &FigureView,
    parts: &BreakdownView,
    scale: Scale,
    width: Width,
) -> (Options, Layout) {
    let mut layout = list(figure, parts, width);
    let longest = longest(parts, scale);
    let all = || parts.cells.iter().flatten();
    let number = |cell| {
        let end = length(cell, scale) / longest;
        Number { free: end, end, tick: None, pixels: width.text(&said(cell, scale)) }
    };
    leave_room(&mut layout, &all().map(number).collect::<Vec<_>>());
    let (mut bars, mut tracks) = (Vec::new(), Vec::new());
    let count = parts.parts.len();
    for (position, cell) in all().enumerate() {
        // A heading before each answer's parts.
        let place = layout.place(position + position / count + 1);
        let whole = match scale {
            Scale::Count => f64::from(cell.base),
            Scale::Percentage => 100.0,
        };
        let said = number(cell).said(&said(cell, scale), layout.plot());
        bars.push(item(length(cell, scale), place, said, Shade::OfSeries));
        tracks.push(item(whole, place, Said::default(), Shade::OfSeries));
    }
    let id = if super::is_made_up(figure) { INVENTED_SERIES } else { "counts" };
    let bars = [series(TRACK_SERIES, SMALL, tracks).behind(), series(id, SMALL, bars)];
    (Options::new(&layout, longest, bars.into()), layout)
}
