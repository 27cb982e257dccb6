//! One dot a respondent. Filled, hollow, dot and dash differ without colour.

use yew::prelude::*;

use super::copy_sentence::CopySentence;
use super::evidence::marked;
use crate::view::DotsView;

/// Dots in a row.
const COLUMNS: u32 = 15;
/// From one dot's middle to the next one's.
const PITCH: u32 = 24;

/// The sentence, the dots and their key.
pub(super) fn dots(view: &DotsView) -> Html {
    let looks = [
        ("gave", view.gave),
        ("other", view.other),
        ("unanswered", view.not_answered),
        ("unasked", view.not_asked),
    ];
    let all = looks.iter().flat_map(|&(look, count)| (0..count).map(move |_| look));
    let total: u32 = looks.iter().map(|(_, count)| count).sum();
    let (width, height) = (COLUMNS * PITCH, total.div_ceil(COLUMNS) * PITCH);
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
                aria-label={format!("One dot a respondent. {}", view.sentence.finding)}
            >
                { for all.zip(0..).map(|(look, position)| dot(look, position)) }
            </svg>
            <ul class="dots__key" aria-label="Key">
                { for view.key.iter().map(|(look, words)| html! {
                    <li>
                        <svg viewBox="0 0 24 24" aria-hidden="true">{ dot(look, 0) }</svg>
                        { words }
                    </li>
                }) }
            </ul>
            if !view.evidence.is_empty() {
                <p class="evidence">{ &view.evidence }</p>
            }
            <CopySentence sentence={view.sentence.whole()} of={view.label.clone()} />
        </figure>
    }
}

fn dot(look: &str, position: u32) -> Html {
    let x = position % COLUMNS * PITCH + PITCH / 2;
    let y = position / COLUMNS * PITCH + PITCH / 2;
    let class = format!("dot dot--{look}");
    match look {
        "unasked" => html! {
            <line
                {class}
                x1={(x - 6).to_string()} x2={(x + 6).to_string()}
                y1={y.to_string()} y2={y.to_string()}
            />
        },
        "unanswered" => html! { <circle {class} cx={x.to_string()} cy={y.to_string()} r="3" /> },
        _ => html! { <circle {class} cx={x.to_string()} cy={y.to_string()} r="8" /> },
    }
}
