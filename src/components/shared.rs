//! What most components need: the survey, and where to send what the reader meant.

use std::rc::Rc;

use survey::Survey;
use survey::bundle::{Bundle, Header};
use yew::{Callback, hook, use_context};

use crate::state::{Action, Place, permalink};

/// The survey that the page came with.
#[derive(Debug)]
pub struct Loaded {
    /// The survey.
    pub survey: Survey,
    /// What its bundle says of itself.
    pub header: Header,
    /// Whether it is of an earlier version of the data, which the address asked for.
    pub earlier: bool,
    /// Where the whole page is, when this is an embed of it.
    pub whole_page: Option<String>,
}

impl From<Bundle> for Loaded {
    fn from(bundle: Bundle) -> Self {
        Self { survey: bundle.survey, header: bundle.header, earlier: false, whole_page: None }
    }
}

/// The survey and the way to change what is seen of it.
#[derive(Clone)]
pub(super) struct Shared {
    pub(super) loaded: Rc<Loaded>,
    pub(super) dispatch: Callback<Action>,
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.loaded, &other.loaded) && self.dispatch == other.dispatch
    }
}

impl Shared {
    pub(super) fn survey(&self) -> &Survey {
        &self.loaded.survey
    }

    /// Whether this is an embed: no menus, no navigation, no way to another screen.
    pub(super) fn is_embedded(&self) -> bool {
        self.loaded.whole_page.is_some()
    }

    /// A link to a place; from an embed, to the place on the whole page.
    pub(super) fn link(&self, place: &Place) -> String {
        let page = self.loaded.whole_page.as_deref().unwrap_or_default();
        page.to_owned() + &permalink::write(place, self.survey())
    }

    /// The same over the data of today: the address without `?data=`.
    pub(super) fn link_of_today(&self, place: &Place) -> String {
        let page = if self.is_embedded() { "./" } else { "?" };
        page.to_owned() + &permalink::write(place, self.survey())
    }

    /// A callback that sends one action.
    pub(super) fn sends<E>(&self, action: Action) -> Callback<E> {
        self.dispatch.reform(move |_| action.clone())
    }
}

/// The survey and the way to change what is seen of it.
///
/// # Panics
/// Outside the app, which provides it.
#[hook]
pub(super) fn use_shared() -> Shared {
    use_context().expect("the app provides what is shared")
}
