//! Writes to standard output the page's text as it is before any script runs.
//!
//! `prerender FILE` reads the packed survey from `FILE`.

use std::process::ExitCode;

use findings_explorer::App;
use yew::LocalServerRenderer;

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: prerender SURVEY_FILE");
        return ExitCode::FAILURE;
    };
    if let Err(error) = std::fs::read(&path) {
        eprintln!("cannot read {}: {error}", path.display());
        return ExitCode::FAILURE;
    }
    let html = pollster::block_on(LocalServerRenderer::<App>::new().hydratable(false).render());
    println!("{html}");
    ExitCode::SUCCESS
}
