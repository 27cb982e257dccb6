//! From a crate to WebAssembly and the script that wasm-bindgen makes for it, optimised as the app is.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use anyhow::{Context, Result};

use crate::{
    project::Project,
    run::{command, run},
};

/// What the page's `link` to the app holds, for one optimiser to treat all alike.
const OPTIMISER_FLAGS: &str = "data-wasm-opt-params=\"";
const TARGET: &str = "wasm32-unknown-unknown";

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
        let (profile, folder): (&[&str], _) =
            if self.release { (&["--release"], "release") } else { (&[], "debug") };
        run(command("cargo", project.root())
            .args(["build", "--quiet", "--lib", "--package", self.package])
            .args(["--target", TARGET, "--target-dir"])
            .arg(&self.target)
            .args(profile))?;
        let compiled = self.target.join(format!("{TARGET}/{folder}/{name}.wasm"));
        let index = project.root().join("index.html");
        let program = self.out.join(format!("{name}_bg.wasm"));
        // Written when all is done, in which profile it was.
        let (done, mark) = (self.out.join(format!("{name}.built")), folder);
        let is_new = |file: &Path| changed(file) < changed(&done);
        let same_profile = fs::read_to_string(&done).is_ok_and(|built| built == mark);
        if same_profile && program.exists() && is_new(&compiled) && is_new(&index) {
            return Ok(());
        }
        run(command(project.tools().join("bin/wasm-bindgen"), project.root())
            .args(["--target", "web", "--out-dir"])
            .args([self.out, &compiled]))?;
        if self.release {
            let html = fs::read_to_string(&index)
                .with_context(|| format!("cannot read {}", index.display()))?;
            run(command(project.node_bin().join("wasm-opt"), project.root())
                .arg("-Oz")
                .args(optimiser_flags(&html).context("index.html has no flags for wasm-opt")?)
                .args([&program, Path::new("--output"), &program]))?;
        }
        fs::write(&done, mark).with_context(|| format!("cannot write {}", done.display()))
    }
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}

/// The flags with which the app is optimised, from its page.
fn optimiser_flags(html: &str) -> Option<impl Iterator<Item = &str>> {
    let (_, rest) = html.split_once(OPTIMISER_FLAGS)?;
    let (flags, _) = rest.split_once('"')?;
    Some(flags.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_are_those_of_the_page() {
        let html = "<link data-wasm-opt=\"z\" data-wasm-opt-params=\"--enable-simd --enable-a\">";
        let flags: Vec<_> = optimiser_flags(html).into_iter().flatten().collect();
        assert_eq!(flags, ["--enable-simd", "--enable-a"]);
        assert!(optimiser_flags("<link>").is_none());
    }
}
