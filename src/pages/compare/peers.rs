//! Whom the answers are compared with.

use explorer::state::Action;
use explorer::state::own::OwnAction;
use explorer::view::wording::thousands;
use explorer::view::{PeersChoice, PeersView, Refusal, Trait};
use explorer::words::compare as words;
use survey::Pick;
use yew::prelude::*;

use crate::components::choice::Choice;
use crate::components::package_text::package_text;
use crate::components::parts::facet_legend;
use crate::components::shared::Shared;
use crate::web::focus;

pub(super) fn peers(shared: &Shared, view: &PeersView) -> Html {
    html! {
        <>
            <fieldset class="peers govuk-fieldset" id="peers" tabindex="-1">
                <legend class="peers__legend">{ words::COMPARE_WITH }</legend>
                <div class="govuk-radios govuk-radios--small">
                    { for view.choices.iter().enumerate().map(|(at, view)| peer_choice(shared, at, view)) }
                </div>
                { for view.traits.iter().map(|view| traits(shared, view)) }
            </fieldset>
            if let Some(refusal) = &view.refusal {
                { refused(shared, refusal) }
            }
        </>
    }
}

fn peer_choice(shared: &Shared, at: usize, view: &PeersChoice) -> Html {
    let size = view.size.map_or_else(String::new, |size| words::in_brackets(&thousands(size)));
    let label = format!("{}{size}", view.label);
    let action = Action::Own(OwnAction::CompareWith(view.peers));
    Choice::radio("peers", format!("peers-{at}"), view.chosen)
        .show(html! { label }, shared.sends(action))
}

fn traits(shared: &Shared, view: &Trait) -> Html {
    let option = |(at, (label, ticked)): (usize, &(String, bool))| {
        let toggle = OwnAction::ToggleTrait(view.question, Pick::Option(at));
        Choice::checkbox(format!("trait-{}-{at}", view.id), *ticked)
            .show(html! { label }, shared.sends(Action::Own(toggle)))
    };
    html! {
        <fieldset class="facet govuk-fieldset">
            { facet_legend(package_text(shared, &view.label)) }
            <div class="govuk-checkboxes govuk-checkboxes--small">
                { for view.options.iter().enumerate().map(option) }
            </div>
        </fieldset>
    }
}

/// Why the group is not compared with, and the nearest larger one.
fn refused(shared: &Shared, view: &Refusal) -> Html {
    html! {
        <div class="notice" id="peers-refused">
            <p>{ &view.why }</p>
            if let Some((offer, filter)) = &view.offer {
                <button
                    type="button"
                    class="button"
                    onclick={shared.dispatch.reform({
                        let action = OwnAction::CompareWithTraits(filter.clone());
                        move |_: MouseEvent| {
                            focus::focus("peers");
                            Action::Own(action.clone())
                        }
                    })}
                >
                    { offer }
                </button>
            }
        </div>
    }
}
