//! One question's figure: headline, chart, table, notes.

use explorer::view::{FigureView, ReceiptView, Shape};
use explorer::words::figure as words;
use survey::QuestionIx;
use yew::prelude::*;

use super::chart::{Chart, FigureProps};
use super::data_table::data_table;
use super::package_text::in_language;
use super::parts::visually_hidden;
use super::standing::standing_line;
use super::surroundings::{Library, use_surroundings};
use super::take_away::take_away;

/// The element of a question's figure.
pub(crate) fn anchor(question: QuestionIx) -> String {
    format!("figure-{}", question.position())
}

/// One question's figure.
#[component]
pub(crate) fn QuestionFigure(props: &FigureProps) -> Html {
    let FigureProps { figure, language, .. } = props;
    let language = language.as_ref();
    let without_charts = use_surroundings().library == Library::Failed;
    let anchor = anchor(figure.question);
    let heading = format!("{anchor}-heading");
    html! {
        <section class="figure" id={anchor} tabindex="-1" data-question={figure.id.clone()} aria-labelledby={heading.clone()}>
            // What no page's end may part.
            <div class="figure__whole">
                <h3 class="figure__headline" id={heading}>{ &figure.headline }</h3>
                <p class="figure__measure">
                    if !figure.is_headed_by_label() {
                        <strong>{ in_language(language, &figure.label) }</strong>
                        { ": " }
                    }
                    { in_language(language, &figure.text) }
                    { " " }
                    <span class="figure__whom">{ &figure.base_summary }</span>
                </p>
                if let Some(receipt) = &props.receipt {
                    { receipt_notice(receipt) }
                }
                if let Shape::Nothing(reason) = &figure.shape {
                    <p class="figure__nothing">{ reason }</p>
                } else {
                    { drawn(props, without_charts) }
                }
            </div>
            if figure.shape.is_drawn() {
                { behind(figure, without_charts) }
            }
        </section>
    }
}

/// Whether the figure is still what a link says it was. Where an earlier version of the data was
/// linked to, the site may still have it.
fn receipt_notice(receipt: &ReceiptView) -> Html {
    html! {
        <p class="notice receipt">
            { &receipt.words }
            if let Some(earlier) = &receipt.earlier {
                { " " }
                <a href={earlier.clone()}>{ words::DATA_AS_THEY_WERE }</a>
            }
        </p>
    }
}

/// The chart, with where its numbers come from and what to mind of them.
fn drawn(props: &FigureProps, without_charts: bool) -> Html {
    let figure = &props.figure;
    html! {
        <>
            { line("figure__sentence", figure.contrast()) }
            { line("figure__base", figure.uncertainty.over(props.scale)) }
            if !without_charts {
                <Chart ..props.clone() />
            }
            { standing_line(&figure.standing) }
            { line("figure__base", &figure.caution) }
        </>
    }
}

/// What tells the same words under other figures apart, for those who hear them.
fn of_figure(figure: &FigureView) -> Html {
    visually_hidden(&[": ", &figure.label].concat())
}

fn line(class: &'static str, words: &str) -> Html {
    if words.is_empty() {
        return html! {};
    }
    html! { <p {class}>{ words }</p> }
}

/// The table, the ways to take the figure away, and what there is to know of it; without charts the
/// table is open in their place.
fn behind(figure: &FigureView, without_charts: bool) -> Html {
    html! {
        <div class="figure__ways">
            <details class="details" open={without_charts}>
                <summary>{ words::TABLE }{ of_figure(figure) }</summary>
                { data_table(&figure.table, false) }
            </details>
            { take_away(figure.id.clone(), figure.sentence.whole(), &figure.label) }
            // Here goes "Embed".
            <details class="details figure__about">
                <summary>{ words::ABOUT_THIS_FIGURE }{ of_figure(figure) }</summary>
                <ul class="figure__notes">
                    <li class="figure__said">{ figure.sentence.without_caveat() }</li>
                    { for figure.notes.iter().map(|note| html! { <li>{ note }</li> }) }
                </ul>
            </details>
        </div>
    }
}
