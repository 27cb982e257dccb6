//! What a holder's files hold beside the answers to questions: what must not be found in a release.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{DESCRIPTOR, Layout, Plan};
use crate::problem::Problems;

/// A column whose values are counted or weighed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnFacts {
    /// Its header.
    pub name: String,
    /// Its type in the Table Schema: `string` where none is given.
    pub kind: String,
    /// Whether it holds weights.
    pub is_weight: bool,
}

/// A respondent's id, or a cell that is not packed, and that few respondents share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// The column it stands in.
    pub column: String,
    /// What stands there.
    pub value: String,
}

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
    pub hidden: Vec<Hidden>,
    /// The files that were read.
    pub inputs: Vec<Input>,
}

/// A value shared by as many respondents is no longer one respondent's.
const SHARED: usize = 5;

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
                let hidden = std::iter::once(&layout.id).chain(&layout.left_out);
                for column in hidden {
                    held.hide(column, table.column(column));
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

    fn hide<'a>(&mut self, column: &str, cells: impl Iterator<Item = &'a str>) {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for cell in cells {
            *counts.entry(cell.trim()).or_default() += 1;
        }
        for (value, _) in
            counts.into_iter().filter(|(value, count)| *count < SHARED && tells(value))
        {
            self.hidden.push(Hidden { column: column.to_owned(), value: value.to_owned() });
        }
    }
}

/// Whether a value is long enough to be somebody's own: “12” and “no” stand everywhere.
fn tells(value: &str) -> bool {
    let (length, digits) =
        (value.chars().count(), value.chars().filter(char::is_ascii_digit).count());
    length >= 6 || (length >= 4 && digits > 0 && digits < length)
}
