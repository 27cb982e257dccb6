//! What a CSV file holds, for programs: Metadata Vocabulary for Tabular Data (W3C, 2015). It stands
//! beside the file under the name that the standard has programs look for.

use explorer::words::{LANGUAGE, attribution::line};
use serde_json::{Value, json};

use crate::{Absent, Cell, ExportContext, File, Holds, Item, Table, attribution, csv, guarded};

/// The description of [`csv::file`].
pub fn file(context: &ExportContext, item: &Item) -> File {
    let name = format!("{}-metadata.json", csv::name(context, item));
    let text = format!("{:#}\n", metadata(context, item));
    File { name, mime: "application/csvm+json", bytes: text.into_bytes() }
}

fn metadata(context: &ExportContext, item: &Item) -> Value {
    let table = item.table.standing_alone(context, item);
    let about = context.about();
    let columns: Vec<Value> = (0..table.columns.len()).map(|at| column(&table, at)).collect();
    json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
        "url": csv::name(context, item),
        "dc:title": line(&about.title, &item.view.label),
        "dc:description": described(context, item),
        "dc:license": about.licence,
        "dc:source": about.citation,
        "dc:date": context.date,
        "dc:identifier": item.link,
        "dc:language": LANGUAGE,
        "dialect": { "encoding": "utf-8", "header": true, "lineTerminators": ["\r\n"] },
        "tableSchema": { "columns": columns },
    })
}

/// Everything that goes with the figure, as one text: programs show no more than that.
fn described(context: &ExportContext, item: &Item) -> String {
    let notes = item.notes().map(|note| (attribution::NOTE, note.to_owned()));
    let lines = attribution::of_figure(item).into_iter().chain(notes);
    let lines = lines.chain(attribution::of_source(context, &item.link));
    let lines: Vec<String> = lines.map(|(what, words)| line(what, &words)).collect();
    lines.join("\n")
}

fn column(table: &Table, at: usize) -> Value {
    let column = &table.columns[at];
    let described = |datatype: &str| {
        json!({
            "name": column.name,
            "titles": guarded(&column.title),
            "dc:description": column.about,
            "datatype": datatype,
            "required": !table.rows.iter().any(|row| is_null(&row[at])),
        })
    };
    match column.holds {
        Holds::Words => described("string"),
        Holds::Numbers => {
            let mut numbers = described("nonNegativeInteger");
            numbers["null"] = Absent::ALL.map(Absent::symbol).into_iter().collect();
            numbers
        }
    }
}

fn is_null(cell: &Cell) -> bool {
    match cell {
        Cell::Absent(_) => true,
        Cell::Text(text) => text.is_empty(),
        Cell::Number(_) => false,
    }
}
