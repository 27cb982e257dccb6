//! All questions above the figures, a line each: what there is, and the way to it.

use explorer::view::OverviewRow;
use explorer::words::explore as words;
use yew::prelude::*;

use crate::components::figure::anchor;
use crate::components::package_text::package_text;
use crate::components::shared::Shared;
use crate::components::standing::marked;
use crate::web::focus;

/// More lines than these stand closed: they would keep the figures out of sight.
const MOST_OPEN: usize = 20;

/// The list of all questions. It needs no charts.
pub(super) fn overview(shared: &Shared, rows: &[OverviewRow]) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    html! {
        <details class="details overview" open={rows.len() <= MOST_OPEN}>
            <summary>{ words::ALL_QUESTIONS }</summary>
            <ol>{ for rows.iter().map(|row| line(shared, row)) }</ol>
        </details>
    }
}

fn line(shared: &Shared, row: &OverviewRow) -> Html {
    let target = anchor(row.question);
    let onclick = {
        let target = target.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            focus::go_to(&target);
        })
    };
    let look = row.mark.map(|mark| format!("overview__bar--{}", mark.mark.name()));
    html! {
        <li>
            <a href={format!("#{target}")} {onclick}>{ package_text(shared, &row.label) }</a>
            <svg class={classes!("overview__bar", look)} aria-hidden="true">
                if let Some(length) = row.length {
                    <rect width={format!("{length}%")} height="100%" />
                }
            </svg>
            <span>{ &row.said }</span>
            if let Some(mark) = row.mark {
                { marked(mark) }
            }
        </li>
    }
}
