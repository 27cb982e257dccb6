//! Texts of the survey's package among the page's own words.

use yew::prelude::*;

use super::shared::Shared;

/// A text of the package in its language and direction, as the package declares them. Whatever it is,
/// it changes the order of no word around it.
pub(crate) fn package_text(shared: &Shared, text: &str) -> Html {
    let language = shared.survey().about().language.as_ref();
    html! {
        <bdi
            lang={language.map(|language| language.tag.clone())}
            dir={language.map(survey::Language::direction)}
        >
            { text }
        </bdi>
    }
}

/// The same where the survey is not at hand: the direction is that of the text's first letter.
pub(crate) fn isolated(text: &str) -> Html {
    html! { <bdi>{ text }</bdi> }
}
