//! What figures are drawn with: the library of charts once it is there, and how the reader wants
//! to see.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::{UseStateHandle, hook, use_context, use_effect_with, use_state};

use crate::web::charts::Charts;
use crate::web::media::Media;
use crate::web::theme::{self, Theme};

/// Whether charts can be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Library {
    /// Not yet.
    #[default]
    Loading,
    /// Yes.
    Ready(Rc<Charts>),
    /// No, and not later: the tables are open instead.
    Failed,
}

/// What figures are drawn with.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Surroundings {
    pub(crate) library: Library,
    /// Whether the reader wants no motion.
    pub(crate) still: bool,
    /// The page's colours, which charts take over.
    pub(crate) theme: Theme,
}

/// What figures are drawn with, as the app provides it.
#[hook]
pub(crate) fn use_surroundings() -> Surroundings {
    use_context().unwrap_or_default()
}

/// Finds out what figures are drawn with. The library is loaded once the first text stands.
#[hook]
pub(crate) fn use_found_surroundings() -> Surroundings {
    let library = use_state(Library::default);
    let still = use_media("(prefers-reduced-motion: reduce)");
    let dark = use_media("(prefers-color-scheme: dark)");
    let set = library.setter();
    use_effect_with((), move |()| {
        spawn_local(async move {
            set.set(match Charts::load().await {
                Some(charts) => Library::Ready(Rc::new(charts)),
                None => Library::Failed,
            });
        });
    });
    let system = if *dark { Theme::Dark } else { Theme::Light };
    let theme = use_state(Theme::default);
    let set = theme.setter();
    // What was chosen stands in the page, which only an effect may read.
    use_effect_with(system, move |&system| {
        let take = move || set.set(theme::chosen().unwrap_or(system));
        take();
        let listener = theme::listen(take);
        move || drop(listener)
    });
    Surroundings { library: (*library).clone(), still: *still, theme: *theme }
}

#[hook]
fn use_media(query: &'static str) -> UseStateHandle<bool> {
    let matches = use_state(|| false);
    let set = matches.setter();
    use_effect_with(query, move |query| {
        let on_change = set.clone();
        let media = Media::watch(query, move |matches| on_change.set(matches));
        if let Some(media) = &media {
            set.set(media.matches());
        }
        move || drop(media)
    });
    matches
}
