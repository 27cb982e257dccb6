//! A CSV file as header and rows, each row with the number that a spreadsheet shows.

mod column;

use csv::{ReaderBuilder, StringRecord};

use column::Column;
pub(crate) use column::Meanings;

use crate::problem::{Problem, Problems, suggest};

/// A table as it stands in its file.
#[derive(Debug)]
pub(crate) struct Table {
    /// The file, as the package names it.
    pub file: String,
    headers: StringRecord,
    /// Each row's number, as a spreadsheet shows it: the header is row 1.
    numbers: Vec<u64>,
    /// Columns are read one after the other, so that is how they are kept.
    columns: Vec<Column>,
}

/// One row below the header.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    /// As a spreadsheet shows it: the header is row 1.
    pub number: u64,
    table: &'a Table,
    position: usize,
}

impl<'a> Row<'a> {
    /// The cell of a column.
    pub(crate) fn cell(&self, column: usize) -> &'a str {
        self.table.columns.get(column).map_or("", |column| column.cell(self.position))
    }
}

impl Table {
    /// Reads comma-separated text. Rows that are ragged or blank are reported and left out.
    pub(crate) fn of_text(file: &str, mut text: String, problems: &mut Problems) -> Option<Self> {
        if !text.ends_with('\n') {
            text.push('\n'); // lines are counted by their ends
        }
        let mut reader =
            ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut record = StringRecord::new();
        let mut headers: Option<StringRecord> = None;
        let (mut numbers, mut columns) = (Vec::new(), Vec::new());
        let lines = text.bytes().filter(|&byte| byte == b'\n').count();
        let mut number = 0;
        loop {
            let first_line = reader.position().line();
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    problems.add(Problem::new(file, error.to_string(), "Save it again as CSV."));
                    return None;
                }
            }
            let blank = blank_lines_before(&record, reader.position().line() - first_line);
            for row in number + 1..=number + blank {
                problems.add(Problem::new(file, "the row is blank", "Delete it.").row(row));
            }
            number += blank + 1;
            let is_last = reader.position().byte() >= text.len() as u64;
            if is_last && swallows_the_end(&record, &text) {
                let what =
                    "a double quote is not closed, so that its cell runs to the end of the file";
                let fix = "Close it; a double quote within a quoted cell is written twice.";
                problems.add(Problem::new(file, what, fix).row(number));
                return None;
            }
            let Some(headers) = &headers else {
                columns = record.iter().map(|_| Column::for_rows(lines)).collect();
                headers = Some(record.clone());
                continue;
            };
            if record.iter().all(str::is_empty) && record.len() > 1 {
                problems.add(Problem::new(file, "the row is blank", "Delete it.").row(number));
            } else if record.len() == headers.len() {
                let mut cells = columns.iter_mut().zip(&record);
                if cells.any(|(column, cell)| Column::push(column, cell).is_none()) {
                    let fix = "Split the answers into several packages.";
                    problems.add(Problem::new(file, "has more rows than can be counted", fix));
                    return None;
                }
                numbers.push(number);
            } else {
                problems.add(ragged(file, number, &record, headers.len()));
            }
        }
        let Some(headers) = headers else {
            problems.add(Problem::new(file, "is empty", "It needs a header and a row each."));
            return None;
        };
        let table = Self { file: file.to_owned(), headers, numbers, columns };
        table.check_headers(problems).then_some(table)
    }

    /// The headers of its columns, in order.
    pub(crate) fn headers(&self) -> impl Iterator<Item = &str> {
        self.headers.iter()
    }

    /// The rows below the header.
    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        let row = |(position, &number)| Row { number, table: self, position };
        self.numbers.iter().enumerate().map(row)
    }

    /// A column, by its position.
    pub(crate) fn column_at(&self, position: usize) -> &Column {
        &self.columns[position]
    }

    /// The cells of a column, where there is one.
    pub(crate) fn column<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        let column = self.headers.iter().position(|header| header == name);
        column.into_iter().flat_map(|column| self.columns[column].cells())
    }

    /// The position of each wanted column. Those that are missing are reported, and those that nobody
    /// wants, with what to do about them.
    pub(crate) fn columns(
        &self,
        wanted: &[&str],
        unwanted: &str,
        problems: &mut Problems,
    ) -> Vec<Option<usize>> {
        let there: Vec<&str> = self.headers.iter().collect();
        for header in there.iter().filter(|header| !wanted.contains(header)) {
            let missing = wanted.iter().copied().filter(|name| !there.contains(name));
            let hint = suggest(header, missing);
            let fix = if hint.starts_with("Did") {
                format!("{hint} {unwanted}")
            } else {
                unwanted.into()
            };
            let problem = Problem::new(&self.file, "the column is not declared", fix);
            problems.add(problem.row(1).column(*header));
        }
        let find = |name: &&str| self.headers.iter().position(|header| header == *name);
        let found: Vec<Option<usize>> = wanted.iter().map(find).collect();
        for (name, _) in wanted.iter().zip(&found).filter(|(_, found)| found.is_none()) {
            let fix = "Add it, or correct its header: headers are compared letter by letter.";
            problems
                .add(Problem::new(&self.file, "the column is missing", fix).row(1).column(*name));
        }
        found
    }

    fn check_headers(&self, problems: &mut Problems) -> bool {
        if self.headers.len() == 1
            && let Some(delimiter) = self.headers[0].chars().find(|c| [';', '\t', '|'].contains(c))
        {
            let what = format!("the cells are separated by {delimiter:?}, not by commas");
            problems.add(Problem::new(&self.file, what, "Save it again with commas.").row(1));
            return false;
        }
        for (position, header) in self.headers.iter().enumerate() {
            if header.trim().is_empty() {
                let what = format!("the header of column {} is blank", position + 1);
                problems.add(Problem::new(&self.file, what, "Name the column.").row(1));
            } else if self.headers.iter().take(position).any(|before| before == header) {
                let problem = Problem::new(
                    &self.file,
                    "two columns have the same header",
                    "Rename one of them, here and in the schema.",
                );
                problems.add(problem.row(1).column(header));
            }
        }
        true
    }
}

/// The reader skips blank lines without a word: what a record took beyond its own lines.
fn blank_lines_before(record: &StringRecord, lines: u64) -> u64 {
    let within = record.iter().map(|cell| cell.bytes().filter(|&b| b == b'\n').count() as u64);
    lines.saturating_sub(1 + within.sum::<u64>())
}

/// Whether the file's last cell has swallowed the line end that every text here ends with.
fn swallows_the_end(record: &StringRecord, text: &str) -> bool {
    let last = record.iter().next_back().unwrap_or_default();
    last.ends_with('\n') && !text.trim_end().ends_with('"')
}

fn ragged(file: &str, number: u64, record: &StringRecord, headers: usize) -> Problem {
    let cells = record.len();
    let what = format!("the row has {cells} cells where the header has {headers}");
    let fix = if record.iter().any(|cell| cell.contains('\n')) {
        "A double quote in it may not be closed, so that it runs on over the lines below."
    } else if cells > headers {
        "Put a cell that holds a comma between double quotes."
    } else {
        "Add the missing cells; a cell may be blank."
    };
    Problem::new(file, what, fix).row(number)
}
