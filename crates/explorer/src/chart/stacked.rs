//! A bar for each part of a breakdown, stacked from the answers. Answers on a scale go from light to
//! dark; others each have a colour of their own.

use super::layout::{Layout, Width};
use super::options::{Options, Said, Shade, item, series};
use super::parts::{Block, key, leave_rows, length, longest, names, said};
use crate::state::Scale;
use crate::view::{BreakdownView, CellView, FigureView};

/// A stacked bar, with room around its numbers, in pixels.
const AROUND: u32 = 8;

/// The colour of each answer.
fn shades(figure: &FigureView, parts: &BreakdownView) -> Vec<Shade> {
    let all = u32::try_from(figure.rows.len()).unwrap_or(u32::MAX);
    let shade = |position: u32| {
        if parts.is_ordered {
            Shade::Step(f64::from(position) / f64::from(all.max(2) - 1))
        } else {
            Shade::Hue(position)
        }
    };
    (0..all).map(shade).collect()
}

fn blocks(figure: &FigureView, parts: &BreakdownView) -> Vec<Block> {
    let labels = figure.rows.iter().map(|row| row.label.clone());
    labels.zip(shades(figure, parts)).collect()
}

/// Where the numbers of one part stand: in their segments, or `Some` pixels from the middle of the
/// segment beside the bar, where others of that kind leave them room.
fn places(
    figure: &FigureView,
    parts: &BreakdownView,
    part: usize,
    scale: Scale,
    (width, plot): (Width, u32),
) -> Vec<Option<f64>> {
    let pixels = f64::from(plot) / longest(parts, scale);
    let (mut start, mut apart) = (0.0, Vec::new());
    let mut places = vec![None; figure.rows.len()];
    for (row, cells) in parts.cells.iter().enumerate() {
        let Some(cell) = cells.get(part) else { continue };
        let (long, number) = (length(cell, scale) * pixels, width.text(&said(cell, scale)));
        if cell.count > 0 && long < f64::from(number + AROUND) {
            apart.push((row, start + long / 2.0, f64::from(number + AROUND)));
        }
        start += long;
    }
    // From the right edge to the left none is over the edge or over its neighbour, and back again.
    let mut edge = f64::from(plot) + f64::from(AROUND);
    let mut middles: Vec<f64> = Vec::new();
    for (_, middle, number) in apart.iter().rev() {
        let middle = middle.min(edge - number / 2.0);
        edge = middle - number / 2.0;
        middles.push(middle);
    }
    let mut edge = -f64::from(AROUND);
    for ((row, middle, number), pushed) in apart.iter().zip(middles.into_iter().rev()) {
        let stands = pushed.max(edge + number / 2.0);
        edge = stands + number / 2.0;
        if let Some(place) = places.get_mut(*row) {
            *place = Some(stands - middle);
        }
    }
    places
}

/// Where the plot stands: a key, then the bars.
fn layout(figure: &FigureView, parts: &BreakdownView, scale: Scale, width: Width) -> Layout {
    let names = names(parts);
    let labels: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut layout = Layout::beside(width, !width.is_narrow(), &labels);
    leave_rows(&blocks(figure, parts), &mut layout, width, "");
    layout.space();
    let plot = layout.plot();
    for (part, label) in labels.into_iter().enumerate() {
        let apart = places(figure, parts, part, scale, (width, plot)).iter().any(Option::is_some);
        layout.row(label, width.bar(), 12, apart);
    }
    layout
}

pub(super) fn stacked(
    figure: &FigureView,
    parts: &BreakdownView,
    scale: Scale,
    width: Width,
) -> (Options, Layout) {
    let layout = layout(figure, parts, scale, width);
    let (longest, plot) = (longest(parts, scale), layout.plot());
    let count = parts.parts.len();
    let places: Vec<Vec<Option<f64>>> =
        (0..count).map(|part| places(figure, parts, part, scale, (width, plot))).collect();
    let blocks = blocks(figure, parts);
    let first = layout.count() - count;
    let mut all = key(&blocks, &layout, width, 0, longest);
    for (row, (cells, (_, shade))) in parts.cells.iter().zip(&blocks).enumerate() {
        let bar = |(part, cell): (usize, &CellView)| {
            let words = if cell.count > 0 { said(cell, scale) } else { String::new() };
            let said = match places[part][row] {
                None => Said { words, at: "inside", moved: 0.0 },
                Some(moved) => Said { words, at: layout.apart(), moved },
            };
            item(length(cell, scale), layout.place(first + part), said, *shade)
        };
        let bars = cells.iter().enumerate().map(bar).collect();
        let option = figure.rows.get(row).map_or(row, |row| row.option);
        all.push(series(&format!("option-{option}"), width.bar(), bars).stacked("answers"));
    }
    (Options::new(&layout, longest, all), layout)
}
