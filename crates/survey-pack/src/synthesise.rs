//! Invents answers that reproduce what was published, from the quotas and seeds in the package.
//!
//! The same package gives the same bytes on any machine and with any version of this command:
//! `ChaCha8`'s stream is fixed, and everything made from it is made of integers, here.

mod draw;
mod quota;
mod random;

use std::path::Path;

use survey::Provenance;

use self::quota::Recipe;
use crate::json::Part;
use crate::package::{self, Cells, DESCRIPTOR, DrawEntry, Layout, Plan, Unticked};
use crate::problem::{Problem, Problems};

/// A table of invented answers, not yet written.
#[derive(Debug)]
pub struct Invented {
    /// The file, as the package names it.
    pub file: String,
    /// Its content.
    pub csv: String,
}

/// Invents the answers of every draw, and writes nothing.
///
/// # Errors
/// All problems of the package's description, schema and quotas.
pub fn synthesise(path: &Path) -> Result<Vec<Invented>, Vec<Problem>> {
    let mut problems = Problems::default();
    match package::read_plan(path, &mut problems).and_then(|plan| invent(&plan, &mut problems)) {
        Some(invented) if problems.is_empty() => Ok(invented),
        _ => Err(problems.into_vec()),
    }
}

/// Writes invented tables over those of the package.
///
/// # Errors
/// When a file can't be written.
pub fn write(path: &Path, invented: &[Invented]) -> Result<(), Vec<Problem>> {
    let folder = package::Folder::of(path);
    let mut problems = Problems::default();
    for table in invented {
        let Some(path) = folder.path(&table.file, &mut problems) else { continue };
        if let Err(error) = crate::file::write(&path, table.csv.as_bytes()) {
            let what = format!("can't be written ({error})");
            problems.add(Problem::new(&table.file, what, "Nothing of it was changed."));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.into_vec()) }
}

fn invent(plan: &Plan, problems: &mut Problems) -> Option<Vec<Invented>> {
    let whole = Part::whole(DESCRIPTOR, &plan.json);
    let block = whole.get("survey")?;
    match plan.descriptor.provenance {
        Some(Provenance::Synthetic) => {}
        Some(Provenance::Public | Provenance::Confidential) | None => {
            let fix = "Only answers declared “synthetic” may be overwritten with invented ones.";
            problems.add(block.problem("the answers are not declared to be invented", fix));
            return None;
        }
    }
    let layout = plan.layout.as_ref()?;
    if let Some(column) = layout.weight.iter().chain(&layout.left_out).next() {
        let fix = "Take it out of the schema.";
        let what = "weights and columns left out can't be invented";
        problems.add(block.problem(what, fix).column(column));
    }
    let recipe = Recipe::read(&block.require("synthesis", problems)?, &layout.codebook, problems)?;
    if !problems.is_empty() {
        return None;
    }
    let mut invented = Vec::new();
    for entry in &plan.descriptor.draws {
        let resource = plan.descriptor.resource(&entry.resource, &block, problems)?;
        let Some(seed) = entry.seed else {
            let what = format!("draw “{}” has no seed", entry.id);
            problems.add(block.problem(what, "Add “seed”, any whole number."));
            continue;
        };
        let file = resource.path.clone();
        match draw::invent(&recipe, &layout.codebook, seed) {
            Ok(answers) => invented.push(Invented { file, csv: csv(&recipe, layout, &answers) }),
            Err(error) => problems.add(in_draw(&block, entry, &error)),
        }
    }
    Some(invented)
}

fn in_draw(block: &Part<'_>, entry: &DrawEntry, error: &draw::Unfillable) -> Problem {
    let what = format!("draw “{}”: {error}", entry.id);
    block.problem(what, "Correct the quotas in “survey.synthesis”.")
}

/// The answers as the layout says they stand in columns.
fn csv(recipe: &Recipe, layout: &Layout, answers: &[draw::Invention]) -> String {
    let mut lines = vec![line(layout.fields.iter().map(String::as_str))];
    for row in 0..recipe.respondents {
        let id = recipe.id_of(row);
        let cells = layout.fields.iter().map(|field| {
            if *field == layout.id { id.as_str() } else { cell(layout, answers, field, row) }
        });
        lines.push(line(cells));
    }
    lines.concat()
}

fn cell<'a>(layout: &'a Layout, answers: &[draw::Invention], field: &str, row: usize) -> &'a str {
    for (cells, answers) in layout.questions.iter().zip(answers) {
        let Some(chosen) = &answers[row] else { continue };
        match cells {
            Cells::Choice { column, values, .. } if column == field => {
                return chosen.first().map_or("", |&option| &values[option]);
            }
            Cells::Ticks { columns, unticked } => {
                let Some(option) = columns.iter().position(|tick| tick.column == field) else {
                    continue;
                };
                let words = match (chosen.contains(&option), unticked) {
                    (true, _) => columns[option].yes.first(),
                    (false, Unticked::No) => columns[option].no.first(),
                    (false, Unticked::Blank) => None,
                };
                return words.map_or("", String::as_str);
            }
            Cells::Choice { .. } => {}
        }
    }
    ""
}

/// One line of CSV. Written here, so that a new version of a library can't change a byte.
fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    let quoted = cells.map(|cell| {
        if cell.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    });
    quoted.collect::<Vec<_>>().join(",") + "\n"
}
