//! The first screen: what was found, and what the authors recommend.

mod dots;
mod finding;

use explorer::state::{Place, Screen};
use explorer::view::{FindingsView, RecommendationView};
use explorer::words::findings as words;
use yew::prelude::*;

use crate::components::shared::Shared;
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
                { title(&view.title) }
                <p class="lead">{ &view.lead }</p>
                <p class="screen-head__ways">
                    <a class="button needs-app" href={shared.link(&place.on(Screen::Explore))}>
                        { words::EXPLORE }
                    </a>
                    <a
                        class="button button--quiet needs-app"
                        href={shared.link(&place.on(Screen::Compare))}
                    >
                        { words::see_where_yours_stands(&shared.survey().about().respondent.one) }
                    </a>
                </p>
                { take_all("pack") }
            </div>
            { for view.findings.iter().zip(1..).map(|(view, number)| {
                finding(shared, place, view, number, total)
            }) }
            <section class="recommendations" aria-labelledby="recommendations">
                <h2 id="recommendations">{ words::RECOMMENDATIONS }</h2>
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
                <a href={format!("#{id}")} {onclick}>{ words::number_and_headline(*number, headline) }</a>
            </li>
        }
    };
    html! {
        <li>
            <p>{ &view.text }</p>
            <p class="recommendations__rests">{ words::BASED_ON }</p>
            <ul class="recommendations__findings">{ for view.rests_on.iter().map(link) }</ul>
        </li>
    }
}
