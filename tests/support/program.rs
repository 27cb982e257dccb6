//! A program that runs as long as the tests do, however these end.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, ChildStdin, Command, Stdio},
    thread,
};

use anyhow::{Context, Result};

use crate::scratch::Scratch;

/// Waits until the pipe to the tests is closed, which no end of theirs can prevent: a panic, an exit
/// or a kill. A browser that idles in a static is never dropped, so its ending can't be left to `Drop`.
/// A browser that is just killed may still write for a moment, hence the second try.
const WATCH: &str = "trap '' HUP INT TERM; folder=$1; shift; \
     \"$@\" 2>&1 </dev/null & program=$!; exec >/dev/null 2>&1; \
     cat; kill -KILL $program; wait $program; \
     rm -rf \"$folder\" || { sleep 1; rm -rf \"$folder\"; }";

/// A program under a watch, with a folder of its own for all that it writes. Dropping it ends it.
#[derive(Debug)]
pub(crate) struct Program {
    watch: Child,
    /// Closed, it ends the program.
    pipe: Option<ChildStdin>,
}

impl Program {
    /// Starts a program and reads on until it announces itself. It is started again, a few times, where
    /// it ends before: another program may have taken the port that it chose.
    pub(crate) fn start<T>(
        command: &Path,
        arguments: &[&str],
        announced: impl Fn(&str) -> Option<T>,
    ) -> Result<(Self, T)> {
        const TRIES: u32 = 3;
        for _ in 0..TRIES {
            if let Some(started) = Self::try_start(command, arguments, &announced)? {
                return Ok(started);
            }
        }
        anyhow::bail!("{} ended before it listened", command.display())
    }

    /// The program once it has announced itself, or nothing where it ended before.
    fn try_start<T>(
        command: &Path,
        arguments: &[&str],
        announced: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<(Self, T)>> {
        // The watch removes it.
        let folder = Scratch::new()?.keep();
        let mut watch = Command::new("sh")
            .args(["-c", WATCH, "watch"])
            .arg(&folder)
            .arg(command)
            .args(arguments)
            .env("TMPDIR", &folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", command.display()))?;
        let output = watch.stdout.take().context("the program has no output")?;
        let program = Self { pipe: watch.stdin.take(), watch };
        let mut lines = BufReader::new(output).lines();
        for line in lines.by_ref() {
            if let Some(announcement) = announced(&line?) {
                // Read on, so that the program never waits for a reader.
                thread::spawn(move || lines.for_each(drop));
                return Ok(Some((program, announcement)));
            }
        }
        Ok(None)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.pipe = None;
        let _ = self.watch.wait();
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::PathBuf, time::Duration};

    use super::*;

    /// A program that says which process and which folder it has, and then waits.
    fn waiting() -> (Program, (u32, PathBuf)) {
        let announced = |line: &str| {
            let (process, folder) = line.split_once(' ')?;
            Some((process.parse().ok()?, PathBuf::from(folder)))
        };
        let script = "echo $$ $TMPDIR; exec sleep 600";
        Program::start(Path::new("sh"), &["-c", script], announced).unwrap()
    }

    #[test]
    fn dropping_ends_it_and_removes_its_folder() {
        let (program, (process, folder)) = waiting();
        assert!(folder.is_dir() && is_running(process));
        drop(program);
        assert!(!folder.exists() && !is_running(process));
    }

    #[test]
    fn it_ends_when_nobody_is_left_to_drop_it() {
        let (mut program, (process, folder)) = waiting();
        // What the end of a process does to its pipes.
        drop(program.pipe.take());
        std::mem::forget(program);
        for _ in 0..100 {
            if !folder.exists() && !is_running(process) {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("process {process} is left behind, or {}", folder.display());
    }

    #[test]
    fn a_program_that_ends_early_is_an_error() {
        let none = |_: &str| None::<()>;
        let error = Program::start(Path::new("true"), &[], none).unwrap_err();
        assert_eq!(error.to_string(), "true ended before it listened");
    }

    fn is_running(process: u32) -> bool {
        let signal = Command::new("kill").args(["-0", &process.to_string()]).output();
        signal.unwrap().status.success()
            // One that has ended is listed until its parent has asked for it.
            && fs::read_to_string(format!("/proc/{process}/stat")).is_ok_and(|s| !s.contains(") Z "))
    }
}
