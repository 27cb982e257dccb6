//! The filter of one question.

use survey::{Matching, QuestionIx};
use yew::prelude::*;

use super::shared::use_shared;
use crate::state::Action;
use crate::view::{FacetEntry, FacetView};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FacetProps {
    pub(super) facet: FacetView,
}

/// A fieldset of checkboxes, each with what picking it brings.
#[component]
pub(super) fn Facet(props: &FacetProps) -> Html {
    let facet = &props.facet;
    html! {
        <fieldset class="facet govuk-fieldset" data-question={facet.id.clone()}>
            <legend class="facet__legend">{ &facet.label }</legend>
            if let Some(matching) = facet.matching {
                <MatchingChoice question={facet.question} id={facet.id.clone()} {matching} />
            }
            <div class="govuk-checkboxes govuk-checkboxes--small">
                { for facet.entries.iter().map(|entry| html! {
                    <Entry question={facet.question} facet={facet.id.clone()} entry={entry.clone()} />
                }) }
            </div>
        </fieldset>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct EntryProps {
    question: QuestionIx,
    facet: String,
    entry: FacetEntry,
}

#[component]
fn Entry(props: &EntryProps) -> Html {
    let shared = use_shared();
    let opened_with = use_state(|| props.entry.picks_within());
    let EntryProps { question, facet, entry } = props;
    let id = format!("{facet}-{:?}", entry.pick).replace(['(', ')'], "-");
    let noun = &shared.survey().about.respondent;
    let within = match entry.within.len() {
        1 => "its one answer".to_owned(),
        several => format!("its {several} answers"),
    };
    html! {
        <>
            <div class="govuk-checkboxes__item">
                <input
                    class="govuk-checkboxes__input"
                    type="checkbox"
                    id={id.clone()}
                    checked={entry.picked}
                    disabled={entry.is_empty() && !entry.picked}
                    onchange={shared.sends(Action::TogglePick(*question, entry.pick))}
                />
                <label class="govuk-label govuk-checkboxes__label" for={id}>
                    <span>{ &entry.label }</span>
                    if let Some(count) = entry.count {
                        <span class="facet__count">
                            { count }
                            <span class="visually-hidden">
                                { format!(" {}", noun.for_count(u64::from(count))) }
                            </span>
                        </span>
                    }
                </label>
            </div>
            if !entry.within.is_empty() {
                <details class="facet__within" open={*opened_with}>
                    <summary>
                        { "Choose among " }{ within }
                        <span class="visually-hidden">{ format!(" of {}", entry.label) }</span>
                    </summary>
                    { for entry.within.iter().map(|entry| html! {
                        <Entry question={*question} facet={facet.clone()} entry={entry.clone()} />
                    }) }
                </details>
            }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MatchingProps {
    question: QuestionIx,
    id: String,
    matching: Matching,
}

/// Whether one of the picks is enough.
#[component]
fn MatchingChoice(props: &MatchingProps) -> Html {
    let shared = use_shared();
    let choice = |(matching, words): (Matching, &'static str)| {
        let id = format!("{}-{matching:?}", props.id);
        html! {
            <div class="govuk-radios__item">
                <input
                    class="govuk-radios__input"
                    type="radio"
                    name={format!("{}-matching", props.id)}
                    id={id.clone()}
                    checked={props.matching == matching}
                    onchange={shared.sends(Action::Match(props.question, matching))}
                />
                <label class="govuk-label govuk-radios__label" for={id}>{ words }</label>
            </div>
        }
    };
    html! {
        <div
            class="facet__matching govuk-radios govuk-radios--small govuk-radios--inline"
            role="radiogroup"
            aria-label="How several are matched"
        >
            { for [(Matching::Any, "Any of these"), (Matching::All, "All of these")].map(choice) }
        </div>
    }
}
