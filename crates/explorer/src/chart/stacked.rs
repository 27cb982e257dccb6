//! A bar for each part of a breakdown, stacked from the answers. Answers on a scale go from light to
//! dark; others each have a colour of their own.

use super::layout::{Layout, Width};
use super::options::{Options, Said, Shade, item, series};
use super::parts::{Block, key, leave_rows, length, longest, names, said};
use crate::state::Scale;
use crate::view::{BreakdownView, CellView, FigureView, RowView};

/// A stacked bar, with room around its numbers, in pixels.
const AROUND: u32 = 8;

/// The colour of each answer.
fn shades(figure: &FigureView, parts: &BreakdownView) -> Vec<Shade> {
    let steps = figure.rows.iter().filter(|row| !row.is_off_scale).count();
    let last = u32::try_from(steps.max(2) - 1).unwrap_or(u32::MAX);
    let shade = |(position, row): (u32, &RowView)| match (row.is_off_scale, parts.is_ordered) {
        (true, _) => Shade::Grey,
        (false, true) => Shade::Step(f64::from(position) / f64::from(last)),
        (false, false) => Shade::Hue(position),
    };
    (0..).zip(&figure.rows).map(shade).collect()
}

/// Between a scale and the first answer that is no step of it, in pixels.
const APART: f64 = 6.0;

fn is_first_off_scale(figure: &FigureView, row: usize) -> bool {
    figure.rows.iter().position(|row| row.is_off_scale) == Some(row)
}

/// How much of a segment of so many pixels is the gap before it: it is taken from its own length.
fn gap(figure: &FigureView, row: usize, long: f64) -> f64 {
    if is_first_off_scale(figure, row) { APART.min(long / 2.0) } else { 0.0 }
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
        let gap = gap(figure, row, long);
        start += gap;
        let long = long - gap;
        if cell.count > 0 && long < f64::from(number + AROUND) {
            apart.push((row, start + long / 2.0, f64::from(number + AROUND)));
        }
        start += long;
    }
    // From the right edge to the left none is over the edge or over its neighbour, and back again.
    // Half of what is around a number may be beyond the plot, the number may not.
    let mut edge = f64::from(plot + AROUND / 2);
    let mut middles: Vec<f64> = Vec::new();
    for (_, middle, number) in apart.iter().rev() {
        let middle = middle.min(edge - number / 2.0);
        edge = middle - number / 2.0;
        middles.push(middle);
    }
    let mut edge = -f64::from(AROUND / 2);
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
    let pixel = f64::from(plot) / longest;
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
            let long = length(cell, scale) * pixel;
            let long = (long - gap(figure, row, long)) / pixel;
            item(long, layout.place(first + part), said, *shade)
        };
        let of = figure.rows.get(row);
        if is_first_off_scale(figure, row) {
            let gap = |(part, cell)| {
                let place = layout.place(first + part);
                item(
                    gap(figure, row, length(cell, scale) * pixel) / pixel,
                    place,
                    Said::default(),
                    Shade::None,
                )
            };
            let gaps = cells.iter().enumerate().map(gap).collect();
            all.push(series("apart", width.bar(), gaps).stacked("answers"));
        }
        let bars = cells.iter().enumerate().map(bar).collect();
        let option = of.map_or(row, |of| of.option);
        all.push(series(&format!("option-{option}"), width.bar(), bars).stacked("answers"));
    }
    (Options::new(&layout, longest, all), layout)
}
