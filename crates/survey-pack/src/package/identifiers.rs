//! What identifies respondents in their holder's files, and must not be found in a release.

use std::collections::BTreeMap;

use disclosure::{ColumnFacts, LeftOutCell, SHARED};

use super::{Layout, Plan};
use crate::problem::Problems;

/// Columns, ids and cells that are in the holder's files beside the answers to questions.
#[derive(Clone, Debug, Default)]
pub struct Identifiers {
    /// The columns that are not left out.
    pub columns: Vec<ColumnFacts>,
    /// Ids, and values of columns that are left out.
    pub left_out: Vec<LeftOutCell>,
}

impl Identifiers {
    pub(super) fn read(plan: &Plan, layout: &Layout) -> Self {
        let mut identifiers = Self { columns: layout.columns.clone(), left_out: Vec::new() };
        for draw in &plan.descriptor.draws {
            let mut known = plan.descriptor.resources.iter();
            let Some(resource) = known.find(|resource| resource.name == draw.resource) else {
                continue;
            };
            // What is wrong with the table has been reported where its answers are read.
            if let Some(table) = plan.table(resource, &mut Problems::default()) {
                identifiers.leave_out(&layout.id, true, table.column(&layout.id));
                for column in &layout.left_out {
                    identifiers.leave_out(column, false, table.column(column));
                }
            }
        }
        identifiers
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
