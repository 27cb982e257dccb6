//! Dots with their key.

use std::fmt::Write;

use explorer::chart::dots::{self, Dot, PITCH};
use explorer::view::DotsView;

use super::sheet::{Look, SECONDARY, SERIES, Sheet, TEXT};

/// A line is as tall as a dot's cell.
const KEY: Look = Look { size: 16, line: PITCH, weight: 400, colour: TEXT };

pub(super) fn draw(sheet: &mut Sheet, view: &DotsView) {
    let (all, [_, height]) = dots::dots(view);
    sheet.marks(&all.into_iter().map(mark).collect::<String>(), height);
    sheet.gap(12);
    if view.each > 1 {
        sheet.text(&view.one_dot, KEY);
    }
    for (look, words) in &view.key {
        sheet.marks(&mark(Dot::at(look, 0)), 0);
        sheet.text_beside(words, KEY, PITCH + 8);
        sheet.gap(4);
    }
}

/// As `assets/styles/_figure.scss` has the looks.
fn mark(dot: Dot) -> String {
    let Dot { look, x, y } = dot;
    let (half, dash) = dot.form();
    let (fill, stroke) = match look {
        "gave" => (SERIES, SERIES),
        "unanswered" => (SECONDARY, SECONDARY),
        _ => ("none", SECONDARY),
    };
    let mut mark = String::new();
    // Writing to a string can't fail.
    let _ = if dash {
        writeln!(
            mark,
            "<path d=\"M{} {y}H{}\" stroke=\"{stroke}\" stroke-width=\"2\"/>",
            x - half,
            x + half
        )
    } else {
        writeln!(
            mark,
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{half}\" fill=\"{fill}\" stroke=\"{stroke}\" \
             stroke-width=\"2\"/>"
        )
    };
    mark
}
