//! From a crate to WebAssembly and the script that wasm-bindgen makes for it.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use anyhow::{Context, Result, ensure};

use crate::{
    project::Project,
    run::{command, run},
    standard_library::StandardLibrary,
};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// With all that the compiler uses. What is packed for its way is smaller than of `-Oz --converge`, which
/// repeats itself less, and it takes a tenth of the time. Nothing stands in the first 1,024 bytes of memory:
/// they are the far end of the stack. What says which tools made a program goes.
const OPTIMISER_FLAGS: [&str; 11] = [
    "-O2",
    "--low-memory-unused",
    "--strip-producers",
    "--strip-target-features",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// A library to be compiled to WebAssembly.
#[derive(Debug)]
pub struct Library<'a> {
    /// Its package.
    pub package: &'a str,
    /// Where Cargo compiles it.
    pub target: PathBuf,
    /// Where its script and program go.
    pub out: &'a Path,
    /// Whether it is what readers get: small, not quick to compile.
    pub release: bool,
}

impl Library<'_> {
    /// Compiles what has changed. Afterwards `NAME.js` and `NAME_bg.wasm` are there, NAME the library's.
    ///
    /// # Errors
    /// When it does not compile, or a tool is missing.
    pub fn build(&self, project: &Project) -> Result<()> {
        let name = self.package.replace('-', "_");
        let what = ["--lib", "--package", self.package];
        let compiled = compile(project, &what, &name, &self.target, self.release)?;
        let done = Done::of(project, self.out, &name, self.release)?;
        if done.is_after(&[&compiled]) {
            return Ok(());
        }
        bind(project, &compiled, self.out, &[])?;
        if self.release {
            optimise(project, &self.out.join(format!("{name}_bg.wasm")), &[])?;
        }
        done.say()
    }
}

/// Panics tell what failed and not where: files, lines and columns of all that might fail are a
/// sixtieth of a program. The flag is not a stable one; `docs/decisions.md` says what hangs on it.
const WITHOUT_LOCATIONS: &str = "-Zlocation-detail=none";

/// Has Cargo compile `what`, and returns the program of that name.
pub(crate) fn compile(
    project: &Project,
    what: &[&str],
    name: &str,
    target: &Path,
    release: bool,
) -> Result<PathBuf> {
    let folder = if release { "release" } else { "debug" };
    // While the page is worked on, the library is the one that is there.
    let library =
        if release { StandardLibrary::found(project)? } else { StandardLibrary::Installed };
    let mut cargo = library.cargo(project, "build");
    cargo.args(["--quiet", "--target", TARGET, "--target-dir"]).arg(target).args(what);
    if release {
        let flags = [&[WITHOUT_LOCATIONS], library.flags()].concat();
        let flags = format!("target.{TARGET}.rustflags={flags:?}");
        // Where a flag that is not stable is asked of a stable compiler.
        cargo.args(["--release", "--config", &flags]).env("RUSTC_BOOTSTRAP", "1");
    }
    run(&mut cargo)?;
    Ok(target.join(format!("{TARGET}/{folder}/{name}.wasm")))
}

/// Has wasm-bindgen make the script for a program, and the program that goes with it.
pub(crate) fn bind(project: &Project, program: &Path, out: &Path, options: &[&str]) -> Result<()> {
    run(command(project.tools().join("bin/wasm-bindgen"), project.root())
        .args(["--target", "web"])
        .args(options)
        .arg("--out-dir")
        .args([out, program]))
}

/// Makes a program small, in place; `more` are flags beside those of all programs.
pub(crate) fn optimise(project: &Project, program: &Path, more: &[&str]) -> Result<()> {
    let name = || format!("cannot make {} smaller with wasm-opt", program.display());
    // Of each part it says that it does not know a kind of names; so only a failure is told.
    let ended = command(project.node_bin().join("wasm-opt"), project.root())
        .args(OPTIMISER_FLAGS)
        .args(more)
        .args([program, Path::new("--output"), program])
        .output()
        .with_context(name)?;
    ensure!(ended.status.success(), "{}: {}", name(), String::from_utf8_lossy(&ended.stderr));
    Ok(())
}

/// What says that all was made of a compiled program, and how.
pub(crate) struct Done {
    file: PathBuf,
    how: String,
}

impl Done {
    /// # Errors
    /// When the environment asks for a standard library that is none.
    pub(crate) fn of(project: &Project, folder: &Path, name: &str, release: bool) -> Result<Self> {
        let how = if release {
            // Cargo gives back the program with the other one as it made it earlier.
            format!("{:?} {}", StandardLibrary::found(project)?, OPTIMISER_FLAGS.join(" "))
        } else {
            "debug".to_owned()
        };
        Ok(Self { file: folder.join(format!("{name}.built")), how })
    }

    /// Whether it was said after these files had changed for the last time.
    pub(crate) fn is_after(&self, files: &[&Path]) -> bool {
        let said = fs::read_to_string(&self.file).is_ok_and(|how| how == self.how);
        said && files.iter().all(|file| changed(file) < changed(&self.file))
    }

    pub(crate) fn say(&self) -> Result<()> {
        fs::write(&self.file, &self.how)
            .with_context(|| format!("cannot write {}", self.file.display()))
    }
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_was_made_is_made_again_for_another_profile_or_a_newer_program() {
        let folder = tempfile::tempdir().unwrap();
        let compiled = folder.path().join("a.wasm");
        let (minute, now) = (Duration::from_mins(1), SystemTime::now());
        let changed_at = |time| {
            let file = fs::File::options().create(true).append(true).open(&compiled).unwrap();
            file.set_modified(time).unwrap();
        };
        changed_at(now - minute);
        let of = |release| Done::of(&Project::here(), folder.path(), "a", release).unwrap();
        let release = of(true);
        assert!(!release.is_after(&[&compiled]));
        release.say().unwrap();
        assert!(release.is_after(&[&compiled]));
        assert!(!of(false).is_after(&[&compiled]));
        changed_at(now + minute);
        assert!(!release.is_after(&[&compiled]));
    }
}
