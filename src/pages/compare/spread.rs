//! How many answers the peers gave, a dot each, and the reader among them.

use explorer::view::SpreadView;
use explorer::words::{compare, figure};
use yew::prelude::*;

use crate::components::data_table::data_table;

/// From one dot's middle to the next one's.
const PITCH: u32 = 20;
/// Room for the numbers below the dots, and for “you” below these.
const FOOT: u32 = 44;
/// The tallest bar, in dots.
const TALLEST: u32 = 12;

pub(super) fn spread(view: &SpreadView) -> Html {
    let columns = u32::try_from(view.peers.len()).unwrap_or_default();
    let most = view.peers.iter().copied().max().unwrap_or_default().max(1);
    let rows = if view.dots { most } else { TALLEST } + 1;
    let height = rows * PITCH + FOOT;
    let own = u32::try_from(view.own).unwrap_or_default();
    let width = columns * 2 * PITCH;
    html! {
        <figure class="spread" data-question={view.question.position().to_string()}>
            <figcaption>{ &view.title }</figcaption>
            <svg
                class="spread__picture"
                viewBox={format!("0 0 {width} {height}")}
                width={width.to_string()}
                role="img"
                aria-label={view.sentence.clone()}
            >
                { for (0..).zip(&view.peers).map(|(number, count)| {
                    let stands = if view.dots { *count } else { TALLEST * count / most };
                    html! {
                        <>
                            if view.dots {
                                { for (0..stands).map(|place| dot("peer", number, place, height)) }
                            } else {
                                { bar(number, stands, height) }
                            }
                            if number == own {
                                { dot("own", number, stands, height) }
                            }
                            { words("spread__number", number, height - 28, number.to_string()) }
                            if number == own {
                                { words("spread__own", number, height - 8, compare::YOU.to_owned()) }
                            }
                        </>
                    }
                }) }
            </svg>
            <details class="details">
                <summary>{ figure::TABLE }</summary>
                { data_table(&view.table, false) }
            </details>
        </figure>
    }
}

/// The middle of a column.
fn middle(number: u32) -> u32 {
    number * 2 * PITCH + PITCH
}

fn words(class: &'static str, number: u32, y: u32, words: String) -> Html {
    html! {
        <text {class} x={middle(number).to_string()} y={y.to_string()} text-anchor="middle">
            { words }
        </text>
    }
}

fn dot(look: &str, number: u32, place: u32, height: u32) -> Html {
    html! {
        <circle
            class={format!("spread__{look}")}
            cx={middle(number).to_string()}
            cy={(height - FOOT - place * PITCH - PITCH / 2).to_string()}
            r="8"
        />
    }
}

fn bar(number: u32, stands: u32, height: u32) -> Html {
    html! {
        <rect
            class="spread__peers"
            x={(middle(number) - PITCH / 2).to_string()}
            y={(height - FOOT - stands * PITCH).to_string()}
            width={PITCH.to_string()}
            height={(stands * PITCH).to_string()}
        />
    }
}
