//! One answer as dots.

use explorer::chart::dots::{self, Dot};
use explorer::view::DotsView;
use explorer::words::findings as words;
use yew::prelude::*;

use crate::components::standing::{marked, standing_line};
use crate::components::take_away::take_away;

/// The sentence, the dots and their key.
pub(super) fn dots(view: &DotsView) -> Html {
    let (all, [width, height]) = dots::dots(view);
    html! {
        <figure class="dots">
            <figcaption class="dots__sentence">
                { &view.sentence.finding }
                if let Some(mark) = view.mark {
                    { " " }{ marked(mark) }
                }
            </figcaption>
            <svg
                class="dots__picture"
                viewBox={format!("0 0 {width} {height}")}
                role="img"
                aria-label={words::dots(&view.one_dot, &view.sentence.finding)}
            >
                { for all.into_iter().map(dot) }
            </svg>
            if view.each > 1 {
                <p class="figure__base">{ &view.one_dot }</p>
            }
            <ul class="dots__key" aria-label={words::LOOKS}>
                { for view.key.iter().map(|(look, meaning)| html! {
                    <li>
                        <svg viewBox="0 0 24 24" aria-hidden="true">{ dot(Dot::at(look, 0)) }</svg>
                        { meaning }
                    </li>
                }) }
            </ul>
            { standing_line(&view.standing) }
            <div class="figure__ways">
                { take_away(view.name(), view.sentence.whole(), &view.label) }
            </div>
        </figure>
    }
}

fn dot(dot: Dot) -> Html {
    let Dot { look, x, y } = dot;
    let class = format!("dot dot--{look}");
    let (half, dash) = dot.form();
    if dash {
        return html! {
            <line
                {class}
                x1={(x - half).to_string()} x2={(x + half).to_string()}
                y1={y.to_string()} y2={y.to_string()}
            />
        };
    }
    html! { <circle {class} cx={x.to_string()} cy={y.to_string()} r={half.to_string()} /> }
}
