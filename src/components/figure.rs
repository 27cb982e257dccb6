//! One question's figure: headline, chart, table, notes.

use std::rc::Rc;

use survey::QuestionIx;
use yew::prelude::*;

use super::chart::Chart;
use super::data_table::DataTable;
use super::evidence::EvidenceLine;
use super::surroundings::{Library, use_surroundings};
use crate::state::Scale;
use crate::view::{FigureView, Shape};

/// The element of a question's figure.
pub(super) fn anchor(question: QuestionIx) -> String {
    format!("figure-{}", question.0)
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct QuestionFigureProps {
    pub(super) figure: Rc<FigureView>,
    pub(super) scale: Scale,
    pub(super) total: u32,
}

/// One question's figure.
#[component]
pub(super) fn QuestionFigure(props: &QuestionFigureProps) -> Html {
    let figure = &props.figure;
    let anchor = anchor(figure.question);
    let heading = format!("{anchor}-heading");
    html! {
        <section class="figure" id={anchor} data-question={figure.id.clone()} aria-labelledby={heading.clone()}>
            <h3 class="figure__headline" id={heading}>{ &figure.headline }</h3>
            <p class="figure__measure">
                if figure.headline != figure.label {
                    <strong>{ &figure.label }</strong>
                    { ": " }
                }
                { &figure.text }
            </p>
            { match &figure.shape {
                Shape::Nothing(reason) => html! { <p class="figure__nothing">{ reason }</p> },
                _ => html! { <Drawn ..props.clone() /> },
            } }
        </section>
    }
}

#[component]
fn Drawn(props: &QuestionFigureProps) -> Html {
    let QuestionFigureProps { figure, scale, total } = props.clone();
    let without_charts = use_surroundings().library == Library::Failed;
    html! {
        <>
            <p class="figure__base">{ &figure.base_line }</p>
            if !without_charts {
                <Chart figure={figure.clone()} {scale} {total} />
            }
            <EvidenceLine evidence={figure.evidence.clone()} />
            <details class="details" open={without_charts}>
                <summary>{ "Table" }</summary>
                <DataTable table={figure.table.clone()} />
            </details>
            if !figure.notes.is_empty() {
                <ul class="figure__notes">
                    { for figure.notes.iter().map(|note| html! { <li>{ note }</li> }) }
                </ul>
            }
        </>
    }
}
