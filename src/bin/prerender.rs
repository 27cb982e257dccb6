//! Writes to standard output what the page says before any script runs: a line with its title and
//! description, a line with the text of an embed, and the text.
//!
//! `prerender FILE` reads the packed survey from `FILE`.

use std::process::ExitCode;
use std::rc::Rc;

use findings_explorer::components::{App, AppProps, EmbedText, Loaded};
use survey::bundle;
use yew::prelude::*;
use yew::{BaseComponent, LocalServerRenderer};

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: prerender SURVEY_FILE");
        return ExitCode::FAILURE;
    };
    let read = std::fs::read(&path).map_err(|error| error.to_string());
    let survey = read.and_then(|file| bundle::decode(&file).map_err(|error| error.to_string()));
    let loaded = match survey.map(Loaded::from) {
        Ok(loaded) => loaded,
        Err(error) => {
            eprintln!("cannot read {}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    };
    let mut props = AppProps { loaded: Rc::new(loaded), fragment: String::new() };
    let title = rendered::<Title>(props.clone()).replace('\n', " ");
    let page = rendered::<App>(props.clone());
    // Nobody else has it any more.
    if let Some(loaded) = Rc::get_mut(&mut props.loaded) {
        loaded.whole_page = Some("./".to_owned());
    }
    let embedded = rendered::<EmbedText>(props).replace('\n', " ");
    println!("{title}\n{embedded}\n{page}");
    ExitCode::SUCCESS
}

fn rendered<C: BaseComponent<Properties = AppProps>>(props: AppProps) -> String {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    pollster::block_on(renderer.render())
}

/// What stands in the page's head: the survey's title, and what it says of itself first.
#[component]
fn Title(props: &AppProps) -> Html {
    let about = &props.loaded.survey.about;
    let first = about.description.first().cloned().unwrap_or_default();
    let description = format!("{first} {}", about.banner);
    html! {
        <>
            <title>{ format!("{}: findings explorer", about.title) }</title>
            <meta name="description" content={description.trim().to_owned()} />
        </>
    }
}
