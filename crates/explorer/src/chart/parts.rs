//! What the charts of a breakdown share: its parts' names, what a cell says, and keys.

use charming::datatype::DataPointItem;
use survey_stats::percent;

use super::layout::{LINE, Layout, Width};
use super::options::{Bars, Said, Shade, item, series};
use super::share::share;
use crate::state::Scale;
use crate::view::wording::thousands;
use crate::view::{BreakdownView, CellView};
use crate::words::figure as words;

/// The parts' names with their bases.
pub(super) fn names(parts: &BreakdownView) -> Vec<String> {
    parts.parts.iter().map(|part| words::part(&part.label, part.base)).collect()
}

/// How long a cell's bar is.
pub(super) fn length(cell: &CellView, scale: Scale) -> f64 {
    match scale {
        Scale::Count => f64::from(cell.count),
        Scale::Percentage => share(cell.count, cell.base),
    }
}

/// How long the longest can be.
pub(super) fn longest(parts: &BreakdownView, scale: Scale) -> f64 {
    match scale {
        Scale::Count => f64::from(parts.parts.iter().map(|part| part.base).max().unwrap_or(1)),
        Scale::Percentage => 100.0,
    }
}

/// What stands in a cell: what its length or colour shows.
pub(super) fn said(cell: &CellView, scale: Scale) -> String {
    match (scale, percent(cell.count, cell.base)) {
        (Scale::Count, _) => thousands(cell.count),
        (Scale::Percentage, Some(percent)) => words::percent_of_some(percent, cell.count > 0),
        (Scale::Percentage, None) => String::new(),
    }
}

/// A block of a key: its words, and the colour that they explain.
pub(super) type Block = (String, Shade);

/// Between a block's edge and its words.
const INSIDE: u32 = 8;

/// The blocks in lines as wide as the plot at most: each with its words, which may be in lines of
/// their own, its width, and the most lines of words.
fn arranged(blocks: &[Block], layout: &Layout, width: Width) -> (Vec<Vec<(String, u32)>>, u32) {
    let plot = layout.plot();
    let (mut rows, mut used, mut most) = (vec![Vec::new()], 0, 1);
    for (words, _) in blocks {
        let (words, lines) = width.wrapped(words, plot.saturating_sub(2 * INSIDE).max(1));
        let block = (words.split('\n').map(|line| width.text(line)).max().unwrap_or(0)
            + 2 * INSIDE)
            .min(plot);
        if used + block > plot {
            rows.push(Vec::new());
            used = 0;
        }
        used += block;
        most = most.max(lines);
        if let Some(row) = rows.last_mut() {
            row.push((words, block));
        }
    }
    (rows, most)
}

/// Leaves rows for a key; `label` says what it is a key to.
pub(super) fn leave_rows(blocks: &[Block], layout: &mut Layout, width: Width, label: &str) {
    let (rows, lines) = arranged(blocks, layout, width);
    for row in 0..rows.len() {
        layout.row(if row == 0 { label } else { "" }, LINE * lines + 4, 4, false);
    }
}

/// The key as bars from `row` on: a block for each colour, as wide as its words.
pub(super) fn key(
    blocks: &[Block],
    layout: &Layout,
    width: Width,
    first: usize,
    longest: f64,
) -> Vec<Bars> {
    let (rows, lines) = arranged(blocks, layout, width);
    let rows =
        rows.iter().enumerate().flat_map(|(row, blocks)| blocks.iter().map(move |b| (row, b)));
    let block = |((row, (words, pixels)), (_, shade)): ((usize, &(String, u32)), &Block)| {
        let length = f64::from(*pixels) / f64::from(layout.plot()) * longest;
        let said = Said { words: words.clone(), at: "inside", moved: 0.0 };
        (row, item(length, layout.place(first + row), said, *shade))
    };
    let blocks: Vec<(usize, DataPointItem)> = rows.zip(blocks).map(block).collect();
    let thick = LINE * lines + 4;
    let one = |(number, (_, item)): (usize, (usize, DataPointItem))| {
        series(&format!("key-{number}"), thick, vec![item]).apart(1, "key")
    };
    blocks.into_iter().enumerate().map(one).collect()
}
