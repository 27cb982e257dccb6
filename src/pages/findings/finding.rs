//! One finding with the figures it rests on.

use explorer::state::{Place, Scale};
use explorer::view::{FindingFigureView, FindingView};
use explorer::words::findings as words;
use yew::prelude::*;

use super::dots::dots;
use crate::components::figure::QuestionFigure;
use crate::components::package_text::package_text;
use crate::components::parts::visually_hidden;
use crate::components::shared::Shared;
use crate::components::standing::linked;

/// One finding; `number` counts from 1, `total` is how many respondents there are.
pub(super) fn finding(
    shared: &Shared,
    place: &Place,
    finding: &FindingView,
    number: usize,
    total: u32,
) -> Html {
    let heading = format!("{}-heading", finding.id);
    let figure = |figure: &FindingFigureView| match figure {
        FindingFigureView::Dots(view) => dots(view),
        FindingFigureView::Bars(figure) => html! {
            <QuestionFigure
                figure={figure.clone()}
                scale={Scale::Count}
                language={shared.survey().about().language.clone()}
                {total}
            />
        },
    };
    html! {
        <article class="finding" id={finding.id.clone()} aria-labelledby={heading.clone()}>
            <div class="finding__words">
                <p class="finding__number">{ words::number(number) }</p>
                <h2 id={heading}>{ package_text(shared, &finding.headline) }</h2>
                <p>{ package_text(shared, &finding.text) }</p>
                if let Some(words) = finding.nothing_published {
                    <p>{ words }</p>
                }
                <p class="finding__source">
                    { words::SOURCE }
                    { for finding.sources.iter().enumerate().map(|(place, (title, address))| html! {
                        <>
                            if place > 0 {
                                { "; " }
                            }
                            { linked(title, address.as_deref()) }
                        </>
                    }) }
                </p>
                <p>
                    <a class="finding__explore needs-app" href={shared.link(&place.exploring(&finding.explore))}>
                        { words::EXPLORE_THIS }
                        { visually_hidden(&format!(": {}", finding.headline)) }
                        <span aria-hidden="true">{ " →" }</span>
                    </a>
                </p>
            </div>
            <div class="finding__figures">{ for finding.figures.iter().map(figure) }</div>
        </article>
    }
}
