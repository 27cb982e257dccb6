//! What is taken away, read again by other programs: bibtexparser, csvw and openpyxl
//! (Python) and `LibreOffice`.
//!
//! It runs with the Python that set-up puts into `.tools/takeaway-python` (`cargo xtask setup`) and
//! with `soffice` where that is installed, and says what it skips. A `main` of its own, because the
//! usual test harness would not show that sentence.

mod contexts;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

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
    let Some(python) = python() else {
        println!(
            "skipped: what is taken away beside bibtexparser, csvw, openpyxl and LibreOffice. No \
             Python here has the first three; `cargo xtask setup` installs them where it can"
        );
        return ExitCode::SUCCESS;
    };
    match checked(&python) {
        Ok(said) => {
            print!("{said}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            println!("what is taken away beside other programs: FAILED\n{problem}");
            ExitCode::FAILURE
        }
    }
}

fn python() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let has_all = |python: &PathBuf| {
        let mut import = Command::new(python);
        import.args(["-c", "import bibtexparser, csvw, openpyxl"]).stderr(Stdio::null());
        import.status().is_ok_and(|status| status.success())
    };
    let own = root.join(".tools/takeaway-python/bin/python3");
    [own, PathBuf::from("python3")].into_iter().find(has_all)
}

/// Writes everything to a folder and has it read there.
fn checked(python: &Path) -> Result<String, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let written = contexts::write(folder.path()).map_err(|error| error.to_string())?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/other_programs/check.py");
    let output = Command::new(python)
        .arg(script)
        .arg(folder.path())
        .output()
        .map_err(|error| error.to_string())?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if !output.status.success() {
        return Err(text(&output.stdout) + &text(&output.stderr));
    }
    Ok(format!("{written} contexts taken away\n{}", text(&output.stdout)))
}
