//! Where a chart's parts stand, in pixels of a page whose type has the usual size; where it is larger
//! the whole chart is.

use super::text;

/// How much room a chart has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Width {
    pixels: u32,
    letters: u32,
}

/// Below this many pixels labels stand above the bars.
const NARROW: u32 = 560;
/// A chart on paper; `assets/charts/index.js` has the same.
const PAPER: u32 = 960;
/// Between labels and the plot.
const GAP: u32 = 16;
/// Between bars.
const GAP_OF_BARS: u32 = 12;
/// A line of a label.
pub(super) const LINE: u32 = 20;
/// The axis of rows has a place for each of so many pixels: its rows can be of any height.
const STEP: u32 = 4;
/// Room for numbers above or below a bar.
const NUMBERS: u32 = 20;

impl Width {
    /// So many pixels, from edge to edge.
    pub fn of(pixels: u32) -> Self {
        Self { pixels, letters: 100 }
    }

    /// So many pixels on a page whose type has `rem` pixels and whose ten digits, with the space that
    /// the reader wants between letters, have `digits`.
    pub fn on_page(pixels: u32, rem: u32, digits: u32) -> Self {
        let rem = rem.max(1);
        // A digit of common type is 0.56 of its size.
        let letters = (1000 * digits / (56 * rem)).clamp(100, 300);
        Self { pixels: pixels * 16 / rem, letters }
    }

    /// The same page's type, on paper.
    #[must_use]
    pub fn on_paper(self) -> Self {
        Self { pixels: PAPER, ..self }
    }

    /// From edge to edge, in pixels of a page whose type has the usual size.
    pub fn pixels(self) -> u32 {
        self.pixels
    }

    /// Whether labels stand above the bars.
    pub fn is_narrow(self) -> bool {
        self.pixels < NARROW
    }

    /// How thick a bar is that has a row for itself.
    pub(super) fn bar(self) -> u32 {
        if self.is_narrow() { 28 } else { 32 }
    }

    /// The same of one of so many bars, and the gap to its neighbours: a chart of few is not the smallest
    /// thing in its figure.
    pub(super) fn bar_of(self, bars: usize) -> (u32, u32) {
        match bars {
            _ if self.is_narrow() => (self.bar(), GAP_OF_BARS),
            0..=2 => (60, 32),
            3 => (44, 20),
            4 => (36, 16),
            _ => (self.bar(), GAP_OF_BARS),
        }
    }

    /// Whether a number of so many pixels would leave bars no room: it then stands with its label.
    pub(super) fn is_crowded_by(self, number: u32) -> bool {
        self.is_narrow() && 10 * (number + 20) > 7 * self.pixels
    }

    /// How wide a text is.
    pub(super) fn text(self, text: &str) -> u32 {
        text::width(text, self.letters)
    }

    /// A text in lines no wider than `room`, and how many these are.
    pub(super) fn wrapped(self, text: &str, room: u32) -> (String, u32) {
        let (text, lines, _) = text::wrapped(text, room, self.letters);
        (text, lines)
    }

    /// The pixels that labels beside the plot leave.
    pub(super) fn beside(self, left: u32) -> u32 {
        self.pixels.saturating_sub(left).max(1)
    }
}

/// One row of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    /// Its label in lines; none for a row that explains others.
    label: String,
    /// The place of its bars' middle on the axis of rows.
    place: u32,
}

/// How tall a chart is and where its plot stands, in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The whole chart.
    pub height: u32,
    /// Left of the plot.
    pub(super) left: u32,
    /// Right of the plot.
    pub(super) right: u32,
    width: Width,
    beside: bool,
    rows: Vec<Row>,
}

impl Layout {
    /// No rows yet; `labels` are those that will stand beside their bars, where there is room.
    pub(super) fn beside(width: Width, beside: bool, labels: &[&str]) -> Self {
        // The plot keeps nearly three quarters, or in a narrow chart more than half.
        let most = width.pixels * if width.is_narrow() { 40 } else { 25 } / 100;
        let widest = labels.iter().map(|label| text::wrapped(label, most, width.letters).2).max();
        let left = if beside { widest.unwrap_or(0) + GAP } else { 0 };
        Self { height: 0, left, right: 0, width, beside, rows: Vec::new() }
    }

    /// A row for each label, in its own height, with `bars` pixels of bars and `gap` between them.
    pub(super) fn rows(labels: &[&str], width: Width, bars: u32, gap: u32) -> Self {
        let mut layout = Self::beside(width, !width.is_narrow(), labels);
        for label in labels {
            layout.row(label, bars, gap, false);
        }
        layout
    }

    /// One more row: `gap` pixels to its neighbours, and room for numbers at the bars' side that is
    /// away from the labels where they need it.
    pub(super) fn row(&mut self, label: &str, bars: u32, gap: u32, numbers: bool) {
        let room = if self.beside { self.left.saturating_sub(GAP) } else { self.width.pixels };
        let (label, lines) = self.width.wrapped(label, room);
        let lines = if label.is_empty() { 0 } else { lines };
        let numbers = if numbers { NUMBERS } else { 0 };
        // A place's middle is 2 pixels from its edges: so is that of the bars.
        let odd = |pixels: u32| (pixels + 3) / 8 * 8 + 4;
        let (before, after) = if self.beside {
            let pitch = odd((LINE * lines).max(bars) + gap);
            (numbers + pitch / 2, pitch / 2)
        } else {
            let half = odd(bars + 4) / 2;
            (LINE * lines + half, odd(bars + 2 * gap) / 2 + numbers)
        };
        self.rows.push(Row { label, place: (self.height + before) / STEP });
        self.height += before + after;
    }

    /// One more row that has no bars: its label is a heading, and may be as wide as the chart.
    pub(super) fn heading(&mut self, label: &str) {
        // Its type is bold, and wider.
        let (label, lines) = self.width.wrapped(label, self.width.pixels * 9 / 10);
        // The theme knows a heading by this.
        let label = label.replace('\n', "}\n{h|");
        let label = format!("{{h|{label}}}");
        let height = (LINE * lines + 11) / 8 * 8 + 4;
        self.rows.push(Row { label, place: (self.height + height / 2) / STEP });
        self.height += height;
    }

    /// The pixels from the plot's left edge to its right one.
    pub(super) fn plot(&self) -> u32 {
        self.width.beside(self.left + self.right)
    }

    /// Where a number stands that has no room in its bar: away from labels that stand above.
    pub(super) fn apart(&self) -> &'static str {
        if self.beside { "top" } else { "bottom" }
    }

    /// Room between a scale and what is no step of it.
    pub(super) fn apart_from_scale(&mut self) {
        self.height += 4 * STEP;
    }

    /// Room between what explains and what is explained.
    pub(super) fn space(&mut self) {
        self.height += 2 * STEP;
    }

    /// How many rows there are.
    pub(super) fn count(&self) -> usize {
        self.rows.len()
    }

    /// The place of a row's bars on the axis of rows.
    pub(super) fn place(&self, row: usize) -> u32 {
        self.rows.get(row).map_or(0, |row| row.place)
    }

    /// What stands at each place of the axis of rows: the rows' labels, and nothing between them.
    pub(super) fn places(&self) -> Vec<String> {
        let mut places = vec![String::new(); (self.height / STEP) as usize];
        for row in &self.rows {
            if let Some(place) = places.get_mut(row.place as usize) {
                place.clone_from(&row.label);
            }
        }
        places
    }
}
