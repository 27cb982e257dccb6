//! Running other commands, with errors that name them.

use std::{
    env::consts::EXE_EXTENSION,
    ffi::OsStr,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, bail};

use crate::project::Project;

/// A command in a folder, without the variables that `cargo run` set for this program: a Cargo
/// below us would take them for its own and build everything anew.
pub fn command(program: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    for (name, _) in std::env::vars_os() {
        let Some(text) = name.to_str() else { continue };
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs a command to its end, its output going where ours goes.
///
/// # Errors
/// When the command is not there or ends with a failure; the error names it.
pub fn run(command: &mut Command) -> Result<()> {
    let name = describe(command);
    let status = command.status().with_context(|| format!("cannot run `{name}`"))?;
    if !status.success() {
        bail!("`{name}` failed ({status})");
    }
    Ok(())
}

/// Runs a command to its end and returns what it wrote to standard output.
///
/// # Errors
/// When the command is not there, ends with a failure or writes anything but UTF-8.
pub fn output(command: &mut Command) -> Result<String> {
    let name = describe(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot run `{name}`"))?;
    if !output.status.success() {
        bail!("`{name}` failed ({})", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{name}` did not write UTF-8"))
}

/// What a command writes to standard output, or nothing when it is missing or fails.
pub fn probe(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Compiles one of the project's own programs and gives the command that runs it. `cargo run` would
/// settle the features of its dependencies for its package alone, and compile again most of what tests
/// and lints have compiled for all packages.
///
/// # Errors
/// When it does not compile.
pub fn own_program(project: &Project, name: &str, features: &[&str]) -> Result<Command> {
    let target = project.root().join("target");
    run(command("cargo", project.root())
        .args(["build", "--quiet", "--workspace", "--bin", name, "--target-dir"])
        .arg(&target)
        .args(features.iter().flat_map(|feature| ["--features", feature])))?;
    let program = target.join("debug").join(name).with_extension(EXE_EXTENSION);
    Ok(command(program, project.root()))
}

/// Does one step under a heading and says how long it took.
///
/// # Errors
/// Those of the step, with its name in front.
pub fn stage<T>(name: &str, step: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\n== {name}");
    let start = Instant::now();
    let result = step().with_context(|| format!("{name} failed"))?;
    println!("== {name}: {}", seconds(start.elapsed()));
    Ok(result)
}

/// Does two things at once, and fails if either does: what waits for the network or runs on one
/// processor leaves the other to the second.
///
/// # Errors
/// Those of either; of both, the second's.
pub fn at_once(
    first: impl FnOnce() -> Result<()> + Send,
    second: impl FnOnce() -> Result<()>,
) -> Result<()> {
    thread::scope(|scope| {
        let first = scope.spawn(first);
        let second = second();
        let first = first.join().map_err(|_| anyhow!("a step broke off"))?;
        second.and(first)
    })
}

/// A duration as people say it: `12.3 s`.
pub fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

fn describe(command: &Command) -> String {
    let mut name = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        name.push(' ');
        name.push_str(&argument.to_string_lossy());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_of_either_of_two_is_one_of_both() {
        let fails = |why: &'static str| move || -> Result<()> { Err(anyhow!(why)) };
        assert!(at_once(|| Ok(()), || Ok(())).is_ok());
        let said = |result: Result<()>| result.unwrap_err().to_string();
        assert_eq!(said(at_once(fails("first"), || Ok(()))), "first");
        assert_eq!(said(at_once(|| Ok(()), fails("second"))), "second");
        assert_eq!(said(at_once(fails("first"), fails("second"))), "second");
        assert_eq!(said(at_once(|| panic!("on purpose"), || Ok(()))), "a step broke off");
    }
}
