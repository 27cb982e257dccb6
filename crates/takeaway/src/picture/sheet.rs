//! The sheet that a picture is put together on, from top to bottom.

use std::fmt::Write;

use explorer::wrap::lines;

use super::text::{allowed, escaped};
use super::{CHART_WIDTH, LINES, MARGIN, Measure, WIDTH};

/// The light colours of `assets/styles/_tokens.scss`.
pub(super) const TEXT: &str = "#17212b";
pub(super) const SECONDARY: &str = "#4a5763";
pub(super) const SERIES: &str = "#12436d";
const RULE: &str = "#c5ced6";
const INVENTED: &str = "#7a4a00";
const INVENTED_GROUND: &str = "#fff4db";

/// How a text looks: size and height of a line in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub(super) size: u32,
    pub(super) line: u32,
    pub(super) weight: u32,
    pub(super) colour: &'static str,
}

/// What stands on the sheet so far.
pub(super) struct Sheet<'a> {
    measure: &'a Measure<'a>,
    body: String,
    y: u32,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(measure: &'a Measure<'a>) -> Self {
        Self { measure, body: String::new(), y: MARGIN - 8 }
    }

    pub(super) fn gap(&mut self, pixels: u32) {
        self.y += pixels;
    }

    /// Text from the left edge to the right one, in as many lines as it takes; none for none.
    pub(super) fn text(&mut self, text: &str, look: Look) {
        self.text_within(text, look, MARGIN, f64::from(LINES));
    }

    /// The same, with room for something left of it, in pixels.
    pub(super) fn text_beside(&mut self, text: &str, look: Look, left: u32) {
        self.text_within(text, look, MARGIN + left, f64::from(LINES - left));
    }

    /// How many lines a text takes.
    pub(super) fn lines(&self, text: &str, look: Look) -> usize {
        self.broken(text, look, f64::from(LINES)).len()
    }

    fn broken(&self, text: &str, look: Look, room: f64) -> Vec<String> {
        lines(text, room, &|part| (self.measure)(part, look.size, look.weight))
    }

    fn text_within(&mut self, text: &str, look: Look, left: u32, room: f64) {
        for line in self.broken(text, look, room) {
            // The line's box has its text a little above its lower edge.
            let y = self.y + look.line - (look.line - look.size) / 2 - look.size / 5;
            self.line(&line, look, left, y);
            self.y += look.line;
        }
    }

    /// One line with its left end and the foot of its letters.
    fn line(&mut self, text: &str, look: Look, x: u32, y: u32) {
        let Look { size, weight, colour, .. } = look;
        let text = escaped(text);
        // Writing to a string can't fail.
        let _ = writeln!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" \
             fill=\"{colour}\">{text}</text>"
        );
    }

    /// What must be known before the figure, on a ground of its own: what comes first is bold.
    pub(super) fn banner(&mut self, lead: &str, rest: &str) {
        const INSIDE: u32 = 16;
        if lead.is_empty() {
            return;
        }
        let bold = Look { size: 15, line: 22, weight: 700, colour: INVENTED };
        let plain = Look { weight: 400, colour: TEXT, ..bold };
        let room = f64::from(LINES - 2 * INSIDE);
        let count = self.broken(lead, bold, room).len() + self.broken(rest, plain, room).len();
        let height = bold.line * u32::try_from(count).unwrap_or_default() + 20;
        let y = self.y;
        let _ = writeln!(
            self.body,
            "<rect x=\"{MARGIN}\" y=\"{y}\" width=\"{CHART_WIDTH}\" height=\"{height}\" \
             fill=\"{INVENTED_GROUND}\"/>\n<rect x=\"{MARGIN}\" y=\"{y}\" width=\"6\" \
             height=\"{height}\" fill=\"{INVENTED}\"/>"
        );
        self.gap(10);
        self.text_within(lead, bold, MARGIN + INSIDE, room);
        self.text_within(rest, plain, MARGIN + INSIDE, room);
        self.gap(10 + 20);
    }

    /// A line from edge to edge.
    pub(super) fn rule(&mut self) {
        self.gap(12);
        let y = self.y;
        let right = WIDTH - MARGIN;
        let _ = writeln!(
            self.body,
            "<path d=\"M{MARGIN} {y}H{right}\" stroke=\"{RULE}\" stroke-width=\"1\"/>"
        );
        self.gap(12);
    }

    /// A drawing of its own, as wide as the text; nothing where it is none.
    pub(super) fn nested(&mut self, svg: &str, height: u32) {
        let Some(rest) = svg.strip_prefix("<svg ") else { return };
        let rest: String = rest.chars().filter(|&c| allowed(c)).collect();
        let _ = writeln!(self.body, "<svg x=\"{MARGIN}\" y=\"{}\" {rest}", self.y);
        self.y += height;
    }

    /// Marks with the corner at the left edge, where the sheet is now.
    pub(super) fn marks(&mut self, marks: &str, height: u32) {
        let y = self.y;
        let _ = writeln!(self.body, "<g transform=\"translate({MARGIN} {y})\">\n{marks}</g>");
        self.y += height;
    }

    /// All that stands on it, and its height.
    pub(super) fn finish(self) -> (String, u32) {
        (self.body, self.y + MARGIN - 16)
    }
}
