//! The options of a chart, put together from charming's parts.

use charming::component::{Axis, Grid};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::AxisType;
use serde::Serialize;

use super::layout::Layout;

/// What ECharts is told. charming's own `Chart` could be anything that ECharts draws, and the code
/// to write all of that down weighs as much as this app's views.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    pub(super) grid: Grid,
    pub(super) x_axis: Axis,
    pub(super) y_axis: Axis,
    pub(super) series: Vec<Bars>,
}

impl Options {
    /// Bars from the left edge of the plot to `longest` at its right one, in the rows of a layout.
    pub(super) fn new(layout: &Layout, longest: f64, series: Vec<Bars>) -> Self {
        let pixels = f64::from;
        let grid =
            Grid::new().left(pixels(layout.left)).right(pixels(layout.right)).top(0).bottom(0);
        Self {
            grid,
            x_axis: Axis::new().type_(AxisType::Value).min(0).max(longest).show(false),
            y_axis: Axis::new().type_(AxisType::Category).inverse(true).data(layout.places()),
            series,
        }
    }
}

/// A series of bars. charming's could have labels, tooltips, lines and emphasis of its own, which weigh
/// more than all the rest; here the theme says these of all bars.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Bars {
    #[serde(rename = "type")]
    kind: &'static str,
    id: String,
    bar_width: u32,
    #[serde(skip_serializing_if = "str::is_empty")]
    bar_gap: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    stack: &'static str,
    y_axis_index: u32,
    data: Vec<DataPointItem>,
}

/// A series of bars, so many pixels thick.
pub(super) fn series(id: &str, thick: u32, data: Vec<DataPointItem>) -> Bars {
    let id = id.to_owned();
    Bars { kind: "bar", id, bar_width: thick, bar_gap: "", stack: "", y_axis_index: 0, data }
}

impl Bars {
    /// On top of the others of a stack.
    pub(super) fn stacked(self, stack: &'static str) -> Self {
        Self { stack, ..self }
    }

    /// With an axis of rows apart from that of the labels: over other bars, not beside them.
    pub(super) fn apart(self, axis: u32, stack: &'static str) -> Self {
        Self { y_axis_index: axis, stack, ..self }
    }

    /// In one place with the series after it. ECharts takes the gap of the last series that has one for
    /// all of an axis, so the others say none.
    pub(super) fn behind(self) -> Self {
        Self { bar_gap: "-100%", ..self }
    }

    /// Beside the other side's bars.
    pub(super) fn beside(self) -> Self {
        Self { bar_gap: "18%", ..self }
    }
}

/// What stands at a bar.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    /// The words; none for none.
    pub(super) words: String,
    /// Where they stand, in ECharts' words.
    pub(super) at: &'static str,
    /// So many pixels beside that.
    pub(super) moved: f64,
}

/// The colour of a bar whose series has none.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shade {
    /// The series has one.
    OfSeries,
    /// None at all: its words stand alone.
    None,
    /// Grey: beside a scale, and no step of it.
    Grey,
    /// From light, 0, to dark, 1.
    Step(f64),
    /// One of the colours without an order.
    Hue(u32),
}

/// A bar: how long, at which place of the axis of rows. The theme reads the rest of its value.
pub(super) fn item(length: f64, place: u32, said: Said, shade: Shade) -> DataPointItem {
    // A step is at most 1, and hues begin at 2.
    let shade = match shade {
        Shade::OfSeries => None,
        Shade::None => Some(-1.0),
        Shade::Grey => Some(-2.0),
        Shade::Step(step) => Some(step),
        Shade::Hue(hue) => Some(f64::from(hue + 2)),
    };
    let value = vec![
        length.into(),
        f64::from(place).into(),
        CompositeValue::String(said.at.to_owned()),
        said.moved.into(),
        shade.into(),
    ];
    DataPointItem::new(CompositeValue::Array(value)).name(said.words)
}
