//! Two bars for each answer: two selections side by side, each as shares of its own base.

use charming::component::Axis;
use charming::datatype::DataPointItem;
use charming::element::{AxisType, Label, LabelPosition};
use charming::series::Bar;

use super::bars::{answers, grid};
use super::layout::{Layout, NUMBERS, Width};
use super::options::{Options, Series};
use super::share::share;
use crate::contract::names;
use crate::view::{FigureView, PairView};

/// The letter before the number at a bar's end, in pixels.
const LETTER: u32 = 20;

/// Where the plot stands.
pub(super) fn layout(figure: &FigureView, width: Width) -> Layout {
    let labels = figure.rows.iter().map(|row| row.label.as_str());
    Layout::pairs(labels, width, NUMBERS + LETTER)
}

pub(super) fn sides(figure: &FigureView, pairs: &[PairView], width: Width) -> (Options, Layout) {
    let layout = layout(figure, width);
    // The theme gives each side its look by its id.
    let series = [(0, names::SIDE_A), (1, names::SIDE_B)].map(|(side, id): (usize, &str)| {
        let item = |pair: &PairView| {
            DataPointItem::new(share(pair.counts[side], pair.bases[side]))
                .name(&pair.at_the_end[side])
        };
        let end = Label::new().show(true).position(LabelPosition::Right).formatter("{b}");
        let data: Vec<DataPointItem> = pairs.iter().map(item).collect();
        Bar::new().id(id).show_background(true).label(end).data(data)
    });
    let options = Options::new(
        grid(layout),
        Axis::new().type_(AxisType::Value).min(0).max(100).show(false),
        answers(figure.rows.iter().map(|row| row.label.clone()).collect()),
        Series::Bars(series.into()),
    );
    (options, layout)
}
