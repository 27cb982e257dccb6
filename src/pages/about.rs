//! Where the answers come from and what they can't say.

use explorer::state::{Action, Place};
use explorer::view::{AboutView, CodebookRow, provenance_title};
use yew::prelude::*;

use crate::components::choice::Choice;
use crate::components::evidence::marked;
use crate::components::shared::Shared;
use crate::components::take_away::take_all;
use crate::components::title::TITLE_ID;

/// Everything about the data.
pub(super) fn about_screen(shared: &Shared, place: &Place) -> Html {
    let view = AboutView::new(shared.survey(), &shared.loaded.header, place.draw);
    html! {
        <>
            <div class="screen-head">
                <h1 id={TITLE_ID} tabindex="-1">{ "About the data" }</h1>
            </div>
            <div class="prose">
                <h2>{ "What the survey was" }</h2>
                { paragraphs(&view.description) }
                <p>{ "Who answered: " }{ &view.answered }{ "." }</p>
                <h2>{ provenance_title(shared.survey().about.provenance) }</h2>
                { paragraphs(&view.provenance) }
                { draw_choice(shared, &view, place.draw) }
            </div>
            { published(&view) }
            <div class="prose">
                <h2>{ "What these figures can’t say" }</h2>
                { list(&view.limits) }
            </div>
            { codebook(&view.codebook) }
            { reference(&view) }
        </>
    }
}

fn paragraphs(texts: &[String]) -> Html {
    texts.iter().map(|text| html! { <p>{ text }</p> }).collect()
}

fn list(texts: &[String]) -> Html {
    html! { <ul>{ for texts.iter().map(|text| html! { <li>{ text }</li> }) }</ul> }
}

/// The switch between sets of invented answers, where there are several.
fn draw_choice(shared: &Shared, view: &AboutView, shown: usize) -> Html {
    if view.draws.len() < 2 {
        return html! {};
    }
    let choice = |(position, label): &(usize, String)| {
        let id = format!("draw-{position}");
        let send = shared.sends(Action::UseDraw(*position));
        Choice::radio("draw", id, *position == shown).show(html! { label }, send)
    };
    html! {
        <fieldset class="govuk-fieldset draw-choice">
            <legend>{ "Set of invented answers shown" }</legend>
            <p>
                { "Published figures are the same in each. Anything that changes when you switch was \
                   made up." }
            </p>
            <div class="govuk-radios govuk-radios--small">
                { for view.draws.iter().map(choice) }
            </div>
        </fieldset>
    }
}

fn published(view: &AboutView) -> Html {
    let rows = &view.published;
    if rows.is_empty() {
        return html! {};
    }
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Published figures">
            <table class="table">
                <caption>{ view.published_title }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "What was published" }</th>
                        <th scope="col">{ "Count" }</th>
                        <th scope="col">{ "Where" }</th>
                    </tr>
                </thead>
                <tbody>
                    { for rows.iter().map(|row| html! {
                        <tr>
                            <th scope="row">{ &row.statement }</th>
                            <td>{ &row.count }</td>
                            <td>{ &row.source }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

fn codebook(rows: &[CodebookRow]) -> Html {
    html! {
        <section class="codebook" aria-labelledby="codebook">
            <h2 id="codebook">{ "Codebook" }</h2>
            { for rows.iter().map(|row| html! {
                <details class="details">
                    <summary>{ &row.label }</summary>
                    <p>{ &row.text }</p>
                    <p class="figure__base">
                        { format!("Asked of {}. Answered with {}.", row.asked, row.kind) }
                    </p>
                    <ul>
                        { for row.options.iter().map(|(label, mark)| html! {
                            <li>
                                { label }
                                if let Some(mark) = mark { { " " }{ marked(*mark) } }
                            </li>
                        }) }
                    </ul>
                </details>
            }) }
        </section>
    }
}

/// Licence, citation, version, privacy and accessibility.
fn reference(view: &AboutView) -> Html {
    html! {
        <div class="prose">
            <h2>{ "Licence and citation" }</h2>
            <p>{ "Licence of the data package: " }{ &view.licence }{ "." }</p>
            <p>{ &view.citation }</p>
            <p class="ways">{ take_all("cite") }</p>
            if let Some(archive) = view.archive {
                <p>
                    <a href={archive} download="">
                        { "Download the data package (ZIP: answers, codebook and published figures)" }
                    </a>
                    { ". Columns that its holder left out are not in it." }
                </p>
            }
            <h3>{ "Publications it rests on" }</h3>
            { list(&view.sources) }
            <h2>{ "Version" }</h2>
            <p>{ format!("{}, bundle format {}.", view.version, view.format) }</p>
            <p class="checksum">{ "SHA-256 of the bundle: " }<code>{ &view.checksum }</code></p>
            <h2>{ "Privacy" }</h2>
            <p>
                { "Nothing you do here leaves your browser. The page came with " }
                { view.came_with }
                { ": filters, searches and links are sent to nobody. \
                   What you select stands in the address after the # sign, which your browser \
                   sends to no site. It stays in your history, and in any link that you share. \
                   What you answer under Compare stands in no address, and is gone with the page \
                   unless you save it. There are no cookies and no tracking. This browser keeps \
                   your choice of light or dark colours and, so that this page opens without a \
                   network, it may keep a copy of the page; clearing the site’s data removes both." }
            </p>
            <h2>{ "Accessibility" }</h2>
            <p>
                { "This site aims to meet the Web Content Accessibility Guidelines 2.2 at level AA. \
                   Every figure has its table and a description in words; everything works by \
                   keyboard, at 320 pixels of width and at 200% zoom, in light and in dark colours. \
                   It is tested automatically with axe on every change; it has not been tested \
                   with disabled people or audited by an outside body." }
            </p>
        </div>
    }
}
