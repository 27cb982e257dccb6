//! What stands around a screen, or instead of it, in a page of another site.

use explorer::state::Place;
use explorer::view::ExploreView;
use explorer::words::{embed as words, findings};
use survey::QuestionIx;
use yew::prelude::*;

use crate::components::app_props::AppProps;
use crate::components::banner::banner;
use crate::components::figure::QuestionFigure;
use crate::components::package_text::package_text;
use crate::components::parts::visually_hidden;
use crate::components::shared::Shared;
use crate::components::side_by_side::who;
use crate::components::title::TITLE_ID;

/// Whose findings these are, and the way to the whole page.
pub(crate) fn head(shared: &Shared, place: &Place) -> Html {
    html! {
        <header class="page-width embed-head">
            <p class="embed-head__name">
                { package_text(shared, &shared.survey().about().title) }
            </p>
            // assets/embed/frame.js tells the page around it where this leads.
            <a id="in-full" href={shared.link(place)} target="_blank" rel="noopener">
                { words::OPEN_IN_FULL }
                { visually_hidden(words::IN_A_NEW_TAB) }
            </a>
        </header>
    }
}

/// Where the figures come from.
pub(crate) fn foot(shared: &Shared) -> Html {
    html! {
        <footer class="page-width embed-foot">
            <p>
                { findings::SOURCE }
                { package_text(shared, &shared.survey().about().citation) }
            </p>
        </footer>
    }
}

/// One figure, and whom it is about.
pub(super) fn figure(shared: &Shared, place: &Place, question: QuestionIx) -> Html {
    let view = ExploreView::new(shared.survey(), place);
    let total = view.selected.unwrap_or_default();
    let shown = view.figures.iter().filter(|figure| figure.question == question);
    html! {
        <>
            <h1 class="visually-hidden" id={TITLE_ID}>
                { package_text(shared, &shared.survey().codebook().question(question).label) }
            </h1>
            <p class="embed-selection" role="status">{ &view.spoken }</p>
            { view.sides.as_ref().map_or_else(Html::default, who) }
            <h2 class="visually-hidden">{ words::FIGURE }</h2>
            { for shown.map(|figure| html! {
                <QuestionFigure
                    figure={figure.clone()}
                    scale={place.scale}
                    language={shared.survey().about().language.clone()}
                    {total}
                />
            }) }
        </>
    }
}

/// What an embed says before its scripts have run, or without them.
#[component]
pub fn EmbedText(props: &AppProps) -> Html {
    let shared = Shared { loaded: props.loaded.clone(), dispatch: Callback::noop() };
    let place = Place::default();
    html! {
        <>
            { head(&shared, &place) }
            { banner(&shared, &place, false) }
            <main class="page-width embed-text">
                { for shared.survey().about().description.first().map(|text| html! {
                    <p>{ package_text(&shared, text) }</p>
                }) }
            </main>
            { foot(&shared) }
        </>
    }
}
