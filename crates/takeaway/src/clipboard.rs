//! A figure's table to be pasted elsewhere: as the page shows it, since that is what was copied, with
//! what must go with it. Spreadsheets run what they are given as HTML or text, so both are guarded.

use explorer::view::{Shape, TableRow, TableView};
use explorer::words::attribution::{EVIDENCE, line};
use explorer::words::table::ANSWER;
use maud::html;

use crate::{ExportContext, Item, attribution, guarded};

/// As HTML: a table with its caption and headings, and lines under it.
pub fn html(context: &ExportContext, item: &Item) -> String {
    let (table, marked) = (shown(item), has_marks(item));
    let cell = |text: &str| guarded(text).into_owned();
    html! {
        table border="1" {
            caption { (cell(&table.caption)) }
            thead {
                tr {
                    @for column in headings(&table, marked) { th scope="col" { (cell(column)) } }
                }
            }
            tbody {
                @for row in &table.rows {
                    tr {
                        th scope="row" { (cell(&row.heading)) }
                        @for text in cells(row, marked) { td { (cell(text)) } }
                    }
                }
            }
        }
        @for (what, words) in lines(context, item) {
            p { (line(what, &words)) }
        }
    }
    .into_string()
}

/// As text: cells parted by tabs, then the lines.
pub fn text(context: &ExportContext, item: &Item) -> String {
    let (table, marked) = (shown(item), has_marks(item));
    let head = headings(&table, marked).map(flat).collect::<Vec<_>>();
    let rows = table.rows.iter().map(|row| {
        std::iter::once(row.heading.as_str()).chain(cells(row, marked)).map(flat).collect()
    });
    let table_lines = std::iter::once(head).chain(rows).map(|cells| cells.join("\t"));
    let lines = lines(context, item);
    let lines = lines.iter().map(|(what, words)| flat(&line(what, words)));
    let all = std::iter::once(flat(&table.caption)).chain(table_lines).chain(lines);
    all.collect::<Vec<_>>().join("\n") + "\n"
}

/// The page's table; where it shows none, the reason stands in its place.
fn shown(item: &Item) -> TableView {
    match &item.view.shape {
        Shape::Nothing(reason) => TableView {
            caption: item.view.label.clone(),
            columns: vec![ANSWER.to_owned()],
            rows: vec![TableRow { heading: reason.clone(), cells: Vec::new(), mark: None }],
        },
        Shape::Bars | Shape::Stacked(_) | Shape::Heat(_) | Shape::SideBySide(_) => {
            item.view.table.clone()
        }
    }
}

fn has_marks(item: &Item) -> bool {
    item.view.table.rows.iter().any(|row| row.mark.is_some())
}

fn headings(table: &TableView, marked: bool) -> impl Iterator<Item = &str> {
    table.columns.iter().map(String::as_str).chain(marked.then_some(EVIDENCE))
}

fn cells(row: &TableRow, marked: bool) -> impl Iterator<Item = &str> {
    let mark = marked.then(|| row.mark.map_or("", |mark| mark.words));
    row.cells.iter().map(String::as_str).chain(mark)
}

fn lines(context: &ExportContext, item: &Item) -> Vec<attribution::Line> {
    let notes = item.notes().map(|note| (attribution::NOTE, note.to_owned()));
    let source = attribution::of_source(context, &item.link);
    attribution::of_figure(item).into_iter().chain(notes).chain(source).collect()
}

/// A text that is one cell.
fn flat(text: &str) -> String {
    guarded(&text.replace(char::is_control, " ")).into_owned()
}
