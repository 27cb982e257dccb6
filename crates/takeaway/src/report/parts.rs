//! What stands before the report's figures and after them.

use explorer::view::wording::lower_first;
use maud::{Markup, html};
use survey::Provenance;
use survey_stats::{SMALLEST_FOR_PERCENTAGES, SMALLEST_FULL_BASE};

use super::figure::anchor;
use crate::citation::{self, Cited};
use crate::{ExportContext, Item, attribution, date};

pub(super) fn head(
    context: &ExportContext,
    figures: &[(Item, Option<String>)],
    title: &str,
) -> Markup {
    let about = context.about();
    let first = figures.first().map(|(item, _)| item);
    html! {
        header {
            h1 { (title) }
            @if !about.banner.is_empty() { p.notice { strong { (about.banner) } } }
            @if let Some(item) = first {
                @for (what, words) in attribution::of_selection(item) { p { strong { (what) ":" } " " (words) } }
                @if let Some(sides) = &item.sides {
                    ul.notes { @for note in &sides.notes { li { (note) } } }
                }
            }
            p {
                "Taken from the findings explorer on " (date::in_words(context.date)) ". "
                a href=(context.link()) { "See all of it again" }
                span.spelled { ": " (context.link()) }
            }
        }
        nav aria-labelledby="contents" {
            h2 #contents tabindex="-1" { "Contents" }
            ol {
                @for (number, (item, _)) in (1_usize..).zip(figures) {
                    li { a href=(format!("#{}", anchor(number))) { (entry(item)) } }
                }
            }
            ul {
                li { a href="#limits" { "What these figures can’t say" } }
                li { a href="#method" { "How to read the figures" } }
                li { a href="#source" { "Source, licence and citation" } }
            }
        }
    }
}

/// "Definition: the most common answer: clear" says more in a list than its second half.
fn entry(item: &Item) -> String {
    let figure = &item.view;
    if figure.is_headed_by_label() {
        return figure.headline.clone();
    }
    format!("{}: {}", figure.label, lower_first(&figure.headline))
}

pub(super) fn limits(context: &ExportContext) -> Markup {
    html! {
        section {
            h2 #limits tabindex="-1" { "What these figures can’t say" }
            ul { @for limit in &context.about().limits { li { (limit) } } }
        }
    }
}

pub(super) fn method(context: &ExportContext) -> Markup {
    let about = context.about();
    let teams = &about.respondent.other;
    html! {
        section {
            h2 #method tabindex="-1" { "How to read the figures" }
            @for paragraph in &about.description { p { (paragraph) } }
            ul {
                li { "A figure is a count and its base: how many " (teams) " answered the question." }
                li {
                    "Percentages are whole numbers. Below a base of " (SMALLEST_FOR_PERCENTAGES)
                    " there are none; from " (SMALLEST_FOR_PERCENTAGES) " to "
                    (SMALLEST_FULL_BASE - 1) " the base is called small."
                }
                @match about.provenance {
                    Provenance::Synthetic => li {
                        "“Published” marks a figure that was published. “Invented” marks one that \
                         was made up, and is evidence of nothing. “Worked out” marks one that \
                         follows from what was published."
                    },
                    Provenance::Confidential => li {
                        "“Protected” marks figures of confidential answers. What is “"
                        (survey::NotAvailable) "” was left out, would be empty or was never planned; \
                         the words do not tell which."
                    },
                    Provenance::Public => {},
                }
            }
        }
    }
}

pub(super) fn source(context: &ExportContext) -> Markup {
    let about = context.about();
    html! {
        section {
            h2 #source tabindex="-1" { "Source, licence and citation" }
            p { "Survey: " (about.citation) }
            p { "Licence of the survey’s data: " (about.licence) "." }
            p { "To cite this page: " (citation::text(context, Cited::Page)) }
            p.version { "Version of the survey: " (context.version()) }
        }
    }
}
