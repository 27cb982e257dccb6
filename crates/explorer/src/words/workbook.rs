//! A workbook of tables.

/// The name of the first sheet.
pub const COVER: &str = "Cover";
/// Above the names of the others.
pub const SHEETS: &str = "Sheets";
/// The survey's citation.
pub const SURVEY: &str = "Survey";
/// The link from the first sheet.
pub const SEE_SELECTION: &str = "See this selection again in the explorer";
/// The link from a figure's sheet.
pub const SEE_FIGURE: &str = "See this figure again in the explorer";
/// An address that is spelled out.
pub const ADDRESS: &str = "Address";
/// The property of a file that holds its language.
pub const LANGUAGE: &str = "Language";

/// What the workbook is.
pub fn lead(figures: usize, day: &str) -> String {
    let many = if figures == 1 { "one figure" } else { "several figures" };
    format!(
        "Tables of {many}, taken from the findings explorer on {day}. Each figure has a sheet of its \
         own, with one table."
    )
}

/// What to mind of a figure.
pub fn note(number: usize, note: &str) -> String {
    format!("[note {number}] {note}")
}

/// Above a table.
pub fn table_follows(rows: usize, caption: &str) -> String {
    let rows = if rows == 1 { "one row".to_owned() } else { format!("{rows} rows") };
    format!("One table of {rows} follows: {caption}")
}

/// What the file is about.
pub fn subject(name: &str, version: &str) -> String {
    format!("Figures of the survey {name} {version}")
}
