//! The first screen: what was found, and what the authors recommend.

mod dots;
mod finding;

use explorer::state::{Place, Screen};
use explorer::view::{FindingsView, KeyFigureView, RecommendationView};
use explorer::words::findings as words;
use yew::prelude::*;

use crate::components::package_text::package_text;
use crate::components::shared::Shared;
use crate::components::standing::{linked, marked};
use crate::components::take_away::take_all;
use crate::components::title::title;
use crate::web::focus;
use finding::finding;

/// The findings and the recommendations.
pub(crate) fn findings_screen(shared: &Shared, place: &Place) -> Html {
    let view = FindingsView::new(shared.survey(), place.draw);
    let total = shared.survey().draws()[place.draw].source().respondents();
    html! {
        <>
            <div class="screen-head">
                { title(package_text(shared, &view.title)) }
                <p class="screen-head__response">
                    { &view.response }
                    if let Some((title, address)) = &view.report {
                        { " " }{ words::REPORT }{ linked(title, address.as_deref()) }
                    }
                </p>
                if !view.key_figures.is_empty() {
                    <ul class="key-figures" aria-label={words::KEY_FIGURES}>
                        { for view.key_figures.iter().map(key_figure) }
                    </ul>
                }
                <p class="lead">{ package_text(shared, &view.lead) }</p>
                <p class="screen-head__ways">
                    <a class="button needs-app" href={shared.link(&place.on(Screen::Explore))}>
                        { words::EXPLORE }
                    </a>
                    <a
                        class="button button--quiet needs-app"
                        href={shared.link(&place.on(Screen::Compare))}
                    >
                        { words::SEE_WHERE_YOU_STAND }
                    </a>
                </p>
            </div>
            { for view.findings.iter().zip(1..).map(|(view, number)| {
                finding(shared, place, view, number, total)
            }) }
            if !view.recommendations.is_empty() {
                <section class="recommendations" aria-labelledby="recommendations">
                    <h2 id="recommendations">{ words::RECOMMENDATIONS }</h2>
                    <ol>{ for view.recommendations.iter().map(|view| recommendation(shared, view)) }</ol>
                </section>
            }
            <section class="finding needs-app" aria-labelledby="take-it-away">
                <h2 id="take-it-away">{ words::TAKE_IT_AWAY }</h2>
                <p class="screen-head__ways">
                    { take_all("pack") }
                    <a href={shared.link(&place.on(Screen::About))}>{ words::CITE_OR_DOWNLOAD }</a>
                </p>
            </section>
        </>
    }
}

fn key_figure(view: &KeyFigureView) -> Html {
    html! {
        <li>
            { to_finding(&view.finding, html! { <strong>{ &view.number }</strong> }) }
            <span>{ &view.does }</span>
            <span class="key-figures__of">{ &view.of }</span>
            if let Some(mark) = view.mark {
                { marked(mark) }
            }
        </li>
    }
}

/// A link within the page. The address is the view's, so the page is moved without it.
fn to_finding(id: &str, label: Html) -> Html {
    let target = id.to_owned();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        focus::scroll_to(&target);
    });
    html! { <a href={format!("#{id}")} {onclick}>{ label }</a> }
}

fn recommendation(shared: &Shared, view: &RecommendationView) -> Html {
    let link = |(number, id, headline): &(usize, String, String)| {
        let label = words::number_and_headline(*number, headline);
        html! { <li>{ to_finding(id, html! { { label } }) }</li> }
    };
    html! {
        <li>
            <p>{ package_text(shared, &view.text) }</p>
            <p class="recommendations__rests">{ words::BASED_ON }</p>
            <ul class="recommendations__findings">{ for view.rests_on.iter().map(link) }</ul>
        </li>
    }
}
