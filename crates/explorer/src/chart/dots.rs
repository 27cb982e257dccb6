//! Where each dot stands: in rows of twenty with a gap in their middle, so that they can be counted.
//! Filled, hollow, dot and dash differ without colour; the
//! style sheet and the pictures that readers take away give each look its colours.

use crate::view::DotsView;

/// Dots in a row.
const COLUMNS: u32 = 20;
/// From one dot's middle to the next one's.
pub const PITCH: u32 = 24;

/// A dot with its middle, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Its look's name in the style sheet.
    pub look: &'static str,
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
}

impl Dot {
    /// The dot at a position, counted from 0.
    pub fn at(look: &'static str, position: u32) -> Self {
        let middle = |place: u32| place * PITCH + PITCH / 2;
        let column = position % COLUMNS;
        let x = middle(column) + if column < COLUMNS / 2 { 0 } else { PITCH / 2 };
        Self { look, x, y: middle(position / COLUMNS) }
    }

    /// Half its width, and whether it is a dash and not round.
    pub fn form(self) -> (u32, bool) {
        match self.look {
            "unasked" => (6, true),
            "unanswered" => (3, false),
            _ => (8, false),
        }
    }
}

/// All dots in their order, and the width and height that they take.
pub fn dots(view: &DotsView) -> (Vec<Dot>, [u32; 2]) {
    let looks = [
        ("gave", view.gave),
        ("other", view.other),
        ("unanswered", view.not_answered),
        ("unasked", view.not_asked),
    ];
    // Somebody has a dot even where one stands for many.
    let shown = |count: u32| (count + view.each / 2) / view.each.max(1);
    let shown = |count: u32| if count > 0 { shown(count).max(1) } else { 0 };
    let all = looks.iter().flat_map(|&(look, count)| (0..shown(count)).map(move |_| look));
    let dots: Vec<Dot> = all.zip(0..).map(|(look, position)| Dot::at(look, position)).collect();
    let rows = u32::try_from(dots.len()).unwrap_or(u32::MAX).div_ceil(COLUMNS);
    (dots, [COLUMNS * PITCH + PITCH / 2, rows * PITCH])
}
