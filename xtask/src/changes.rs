//! What is made of files that have not changed need not be made again while somebody works on the page.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use anyhow::{Context, Result};

use crate::files::files_below;

/// The files that a part is made of, in folders that may hold others.
#[derive(Debug, Clone, Default)]
pub(crate) struct Inputs {
    files: Vec<PathBuf>,
}

impl Inputs {
    /// With one file more, whether it is there or not.
    pub(crate) fn file(mut self, file: impl Into<PathBuf>) -> Self {
        self.files.push(file.into());
        self
    }

    /// With the files below a folder whose names end so.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub(crate) fn below(mut self, folder: &Path, ending: &str) -> Result<Self> {
        self.files.extend(files_below(folder, ending)?);
        Ok(self)
    }

    /// With this program, which knows how the part is made. It holds the packer too.
    ///
    /// # Errors
    /// When the system does not say where the program is.
    pub(crate) fn recipe(self) -> Result<Self> {
        Ok(self.file(env::current_exe().context("cannot find this program's own file")?))
    }

    /// Makes `out`, unless it and its inputs are as they were when it was made last. What they were is
    /// written into the folder `marks`.
    ///
    /// # Errors
    /// Those of `make`, or when a file can't be looked at or the mark can't be written.
    pub(crate) fn make_if_changed(
        mut self,
        out: &Path,
        marks: &Path,
        make: impl FnOnce() -> Result<()>,
    ) -> Result<()> {
        self.files.sort();
        let name = out.file_name().context("a part has no name")?;
        let mark = marks.join(name).with_added_extension("made");
        // Looked at before they are read: a change meanwhile is to be seen the next time.
        let inputs = self.state()?;
        if let Ok(made) = fs::read_to_string(&mark)
            && out.exists()
            && made == inputs.clone() + &state(out)?
        {
            return Ok(());
        }
        make()?;
        // Another build may put something else in its place.
        fs::create_dir_all(marks).with_context(|| format!("cannot make {}", marks.display()))?;
        fs::write(&mark, inputs + &state(out)?)
            .with_context(|| format!("cannot write {}", mark.display()))
    }

    fn state(&self) -> Result<String> {
        self.files.iter().map(|file| state(file)).collect()
    }
}

/// A line that is another one when the file has changed.
fn state(file: &Path) -> Result<String> {
    let cannot = || format!("cannot look at {}", file.display());
    match fs::metadata(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Ok(format!("{} missing\n", file.display()))
        }
        found => {
            let found = found.with_context(cannot)?;
            let changed = found.modified().with_context(cannot)?;
            // A file from before 1970 is as good as one of its first second.
            let changed = changed.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
            Ok(format!("{} {} {changed}\n", file.display(), found.len()))
        }
    }
}

#[cfg(test)]
mod tests;
