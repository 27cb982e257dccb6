//! What the comparison says.

use explorer::view::{CompareRow, CompareView, Mark, ResultsView, RowGroup};
use explorer::words::compare as words;
use yew::prelude::*;

use super::spread::spread;
use crate::components::data_table::data_table;
use crate::components::standing::marked;
use crate::web::page;

pub(super) fn results(view: &CompareView) -> Html {
    match &view.results {
        Some(results) => count_of_base(results),
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

fn count_of_base(results: &ResultsView) -> Html {
    let print = Callback::from(|_: MouseEvent| page::print());
    html! {
        <>
            <h2 id="results-heading">{ &results.heading }</h2>
            <p class="compare__caveat">
                if results.invented {
                    { marked(Mark::Invented.alone()) }{ " " }
                }
                { &results.caveat }
            </p>
            <ul class="compare__summary" id="own-summary">
                { for results.summary.iter().map(|sentence| html! { <li>{ sentence }</li> }) }
            </ul>
            { for results.spreads.iter().map(spread) }
            { for results.groups.iter().map(group) }
            if let Some((heading, table)) = &results.beside {
                <section class="standing">
                    <h3>{ heading }</h3>
                    { data_table(table, true) }
                </section>
            }
            <p class="needs-screen">
                <button type="button" class="button" id="print-page" onclick={print}>
                    { words::PRINT }
                </button>
            </p>
        </>
    }
}

fn group(group: &RowGroup) -> Html {
    html! {
        <section class="standing">
            <h3>{ group.title }<span class="standing__count">{ format!(" {}", group.rows.len()) }</span></h3>
            <ul class="standing__rows">{ for group.rows.iter().map(row) }</ul>
        </section>
    }
}

/// The bar repeats what the sentence says.
fn row(row: &CompareRow) -> Html {
    let share = 200 * u64::from(row.count) / u64::from(row.base.max(1));
    html! {
        <li class="standing__row">
            <span class="standing__label">
                { &row.label }
                if let Some(mark) = row.mark {
                    { " " }{ marked(mark) }
                }
            </span>
            <svg class="standing__bar" viewBox="0 0 200 8" preserveAspectRatio="none" aria-hidden="true">
                <rect class="standing__base" width="200" height="8" />
                <rect class="standing__share" width={share.to_string()} height="8" />
            </svg>
            <span class="standing__sentence">{ &row.sentence }</span>
        </li>
    }
}
