//! What the page is made with.

use std::rc::Rc;

use explorer::Loaded;
use yew::prelude::*;

/// What the app is made with.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The survey.
    pub loaded: Rc<Loaded>,
    /// The part of the address after `#` at the start.
    #[prop_or_default]
    pub fragment: String,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.loaded, &other.loaded) && self.fragment == other.fragment
    }
}
