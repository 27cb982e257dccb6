//! Where numbers stand: in their bars where they fit, else at their ends, never cut and never over what
//! is drawn there.

use super::layout::Layout;
use super::options::Said;

/// Around a number in its bar.
const AROUND: f64 = 14.0;

/// A number that goes with a bar; lengths are parts of the plot.
pub(super) struct Number {
    /// As far as nothing else is drawn in the bar.
    pub(super) free: f64,
    /// Where all that is drawn ends.
    pub(super) end: f64,
    /// A tick in the bar or beside it.
    pub(super) tick: Option<f64>,
    /// How wide it is, in pixels.
    pub(super) pixels: u32,
}

/// Where a number stands, in pixels.
struct Place {
    at: &'static str,
    moved: f64,
    end: f64,
}

impl Number {
    /// Where it stands in a plot of so many pixels.
    fn place(&self, plot: u32) -> Place {
        let whole = f64::from(plot);
        let (free, end) = (self.free * whole, self.end * whole);
        let needed = f64::from(self.pixels) + AROUND;
        let inside = |moved| Place { at: "insideRight", moved, end };
        let outside = |moved: f64| Place { at: "right", moved, end: end + moved + needed };
        let tick = self.tick.map_or(f64::INFINITY, |tick| tick * whole);
        if free - tick >= needed {
            inside(0.0)
        } else if free.min(tick) >= needed {
            inside((tick - free).min(0.0))
        } else if tick > end && tick < end + needed {
            // Beyond the tick, before which there is too little room.
            outside(tick - end)
        } else {
            outside(0.0)
        }
    }

    /// What stands at the bar.
    pub(super) fn said(&self, words: &str, plot: u32) -> Said {
        let Place { at, moved, .. } = self.place(plot);
        Said { words: words.to_owned(), at, moved }
    }

    /// Whether it fits into its bar in a plot of so many pixels.
    pub(super) fn is_inside(&self, plot: u32) -> bool {
        self.place(plot).at == "insideRight"
    }
}

/// Leaves as much room right of the plot as the numbers need that stand at their bars' ends.
pub(super) fn leave_room(layout: &mut Layout, numbers: &[Number]) {
    let whole = f64::from(layout.plot());
    let fits = |plot: u32| numbers.iter().all(|number| number.place(plot).end <= whole);
    // A number needs no more than its own room.
    let most = numbers.iter().map(|number| number.pixels + 20).max().unwrap_or(0);
    while layout.right < most && !fits(layout.plot()) {
        layout.right += 4;
    }
}
