//! Where the answers come from and what they can't say.

use explorer::state::{Action, Place};
use explorer::view::{AboutView, CodebookRow, provenance_title};
use explorer::words::about as words;
use yew::prelude::*;

use crate::components::choice::Choice;
use crate::components::package_text::package_text;
use crate::components::shared::Shared;
use crate::components::standing::{linked, marked};
use crate::components::take_away::take_all;
use crate::components::title::title;

/// Everything about the data.
pub(super) fn about_screen(shared: &Shared, place: &Place) -> Html {
    let view = AboutView::new(shared.survey(), &shared.loaded.header, place.draw);
    html! {
        <>
            <div class="screen-head">
                { title(words::TITLE) }
            </div>
            <div class="prose">
                { heading(words::WHAT_IT_WAS) }
                { for view.description.iter().map(|text| html! { <p>{ package_text(shared, text) }</p> }) }
                { paragraph(&words::who_answered(&view.answered)) }
                { heading(provenance_title(shared.survey().about().provenance)) }
                { paragraphs(&view.provenance) }
                { draw_choice(shared, &view, place.draw) }
            </div>
            { published(&view) }
            <div class="prose">
                { heading(words::LIMITS) }
                { list(&view.limits) }
            </div>
            { codebook(&view.codebook) }
            { reference(&view) }
        </>
    }
}

// A function for each: what stands often weighs once.
fn heading(words: &str) -> Html {
    html! { <h2>{ words }</h2> }
}

fn paragraph(text: &str) -> Html {
    html! { <p>{ text }</p> }
}

fn paragraphs(texts: &[String]) -> Html {
    texts.iter().map(|text| paragraph(text)).collect()
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
            <legend>{ words::SET_SHOWN }</legend>
            { paragraph(words::SETS_DIFFER) }
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
        <div class="table-scroll" tabindex="0" role="region" aria-label={words::PUBLISHED}>
            <table class="table">
                <caption>{ view.published_title }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words::WHAT_WAS_PUBLISHED }</th>
                        <th scope="col">{ words::PRINTED }</th>
                        <th scope="col">{ words::WORKED_OUT }</th>
                        <th scope="col">{ words::WHERE }</th>
                    </tr>
                </thead>
                <tbody>
                    { for rows.iter().map(|row| html! {
                        <tr>
                            <th scope="row">{ &row.statement }</th>
                            <td>{ &row.published }</td>
                            <td>{ &row.worked_out }</td>
                            <td>
                                { for row.sources.iter().map(|(title, address)| html! {
                                    <div>{ linked(title, address.as_deref()) }</div>
                                }) }
                            </td>
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
            <h2 id="codebook">{ words::CODEBOOK }</h2>
            { for rows.iter().map(|row| html! {
                <details class="details">
                    <summary>{ &row.label }</summary>
                    <p>{ &row.text }</p>
                    <p class="figure__base">
                        { words::asked_and_answered(&row.asked, row.kind) }
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
            { heading(words::LICENCE_AND_CITATION) }
            { paragraph(&words::licence(&view.licence)) }
            { paragraph(&view.citation) }
            <p class="ways">{ take_all("cite") }</p>
            if let Some(archive) = view.archive {
                <p>
                    <a href={archive} download="">{ words::DOWNLOAD }</a>
                    { words::LEFT_OUT }
                </p>
            }
            <h3>{ words::PUBLICATIONS }</h3>
            <ul>
                { for view.sources.iter().map(|source| html! {
                    <li>{ linked(&source.title, source.link()) }</li>
                }) }
            </ul>
            { heading(words::VERSION) }
            { paragraph(&words::version(&view.version, view.format)) }
            <p class="checksum">{ words::CHECKSUM }<code>{ &view.checksum }</code></p>
            { heading(words::PRIVACY) }
            { paragraph(&words::privacy(view.came_with)) }
            { heading(words::ACCESSIBILITY) }
            { paragraph(words::ACCESSIBILITY_TEXT) }
        </div>
    }
}
