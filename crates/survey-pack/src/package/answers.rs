//! A table of answers made into records, row by row, with every cell that can't be right reported.

use std::collections::HashMap;
use std::sync::Arc;

use survey::{Answers, Bitmap, Codebook, Question, Records};

use super::descriptor::Unticked;
use super::schema::{Cells, Layout, Tick};
use crate::problem::{Problem, Problems, suggest};
use crate::table::{Row, Table};

const UNDECLARED: &str = "Declare it in the schema (with the role “left_out” if it is not to be \
                          packed) or delete it.";

/// Reads a table by its layout.
pub(super) fn read(table: &Table, layout: &Layout, problems: &mut Problems) -> Option<Records> {
    if table.rows().is_empty() && problems.is_empty() {
        let fix = "Add a row for each respondent.";
        problems.add(Problem::new(&table.file, "has a header and no answers", fix));
    }
    let names = column_names(layout);
    let found = table.columns(&names, UNDECLARED, problems);
    let columns: HashMap<&str, usize> =
        names.iter().zip(&found).filter_map(|(&name, &found)| Some((name, found?))).collect();
    let reader = Reader { table, layout, columns, codebook: &layout.codebook };

    let ids = reader.ids(problems);
    let weights = reader.weights(problems);
    let mut columns: Vec<Column> = Vec::new();
    for (question, cells) in layout.codebook.questions().iter().zip(&layout.questions) {
        let column = reader.question(question, cells, &columns, problems);
        columns.push(column);
    }
    if !problems.is_empty() {
        return None;
    }
    let answers = columns.into_iter().map(|column| column.answers).collect();
    Records::new(Arc::clone(&layout.codebook), ids, answers, weights)
        .map_err(|errors| {
            for error in errors {
                let fix = "This should have been found earlier: please report it.";
                problems.add(Problem::new(&table.file, error.to_string(), fix));
            }
        })
        .ok()
}

fn column_names(layout: &Layout) -> Vec<&str> {
    let mut names = vec![layout.id.as_str()];
    names.extend(layout.weight.as_deref());
    names.extend(layout.left_out.iter().map(String::as_str));
    for cells in &layout.questions {
        match cells {
            Cells::Choice { column, .. } => names.push(column),
            Cells::Ticks { columns, .. } => {
                names.extend(columns.iter().map(|tick| tick.column.as_str()));
            }
        }
    }
    names
}

/// The answers to one question.
struct Column {
    answers: Answers,
    /// Whose answer was reported, so that nobody can tell what it leads to.
    unreadable: Bitmap,
}

/// What a respondent's cells say to a question.
enum Given<'a> {
    Nothing,
    Unreadable,
    /// The options, and the column to name if they should not be there.
    Options(&'a str, Vec<usize>),
}

struct Reader<'a> {
    table: &'a Table,
    layout: &'a Layout,
    columns: HashMap<&'a str, usize>,
    codebook: &'a Codebook,
}

impl<'a> Reader<'a> {
    fn ids(&self, problems: &mut Problems) -> Vec<String> {
        let Some(&column) = self.columns.get(self.layout.id.as_str()) else { return Vec::new() };
        let mut seen: HashMap<&str, u64> = HashMap::new();
        for row in self.table.rows() {
            let id = row.cell(column);
            if id.trim().is_empty() {
                let fix = "Give each respondent a name or number of its own.";
                problems.add(self.problem(row, &self.layout.id, "the id is blank", fix));
            } else if let Some(before) = seen.insert(id, row.number) {
                let what = format!("row {before} has the same id");
                let fix = "Delete one of the rows, or give it an id of its own.";
                problems.add(self.problem(row, &self.layout.id, what, fix).value(id));
            }
        }
        self.table.rows().iter().map(|row| row.cell(column).to_owned()).collect()
    }

    fn weights(&self, problems: &mut Problems) -> Option<Vec<f64>> {
        let name = self.layout.weight.as_deref()?;
        let &column = self.columns.get(name)?;
        let weight = |row: &Row| {
            let cell = row.cell(column);
            let weight =
                cell.parse().ok().filter(|weight: &f64| weight.is_finite() && *weight >= 0.0);
            if weight.is_none() {
                let what = "is not a weight";
                let fix = "Write a number of 0 or more, with a point: 0.85.";
                problems.add(self.problem(row, name, what, fix).value(cell));
            }
            weight.unwrap_or_default()
        };
        Some(self.table.rows().iter().map(weight).collect())
    }

