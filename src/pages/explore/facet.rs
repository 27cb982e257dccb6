//! The filter of one question.

use explorer::state::Action;
use explorer::view::wording::thousands;
use explorer::view::{FacetEntry, FacetView};
use explorer::words::explore as words;
use survey::Matching;
use yew::prelude::*;

use crate::components::choice::Choice;
use crate::components::package_text::package_text;
use crate::components::parts::{facet_legend, visually_hidden};
use crate::components::shared::Shared;

/// A fieldset of checkboxes, each with what picking it brings; the answers of a group below it.
pub(super) fn facet(shared: &Shared, facet: &FacetView) -> Html {
    html! {
        // Where others come and go, the one in use stays the same element and keeps the keyboard.
        <fieldset key={facet.id.clone()} class="facet govuk-fieldset" data-question={facet.id.clone()}>
            { facet_legend(package_text(shared, &facet.label)) }
            if let Some(matching) = facet.matching {
                { matching_choice(shared, facet, matching) }
            }
            <div class="govuk-checkboxes govuk-checkboxes--small">
                { for facet.entries.iter().map(|view| entry(shared, facet, view)) }
            </div>
        </fieldset>
    }
}

fn entry(shared: &Shared, facet: &FacetView, view: &FacetEntry) -> Html {
    let id = format!("{}-{:?}", facet.id, view.pick).replace(['(', ')'], "-");
    let noun = &shared.survey().about().respondent;
    let checkbox = Choice::checkbox(id, view.picked).disabled(view.is_empty() && !view.picked);
    let label = html! {
        <>
            { package_text(shared, &view.label) }
            if let Some(count) = view.count {
                <span class="facet__count">
                    { thousands(count) }
                    { visually_hidden(&format!(" {}", noun.for_count(u64::from(count)))) }
                </span>
            }
        </>
    };
    html! {
        <>
            { checkbox.show(label, shared.sends(Action::TogglePick(facet.question, view.pick))) }
            if !view.within.is_empty() {
                <div class="facet__within" role="group" aria-label={view.label.clone()}>
                    { for view.within.iter().map(|view| entry(shared, facet, view)) }
                </div>
            }
        </>
    }
}

/// Whether one of the picks is enough.
fn matching_choice(shared: &Shared, facet: &FacetView, shown: Matching) -> Html {
    let choice = |(matching, label): (Matching, &'static str)| {
        let id = format!("{}-{matching:?}", facet.id);
        let send = shared.sends(Action::Match(facet.question, matching));
        let name = format!("{}-matching", facet.id);
        Choice::radio(name, id, shown == matching).show(html! { label }, send)
    };
    html! {
        <div
            class="facet__matching govuk-radios govuk-radios--small govuk-radios--inline"
            role="radiogroup"
            aria-label={words::WHEN_SEVERAL_MATCH}
        >
            { for [(Matching::Any, words::ANY_OF_THESE), (Matching::All, words::ALL_OF_THESE)].map(choice) }
        </div>
    }
}
