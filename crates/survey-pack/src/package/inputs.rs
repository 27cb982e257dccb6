//! The files that a release is made from.

use sha2::{Digest, Sha256};

use super::{DESCRIPTOR, Plan};
use crate::problem::Problems;

/// A file of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its name in the package.
    pub file: String,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: String,
}

impl Input {
    /// All files that the package's answers and published figures come from.
    pub(super) fn all(plan: &Plan) -> Vec<Self> {
        let mut files = vec![DESCRIPTOR.to_owned()];
        let resources = &plan.descriptor.resources;
        for draw in &plan.descriptor.draws {
            if let Some(resource) = resources.iter().find(|known| known.name == draw.resource) {
                files.extend(resource.schema.as_str().map(ToOwned::to_owned));
                files.push(resource.path.clone());
            }
        }
        let figures = plan.descriptor.published_figures.as_ref();
        let of_figures = resources.iter().filter(|resource| Some(&resource.name) == figures);
        files.extend(of_figures.map(|resource| resource.path.clone()));
        // What can't be read has been reported where it is used.
        let read = |file: String| {
            let text = plan.folder.text(&file, &mut Problems::default())?;
            Some(Self { file, sha256: format!("{:x}", Sha256::digest(text)) })
        };
        files.into_iter().filter_map(read).collect()
    }
}
