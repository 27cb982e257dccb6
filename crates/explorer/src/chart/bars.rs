//! A bar for each answer, the number at its end.

use charming::component::{Axis, Grid};
use charming::datatype::DataPointItem;
use charming::element::{AxisType, Label, LabelPosition};
use charming::series::Bar;

use super::layout::{Layout, NUMBERS, Width};
use super::options::{Options, Series};
use super::share::share;
use crate::contract::names;
use crate::state::Scale;
use crate::view::{FigureView, Mark, RangeView, RowView};

/// Where the plot stands.
pub(super) fn layout(figure: &FigureView, width: Width) -> Layout {
    Layout::rows(figure.rows.iter().map(|row| row.label.as_str()), width, 0, NUMBERS)
}

pub(super) fn bars(
    figure: &FigureView,
    scale: Scale,
    total: u32,
    width: Width,
) -> (Options, Layout) {
    let layout = layout(figure, width);
    let length = |count: u32| match scale {
        Scale::Count => f64::from(count),
        Scale::Percentage => share(count, figure.base),
    };
    // A bar's data item is named by what stands at its end. Bars of invented numbers are a series of
    // their own, which is drawn hollow; each row has a bar in one of both.
    let is_invented = |row: &RowView| row.mark.is_some_and(|mark| mark.mark == Mark::Invented);
    let data = |invented: bool| -> Vec<DataPointItem> {
        let item = |row: &RowView| {
            if is_invented(row) == invented {
                DataPointItem::new(length(row.count)).name(&row.at_the_end)
            } else {
                DataPointItem::new(0).name("")
            }
        };
        figure.rows.iter().map(item).collect()
    };
    let ranges: Vec<&RangeView> = match scale {
        Scale::Percentage => figure.rows.iter().filter_map(|row| row.range.as_ref()).collect(),
        Scale::Count => Vec::new(),
    };
    let end = Label::new().show(true).position(LabelPosition::Right).formatter("{b}");
    let longest = match scale {
        Scale::Count => f64::from(total),
        Scale::Percentage => 100.0,
    };
    // The track is as long as all who answered: a bar fills as much of it as its percentage says.
    let whole: Vec<DataPointItem> =
        figure.rows.iter().map(|_| DataPointItem::new(length(figure.base))).collect();
    let track = Bar::new().id(names::TRACK_SERIES).bar_gap("-100%").data(whole);
    let bars = |label: Label| {
        let series =
            |id: &str, invented| Bar::new().id(id).label(label.clone()).data(data(invented));
        [series("counts", false), series(names::INVENTED_SERIES, true)]
    };
    let mut series = vec![track];
    if ranges.len() == figure.rows.len() {
        // The number stands behind what ends last. A chart that changes keeps what it is not told.
        series.extend(bars(end.clone().show(false)));
        let [unseen, lines] = lines(&ranges, &figure.rows);
        series.extend([unseen, lines.label(end)]);
    } else {
        series.extend(bars(end));
    }
    let options = Options::new(
        grid(layout),
        Axis::new().type_(AxisType::Value).min(0).max(longest).show(false),
        answers(figure.rows.iter().map(|row| row.label.clone()).collect()),
        Series::Bars(series),
    );
    (options, layout)
}

/// Each range as a thin bar on an unseen one that reaches up to it. They have an axis of their own,
/// so that they stand in the middle of the bars and not beside them; the theme makes it and gives
/// the colours.
fn lines(ranges: &[&RangeView], rows: &[RowView]) -> [Bar; 2] {
    let bar = |id: &str, item: &dyn Fn(usize) -> DataPointItem| {
        let data: Vec<DataPointItem> = (0..ranges.len()).map(item).collect();
        Bar::new().id(id).stack(names::RANGES_STACK).bar_width(5).y_axis_index(1).data(data)
    };
    let from = |row: usize| DataPointItem::new(ranges[row].ends[0]);
    let to = |row: usize| {
        let [low, high] = ranges[row].ends;
        DataPointItem::new(high - low).name(&rows[row].at_the_end)
    };
    [bar(names::UNSEEN_SERIES, &from), bar(names::RANGES_STACK, &to)]
}

/// The plot: all that the labels and numbers leave.
pub(super) fn grid(layout: Layout) -> Grid {
    let pixels = f64::from;
    Grid::new()
        .left(pixels(layout.left))
        .right(pixels(layout.right))
        .top(pixels(layout.top))
        .bottom(0)
}

/// The axis of labels, the first on top.
pub(super) fn answers(labels: Vec<String>) -> Axis {
    Axis::new().type_(AxisType::Category).inverse(true).data(labels)
}
