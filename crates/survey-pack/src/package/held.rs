//! What a holder's files hold beside the answers to questions: what must not be found in a release.

use std::collections::BTreeMap;

use disclosure::{ColumnFacts, LeftOutCell, SHARED};
use sha2::{Digest, Sha256};

use super::{DESCRIPTOR, Layout, Plan};
use crate::problem::Problems;

/// A file of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its name in the package.
    pub file: String,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: String,
}

/// All that is held and not published.
#[derive(Clone, Debug, Default)]
pub struct Held {
    /// The columns that are not left out.
    pub columns: Vec<ColumnFacts>,
    /// Ids, and values of columns that are left out.
    pub left_out: Vec<LeftOutCell>,
    /// The files that were read.
    pub inputs: Vec<Input>,
}

impl Held {
    pub(super) fn read(plan: &Plan, layout: &Layout) -> Self {
        let mut held = Self { columns: layout.columns.clone(), ..Self::default() };
        let mut files = vec![DESCRIPTOR.to_owned()];
        for draw in &plan.descriptor.draws {
            let mut known = plan.descriptor.resources.iter();
            let Some(resource) = known.find(|resource| resource.name == draw.resource) else {
                continue;
            };
            files.extend(resource.schema.as_str().map(ToOwned::to_owned));
            files.push(resource.path.clone());
            // What is wrong with the table has been reported where its answers are read.
            if let Some(table) = plan.table(resource, &mut Problems::default()) {
                held.leave_out(&layout.id, true, table.column(&layout.id));
                for column in &layout.left_out {
                    held.leave_out(column, false, table.column(column));
                }
            }
        }
        let figures = plan.descriptor.published_figures.as_ref();
        let resources = plan.descriptor.resources.iter();
        files.extend(resources.filter(|r| Some(&r.name) == figures).map(|r| r.path.clone()));
        for file in files {
            if let Some(text) = plan.folder.text(&file, &mut Problems::default()) {
                let sha256 = format!("{:x}", Sha256::digest(text));
                held.inputs.push(Input { file, sha256 });
            }
        }
        held
    }

    /// Notes a column's cells; of those that are no ids, what few respondents share.
    fn leave_out<'a>(&mut self, column: &str, is_id: bool, cells: impl Iterator<Item = &'a str>) {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for cell in cells.map(str::trim).filter(|cell| !cell.is_empty()) {
            *counts.entry(cell).or_default() += 1;
        }
        let own = counts.into_iter().filter(|(_, count)| is_id || *count < SHARED);
        self.left_out.extend(own.map(|(value, _)| LeftOutCell {
            column: column.to_owned(),
            value: value.to_owned(),
            is_id,
        }));
    }
}
