//! The whole app: its state, its address, its screens.

use std::rc::Rc;

use explorer::state::{Action, AppState, Place, Screen, apply, permalink};
use explorer::words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::app_props::AppProps;
use crate::components::banner::banner;
use crate::components::figure::anchor;
use crate::components::footer::footer;
use crate::components::header::header;
use crate::components::missing::missing;
use crate::components::shared::Shared;
use crate::components::surroundings::{Surroundings, use_found_surroundings};
use crate::components::title::TITLE_ID;
use crate::pages::findings::findings_screen;
use crate::pages::{about_screen, compare_screen, embed, embedded_figure, explore_screen, part_of};
use crate::web::{address, focus, leaving, page};

/// All state of the app, as Yew keeps it.
struct Kept(AppState);

impl Reducible for Kept {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = apply(&self.0, action);
        if next == self.0 { self } else { Rc::new(Self(next)) }
    }
}

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let loaded = Rc::clone(&props.loaded);
    let kept = use_reducer(|| {
        let (place, in_doubt) = permalink::read(&props.fragment, &loaded.survey);
        Kept(AppState { place, address_in_doubt: in_doubt, ..AppState::default() })
    });
    let (state, dispatcher) = (&kept.0, kept.dispatcher());
    let dispatch = use_callback((), move |action, ()| dispatcher.dispatch(action));
    let surroundings = use_found_surroundings();
    let theme = surroundings.theme;
    let shared = Shared { loaded, dispatch };
    let embedded = shared.is_embedded();
    let link = permalink::write(&state.place, shared.survey());
    use_address(link.clone(), &shared);
    use_leaving(state.own.unsaved);
    use_screen_change(&state.place, &shared);
    let again = use_force_update();
    let part = part_of(&state.place, embedded).filter(|part| !part.is_here());
    let main = match (state.place.screen, state.place.figure) {
        (screen, _) if let Some(part) = part => missing(screen, part, again),
        (_, Some(figure)) if embedded => embedded_figure(&shared, &state.place, figure),
        (Screen::Findings, _) => findings_screen(&shared, &state.place),
        (Screen::Explore, _) => {
            explore_screen(&shared, &state.place, state.selects_second, &state.search)
        }
        (Screen::Compare, _) => compare_screen(&shared, &state.place, &state.own),
        (Screen::About, _) => about_screen(&shared, &state.place),
    };
    html! {
        <ContextProvider<Surroundings> context={surroundings}>
            if embedded {
                { embed::head(&shared, &state.place) }
            } else {
                { header(&shared, &state.place, theme) }
            }
            { banner(&shared, &state.place, state.address_in_doubt) }
            // The key: nothing of one screen is remembered for another.
            <main
                key={state.place.screen.name()}
                id="main"
                class="page-width"
                tabindex="-1"
                // For what is taken away: the address may lag behind.
                data-place={link}
            >
                { main }
            </main>
            if embedded {
                { embed::foot(&shared) }
            } else {
                { footer(&shared) }
            }
        </ContextProvider<Surroundings>>
    }
}

/// Keeps address and state the same, whichever of them changes.
#[hook]
fn use_address(link: String, shared: &Shared) {
    let (loaded_here, dispatch) = (Rc::clone(&shared.loaded), shared.dispatch.clone());
    use_effect_with((), move |()| {
        let listener = address::listen(move |fragment| {
            // An anchor of the page, such as the link that skips to the content, is no place.
            if !fragment.is_empty() && !fragment.starts_with("#/") {
                return;
            }
            let (place, in_doubt) = permalink::read(&fragment, &loaded_here.survey);
            let part = part_of(&place, loaded_here.whole_page.is_some());
            let (loaded, dispatch) = (Rc::clone(&loaded_here), dispatch.clone());
            let restore = move || {
                // The effect below hears of no change where this place is the one already shown.
                address::replace(&permalink::write(&place, &loaded.survey));
                dispatch.emit(Action::Restore { place, in_doubt });
            };
            match part.filter(|part| !part.is_here()) {
                None => restore(),
                // What is shown stays until the next screen can be.
                Some(part) => spawn_local(async move {
                    part.load().await;
                    // The reader may have gone elsewhere meanwhile.
                    if address::fragment() == fragment {
                        restore();
                    }
                }),
            }
        });
        move || drop(listener)
    });
    let (opens, embedded) = (use_mut_ref(|| true), shared.is_embedded());
    use_effect_with(link, move |link| {
        // Going back undoes a change. In an embed it is the page around it that goes back.
        if std::mem::take(&mut *opens.borrow_mut()) || embedded {
            address::replace(link);
        } else {
            address::push(link);
        }
        address::announce();
    });
}

/// Answers of the reader's own outlast a change of screen, but not the page: the browser asks before
/// they are lost.
#[hook]
fn use_leaving(unsaved: bool) {
    use_effect_with(unsaved, |unsaved| {
        let asks = unsaved.then(leaving::ask);
        move || drop(asks)
    });
}

/// A new screen begins at its top, with its title read out; one opened for a figure begins there. In
/// an embed the page around it decides where its reader is.
#[hook]
fn use_screen_change(place: &Place, shared: &Shared) {
    let (survey_title, embedded) = (shared.survey().about().title.clone(), shared.is_embedded());
    let first = use_mut_ref(|| true);
    let (screen, figure) = (place.screen, place.figure);
    use_effect_with((screen, figure), move |(screen, figure)| {
        page::set_title(&words::page::title(screen.name(), &survey_title));
        let opened_here = std::mem::replace(&mut *first.borrow_mut(), false);
        match figure {
            _ if embedded => {}
            Some(figure) => focus::scroll_to(&anchor(*figure)),
            None if !opened_here => {
                focus::scroll_to_top();
                focus::focus(TITLE_ID);
            }
            None => {}
        }
    });
}
