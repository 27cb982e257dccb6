//! What stands in a screen's place when its part of the program did not arrive.

use explorer::state::Screen;
use explorer::words::page as words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::title::title;
use crate::web::program_part::ProgramPart;

/// The sentence and the way to try again; `again` shows what is there after a try.
pub(crate) fn missing(screen: Screen, part: ProgramPart, again: UseForceUpdateHandle) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| {
        let again = again.clone();
        spawn_local(async move {
            part.load().await;
            again.force_update();
        });
    });
    html! {
        <>
            <div class="screen-head">
                { title(screen.name()) }
            </div>
            <div class="empty">
                <p role="alert">{ words::DID_NOT_ARRIVE }</p>
                <button type="button" class="button" {onclick}>{ words::TRY_AGAIN }</button>
            </div>
        </>
    }
}
