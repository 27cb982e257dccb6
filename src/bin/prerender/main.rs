//! Writes to standard output what the page says before any script runs, and what stands elsewhere of
//! it. A line each: what goes into its head; what it says until the app runs; the same in an embed; the
//! text of an embed; its manifest; what `oembed.json`
//! says, empty without an address; the picture for previews, as SVG. Then the page's text.
//!
//! `prerender FILE [ADDRESS]` reads the packed survey from `FILE`; the page will be at `ADDRESS`,
//! which ends in a slash.

mod elsewhere;
mod notices;
mod picture;

use std::process::ExitCode;
use std::rc::Rc;

use elsewhere::{Head, HeadProps};
use explorer::Loaded;
use findings_explorer::{App, AppProps, EmbedText};
use notices::{Notices, NoticesProps};
use picture::Picture;
use survey::bundle;
use yew::{AttrValue, BaseComponent, LocalServerRenderer};

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: prerender SURVEY_FILE [ADDRESS]");
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
    let address = std::env::args().nth(2);
    let mut props = AppProps { loaded: Rc::new(Loaded::from(bundle)), fragment: String::new() };
    let head = HeadProps { app: props.clone(), address: address.clone().map(AttrValue::from) };
    let head = rendered::<Head>(head);
    let notices = [false, true].map(|embedded| rendered::<Notices>(NoticesProps { embedded }));
    let [own_notices, embedded_notices] = notices;
    let manifest = elsewhere::manifest(&props);
    let oembed = address.map_or_else(String::new, |address| elsewhere::oembed(&props, &address));
    let picture = rendered::<Picture>(props.clone());
    let page = rendered::<App>(props.clone());
    // Nobody else has it any more.
    if let Some(loaded) = Rc::get_mut(&mut props.loaded) {
        loaded.whole_page = Some("./".to_owned());
    }
    let embedded = rendered::<EmbedText>(props);
    for text in [head, own_notices, embedded_notices, embedded, manifest, oembed, picture] {
        println!("{}", text.replace('\n', " "));
    }
    println!("{page}");
    ExitCode::SUCCESS
}

fn rendered<C: BaseComponent>(props: C::Properties) -> String {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    pollster::block_on(renderer.render())
}
