//! The filter of one question.

use explorer::state::Action;
use explorer::view::{FacetEntry, FacetView};
use explorer::words::explore as words;
use survey::{Matching, Pick, QuestionIx};
use yew::prelude::*;

use crate::components::choice::Choice;
use crate::components::package_text::package_text;
use crate::components::parts::{facet_legend, visually_hidden};
use crate::components::shared::Shared;

/// A fieldset of checkboxes, each with what picking it brings. `opened` are the groups that open to
/// their answers from the start.
pub(super) fn facet(shared: &Shared, facet: &FacetView, opened: &[(QuestionIx, Pick)]) -> Html {
    html! {
        // Where others come and go, the one in use stays the same element and keeps the keyboard.
        <fieldset key={facet.id.clone()} class="facet govuk-fieldset" data-question={facet.id.clone()}>
            { facet_legend(package_text(shared, &facet.label)) }
            if let Some(matching) = facet.matching {
                { matching_choice(shared, facet, matching) }
            }
            <div class="govuk-checkboxes govuk-checkboxes--small">
                { for facet.entries.iter().map(|view| entry(shared, facet, view, opened)) }
            </div>
        </fieldset>
    }
}

fn entry(
    shared: &Shared,
    facet: &FacetView,
    view: &FacetEntry,
    opened: &[(QuestionIx, Pick)],
) -> Html {
    let open = opened.contains(&(facet.question, view.pick));
    let id = format!("{}-{:?}", facet.id, view.pick).replace(['(', ')'], "-");
    let noun = &shared.survey().about().respondent;
    let checkbox = Choice::checkbox(id, view.picked).disabled(view.is_empty() && !view.picked);
    let label = html! {
        <>
            { package_text(shared, &view.label) }
            if let Some(count) = view.count {
                <span class="facet__count">
                    { count }
                    { visually_hidden(&format!(" {}", noun.for_count(u64::from(count)))) }
                </span>
            }
        </>
    };
    html! {
        <>
            { checkbox.show(label, shared.sends(Action::TogglePick(facet.question, view.pick))) }
            if !view.within.is_empty() {
                <details class="facet__within" {open}>
                    <summary>
                        { words::show_answers(view.within.len()) }
                        { visually_hidden(&words::of_group(&view.label)) }
                    </summary>
                    { for view.within.iter().map(|view| entry(shared, facet, view, opened)) }
                </details>
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
