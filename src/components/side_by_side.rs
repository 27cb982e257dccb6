//! Two selections side by side: who they are.

use explorer::view::SideBySideView;
use explorer::words::figure as words;
use yew::prelude::*;

/// Who is compared, and what to mind of it.
pub(crate) fn who(view: &SideBySideView) -> Html {
    let looks = ["a", "b"].iter().zip(words::SIDES).zip(&view.sides);
    html! {
        <section class="sides" aria-label={words::WHO_IS_COMPARED}>
            <ul class="sides__who">
                { for looks.map(|((look, letter), side)| html! {
                    <li>
                        <span class={classes!("side", format!("side--{look}"))}>{ letter }</span>
                        { " " }
                        { side }
                    </li>
                }) }
            </ul>
            <ul class="figure__notes">
                { for view.notes.iter().map(|note| html! { <li>{ note }</li> }) }
            </ul>
        </section>
    }
}
