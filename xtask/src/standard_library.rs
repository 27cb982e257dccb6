//! The standard library in programs for readers: compiled with them, for size, and without what a panic
//! says. `docs/decisions.md` says what hangs on it.

use std::{path::Path, process::Command};

use anyhow::Result;

use crate::{
    project::Project,
    run::{command, probe},
    settings,
};

/// Which standard library becomes part of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandardLibrary {
    /// The one that came with the compiler.
    Installed,
    /// One that is compiled for the program. Where it would panic it ends at once, and the browser tells
    /// the boot script so.
    Rebuilt,
}

/// Options that a stable compiler takes where `RUSTC_BOOTSTRAP` is set.
const REBUILT: [&str; 2] =
    ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// A panic ends the program in one instruction.
const AT_ONCE: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

impl StandardLibrary {
    /// The smaller one, where its sources are there and the environment does not ask for the other.
    ///
    /// # Errors
    /// When the environment asks for something else.
    pub fn found(project: &Project) -> Result<Self> {
        let rebuilt = settings::rebuilds_standard_library()? && Self::has_sources(project);
        Ok(if rebuilt { Self::Rebuilt } else { Self::Installed })
    }

    /// Whether the compiler's library can be compiled again.
    pub(crate) fn has_sources(project: &Project) -> bool {
        let rust = probe(command("rustc", project.root()).args(["--print", "sysroot"]));
        rust.is_some_and(|rust| {
            Path::new(rust.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file()
        })
    }

    /// Cargo, for programs with this library.
    pub(crate) fn cargo(self, project: &Project, what: &str) -> Command {
        let mut cargo = command("cargo", project.root());
        cargo.arg(what);
        if self == Self::Rebuilt {
            cargo.args(REBUILT).env("RUSTC_BOOTSTRAP", "1");
        }
        cargo
    }

    /// What the compiler is asked beside that.
    pub(crate) fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Installed => &[],
            Self::Rebuilt => &AT_ONCE,
        }
    }
}