    fn question(
        &self,
        question: &Question,
        cells: &'a Cells,
        earlier: &[Column],
        problems: &mut Problems,
    ) -> Column {
        let rows = self.table.rows();
        let mut answers = Answers::none(rows.len(), question.options.len());
        let mut unreadable = Bitmap::new(rows.len());
        for (position, row) in rows.iter().enumerate() {
            let asked = match &question.asked_if {
                None => true,
                Some(routing) => {
                    let before = &earlier[routing.question.position()];
                    if before.unreadable.get(position) {
                        unreadable.set(position);
                        continue;
                    }
                    routing.any_of.iter().any(|&o| before.answers.options()[o].get(position))
                }
            };
            let given = match cells {
                Cells::Choice { column, options, values } => {
                    self.choice(row, column, options, values, problems)
                }
                Cells::Ticks { columns, unticked } => {
                    self.ticks(row, columns, *unticked, asked, problems)
                }
            };
            match given {
                Given::Nothing => {}
                Given::Unreadable => unreadable.set(position),
                Given::Options(_, chosen) if asked => answers.record(position, chosen),
                Given::Options(column, _) => problems.add(self.not_asked(row, column, question)),
            }
        }
        Column { answers, unreadable }
    }

    fn choice(
        &self,
        row: &Row,
        column: &'a str,
        options: &HashMap<String, usize>,
        values: &[String],
        problems: &mut Problems,
    ) -> Given<'a> {
        let Some(&position) = self.columns.get(column) else { return Given::Unreadable };
        let cell = row.cell(position);
        if let Some(&option) = options.get(cell) {
            return Given::Options(column, vec![option]);
        }
        if self.is_blank(cell) {
            return Given::Nothing;
        }
        let fix = suggest(cell, values.iter().map(String::as_str));
        problems.add(self.problem(row, column, "is not one of the answers", fix).value(cell));
        Given::Unreadable
    }

    fn ticks(
        &self,
        row: &Row,
        columns: &'a [Tick],
        unticked: Unticked,
        asked: bool,
        problems: &mut Problems,
    ) -> Given<'a> {
        let (mut chosen, mut blank, mut answered) = (Vec::new(), None, None);
        let mut readable = true;
        for (option, tick) in columns.iter().enumerate() {
            let Some(&column) = self.columns.get(tick.column.as_str()) else {
                readable = false;
                continue;
            };
            let cell = row.cell(column);
            if tick.yes.iter().any(|yes| yes == cell) {
                chosen.push(option);
                answered.get_or_insert(tick.column.as_str());
            } else if self.is_blank(cell) {
                blank.get_or_insert(tick.column.as_str());
            } else if tick.no.iter().any(|no| no == cell) {
                answered.get_or_insert(tick.column.as_str());
            } else {
                readable = false;
                let known = tick.yes.iter().chain(&tick.no).map(String::as_str);
                let what = "is neither a yes nor a no";
                let fix = suggest(cell, known);
                problems.add(self.problem(row, &tick.column, what, fix).value(cell));
            }
        }
        if let Some(alone) = chosen.iter().copied().find(|&option| columns[option].exclusive)
            && chosen.len() > 1
        {
            let column = &columns[alone].column;
            let what = "stands alone by its declaration, and another option is ticked beside it";
            let fix = "Correct the row, or take “exclusive” away from the option.";
            problems.add(self.problem(row, column, what, fix));
            return Given::Unreadable;
        }
        match (readable, answered, blank) {
            (false, ..) => Given::Unreadable,
            (true, None, _) => Given::Nothing,
            (true, Some(_), Some(blank)) if unticked == Unticked::No && asked => {
                let what = "is blank where other options of the question have an answer";
                let fix = "Write a no, or blank all of the question's cells; if a blank means no \
                           throughout, declare “unticked”: “blank” for the question.";
                problems.add(self.problem(row, blank, what, fix));
                Given::Unreadable
            }
            (true, Some(column), _) => Given::Options(column, chosen),
        }
    }

    fn not_asked(&self, row: &Row, column: &str, question: &Question) -> Problem {
        let because = question.asked_if.as_ref().map_or_else(String::new, |routing| {
            let before = self.codebook.question(routing.question);
            let leads: Vec<&str> =
                routing.any_of.iter().map(|&option| before.options[option].id.as_str()).collect();
            format!(" (asked if “{}” is {})", before.id, leads.join(" or "))
        });
        let what = format!("an answer to “{}”, which was not asked{because}", question.id);
        let fix = "Blank it, or correct the answer that decides who is asked.";
        let cell = self.columns.get(column).map_or("", |&column| row.cell(column));
        self.problem(row, column, what, fix).value(cell)
    }

    fn is_blank(&self, cell: &str) -> bool {
        self.layout.missing.iter().any(|missing| missing == cell)
    }

    fn problem(
        &self,
        row: &Row,
        column: &str,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) -> Problem {
        Problem::new(&self.table.file, what, fix).row(row.number).column(column)
    }
}
