//! The first screen: what was found, and what the authors recommend.

use std::rc::Rc;

use yew::prelude::*;

use super::app::TITLE_ID;
use super::finding::finding;
use super::shared::use_shared;
use crate::state::{Place, Screen};
use crate::view::{FindingsView, RecommendationView};
use crate::web::focus;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FindingsScreenProps {
    pub(super) place: Place,
}

/// The findings and the recommendations.
#[component]
pub(super) fn FindingsScreen(props: &FindingsScreenProps) -> Html {
    let shared = use_shared();
    let loaded = Rc::clone(&shared.loaded);
    let view = use_memo(props.place.draw, move |&draw| FindingsView::new(&loaded.survey, draw));
    let total = shared.survey().draws[props.place.draw].source().respondents();
    html! {
        <>
            <div class="screen-head">
                <h1 id={TITLE_ID} tabindex="-1">{ &view.title }</h1>
                <p class="lead">{ &view.lead }</p>
                <p>
                    <a class="button needs-app" href={shared.link(&props.place.on(Screen::Explore))}>
                        { "Explore the answers" }
                    </a>
                </p>
            </div>
            { for view.findings.iter().zip(1..).map(|(view, number)| {
                finding(&shared, &props.place, view, number, total)
            }) }
            <section class="recommendations" aria-labelledby="recommendations">
                <h2 id="recommendations">{ "What the authors recommend" }</h2>
                <ol>{ for view.recommendations.iter().map(recommendation) }</ol>
            </section>
        </>
    }
}

fn recommendation(view: &RecommendationView) -> Html {
    let link = |(number, id, headline): &(usize, String, String)| {
        let target = id.clone();
        // The address is the view's, so the page is moved without it.
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            focus::scroll_to(&target);
        });
        html! {
            <li>
                <a href={format!("#{id}")} {onclick}>{ format!("Finding {number}: {headline}") }</a>
            </li>
        }
    };
    html! {
        <li>
            <p>{ &view.text }</p>
            <p class="recommendations__rests">{ "Based on" }</p>
            <ul class="recommendations__findings">{ for view.rests_on.iter().map(link) }</ul>
        </li>
    }
}
