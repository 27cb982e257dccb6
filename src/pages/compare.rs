//! The screen on which readers answer for a respondent of their own and see where it stands.

mod form;
mod keeping;
mod peers;
mod results;
mod spread;

use explorer::state::Place;
use explorer::state::own::Own;
use explorer::view::CompareView;
use explorer::words::compare as words;
use yew::prelude::*;

use crate::components::live_region::LiveRegion;
use crate::components::shared::Shared;
use crate::components::title::title;

/// The form, and beside it what it gives.
pub(super) fn compare_screen(shared: &Shared, place: &Place, own: &Own) -> Html {
    let view = CompareView::new(shared.survey(), place.draw, own);
    html! {
        <>
            <div class="screen-head">
                { title(words::TITLE) }
                <p class="screen-head__lead">{ words::LEAD }</p>
            </div>
            { keeping::keeping(shared, own) }
            <LiveRegion message={view.spoken.clone()} />
            <div class="compare">
                <section class="compare__form" aria-labelledby="answers-heading">
                    { form::form(shared, own, &view) }
                </section>
                <section
                    class="compare__results"
                    id="results"
                    tabindex="-1"
                    aria-labelledby="results-heading"
                >
                    { peers::peers(shared, &view.peers) }
                    { results::results(&view) }
                </section>
            </div>
        </>
    }
}
