//! The findings explorer: a survey's findings, answered in the reader's browser.
//!
//! `state` is what the reader is looking at, `view` what the screens say of it, `chart` how figures
//! are drawn, `components` what stands on the page and `web` the browser's edges. Arrows point one
//! way: `components` knows the others, `chart` knows `view`, `view` knows `state`, and `web` knows
//! none of them.

pub mod chart;
pub mod components;
pub mod state;
pub mod view;
pub mod web;

use std::rc::Rc;

use components::{App, AppProps, Loaded};
use survey::bundle;
use web::{address, page, panic};

/// Loads the survey and puts the app in the place of the prerendered text, which stays where it is
/// when something fails.
pub async fn start() {
    panic::tell_readers();
    match load().await {
        Ok(loaded) => mount(loaded),
        Err(reason) => page::failed(&reason),
    }
}

async fn load() -> Result<Loaded, String> {
    let file = page::survey_file().await?;
    let bundle = bundle::decode(&file).map_err(|error| error.to_string())?;
    Ok(Loaded::from(bundle))
}

fn mount(loaded: Loaded) {
    let root = web_sys::window().and_then(|window| window.document()?.get_element_by_id("app"));
    let Some(root) = root else { return };
    let props = AppProps { loaded: Rc::new(loaded), fragment: address::fragment() };
    page::started();
    // The prerendered text goes; what replaces it says the same.
    root.set_inner_html("");
    yew::Renderer::<App>::with_root_and_props(root, props).render();
}

#[cfg(test)]
mod test_survey;
