//! Two selections side by side: who they are.

use explorer::view::SideBySideView;
use yew::prelude::*;

/// Who is compared, and what to mind of it.
pub(crate) fn who(view: &SideBySideView) -> Html {
    let sides = [("a", "A", &view.sides[0]), ("b", "B", &view.sides[1])];
    html! {
        <section class="sides" aria-label="Who is compared">
            <ul class="sides__who">
                { for sides.iter().map(|(look, letter, words)| html! {
                    <li>
                        <span class={classes!("side", format!("side--{look}"))}>{ letter }</span>
                        { " " }
                        { words }
                    </li>
                }) }
            </ul>
            <ul class="figure__notes">
                { for view.notes.iter().map(|note| html! { <li>{ note }</li> }) }
            </ul>
        </section>
    }
}
