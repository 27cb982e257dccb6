//! One finding with the figures it rests on.

use yew::prelude::*;

use super::dots::Dots;
use super::figure::QuestionFigure;
use super::shared::use_shared;
use crate::state::{Place, Scale};
use crate::view::{FindingFigureView, FindingView};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FindingProps {
    pub(super) finding: FindingView,
    /// Its number, from 1.
    pub(super) number: usize,
    pub(super) place: Place,
    /// How many respondents there are.
    pub(super) total: u32,
}

/// One finding.
#[component]
pub(super) fn Finding(props: &FindingProps) -> Html {
    let shared = use_shared();
    let finding = &props.finding;
    let heading = format!("{}-heading", finding.id);
    let figure = |figure: &FindingFigureView| match figure {
        FindingFigureView::Dots(view) => html! { <Dots view={view.clone()} /> },
        FindingFigureView::Bars(figure) => html! {
            <QuestionFigure figure={figure.clone()} scale={Scale::Count} total={props.total} />
        },
    };
    html! {
        <article class="finding" id={finding.id.clone()} aria-labelledby={heading.clone()}>
            <div class="finding__words">
                <p class="finding__number">{ format!("Finding {}", props.number) }</p>
                <h2 id={heading}>{ &finding.headline }</h2>
                <p>{ &finding.text }</p>
                <p class="finding__source">{ "Source: " }{ &finding.source }</p>
                <p>
                    <a class="finding__explore" href={shared.link(&props.place.exploring(&finding.explore))}>
                        { "Explore this" }
                        <span class="visually-hidden">{ format!(": {}", finding.headline) }</span>
                        <span aria-hidden="true">{ " →" }</span>
                    </a>
                </p>
            </div>
            <div class="finding__figures">{ for finding.figures.iter().map(figure) }</div>
        </article>
    }
}
