//! The findings explorer's page: a survey's findings, answered in the reader's browser.
//!
//! The crate `explorer` has what is said and drawn; this one puts it on a page. `pages` has a folder
//! for each screen, `components` what screens share, `web` the browser's edges, and `app` holds them
//! together. `app` knows the others, `pages` know `components`, both know `web`, which knows none.

mod app;
mod components;
mod pages;
pub mod web;

use std::rc::Rc;

use explorer::Loaded;
use explorer::state::permalink;
use explorer::view::unreadable;
use survey::bundle;
use web::{address, page, panic};

pub use app::App;
pub use components::app_props::AppProps;
pub use pages::embed::EmbedText;

/// Loads the survey and puts the app in the place of the prerendered text, which stays where it is
/// when something fails.
pub async fn start() {
    panic::tell_console();
    match load().await {
        Ok(loaded) => mount(loaded).await,
        Err(reason) => page::failed(&reason),
    }
}

async fn load() -> Result<Loaded, String> {
    let file = page::survey_file().await?;
    let bundle = bundle::decode(&file).map_err(|error| unreadable(&error).to_owned())?;
    Ok(Loaded {
        earlier: page::is_earlier(),
        whole_page: page::is_embedded().then(address::whole_page),
        ..Loaded::from(bundle)
    })
}

async fn mount(loaded: Loaded) {
    let root = web_sys::window().and_then(|window| window.document()?.get_element_by_id("app"));
    let Some(root) = root else { return };
    let props = AppProps { loaded: Rc::new(loaded), fragment: address::fragment() };
    // Before the text goes: nothing is to move when the screen comes.
    let (place, _) = permalink::read(&props.fragment, &props.loaded.survey);
    if let Some(part) = pages::part_of(&place, props.loaded.whole_page.is_some()) {
        part.load().await;
    }
    page::started();
    // The prerendered text goes; what replaces it says the same.
    root.set_inner_html("");
    yew::Renderer::<App>::with_root_and_props(root, props).render();
}
