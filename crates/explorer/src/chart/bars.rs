//! A bar for each answer, with its number.

use charming::datatype::DataPointItem;

use super::layout::{Layout, Width};
use super::numbers::{Number, leave_room};
use super::options::{Options, Said, Shade, item, series};
use super::share::share;
use crate::contract::names;
use crate::state::Scale;
use crate::view::{FigureView, Mark, RangeView, RowView};

/// The series of a figure all of whose numbers are invented, or none.
pub(super) fn series_of(figure: &FigureView) -> &'static str {
    if super::is_made_up(figure) { names::INVENTED_SERIES } else { "counts" }
}

/// The answers.
pub(super) fn labels(figure: &FigureView) -> Vec<&str> {
    figure.rows.iter().map(|row| row.label.as_str()).collect()
}

/// Where the plot stands.
pub(super) fn layout(figure: &FigureView, width: Width) -> Layout {
    Layout::rows(&labels(figure), width, width.bar())
}

pub(super) fn bars(
    figure: &FigureView,
    scale: Scale,
    total: u32,
    width: Width,
) -> (Options, Layout) {
    let mut layout = layout(figure, width);
    let length = |count: u32| match scale {
        Scale::Count => f64::from(count),
        Scale::Percentage => share(count, figure.base),
    };
    let longest = match scale {
        Scale::Count => f64::from(total),
        Scale::Percentage => 100.0,
    };
    let ranges: Vec<&RangeView> = match scale {
        Scale::Percentage => figure.rows.iter().filter_map(|row| row.range.as_ref()).collect(),
        Scale::Count => Vec::new(),
    };
    let ranges = if ranges.len() == figure.rows.len() { ranges } else { Vec::new() };
    let numbers: Vec<Number> = (figure.rows.iter().enumerate())
        .map(|(row, of)| {
            let length = length(of.count);
            let [free, end] = ranges.get(row).map_or([length; 2], |range| range.ends);
            let pixels = width.text(&of.at_the_end);
            Number { free: free.min(length) / longest, end: end.max(length) / longest, pixels }
        })
        .collect();
    leave_room(&mut layout, &numbers);
    let inside: Vec<bool> = numbers.iter().map(|number| number.is_inside(layout.plot())).collect();

    // The track is as long as all who answered: a bar fills as much of it as its percentage says.
    let track =
        |row| item(length(figure.base), layout.place(row), Said::default(), Shade::OfSeries);
    let rows = 0..figure.rows.len();
    let thick = width.bar();
    let mut all = vec![series(names::TRACK_SERIES, thick, rows.map(track).collect()).behind()];
    // Bars of invented numbers are a series of their own, which is drawn hollow.
    let is_invented = |row: &RowView| row.mark.is_some_and(|mark| mark.mark == Mark::Invented);
    let bars = |invented: bool| -> Vec<DataPointItem> {
        let bar = |(row, of): (usize, &RowView)| {
            // A line over the bar's end leaves the number its beginning, or goes on before it.
            let words = of.at_the_end.clone();
            let said = match (inside[row], ranges.is_empty()) {
                (true, true) => Said { words, at: "insideRight", moved: 0.0 },
                (true, false) => Said { words, at: "insideLeft", moved: 0.0 },
                (false, true) => Said { words, at: "right", moved: 0.0 },
                (false, false) => Said::default(),
            };
            item(length(of.count), layout.place(row), said, Shade::OfSeries)
        };
        let rows = figure.rows.iter().enumerate();
        rows.filter(|(_, of)| is_invented(of) == invented).map(bar).collect()
    };
    all.push(series("counts", thick, bars(false)));
    all.push(series(names::INVENTED_SERIES, thick, bars(true)));
    if !ranges.is_empty() {
        // Each range is a thin bar on an unseen one that reaches up to it. They have an axis of their
        // own, so that they stand in the middle of the bars and not beside them; the theme makes it.
        let (mut unseen, mut lines) = (Vec::new(), Vec::new());
        for (row, (range, of)) in ranges.iter().zip(&figure.rows).enumerate() {
            let ([low, high], place) = (range.ends, layout.place(row));
            unseen.push(item(low, place, Said::default(), Shade::OfSeries));
            let words = if inside[row] { String::new() } else { of.at_the_end.clone() };
            let said = Said { words, at: "right", moved: 0.0 };
            lines.push(item(high - low, place, said, Shade::OfSeries));
        }
        for (id, data) in [(names::UNSEEN_SERIES, unseen), (names::RANGES_STACK, lines)] {
            all.push(series(id, 5, data).apart(names::RANGES_STACK));
        }
    }
    (Options::new(&layout, longest, all), layout)
}
