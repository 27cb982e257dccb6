//! A figure's chart, once the library is there.

use std::rc::Rc;

use explorer::chart::{Width, chart, height};
use explorer::state::Scale;
use explorer::view::{FigureView, ReceiptView};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::surroundings::{Library, use_surroundings};
use crate::web::charts::{Host, set_height};
use crate::web::program_part::in_part;
use crate::web::resize::Resize;
use crate::web::theme::Theme;

/// A figure and how it is shown.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FigureProps {
    pub(crate) figure: Rc<FigureView>,
    pub(crate) scale: Scale,
    /// How many are selected: the longest bar of a count.
    pub(crate) total: u32,
    /// What the link that led here says of the figure.
    #[prop_or_default]
    pub(crate) receipt: Option<Rc<ReceiptView>>,
}

/// Draws the figure and keeps up with its element's width. Those who do not see it hear it.
#[component]
pub(crate) fn Chart(props: &FigureProps) -> Html {
    let element = use_node_ref();
    let ruler = use_node_ref();
    let width = use_state(|| None::<u32>);
    let set_width = width.setter();
    use_effect_with(ruler.clone(), move |ruler| {
        let watch = ruler
            .cast::<HtmlElement>()
            .and_then(|element| Resize::watch(&element, move |pixels| set_width.set(Some(pixels))));
        move || drop(watch)
    });
    use_drawing(&element, *width, props);
    html! {
        <div class="chart" role="img" aria-label={props.figure.spoken.clone()}>
            // As wide as the chart and of no height: drawing does not change its size.
            <div ref={ruler} class="chart__ruler"></div>
            <div ref={element} class="chart__canvas" aria-hidden="true"></div>
        </div>
    }
}

/// What makes a new host necessary: another library, other colours, other places for labels. A label
/// above its bar is as wide as the chart, one beside it always the same.
#[derive(Clone, PartialEq)]
struct Setting {
    library: Library,
    theme: Theme,
    width: Option<Width>,
}

#[hook]
fn use_drawing(element: &NodeRef, pixels: Option<u32>, props: &FigureProps) {
    let surroundings = use_surroundings();
    let host = use_mut_ref(|| None::<Host>);
    let setting = Setting {
        library: surroundings.library.clone(),
        theme: surroundings.theme,
        width: pixels.map(Width::of),
    };
    let drawn = (setting, props.clone(), pixels);
    let (element, opened) = (element.clone(), Rc::clone(&host));
    let last = use_mut_ref(|| None::<Setting>);
    use_effect_with(drawn, move |(setting, props, pixels)| {
        let (Some(pixels), Some(element)) = (*pixels, element.cast::<HtmlElement>()) else {
            return;
        };
        let width = Width::of(pixels);
        let Some(height) = height(&props.figure, width) else { return };
        set_height(&element, height);
        let Library::Ready(charts) = &setting.library else { return };
        let mut host = opened.borrow_mut();
        if last.borrow().as_ref() != Some(setting) || host.is_none() {
            // The old host empties the element before the new one takes it.
            drop(host.take());
            *host = charts.open(&element, matches!(width, Width::Narrow { .. }));
            *last.borrow_mut() = Some(setting.clone());
        }
        if let Some(host) = &*host {
            draw(host, props, pixels, surroundings.still);
        }
    });
    use_effect_with((), move |()| move || drop(host.borrow_mut().take()));
}

in_part! {
    "charts", 0,
    /// Draws the figure, or changes the one there into it. Its part comes with the library.
    fn draw(host: &Host, props: &FigureProps, pixels: u32, still: bool) = show;
}

fn show(host: &Host, props: &FigureProps, pixels: u32, still: bool) {
    let drawn = chart(&props.figure, props.scale, props.total, Width::of(pixels));
    if let Some((options, layout)) = drawn {
        host.show(&options, (pixels, layout.height), still);
    }
}
