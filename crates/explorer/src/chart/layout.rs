//! Where a chart's parts stand. The style sheet and the theme share these numbers of pixels.

/// How much room a chart has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// Labels stand left of the bars.
    Wide,
    /// Labels stand above the bars.
    Narrow {
        /// Pixels from edge to edge.
        pixels: u32,
    },
}

/// Below this many pixels labels stand above the bars.
const NARROW: u32 = 560;
pub(super) use crate::contract::names::LABEL_WIDTH as LABELS;
/// Room for the number at a bar's end: "96%, about 49 of 51".
pub(super) const NUMBERS: u32 = 166;
const LINE: u32 = 20;
/// Two bars and the room around them.
const PAIR: u32 = 60;
/// A letter's width, on average, at the labels' size, in tenths of a pixel.
const LETTER: u32 = 86;

impl Width {
    /// The class of a number of pixels.
    pub fn of(pixels: u32) -> Self {
        if pixels < NARROW { Self::Narrow { pixels } } else { Self::Wide }
    }

    fn letters_a_line(self) -> usize {
        let pixels = match self {
            Self::Wide => LABELS,
            Self::Narrow { pixels } => pixels,
        };
        (10 * pixels / LETTER).max(10) as usize
    }
}

/// How tall a chart is and where its plot stands, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The whole chart.
    pub height: u32,
    /// Above the plot.
    pub(super) top: u32,
    /// Left of the plot.
    pub(super) left: u32,
    /// Right of the plot.
    pub(super) right: u32,
}

impl Layout {
    /// Room for two bars for each label, with `right` pixels beside them.
    pub(super) fn pairs<'a>(
        labels: impl Iterator<Item = &'a str> + Clone,
        width: Width,
        right: u32,
    ) -> Self {
        let rows = u32::try_from(labels.clone().count()).unwrap_or(u32::MAX);
        let single = Self::rows(labels, width, 0, right);
        let pitch = single.height.checked_div(rows).unwrap_or(0);
        let pitch = match width {
            Width::Wide => pitch.max(PAIR),
            Width::Narrow { .. } => pitch + PAIR - LINE - 10,
        };
        Self { height: rows * pitch, ..single }
    }

    /// Room for a row for each label, with `top` pixels above them and `right` beside them.
    pub(super) fn rows<'a>(
        labels: impl Iterator<Item = &'a str> + Clone,
        width: Width,
        top: u32,
        right: u32,
    ) -> Self {
        let lines = labels.clone().map(|label| lines(label, width.letters_a_line())).max();
        let lines = lines.unwrap_or(1);
        let (pitch, left) = match width {
            Width::Wide => ((lines * LINE + 10).max(34), LABELS + 16),
            Width::Narrow { .. } => (lines * LINE + 34, 0),
        };
        let rows = u32::try_from(labels.count()).unwrap_or(u32::MAX);
        Self { height: top + rows * pitch, top, left, right }
    }
}

/// How many lines a text takes, broken between words.
fn lines(text: &str, letters: usize) -> u32 {
    let (mut lines, mut used) = (1, 0);
    for word in text.split_whitespace() {
        let word = word.chars().count();
        if used > 0 && used + 1 + word > letters {
            lines += 1;
            used = word;
        } else {
            used += word + usize::from(used > 0);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_labels_get_room_for_their_lines() {
        assert_eq!(lines("Cross-agency collaboration and referral", 29), 2);
        assert_eq!(lines("Training", 29), 1);
        assert_eq!(lines("", 29), 1);
        let height =
            |labels: [&str; 2], width| Layout::rows(labels.into_iter(), width, 0, NUMBERS).height;
        let long = "Cross-agency collaboration and referral";
        assert_eq!(height(["Training", "Screening"], Width::Wide), 68);
        assert_eq!(height(["Training", long], Width::Wide), 100);
        assert_eq!(height(["Training", "Screening"], Width::of(288)), 108);
        assert_eq!(height(["Training", long], Width::of(288)), 148);
    }
}
