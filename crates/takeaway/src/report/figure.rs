//! One figure of the report.

use explorer::view::{ShareMark, TableRow, TableView};
use explorer::words::{attribution as said, report as words};
use maud::{Markup, html};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::language;
use crate::{ExportContext, Item, attribution};

/// What may not stand in an address as it is.
const IN_ADDRESS: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'\'').add(b'&');

pub(super) fn anchor(number: usize) -> String {
    format!("figure-{number}")
}

pub(super) fn section(
    context: &ExportContext,
    number: usize,
    item: &Item,
    svg: Option<&str>,
) -> Markup {
    let (lang, dir) = language(context.about());
    let figure = &item.view;
    let heading = anchor(number);
    let drawn = figure.shape.is_drawn();
    let has_base =
        figure.base_summary != figure.sentence.finding && !figure.base_summary.is_empty();
    html! {
        section.figure aria-labelledby=(heading) {
            h2 id=(heading) tabindex="-1" { (number) ". " (figure.headline) }
            p.measure {
                @if !figure.is_headed_by_label() { strong lang=[lang] dir=[dir] { (figure.label) } ": " }
                span lang=[lang] dir=[dir] { (figure.text) }
            }
            p.sentence { (figure.sentence.without_caveat()) }
            @if let (Some(svg), true) = (svg, drawn) { (picture(item, svg)) }
            @if has_base { p.base { (said::BASE) ": " (figure.base_summary) } }
            @if !figure.uncertainty.meaning.is_empty() {
                p.base { (said::RANGES) ": " (figure.uncertainty.meaning) }
            }
            @if !figure.standing.sentence.is_empty() {
                p.evidence {
                    @if let Some(mark) = figure.standing.mark { (marked(mark)) " " }
                    @for (text, address) in figure.standing.linked() {
                        @if let Some(address) = address { a href=(address) { (text) } }
                        @else { (text) }
                    }
                }
            }
            @if drawn { (table(&figure.table)) }
            @if figure.all_notes().next().is_some() {
                ul.notes { @for note in figure.all_notes() { li { (note) } } }
            }
            p.link { (attribution::LINK) ": " a href=(item.link) { (item.link) } }
        }
    }
}

/// As a picture of its own: nothing in it can run, and its ids meet no others.
fn picture(item: &Item, svg: &str) -> Markup {
    let data = format!("data:image/svg+xml;charset=utf-8,{}", utf8_percent_encode(svg, IN_ADDRESS));
    html! {
        img.picture src=(data) alt=(words::chart(&item.view.label));
    }
}

fn marked(mark: ShareMark) -> Markup {
    html! { span.mark { (mark.words) } }
}

/// The page's table. It scrolls by itself where it is too wide, so it can be reached by keyboard.
fn table(view: &TableView) -> Markup {
    html! {
        div.scroll role="region" tabindex="0" aria-label=(view.caption) {
            table {
                caption { (view.caption) }
                thead { tr { @for column in &view.columns { th scope="col" { (column) } } } }
                tbody { @for line in &view.rows { (row(line)) } }
            }
        }
    }
}

fn row(line: &TableRow) -> Markup {
    html! {
        tr {
            th scope="row" {
                (line.heading)
                @if let Some(mark) = line.mark { " " (marked(mark)) }
            }
            @for cell in &line.cells { td { (cell) } }
        }
    }
}
