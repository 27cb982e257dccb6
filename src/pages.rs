//! The screens, and what stands in a page of another site: each a file, with a folder of its parts.
//! No screen knows another.

mod about;
mod compare;
pub(crate) mod embed;
mod explore;
pub(crate) mod findings;

use explorer::state::own::Own;
use explorer::state::{Place, Screen};
use survey::QuestionIx;
use yew::Html;

use crate::components::shared::Shared;
use crate::web::program_part::{ProgramPart, in_part};

/// The part of the program in which a place's screen stands; the first screen's is always there.
pub(crate) fn part_of(place: &Place, embedded: bool) -> Option<ProgramPart> {
    match place.screen {
        _ if embedded && place.figure.is_some() => Some(ProgramPart::Explore),
        Screen::Findings => None,
        Screen::Explore => Some(ProgramPart::Explore),
        Screen::Compare => Some(ProgramPart::Compare),
        Screen::About => Some(ProgramPart::About),
    }
}

in_part! {
    "explore", 0,
    pub(crate) fn explore_screen(shared: &Shared, place: &Place, second: bool, search: &str) -> Html
        = explore::explore_screen;
}
in_part! {
    "explore", 1,
    pub(crate) fn embedded_figure(shared: &Shared, place: &Place, question: QuestionIx) -> Html
        = embed::figure;
}
in_part! {
    "compare", 0,
    pub(crate) fn compare_screen(shared: &Shared, place: &Place, own: &Own) -> Html
        = compare::compare_screen;
}
in_part! {
    "about", 0,
    pub(crate) fn about_screen(shared: &Shared, place: &Place) -> Html = about::about_screen;
}
