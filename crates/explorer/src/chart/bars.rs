//! A bar for each answer, with its number.

use charming::datatype::DataPointItem;
use survey_stats::BaseRule;

use super::layout::{Layout, Width};
use super::numbers::{Number, leave_room};
use super::options::{Bars, Options, Said, Shade, item, series};
use super::share::share;
use crate::contract::names;
use crate::state::Scale;
use crate::view::{FigureView, RowView};
use crate::words::table::answer_of;

/// How wide a tick is, in pixels, and how much taller than a bar.
const TICK: u32 = 4;
const TALLER: u32 = 8;

/// What stands at the bars: the answers, with their numbers where these would crowd the bars out.
pub(super) fn labels(figure: &FigureView, numbers: Option<&[String]>) -> Vec<String> {
    let labels = figure.rows.iter().map(|row| &row.label);
    match numbers {
        Some(numbers) => {
            labels.zip(numbers).map(|(label, number)| answer_of(label, number)).collect()
        }
        None => labels.cloned().collect(),
    }
}

/// The number at each bar's end; none where they would crowd the bars out.
fn at_ends(figure: &FigureView, width: Width) -> Option<Vec<&str>> {
    let ends: Vec<&str> = figure.rows.iter().map(|row| row.at_the_end.as_str()).collect();
    let is_crowded = ends.iter().any(|end| width.is_crowded_by(width.text(end)));
    (!is_crowded).then_some(ends)
}

/// Where the plot stands.
pub(super) fn layout(figure: &FigureView, width: Width) -> Layout {
    let (thick, gap) = width.bar_of(figure.rows.len());
    let said: Vec<String> = figure.rows.iter().map(|row| row.at_the_end.clone()).collect();
    let labels = labels(figure, at_ends(figure, width).is_none().then_some(&said));
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let mut layout = Layout::beside(width, !width.is_narrow(), &labels);
    let off_scale = figure.rows.iter().position(|row| row.is_off_scale);
    for (row, label) in labels.into_iter().enumerate() {
        if off_scale == Some(row) {
            layout.apart_from_scale();
        }
        layout.row(label, thick, gap, false);
    }
    layout
}

/// Where the other invented set's bar would end, as a part of the track: its share of its own base.
/// Of so few that no share is said, only the same base is told from it.
fn other_set(row: &RowView, base: u32) -> Option<f64> {
    let other = row.other_set?;
    let says_shares = |base: u32| BaseRule::of(base).allows_percentage();
    let is_told = other.base == base || says_shares(other.base) && says_shares(base);
    is_told.then(|| share(other.count, other.base) / 100.0)
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
    // One scale for all, where more than one figure is seen at once.
    let longest = match scale {
        Scale::Count if width.is_narrow() => f64::from(figure.base),
        Scale::Count => f64::from(total),
        Scale::Percentage => 100.0,
    };
    // The track is as long as all who answered: a bar fills as much of it as its percentage says.
    let whole = length(figure.base);
    let range = |row: &RowView| match scale {
        Scale::Percentage => row.range.as_ref().map(|range| range.ends),
        Scale::Count => None,
    };
    let ticks = figure.rows.iter().map(|row| other_set(row, figure.base).map(|tick| tick * whole));
    let ticks: Vec<Option<f64>> = ticks.collect();
    let ends = at_ends(figure, width).unwrap_or_else(|| vec![""; figure.rows.len()]);
    let number = |((row, tick), said): ((&RowView, &Option<f64>), &&str)| {
        let length = length(row.count);
        let [free, end] = range(row).unwrap_or([length; 2]);
        Number {
            free: free.min(length) / longest,
            end: end.max(length) / longest,
            tick: tick.map(|tick| tick / longest),
            pixels: width.text(said),
        }
    };
    let numbers: Vec<Number> = figure.rows.iter().zip(&ticks).zip(&ends).map(number).collect();
    leave_room(&mut layout, &numbers);

    let (thick, _) = width.bar_of(figure.rows.len());
    let bar =
        |length: f64, row: usize| item(length, layout.place(row), Said::default(), Shade::OfSeries);
    let track = (0..figure.rows.len()).map(|row| bar(whole, row)).collect();
    let mut all = vec![series(names::TRACK_SERIES, thick, track).behind()];
    let (mut real, mut off_scale, mut invented) = (Vec::new(), Vec::new(), Vec::new());
    // What stands over bars is a thin bar on an unseen one that reaches up to it. It has an axis of its
    // own, so that it stands in the middle of the bars and not beside them; the theme makes it.
    let (mut ranges, mut others) = (Over::default(), Over::default());
    let pixel = longest / f64::from(layout.plot());
    for (row, (of, number)) in figure.rows.iter().zip(&numbers).enumerate() {
        let place = layout.place(row);
        let mut said = number.said(ends[row], layout.plot());
        if let Some([low, high]) = range(of) {
            // The line over the bar's end leaves the number its beginning, or goes on before it.
            let beside = if number.is_inside(layout.plot()) {
                said.at = "insideLeft";
                Said::default()
            } else {
                std::mem::take(&mut said)
            };
            ranges.add(place, low, high, beside);
        }
        if let Some(tick) = ticks[row] {
            let half = f64::from(TICK) / 2.0 * pixel;
            let from = (tick - half).min(longest - 2.0 * half).max(0.0);
            others.add(place, from, from + 2.0 * half, Said::default());
        }
        // Bars of invented numbers are a series of their own, which is drawn hollow.
        let bars = match (of.is_invented(), of.is_off_scale) {
            (true, _) => &mut invented,
            (false, true) => &mut off_scale,
            (false, false) => &mut real,
        };
        bars.push(item(length(of.count), place, said, Shade::OfSeries));
    }
    all.push(series("counts", thick, real));
    if !off_scale.is_empty() {
        all.push(series(names::OFF_SCALE_SERIES, thick, off_scale));
    }
    all.push(series(names::INVENTED_SERIES, thick, invented));
    all.extend(ranges.series(1, names::RANGES_STACK, 5));
    all.extend(others.series(2, names::OTHER_SET_STACK, thick + TALLER));
    (Options::new(&layout, longest, all), layout)
}

/// Thin bars over others.
#[derive(Default)]
struct Over {
    unseen: Vec<DataPointItem>,
    seen: Vec<DataPointItem>,
}

impl Over {
    fn add(&mut self, place: u32, from: f64, to: f64, said: Said) {
        self.unseen.push(item(from, place, Said::default(), Shade::None));
        self.seen.push(item(to - from, place, said, Shade::OfSeries));
    }

    /// The series, where there is anything.
    fn series(self, axis: u32, id: &'static str, thick: u32) -> impl Iterator<Item = Bars> {
        let unseen = format!("before-{id}");
        let both = [(unseen.as_str(), self.unseen), (id, self.seen)];
        let both = both.map(|(of, data)| {
            let is_there = !data.is_empty();
            is_there.then(|| series(of, thick, data).apart(axis, id))
        });
        both.into_iter().flatten()
    }
}
