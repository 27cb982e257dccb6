//! The filter that picks respondents themselves.

use explorer::state::Action;
use explorer::view::Search;
use explorer::view::wording::capitalised;
use explorer::words::explore as words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::choice::Choice;
use crate::components::package_text::package_text;
use crate::components::parts::{facet_legend, hint};
use crate::components::shared::Shared;

/// More matches than this are not listed: typing narrows them.
const MOST: usize = 60;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RespondentPickerProps {
    pub(super) shared: Shared,
    pub(super) draw: usize,
    /// The picked rows.
    pub(super) picked: Vec<u32>,
}

/// A search and a list of checkboxes.
#[component]
pub(super) fn RespondentPicker(props: &RespondentPickerProps) -> Html {
    let shared = &props.shared;
    let typed = use_state(String::new);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let noun = &shared.survey().about().respondent;
    let ids = shared.survey().draws()[props.draw].ids();
    let wanted = Search::of(&typed);
    let matches: Vec<(u32, &String)> =
        (0..).zip(ids).filter(|(_, id)| wanted.finds([id.as_str()])).collect();
    let left_out = matches.len().saturating_sub(MOST);
    html! {
        <fieldset class="facet govuk-fieldset" data-question="respondents">
            { facet_legend(package_text(shared, &capitalised(&noun.one))) }
            <label class="facet__search-label" for="respondent-search">
                { words::find_by_name(&noun.other) }
            </label>
            <input
                class="govuk-input"
                type="search"
                id="respondent-search"
                autocomplete="off"
                value={(*typed).clone()}
                {oninput}
            />
            if matches.is_empty() {
                { hint(&words::no_name_contains(&noun.one)) }
            } else {
                <div class="facet__scroll" tabindex="0" role="group" aria-label={capitalised(&noun.other)}>
                    <div class="govuk-checkboxes govuk-checkboxes--small">
                        { for matches.into_iter().take(MOST).map(|(row, id)| {
                            respondent(shared, row, id, props.picked.contains(&row))
                        }) }
                    </div>
                </div>
            }
            if left_out > 0 {
                { hint(&words::more_not_listed(u32::try_from(left_out).unwrap_or(u32::MAX))) }
            }
        </fieldset>
    }
}

fn respondent(shared: &Shared, row: u32, id: &str, picked: bool) -> Html {
    let toggle = shared.sends(Action::ToggleRespondent(row));
    Choice::checkbox(format!("respondent-{row}"), picked).show(html! { id }, toggle)
}
