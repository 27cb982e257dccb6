//! A package's folder: the only place that its files are read from.

use std::path::{Component, Path, PathBuf};

use super::DESCRIPTOR;
use crate::problem::{Problem, Problems};
use crate::text;

/// The folder of a package.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder itself, or that of its `datapackage.json`.
    pub fn of(path: &Path) -> Self {
        match path.parent() {
            Some(parent) if path.file_name().is_some_and(|name| name == DESCRIPTOR) => {
                Self(if parent.as_os_str().is_empty() { ".".into() } else { parent.to_owned() })
            }
            _ => Self(path.to_owned()),
        }
    }

    /// The text of one of its files.
    pub fn text(&self, name: &str, problems: &mut Problems) -> Option<String> {
        let path = self.path(name, problems)?;
        match std::fs::read(path) {
            Ok(bytes) => text::of_bytes(name, bytes, problems),
            Err(error) => {
                let what = format!("can't be read ({error})");
                let fix = if name == DESCRIPTOR {
                    "Name the folder that holds the package."
                } else {
                    "Put it beside datapackage.json, or correct the path there."
                };
                problems.add(Problem::new(name, what, fix));
                None
            }
        }
    }

    /// Where a file stands. A path that leads out of the folder, by name or by a link, is reported.
    pub fn path(&self, name: &str, problems: &mut Problems) -> Option<PathBuf> {
        let inside = !name.is_empty()
            && !name.contains(['\\', ':'])
            && Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        let path = self.0.join(name);
        let linked_out = || match (path.canonicalize(), self.0.canonicalize()) {
            (Ok(path), Ok(folder)) => !path.starts_with(folder),
            _ => false, // not there: reading or writing it says so
        };
        if inside && !linked_out() {
            return Some(path);
        }
        let what = "the path leads out of the package's folder";
        let fix = "Put the file into the folder and name it relative to datapackage.json.";
        problems.add(Problem::new(DESCRIPTOR, what, fix).value(name));
        None
    }
}
