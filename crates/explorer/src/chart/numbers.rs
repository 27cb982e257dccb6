//! Where numbers stand: in their bars where they fit, else at their ends, and never cut.

use super::layout::Layout;

/// Around a number in its bar.
const AROUND: f64 = 14.0;

/// A number that goes with a bar; lengths are parts of the plot.
pub(super) struct Number {
    /// As far as nothing else is drawn in the bar.
    pub(super) free: f64,
    /// Where all that is drawn ends.
    pub(super) end: f64,
    /// How wide the number is, in pixels.
    pub(super) pixels: u32,
}

impl Number {
    /// Whether it fits into its bar in a plot of so many pixels.
    pub(super) fn is_inside(&self, plot: u32) -> bool {
        self.free * f64::from(plot) >= f64::from(self.pixels) + AROUND
    }
}

/// Leaves as much room right of the plot as the numbers need that stand at their bars' ends.
pub(super) fn leave_room(layout: &mut Layout, numbers: &[Number]) {
    let whole = f64::from(layout.plot());
    let fits = |plot: u32| {
        numbers.iter().all(|number| {
            let end = number.end * f64::from(plot) + f64::from(number.pixels) + AROUND;
            number.is_inside(plot) || end <= whole
        })
    };
    // A number needs no more than its own room.
    let most = numbers.iter().map(|number| number.pixels + 20).max().unwrap_or(0);
    while layout.right < most && !fits(layout.plot()) {
        layout.right += 4;
    }
}
