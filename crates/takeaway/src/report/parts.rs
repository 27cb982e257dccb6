//! What stands before the report's figures and after them.

use explorer::view::wording::lower_first;
use explorer::words::{attribution as said, report as words};
use maud::{Markup, html};
use survey::Provenance;
use survey_stats::{SMALLEST_FOR_PERCENTAGES, SMALLEST_FULL_BASE};

use super::figure::anchor;
use super::language;
use crate::citation::{self, Cited};
use crate::{ExportContext, Item, attribution, date};

pub(super) fn head(
    context: &ExportContext,
    figures: &[(Item, Option<String>)],
    title: &str,
) -> Markup {
    let about = context.about();
    let (lang, dir) = language(about);
    let first = figures.first().map(|(item, _)| item);
    html! {
        header {
            h1 { (title) }
            @if !about.banner.is_empty() { p.notice { strong lang=[lang] dir=[dir] { (about.banner) } } }
            @if let Some(item) = first {
                @for (what, whom) in attribution::of_selection(item) { p { strong { (what) ":" } " " (whom) } }
                @if let Some(sides) = &item.sides {
                    ul.notes { @for note in &sides.notes { li { (note) } } }
                }
            }
            p {
                (said::taken_on(&date::in_words(context.date))) " "
                a href=(context.link()) { (words::SEE_AGAIN) }
                span.spelled { ": " (context.link()) }
            }
        }
        nav aria-labelledby="contents" {
            h2 #contents tabindex="-1" { (words::CONTENTS) }
            ol {
                @for (number, (item, _)) in (1_usize..).zip(figures) {
                    li { a href=(format!("#{}", anchor(number))) { (entry(item)) } }
                }
            }
            ul {
                li { a href="#limits" { (said::LIMITS) } }
                li { a href="#method" { (words::METHOD) } }
                li { a href="#source" { (words::SOURCE) } }
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
    words::entry(&figure.label, &lower_first(&figure.headline))
}

pub(super) fn limits(context: &ExportContext) -> Markup {
    let (lang, dir) = language(context.about());
    html! {
        section {
            h2 #limits tabindex="-1" { (said::LIMITS) }
            ul { @for limit in &context.about().limits { li lang=[lang] dir=[dir] { (limit) } } }
        }
    }
}

pub(super) fn method(context: &ExportContext) -> Markup {
    let about = context.about();
    let (lang, dir) = language(about);
    html! {
        section {
            h2 #method tabindex="-1" { (words::METHOD) }
            @for paragraph in &about.description { p lang=[lang] dir=[dir] { (paragraph) } }
            ul {
                li { (words::count_and_base(&about.respondent.other)) }
                li { (words::percentages(SMALLEST_FOR_PERCENTAGES, SMALLEST_FULL_BASE)) }
                @match about.provenance {
                    Provenance::Synthetic => li { (words::MARKS) },
                    Provenance::Confidential => li {
                        (words::protected(&survey::NotAvailable.to_string()))
                    },
                    Provenance::Public => {},
                }
            }
        }
    }
}

pub(super) fn source(context: &ExportContext) -> Markup {
    let about = context.about();
    let (lang, dir) = language(about);
    html! {
        section {
            h2 #source tabindex="-1" { (words::SOURCE) }
            p { (words::SURVEY) ": " span lang=[lang] dir=[dir] { (about.citation) } }
            p { (words::licence(&about.licence)) }
            p { (words::CITE) ": " (citation::text(context, Cited::Page)) }
            p.version { (words::VERSION) ": " (context.version()) }
        }
    }
}
