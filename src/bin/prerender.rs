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
    let bundle = match survey {
        Ok(bundle) => bundle,
        Err(error) => {
            eprintln!("cannot read {}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    };
    let loaded = Rc::new(Loaded::from(bundle));
    let props = AppProps { loaded, fragment: String::new(), whole_page: None };
    let embedded = AppProps { whole_page: Some("./".into()), ..props.clone() };
    println!("{}", rendered::<Title>(props.clone()).replace('\n', " "));
    println!("{}", rendered::<EmbedText>(embedded).replace('\n', " "));
    println!("{}", rendered::<App>(props));
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
