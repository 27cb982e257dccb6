//! What most components need: the survey, and where to send what the reader meant.

use std::rc::Rc;

use explorer::Loaded;
use explorer::state::{Action, Place, permalink};
use survey::Survey;
use yew::Callback;

/// The survey and the way to change what is seen of it. The app hands it to its screens, and they
/// to their parts.
#[derive(Clone)]
pub(crate) struct Shared {
    pub(crate) loaded: Rc<Loaded>,
    pub(crate) dispatch: Callback<Action>,
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.loaded, &other.loaded) && self.dispatch == other.dispatch
    }
}

impl Shared {
    pub(crate) fn survey(&self) -> &Survey {
        &self.loaded.survey
    }

    /// Whether this is an embed: no menus, no navigation, no way to another screen.
    pub(crate) fn is_embedded(&self) -> bool {
        self.loaded.whole_page.is_some()
    }

    /// A link to a place; from an embed, to the place on the whole page.
    pub(crate) fn link(&self, place: &Place) -> String {
        let page = self.loaded.whole_page.as_deref().unwrap_or_default();
        page.to_owned() + &permalink::write(place, self.survey())
    }

    /// The same over the data of today: the address without `?data=`.
    pub(crate) fn link_of_today(&self, place: &Place) -> String {
        let page = if self.is_embedded() { "./" } else { "?" };
        page.to_owned() + &permalink::write(place, self.survey())
    }

    /// A callback that sends one action.
    pub(crate) fn sends<E>(&self, action: Action) -> Callback<E> {
        self.dispatch.reform(move |_| action.clone())
    }
}
