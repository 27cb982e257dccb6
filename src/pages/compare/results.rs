//! What the comparison says.

use explorer::view::{CompareRow, CompareView, Given, Mark, ResultsView, RowGroup};
use explorer::words::{compare as words, table};
use yew::prelude::*;

use super::spread::spread;
use crate::components::parts::visually_hidden;
use crate::components::standing::marked;
use crate::web::page;

pub(super) fn results(view: &CompareView) -> Html {
    match &view.results {
        Some(results) => compared(results),
        None => html! {
            <>
                <h2 id="results-heading">{ words::WHERE_YOU_STAND }</h2>
                if view.peers.refusal.is_none() {
                    <p class="compare__empty">{ words::ANSWER_A_QUESTION }</p>
                }
            </>
        },
    }
}

fn compared(results: &ResultsView) -> Html {
    let print = Callback::from(|_: MouseEvent| page::print());
    html! {
        <>
            <h2 id="results-heading">{ &results.heading }</h2>
            if !results.summary.is_empty() {
                <p class="lead" id="own-summary">{ &results.summary }</p>
            }
            <p class="compare__caveat">
                if results.invented {
                    { marked(Mark::Invented.alone()) }{ " " }
                }
                { &results.caveat }
            </p>
            { beside(results) }
            { for results.spreads.iter().map(spread) }
            <p class="needs-screen">
                <button type="button" class="button" id="print-page" onclick={print}>
                    { words::PRINT }
                </button>
            </p>
        </>
    }
}

/// A row an answer, a column an entry.
fn beside(results: &ResultsView) -> Html {
    let columns = (2 + results.names.len()).to_string();
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={words::BESIDE_PEERS}>
            <table class="table beside" aria-label={words::BESIDE_PEERS}>
                <thead>
                    <tr>
                        <th scope="col">{ table::ANSWER }</th>
                        <th scope="col">{ words::PEERS }</th>
                        { for results.names.iter().map(|name| html! { <th scope="col">{ name }</th> }) }
                    </tr>
                </thead>
                { for results.groups.iter().map(|of| group(of, &columns)) }
            </table>
        </div>
    }
}

fn group(group: &RowGroup, columns: &str) -> Html {
    html! {
        <tbody>
            <tr>
                <th class="beside__group" scope="rowgroup" colspan={columns.to_owned()}>
                    { group.title }
                    { words::in_brackets(&group.rows.len().to_string()) }
                </th>
            </tr>
            { for group.rows.iter().map(row) }
        </tbody>
    }
}

/// The bar repeats what stands below it.
fn row(row: &CompareRow) -> Html {
    let share = 200 * u64::from(row.count) / u64::from(row.base.max(1));
    let look = if row.is_real() { "beside__share" } else { "beside__share beside__share--hollow" };
    html! {
        <tr class="beside__row">
            <th scope="row">
                { &row.label }
                if let Some(mark) = row.mark {
                    { " " }{ marked(mark) }
                }
            </th>
            <td class="beside__peers">
                <svg class="beside__bar" viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="beside__base" width="200" height="10" />
                    <rect class={look} width={share.to_string()} height="10" />
                </svg>
                { &row.peers }
            </td>
            { for row.given.iter().map(|given| cell(*given)) }
        </tr>
    }
}

fn cell(given: Given) -> Html {
    match given {
        Given::Yes => html! { <td><strong>{ table::YES }</strong></td> },
        Given::No => html! { <td>{ table::NO }</td> },
        Given::NotAnswered => no_answer(table::NOT_ANSWERED),
        Given::NotAsked => no_answer(table::NOT_ASKED),
    }
}

fn no_answer(why: &str) -> Html {
    html! { <td><span aria-hidden="true">{ words::NO_ANSWER }</span>{ visually_hidden(why) }</td> }
}
