//! The measures of how far answers single respondents out, beside pycanon's equivalence classes.
//!
//! It runs with the Python that set-up puts into `.tools/pycanon` (`cargo xtask setup`), or with any
//! `python3` that has pycanon, and says that it is skipped where there is none. A `main` of its own,
//! because the usual test harness would not show that sentence.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod surveys;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use disclosure::risk::{Risk, measure};
use serde_json::{Value, json};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // As the usual harness: a name that is not this test's, or asking for names only.
    let named = || arguments.iter().filter(|argument| !argument.starts_with('-'));
    if named().count() > 0 && !named().any(|name| "pycanon".contains(name.as_str())) {
        return;
    }
    if arguments.iter().any(|argument| argument == "--list") {
        println!("pycanon: test");
        return;
    }
    let Some(python) = python() else {
        println!(
            "skipped: measures beside pycanon. No Python here has it; `cargo xtask setup` installs \
             it where it can"
        );
        return;
    };
    let surveys: Vec<surveys::Invented> = (0..8).map(surveys::invent).collect();
    let told: String = surveys.iter().map(|survey| survey.told.to_string() + "\n").collect();
    let answers = ask(&python, &told);
    assert_eq!(answers.len(), surveys.len(), "a line for each survey");
    let mut singled_out = 0;
    for (survey, theirs) in surveys.iter().zip(answers) {
        let risk = measure(&survey.sample);
        assert_eq!(ours(&risk), theirs, "{}", survey.told);
        singled_out += risk.sets[2].respondents;
    }
    assert!(singled_out > 100, "the surveys single out {singled_out} only");
    println!("measures beside pycanon: {} surveys measured the same", surveys.len());
}

fn ours(risk: &Risk) -> Value {
    let sets: Vec<_> = risk.sets.iter().map(|set| json!([set.sets, set.respondents])).collect();
    json!({
        "smallest_class": risk.smallest_class,
        "unique_in_all": risk.unique_in_all,
        "sets": sets,
    })
}

fn python() -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.tools/pycanon/bin/python3");
    let has_it = |python: &PathBuf| {
        let mut import = Command::new(python);
        import.args(["-c", "import pycanon"]).stderr(Stdio::null());
        import.status().is_ok_and(|status| status.success())
    };
    [own, PathBuf::from("python3")].into_iter().find(has_it)
}

fn ask(python: &Path, told: &str) -> Vec<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pycanon/answers.py");
    let mut asked = Command::new(python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    asked.stdin.take().unwrap().write_all(told.as_bytes()).unwrap();
    let answered = asked.wait_with_output().unwrap();
    assert!(answered.status.success(), "pycanon failed");
    let text = String::from_utf8(answered.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
