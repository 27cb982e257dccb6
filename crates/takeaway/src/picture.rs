//! A figure as a drawing that stands alone: an SVG with the words that go with it.
//!
//! It refers to nothing outside itself and runs nothing. Its colours are those of paper, whatever
//! the page's are. Texts are measured by a function that is passed in, so that a browser and a test
//! can each bring their own.

mod dots;
mod sheet;
mod text;

use std::fmt::Write;

use explorer::view::wording::first_sentence;
use explorer::view::{DotsView, FigureView};
use explorer::words::grammar::labelled;
use explorer::words::{attribution, figure::SIDES, findings, picture as words};

use crate::{ExportContext, Item, date};
use sheet::{Look, SECONDARY, Sheet, TEXT};
use text::escaped;

/// How wide a picture is, in pixels.
pub const WIDTH: u32 = 960;
/// Left and right of all that stands in it.
const MARGIN: u32 = 40;
/// How wide a chart in it is.
pub const CHART_WIDTH: u32 = WIDTH - 2 * MARGIN;
/// Lines are shorter: whoever opens the drawing may have no type of the maker's, but a wider one.
const LINES: u32 = CHART_WIDTH - 80;
/// More lines of notes than these are left to the page.
const MOST_NOTES: usize = 6;
/// The page's own type; single quotation marks, because it stands in an attribute.
const FAMILY: &str =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";

const HEADLINE: Look = Look { size: 27, line: 34, weight: 700, colour: TEXT };
const SENTENCE: Look = Look { size: 18, line: 27, weight: 400, colour: TEXT };
const WORDS: Look = Look { size: 16, line: 24, weight: 400, colour: SECONDARY };
const SMALL: Look = Look { size: 14, line: 20, weight: 400, colour: SECONDARY };

/// How wide a text is in pixels: the text, its size in pixels, its weight.
pub type Measure<'a> = dyn Fn(&str, u32, u32) -> f64 + 'a;

/// A picture of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The text of an SVG file.
    pub svg: String,
    /// How tall it is, in pixels; all are [`WIDTH`] wide.
    pub height: u32,
}

/// What is drawn between the words.
#[derive(Clone, Copy, Debug)]
pub enum Drawing<'a> {
    /// Nothing: the words say why.
    Nothing,
    /// A chart: the text of an SVG, [`CHART_WIDTH`] pixels wide, and its height.
    Chart(&'a str, u32),
    /// Dots.
    Dots(&'a DotsView),
}

/// Puts a figure's picture together.
pub fn picture(
    context: &ExportContext,
    item: &Item,
    drawing: Drawing,
    measure: &Measure<'_>,
) -> Picture {
    let view = &item.view;
    let mut sheet = Sheet::new(measure);
    let (lead, rest) = first_sentence(&context.about().banner);
    sheet.banner(&lead, &rest);
    match drawing {
        Drawing::Dots(dots) => {
            sheet.text(&dots.sentence.finding, HEADLINE);
            sheet.gap(6);
            sheet.text(&question(view), WORDS);
        }
        _ => write_figure(&mut sheet, context, item),
    }
    sheet.gap(16);
    match drawing {
        Drawing::Nothing => {}
        Drawing::Chart(svg, height) => sheet.nested(svg, height),
        Drawing::Dots(dots) => dots::draw(&mut sheet, dots),
    }
    sheet.gap(16);
    let standing = match drawing {
        Drawing::Dots(dots) => &dots.standing,
        _ => &view.standing,
    };
    sheet.text(&standing.sentence, WORDS);
    if !matches!(drawing, Drawing::Dots(_)) {
        notes(&mut sheet, item);
    }
    sheet.rule();
    for line in from_where(context, item) {
        sheet.text(&line, SMALL);
    }
    let (title, spoken) = match drawing {
        Drawing::Dots(dots) => (&dots.sentence.finding, key(dots)),
        _ => (&view.headline, view.spoken.clone()),
    };
    finish(sheet, title, &spoken)
}

/// What the figure shows, of whom, and of how many.
fn write_figure(sheet: &mut Sheet, context: &ExportContext, item: &Item) {
    let (view, place) = (&item.view, context.place);
    sheet.text(&view.headline, HEADLINE);
    sheet.gap(6);
    sheet.text(&words::measure(&question(view), &view.base_summary), WORDS);
    if !place.filter.is_empty() || place.by.is_some() || item.sides.is_some() {
        sheet.text(&item.selection, WORDS);
    }
    if let Some(sides) = &item.sides {
        for (letter, side) in SIDES.iter().zip(&sides.sides) {
            sheet.text(&attribution::line(letter, side), WORDS);
        }
    }
    if !view.contrast().is_empty() {
        sheet.gap(8);
        sheet.text(view.contrast(), SENTENCE);
    }
    sheet.text(view.uncertainty.over(place.scale), WORDS);
}

fn question(view: &FigureView) -> String {
    if view.is_headed_by_label() {
        return view.text.clone();
    }
    labelled(&view.label, &view.text)
}

/// What to mind of the figure, where that is short.
fn notes(sheet: &mut Sheet, item: &Item) {
    let notes: Vec<String> = item.notes().map(words::note).collect();
    let lines: usize = notes.iter().map(|note| sheet.lines(note, SMALL)).sum();
    if lines <= MOST_NOTES {
        sheet.gap(4);
        for note in &notes {
            sheet.text(note, SMALL);
        }
    } else {
        sheet.text(words::NOTES_ELSEWHERE, SMALL);
    }
}

/// Source, link, version and day.
fn from_where(context: &ExportContext, item: &Item) -> [String; 3] {
    let about = context.about();
    let checksum = context.loaded.header.checksum_text();
    [
        findings::source(&about.citation),
        words::again(&item.link),
        words::data(
            &about.name,
            &about.version,
            &checksum[..16],
            &about.licence,
            &date::in_words(context.date),
        ),
    ]
}

fn key(dots: &DotsView) -> String {
    let key: Vec<&str> = dots.key.iter().map(|(_, words)| words.as_str()).collect();
    words::dots(&dots.one_dot, &key)
}

fn finish(sheet: Sheet, title: &str, spoken: &str) -> Picture {
    let (body, height) = sheet.finish();
    let mut svg = String::new();
    // Writing to a string can't fail.
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" \
         viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" font-family=\"{FAMILY}\">\n\
         <title>{}</title>\n<desc>{}</desc>\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>\n{body}</svg>\n",
        escaped(title),
        escaped(spoken)
    );
    Picture { svg, height }
}
