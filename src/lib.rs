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
use survey::bundle::{self, DecodeError};
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
    let bundle = bundle::decode(&file).map_err(|error| for_readers(&error).to_owned())?;
    Ok(Loaded {
        earlier: page::is_earlier(),
        whole_page: page::is_embedded().then(address::whole_page),
        ..Loaded::from(bundle)
    })
}

/// A fault of the survey's file as a clause for those who can't mend it.
fn for_readers(error: &DecodeError) -> &'static str {
    match error {
        DecodeError::NotABundle => "its survey file is not one that it can read",
        DecodeError::OtherVersion { .. } => {
            "its survey file was made for another version of this page"
        }
        DecodeError::Length { .. } => "its survey file did not arrive whole",
        DecodeError::Altered => "its survey file is damaged or was changed",
        DecodeError::ConfidentialRecords => {
            "its survey file holds answers that must not be published, so it was not opened"
        }
        DecodeError::Form | DecodeError::Content(_) => "its survey file does not hold a survey",
    }
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

#[cfg(test)]
mod folders;
