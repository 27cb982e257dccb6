//! Where things are in the project, and which versions it has settled on.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use site::Program;

/// The project's folder, and the places in it.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The project this command was built from.
    pub fn here() -> Self {
        let package = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        // The package asking is one folder below the workspace, whether it is this one or the tests.
        let root = package.parent().map_or(package.clone(), Path::to_path_buf);
        Self { root }
    }

    /// The workspace's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The built site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What the build makes for Trunk to pick up, and the packed survey.
    pub fn generated(&self) -> PathBuf {
        self.root.join("target/site")
    }

    /// The built program's folder, as `site::program` has it.
    pub fn program_folder(&self) -> PathBuf {
        self.root.join("target/program")
    }

    /// The built program, of which sites are made.
    pub fn program(&self) -> Program {
        Program::at(self.program_folder())
    }

    /// What is made of the page while it is worked on; nothing in it is published.
    pub fn watched(&self) -> PathBuf {
        self.root.join("target/watch/site")
    }

    /// Of what the parts were made that need not be made again at each change.
    pub fn marks(&self) -> PathBuf {
        self.root.join("target/watch/made")
    }

    /// What the prerenderer wrote, kept while the page is worked on.
    pub fn kept_text(&self) -> PathBuf {
        self.root.join("target/watch/text")
    }

    /// Commands that set-up installs, in the project's own folder.
    pub fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// Commands from npm.
    pub fn node_bin(&self) -> PathBuf {
        self.root.join("node_modules/.bin")
    }

    /// Which packages npm has installed.
    pub fn npm_lock(&self) -> PathBuf {
        self.root.join("package-lock.json")
    }

    /// The `PATH` under which the project's own tools come first.
    ///
    /// # Errors
    /// When a folder's name holds the separator of `PATH`.
    pub fn path_with_tools(&self) -> Result<std::ffi::OsString> {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let own = [self.tools().join("bin"), self.node_bin()];
        env::join_paths(own.into_iter().chain(env::split_paths(&inherited)))
            .context("the project's folder has a name that PATH cannot hold; move it")
    }

    /// The version of a crate in `Cargo.lock`.
    ///
    /// # Errors
    /// When the lock file cannot be read or does not name the crate.
    pub fn locked_version(&self, name: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let lock =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        version_in_lock(&lock, name)
            .map(str::to_owned)
            .with_context(|| format!("Cargo.lock has no {name}"))
    }
}

/// The first version of `name` in the text of a `Cargo.lock`.
fn version_in_lock<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let header = format!("name = \"{name}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == header)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_version_is_found_by_its_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "yew"), None);
    }
}
