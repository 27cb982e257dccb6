//! Texts of the survey's package among the page's own words.

use survey::Language;
use yew::prelude::*;

use super::shared::Shared;

/// A text of the package in its language and direction, as the package declares them. Whatever it is,
/// it changes the order of no word around it.
pub(crate) fn package_text(shared: &Shared, text: &str) -> Html {
    in_language(shared.survey().about().language.as_ref(), text)
}

/// The same, for those who have only the language at hand.
pub(crate) fn in_language(language: Option<&Language>, text: &str) -> Html {
    html! {
        <bdi
            lang={language.map(|language| language.tag.clone())}
            dir={language.map(Language::direction)}
        >
            { text }
        </bdi>
    }
}

/// A heading of a table, which is the package's text or the page's own: in neither language, and in
/// the direction of its first letter.
pub(crate) fn isolated(text: &str) -> Html {
    html! { <bdi>{ text }</bdi> }
}
