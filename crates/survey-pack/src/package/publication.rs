//! A package as readers may take it away: written anew from what was read of the holder's, so that
//! nothing comes along that nobody declared.

mod described;
mod readme;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;
use survey::Provenance;

use super::descriptor::Resource;
use super::{DESCRIPTOR, Descriptor, Layout, Plan, open, read_plan};
use crate::json;
use crate::problem::{Problem, Problems};
use crate::table::Table;

/// The file that says what the package is.
const README: &str = "README.md";

/// The files of a package that may be taken away, by their names in it. It is a package itself, of
/// the same answers.
pub type Publication = BTreeMap<String, String>;

/// Writes a package without the columns that it leaves out. Of files only those come along that hold
/// declared answers, published figures, or a schema of these.
///
/// # Errors
/// All problems of the package; one that says so where the answers are confidential.
pub fn publication(path: &Path) -> Result<Publication, Vec<Problem>> {
    // Its cells are the declared ones only once everything was read without a problem.
    let package = open(path)?;
    let mut problems = Problems::default();
    match package.survey.about().provenance {
        Provenance::Synthetic | Provenance::Public => {}
        Provenance::Confidential => {
            let fix = "Pack it: the packed file is what may be published.";
            problems.add(Problem::new(DESCRIPTOR, "a confidential package is not published", fix));
            return Err(problems.into_vec());
        }
    }
    let written = read_plan(path, &mut problems).and_then(|plan| write(&plan, &mut problems));
    match written {
        Some(files) if problems.is_empty() => Ok(files),
        _ => Err(problems.into_vec()),
    }
}

fn write(plan: &Plan, problems: &mut Problems) -> Option<Publication> {
    let mut files = descriptions(plan, problems)?;
    let layout = plan.layout.as_ref()?;
    for resource in published(&plan.descriptor) {
        let left_out = left_out(plan, layout, resource);
        let table = plan.table(resource, problems)?;
        files.insert(resource.path.clone(), cells(&table, left_out, problems)?);
    }
    Some(files)
}

/// All files but the tables: what the package says of itself.
pub(super) fn descriptions(plan: &Plan, problems: &mut Problems) -> Option<Publication> {
    let layout = plan.layout.as_ref()?;
    let read = &plan.descriptor;
    let mut files = Publication::from([(README.to_owned(), readme::text(read, layout))]);
    for resource in published(read) {
        if let Some(file) = resource.schema.as_str() {
            let schema = json::parse(file, &plan.folder.text(file, problems)?, problems)?;
            let schema = described::schema(&schema, left_out(plan, layout, resource));
            files.insert(file.to_owned(), text(&schema));
        }
    }
    let named: Vec<&str> = published(read).map(|resource| resource.name.as_str()).collect();
    let json = described::published(&plan.json, read, &named, &layout.left_out);
    files.insert(DESCRIPTOR.to_owned(), text(&json));
    Some(files)
}

/// The resources that were read: answers, and figures that were published.
fn published(read: &Descriptor) -> impl Iterator<Item = &Resource> {
    read.resources.iter().filter(|resource| {
        read.draws.iter().any(|draw| draw.resource == resource.name)
            || read.published_figures.as_ref() == Some(&resource.name)
    })
}

fn left_out<'a>(plan: &Plan, layout: &'a Layout, resource: &Resource) -> &'a [String] {
    let is_answers = plan.descriptor.draws.iter().any(|draw| draw.resource == resource.name);
    if is_answers { &layout.left_out } else { &[] }
}

fn text(json: &Value) -> String {
    format!("{json:#}\n")
}

/// A table as CSV, without some of its columns.
fn cells(table: &Table, left_out: &[String], problems: &mut Problems) -> Option<String> {
    let kept: Vec<usize> = table
        .headers()
        .enumerate()
        .filter(|(_, header)| !left_out.iter().any(|column| column == header))
        .map(|(position, _)| position)
        .collect();
    let headers: Vec<&str> = table.headers().collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = writer.write_record(kept.iter().map(|&column| headers[column]));
    let rows = table.rows().map(|row| kept.iter().map(move |&column| row.cell(column)));
    let written = header.and_then(|()| {
        for row in rows {
            writer.write_record(row)?;
        }
        Ok(())
    });
    let bytes = written.map_err(|error| error.to_string()).and_then(|()| {
        let bytes = writer.into_inner().map_err(|error| error.to_string())?;
        String::from_utf8(bytes).map_err(|error| error.to_string())
    });
    bytes
        .map_err(|why| {
            let fix = "This is a fault of survey-pack: please report it.";
            problems.add(Problem::new(&table.file, format!("can’t be written again ({why})"), fix));
        })
        .ok()
}
