//! Every check of the project, as `cargo xtask test` runs them.

use std::{process::Command, time::Instant};

use anyhow::Result;

use crate::{
    build,
    project::Project,
    run::{at_once, command, probe, run, seconds, stage},
    scripts, setup,
};

/// A program of tests that drive the built site; `--all-targets` leaves it out.
struct BrowserTests {
    /// As `tests/Cargo.toml` names it.
    name: &'static str,
    /// Whether it has many tests, of which some can be asked for by name.
    has_harness: bool,
}

/// All of them, in the order in which they run.
const BROWSER_TESTS: [BrowserTests; 2] = [
    BrowserTests { name: "firefox", has_harness: false },
    BrowserTests { name: "site", has_harness: true },
];

/// Cargo settles the features of dependencies for the packages of a command. With the same packages in
/// each, no crate is compiled twice.
const ALL: &str = "--workspace";

/// How many confidential surveys are drawn to try what is promised of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// As many as take a minute or so.
    Usual,
    /// Tens of thousands.
    Long,
}

/// What the tests of the promise draw in a long run where nothing else is said.
const LONG: (&str, &str) = ("PROMISE_SURVEYS", "20000");

/// Formatting, lints, unit tests, licences, the build, and the built site in a browser.
///
/// # Errors
/// The first check that fails.
pub fn all(project: &Project, length: Length) -> Result<()> {
    let start = Instant::now();
    // What tests need is fetched while lints compile.
    at_once(
        || stage("Set-up of what tests need", || setup::for_tests(project)),
        || {
            stage("Set-up of what the build needs", || setup::for_build(project))?;
            stage("Formatting", || run(cargo(project).args(["fmt", "--all", "--check"])))?;
            stage("Lints", || lints(project))?;
            stage("Documents and packages", || documents(project))?;
            stage("Licences and bans", || dependencies(project))
        },
    )?;
    // Most of the build keeps one processor busy, and the tests have the other. One waits for the other
    // only where both compile for this machine.
    at_once(
        || stage("Build", || build::site(project)),
        || {
            stage("Unit tests", || unit_tests(project))?;
            stage("Unit tests of scripts", || scripts::tests(project))
        },
    )?;
    if length == Length::Long {
        stage("Promise, long", || promise(project))?;
    }
    stage("Types of scripts", || scripts::types(project))?;
    stage("Browser tests", || browser_tests(project, None))?;
    println!("\nAll checks passed in {}.", seconds(start.elapsed()));
    Ok(())
}

/// Builds the site and runs the browser tests whose name has `name` in it.
///
/// # Errors
/// When the build or a test fails.
pub fn browser(project: &Project, name: Option<&str>) -> Result<()> {
    setup::everything(project)?;
    build::site(project)?;
    browser_tests(project, name)
}

/// With all features, as lints have them and as the build compiles the prerenderer, whose tests these
/// are as well.
fn unit_tests(project: &Project) -> Result<()> {
    run(cargo(project).args(["test", "--quiet", ALL, "--all-features"]))
}

/// The tests of the promise again, over many surveys and with all that they print.
fn promise(project: &Project) -> Result<()> {
    let mut tests = cargo(project);
    tests.args(["test", "--quiet", ALL, "--test", "promise"]);
    tests.args(["--", "--nocapture", "--test-threads=1"]);
    if std::env::var_os(LONG.0).is_none() {
        tests.env(LONG.0, LONG.1);
    }
    run(&mut tests)
}

fn lints(project: &Project) -> Result<()> {
    let deny = ["--", "--deny", "warnings"];
    let here = ["clippy", "--quiet", ALL, "--all-features"];
    run(cargo(project).args(here).arg("--all-targets").args(deny))?;
    let in_browsers = BROWSER_TESTS.iter().flat_map(|tests| ["--test", tests.name]);
    run(cargo(project).args(here).args(in_browsers).args(deny))?;
    run(cargo(project)
        .args(["clippy", "--quiet", "--target", "wasm32-unknown-unknown"])
        .args(["--package", "findings-explorer", "--package", "explorer", "--package", "takeaway"])
        .args(deny))
}

/// Crates that others may use without the rest.
const PUBLISHABLE: [&str; 4] = ["--package", "survey", "--package", "survey-stats"];

/// What others would get of the crates that can be published: pages of their items, without a broken
/// link, and an archive of each.
fn documents(project: &Project) -> Result<()> {
    let mut pages = cargo(project);
    pages.args(["doc", "--quiet", "--no-deps"]).args(PUBLISHABLE);
    run(pages.env("RUSTDOCFLAGS", "--deny warnings"))?;
    // Each is compiled by the tests, so the archive is not compiled again.
    let mut archives = cargo(project);
    archives.args(["package", "--quiet", "--locked", "--allow-dirty", "--no-verify"]);
    run(archives.args(PUBLISHABLE))
}

/// Advisories need a database from elsewhere, so they are not among these checks.
fn dependencies(project: &Project) -> Result<()> {
    if probe(cargo(project).args(["deny", "--version"])).is_none() {
        println!("skipped: cargo-deny is not installed (`cargo install --locked cargo-deny`)");
        return Ok(());
    }
    run(cargo(project).args(["deny", "check", "bans", "licenses", "sources"]))
}

fn browser_tests(project: &Project, name: Option<&str>) -> Result<()> {
    for tests in &BROWSER_TESTS {
        let mut program = cargo(project);
        program.args(["test", "--quiet", ALL, "--test", tests.name]);
        if tests.has_harness {
            // As many browsers as tests at once; more only slow each other down.
            program.args(name).args(["--", "--test-threads=2"]);
        } else if name.is_some_and(|name| !tests.name.contains(name)) {
            continue;
        }
        // The tests' errors say where; the frames below them are the runtime's.
        run(program.env("RUST_LIB_BACKTRACE", "0"))?;
    }
    Ok(())
}

fn cargo(project: &Project) -> Command {
    command("cargo", project.root())
}

#[cfg(test)]
mod tests {
    use super::BROWSER_TESTS;

    #[test]
    fn every_program_of_browser_tests_is_run() {
        let manifest = include_str!("../../tests/Cargo.toml");
        let mut declared: Vec<&str> =
            manifest.split("[[test]]").skip(1).filter_map(|part| part.split('"').nth(1)).collect();
        let mut run = BROWSER_TESTS.map(|tests| tests.name);
        declared.sort_unstable();
        run.sort_unstable();
        assert_eq!(declared, run);
    }
}
