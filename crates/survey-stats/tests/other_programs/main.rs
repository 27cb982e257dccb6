//! The statistics beside scipy and statsmodels, over a seeded grid of 1,000 cases.
//!
//! It runs with the Python that set-up puts into `.tools/python` (`cargo xtask setup`), or with any
//! `python3` that has both, and says that it is skipped where there is none. A `main` of its own,
//! because the usual test harness would not show that sentence.

mod questions;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use questions::{Question, grid};

/// How far two programs may be apart.
const CLOSE: f64 = 1e-6;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // As the usual harness: a name that is not this test's, or asking for names only.
    let named = arguments.iter().filter(|argument| !argument.starts_with('-'));
    if named.clone().count() > 0
        && !named.into_iter().any(|name| "other_programs".contains(name.as_str()))
    {
        return ExitCode::SUCCESS;
    }
    if arguments.iter().any(|argument| argument == "--list") {
        println!("other_programs: test");
        return ExitCode::SUCCESS;
    }
    match python() {
        None => {
            println!(
                "skipped: statistics beside scipy and statsmodels. No Python here has both; \
                 `cargo xtask setup` installs them where it can"
            );
            ExitCode::SUCCESS
        }
        Some(python) => match compared(&python) {
            Ok(done) => {
                println!("statistics beside scipy and statsmodels: {done}");
                ExitCode::SUCCESS
            }
            Err(problem) => {
                println!("statistics beside scipy and statsmodels: FAILED\n{problem}");
                ExitCode::FAILURE
            }
        },
    }
}

fn python() -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.tools/python/bin/python3");
    let has_both = |python: &PathBuf| {
        let mut import = Command::new(python);
        import.args(["-c", "import scipy, statsmodels"]).stderr(Stdio::null());
        import.status().is_ok_and(|status| status.success())
    };
    [own, PathBuf::from("python3")].into_iter().find(has_both)
}

fn compared(python: &Path) -> Result<String, String> {
    let grid = grid();
    let questions: Vec<&str> = grid.iter().map(|question| question.asked.as_str()).collect();
    let text = questions.join("\n");
    let answers = ask(python, text).map_err(|error| format!("{}: {error}", python.display()))?;
    let lines: Vec<&str> = answers.lines().collect();
    if lines.len() != grid.len() {
        return Err(format!("{} questions, {} answers", grid.len(), lines.len()));
    }
    let mut furthest = 0.0_f64;
    for (Question { asked, ours, within }, line) in grid.iter().zip(lines) {
        let theirs: Vec<f64> = line.split(' ').filter_map(|number| number.parse().ok()).collect();
        if theirs.len() != ours.len() {
            return Err(format!("{asked}: we say {ours:?}, they say {line}"));
        }
        for (our, their) in ours.iter().zip(&theirs) {
            let apart = (our - their).abs();
            if apart.is_nan() || apart > within + CLOSE {
                return Err(format!("{asked}: we say {ours:?}, they say {theirs:?}"));
            }
            furthest = furthest.max(apart - within);
        }
    }
    Ok(format!("{} cases, none further apart than {furthest:.1e}", grid.len()))
}

/// All questions at once: starting Python takes longer than answering.
fn ask(python: &Path, questions: String) -> std::io::Result<String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/other_programs/answers.py");
    let mut child =
        Command::new(python).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let stdin = child.stdin.take();
    // Both pipes can fill: one side writes while the other reads.
    let writing =
        std::thread::spawn(move || stdin.map(|mut pipe| pipe.write_all(questions.as_bytes())));
    let output = child.wait_with_output()?;
    let _ = writing.join();
    if !output.status.success() {
        return Err(std::io::Error::other(format!("answers.py failed ({})", output.status)));
    }
    String::from_utf8(output.stdout).map_err(std::io::Error::other)
}
