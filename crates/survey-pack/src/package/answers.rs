//! A table of answers made into records, row by row, with every cell that can't be right reported.

use std::collections::HashMap;
use std::sync::Arc;

use survey::{Answers, Codebook, Question, Records};

use super::descriptor::Unticked;
use super::schema::{Cells, Layout, Tick};
use crate::problem::{Problem, Problems, suggest};
use crate::table::{Row, Table};

/// Reads a table by its layout.
pub fn read(table: &Table, layout: &Layout, problems: &mut Problems) -> Option<Records> {
    let names = column_names(layout);
    let found = table.columns(&names, problems);
    let columns: HashMap<&str, usize> =
        names.iter().zip(&found).filter_map(|(&name, &found)| Some((name, found?))).collect();
    let reader = Reader { table, layout, columns, codebook: &layout.codebook };

    let ids = reader.ids(problems);
    let weights = reader.weights(problems);
    let mut answers: Vec<Answers> = Vec::new();
    for (question, cells) in layout.codebook.questions().iter().zip(&layout.questions) {
        let read = reader.question(question, cells, &answers, problems);
        answers.push(read);
    }
    if !problems.is_empty() {
        return None;
    }
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
        cells: &Cells,
        earlier: &[Answers],
        problems: &mut Problems,
    ) -> Answers {
        let mut answers = Answers::none(self.table.rows().len(), question.options.len());
        for (position, row) in self.table.rows().iter().enumerate() {
            let asked = question.asked_if.as_ref().is_none_or(|routing| {
                let before = &earlier[routing.question.0];
                routing.any_of.iter().any(|&option| before.options[option].get(position))
            });
            let answer = match cells {
                Cells::Choice { column, options, values } => {
                    self.choice(row, column, options, values, problems)
                }
                Cells::Ticks { columns, unticked } => {
                    self.ticks(row, columns, *unticked, asked, problems)
                }
            };
            let Some((first_column, chosen)) = answer else { continue };
            if asked {
                answers.record(position, chosen);
            } else {
                problems.add(self.not_asked(row, first_column, question));
            }
        }
        answers
    }

    /// The chosen option; `None` for a blank, and for what was reported.
    fn choice(
        &self,
        row: &Row,
        column: &'a str,
        options: &HashMap<String, usize>,
        values: &[String],
        problems: &mut Problems,
    ) -> Option<(&'a str, Vec<usize>)> {
        let cell = row.cell(*self.columns.get(column)?);
        if let Some(&option) = options.get(cell) {
            return Some((column, vec![option]));
        }
        if !self.is_blank(cell) {
            let fix = suggest(cell, values.iter().map(String::as_str));
            problems.add(self.problem(row, column, "is not one of the answers", fix).value(cell));
        }
        None
    }

    /// The ticked options and the column that shows that the question was answered; `None` where it
    /// was not, and for what was reported.
    fn ticks(
        &self,
        row: &Row,
        columns: &'a [Tick],
        unticked: Unticked,
        asked: bool,
        problems: &mut Problems,
    ) -> Option<(&'a str, Vec<usize>)> {
        let (mut chosen, mut blank, mut answered) = (Vec::new(), None, None);
        let mut whole = true;
        for (option, tick) in columns.iter().enumerate() {
            let Some(&column) = self.columns.get(tick.column.as_str()) else {
                whole = false;
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
                whole = false;
                let known = tick.yes.iter().chain(&tick.no).map(String::as_str);
                let what = "is neither a yes nor a no";
                let fix = suggest(cell, known);
                problems.add(self.problem(row, &tick.column, what, fix).value(cell));
            }
        }
        if let (Some(_), Some(blank), Unticked::No, true) = (answered, blank, unticked, asked) {
            let what = "is blank where other options of the question have an answer";
            let fix = "Write a no, or blank all of the question's cells; if a blank means no \
                       throughout, declare “unticked”: “blank” for the question.";
            problems.add(self.problem(row, blank, what, fix));
            whole = false;
        }
        answered.filter(|_| whole).map(|column| (column, chosen))
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
