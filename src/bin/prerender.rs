//! Writes to standard output the page's text as it is before any script runs.
//!
//! `prerender FILE` reads the packed survey from `FILE`.

use std::process::ExitCode;
use std::rc::Rc;

use findings_explorer::components::{App, AppProps, Loaded};
use survey::bundle;
use yew::LocalServerRenderer;

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: prerender SURVEY_FILE");
        return ExitCode::FAILURE;
    };
    let read = std::fs::read(&path).map_err(|error| error.to_string());
    let survey = read.and_then(|file| bundle::decode(&file).map_err(|error| error.to_string()));
    let bundle = match survey {
        Ok(bundle) => bundle,
        Err(error) => {
            eprintln!("cannot read {}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    };
    let props = AppProps { loaded: Rc::new(Loaded::from(bundle)), fragment: String::new() };
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    println!("{}", pollster::block_on(renderer.render()));
    ExitCode::SUCCESS
}
