//! Where the reader's answers are, and what can be done with them.

use explorer::state::Action;
use explorer::state::own::saved::{self, OPEN_ID};
use explorer::state::own::{Notice, Own, OwnAction};
use explorer::words::{compare as words, take_away};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::parts::text_button;
use crate::components::shared::Shared;
use crate::web::{file, focus};

/// The promise, how to check it, and save, open, forget.
pub(super) fn keeping(shared: &Shared, own: &Own) -> Html {
    html! {
        <section class="keeping" aria-labelledby="keeping-heading">
            <h2 class="keeping__promise" id="keeping-heading">
                { words::PROMISE }
            </h2>
            <p>{ words::PROMISE_IN_FULL }</p>
            <details class="details">
                <summary>{ words::HOW_TO_SEE }</summary>
                <p>{ words::SWITCH_OFF }</p>
            </details>
            { notice(own.notice.as_ref()) }
            <div class="keeping__actions">
                <button
                    type="button"
                    class="button"
                    id="save-answers"
                    disabled={own.is_blank()}
                    onclick={save(shared, own)}
                >
                    { words::SAVE }
                </button>
                <div class="keeping__open">
                    <label for={OPEN_ID}>{ words::OPEN }</label>
                    <input
                        type="file"
                        id={OPEN_ID}
                        accept=".txt,text/plain"
                        onchange={open(shared, own)}
                    />
                </div>
                <button
                    type="button"
                    class="button button--quiet"
                    id="forget-answers"
                    disabled={own.is_blank()}
                    onclick={forget(shared)}
                >
                    { words::FORGET }
                </button>
            </div>
        </section>
    }
}

/// What came of the last save, open or forget. The element is always there, so that it is heard.
fn notice(notice: Option<&Notice>) -> Html {
    html! {
        <div role="status" id="own-notice" tabindex="-1">
            { match notice {
                None => html! {},
                Some(Notice::Done(done)) => html! { <p class="notice">{ done }</p> },
                Some(Notice::Failed { why, at }) => {
                    let at = at.clone();
                    let onclick = Callback::from(move |_: MouseEvent| {
                        focus::scroll_to(&at);
                        focus::focus(&at);
                    });
                    html! {
                        <div class="notice notice--error">
                            <h3>{ words::PROBLEM }</h3>
                            <p>{ why }</p>
                            { text_button(words::GO_TO_MEND, onclick) }
                        </div>
                    }
                }
            } }
        </div>
    }
}

fn save(shared: &Shared, own: &Own) -> Callback<MouseEvent> {
    let (shared, own) = (shared.clone(), own.clone());
    Callback::from(move |_| {
        let survey = shared.survey();
        let name = saved::file_name(survey);
        let notice = match file::save(&name, &saved::save(&own, survey)) {
            Ok(()) => Notice::Done(take_away::saved(&name)),
            Err(_) => Notice::Failed { why: words::NOT_SAVED.into(), at: "save-answers".into() },
        };
        shared.dispatch.emit(Action::Own(OwnAction::Saved(notice)));
    })
}

fn open(shared: &Shared, own: &Own) -> Callback<Event> {
    let (shared, own) = (shared.clone(), own.clone());
    Callback::from(move |event: Event| {
        let (shared, own) = (shared.clone(), own.clone());
        file::open(&event.target_unchecked_into::<HtmlInputElement>(), move |text| {
            let action = saved::open(text.as_deref(), &own, shared.survey());
            shared.dispatch.emit(Action::Own(action));
        });
    })
}

/// The button goes grey when pressed, so the keyboard moves to the sentence that it was done.
fn forget(shared: &Shared) -> Callback<MouseEvent> {
    shared.dispatch.reform(|_| {
        focus::focus("own-notice");
        Action::Own(OwnAction::Forget)
    })
}
