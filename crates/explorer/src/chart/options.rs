//! The options of a chart, put together from charming's parts.

use charming::component::{Axis, Grid, Legend, VisualMap};
use charming::series::{Bar, Heatmap};
use serde::Serialize;

/// What ECharts is told. charming's own `Chart` could be anything that ECharts draws, and the code
/// to write all of that down weighs as much as this app's views.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    pub(super) grid: Grid,
    pub(super) x_axis: Axis,
    pub(super) y_axis: Axis,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) legend: Option<Legend>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) visual_map: Option<VisualMap>,
    pub(super) series: Series,
}

/// The marks of a chart, all of one kind.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Series {
    Bars(Vec<Bar>),
    Heat(Vec<Heatmap>),
}

impl Options {
    /// A plot with nothing around it.
    pub(super) fn new(grid: Grid, x_axis: Axis, y_axis: Axis, series: Series) -> Self {
        Self { grid, x_axis, y_axis, legend: None, visual_map: None, series }
    }
}
