//! Two bars for each answer: two selections side by side, each as a part of its own base.

use survey_stats::BaseRule;

use super::bars::labels;
use super::layout::{Layout, Width};
use super::numbers::{Number, leave_room};
use super::options::{Options, Said, Shade, item, series};
use super::share::share;
use crate::contract::names;
use crate::view::{FigureView, PairView};

/// How thick each bar is, and the two with the room between them.
const BAR: u32 = 22;
const PAIR: u32 = 48;

/// Where the plot stands.
pub(super) fn layout(figure: &FigureView, pairs: &[PairView], width: Width) -> Layout {
    let said: Vec<String> = pairs.iter().map(|pair| pair.at_the_end.join(", ")).collect();
    let labels = labels(figure, is_crowded(pairs, width).then_some(&said));
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    Layout::rows(&labels, width, PAIR, 12)
}

/// Whether numbers would crowd the bars out, and so stand with the labels.
fn is_crowded(pairs: &[PairView], width: Width) -> bool {
    pairs.iter().flat_map(|pair| &pair.at_the_end).any(|end| width.is_crowded_by(width.text(end)))
}

pub(super) fn sides(figure: &FigureView, pairs: &[PairView], width: Width) -> (Options, Layout) {
    let mut layout = layout(figure, pairs, width);
    let is_crowded = is_crowded(pairs, width);
    let words = |pair: &PairView, side: usize| {
        if is_crowded { String::new() } else { pair.at_the_end[side].clone() }
    };
    // Where no percentage is said, none is drawn: each bar is a part of a track as long as its base.
    let bases = pairs.iter().flat_map(|pair| pair.bases);
    let percentages = bases.clone().all(|base| base == 0 || BaseRule::of(base).allows_percentage());
    let longest = if percentages { 100.0 } else { f64::from(bases.max().unwrap_or(1)) };
    let lengths = |pair: &PairView, side: usize| {
        let (count, base) = (pair.counts[side], pair.bases[side]);
        if percentages { (share(count, base), 100.0) } else { (f64::from(count), f64::from(base)) }
    };
    let number = |pair: &PairView, side: usize| {
        let end = lengths(pair, side).0 / longest;
        Number { free: end, end, tick: None, pixels: width.text(&words(pair, side)) }
    };
    let numbers: Vec<Number> =
        pairs.iter().flat_map(|pair| [number(pair, 0), number(pair, 1)]).collect();
    leave_room(&mut layout, &numbers);
    // The theme gives each side its look by its id.
    let mut all = Vec::new();
    for (side, id) in [names::SIDE_A, names::SIDE_B].into_iter().enumerate() {
        let (mut bars, mut rest) = (Vec::new(), Vec::new());
        for (row, pair) in pairs.iter().enumerate() {
            let (length, whole) = lengths(pair, side);
            let said = number(pair, side).said(&words(pair, side), layout.plot());
            bars.push(item(length, layout.place(row), said, Shade::OfSeries));
            rest.push(item(whole - length, layout.place(row), Said::default(), Shade::OfSeries));
        }
        all.push(series(id, BAR, bars).stacked(id).beside());
        let track = format!("{}-{id}", names::TRACK_SERIES);
        all.push(series(&track, BAR, rest).stacked(id).beside());
    }
    (Options::new(&layout, longest, all), layout)
}
