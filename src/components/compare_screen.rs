//! The screen on which readers answer for a respondent of their own and see where it stands.

mod form;
mod keeping;
mod peers;
mod results;
mod spread;

use std::rc::Rc;

use yew::prelude::*;

use super::app::TITLE_ID;
use super::live_region::LiveRegion;
use super::shared::use_shared;
use crate::state::Place;
use crate::state::own::Own;
use crate::view::CompareView;
use crate::web::leaving;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct CompareScreenProps {
    pub(super) place: Place,
    /// What the reader has answered.
    pub(super) own: Own,
}

/// The form, and beside it what it gives.
#[component]
pub(super) fn CompareScreen(props: &CompareScreenProps) -> Html {
    let shared = use_shared();
    let loaded = Rc::clone(&shared.loaded);
    let view = use_memo((props.place.draw, props.own.clone()), move |(draw, own)| {
        CompareView::new(&loaded.survey, *draw, own)
    });
    // The app remembers the answers on its other screens too; only the page's end loses them.
    use_effect_with(props.own.unsaved, |unsaved| {
        let asks = unsaved.then(leaving::ask);
        move || drop(asks)
    });
    let noun = &shared.survey().about.respondent;
    html! {
        <>
            <div class="screen-head">
                <h1 id={TITLE_ID} tabindex="-1">{ "Where do we stand?" }</h1>
                <p class="screen-head__lead">
                    { format!(
                        "Answer the survey for your own {}, skip what you like, and see where it \
                         stands among its peers.",
                        noun.one
                    ) }
                </p>
            </div>
            { keeping::keeping(&shared, &props.own) }
            <LiveRegion message={view.spoken.clone()} />
            <div class="compare">
                <section class="compare__form" aria-labelledby="answers-heading">
                    { form::form(&shared, &props.own, &view) }
                </section>
                <section
                    class="compare__results"
                    id="results"
                    tabindex="-1"
                    aria-labelledby="results-heading"
                >
                    { peers::peers(&shared, &view.peers) }
                    { results::results(&view) }
                </section>
            </div>
        </>
    }
}
