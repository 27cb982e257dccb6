//! A figure's chart, once the library is there.

use std::rc::Rc;

use explorer::chart::{Width, chart, reserved};
use explorer::state::Scale;
use explorer::view::{FigureView, ReceiptView};
use survey::Language;
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
    /// The language of the package's texts.
    pub(crate) language: Option<Language>,
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
    let width = use_state(|| None::<Width>);
    let set_width = width.setter();
    use_effect_with(ruler.clone(), move |ruler| {
        let watch = ruler
            .cast::<HtmlElement>()
            .and_then(|element| Resize::watch(&element, move |sizes| set_width.set(room(sizes))));
        move || drop(watch)
    });
    use_drawing(&element, *width, props);
    html! {
        <div class="chart" role="img" aria-label={props.figure.spoken.clone()}>
            // As wide as the chart, as tall as ten digits are wide, with a border of the page's size of
            // type. Nobody sees it, and drawing does not change it.
            <div ref={ruler} class="chart__ruler"></div>
            <div ref={element} class="chart__canvas" aria-hidden="true"></div>
        </div>
    }
}

/// The room that the sizes of the ruler leave; none while it is not laid out.
fn room([pixels, digits, rem]: [u32; 3]) -> Option<Width> {
    (pixels > 0 && rem > 0).then(|| Width::on_page(pixels, rem, digits))
}

/// What makes a new host necessary: another library, other colours.
#[derive(Clone, PartialEq)]
struct Setting {
    library: Library,
    theme: Theme,
}

#[hook]
fn use_drawing(element: &NodeRef, width: Option<Width>, props: &FigureProps) {
    let surroundings = use_surroundings();
    let host = use_mut_ref(|| None::<Host>);
    let setting = Setting { library: surroundings.library.clone(), theme: surroundings.theme };
    let drawn = (setting, props.clone(), width);
    let (element, opened) = (element.clone(), Rc::clone(&host));
    let last = use_mut_ref(|| None::<Setting>);
    use_effect_with(drawn, move |(setting, props, width)| {
        let (Some(width), Some(element)) = (*width, element.cast::<HtmlElement>()) else {
            return;
        };
        let Some(height) = reserved(&props.figure, width) else { return };
        set_height(&element, height);
        let Library::Ready(charts) = &setting.library else { return };
        let mut host = opened.borrow_mut();
        if last.borrow().as_ref() != Some(setting) || host.is_none() {
            // The old host empties the element before the new one takes it.
            drop(host.take());
            *host = charts.open(&element);
            *last.borrow_mut() = Some(setting.clone());
        }
        if let Some(host) = &*host {
            draw(host, &element, props, width, surroundings.still);
        }
    });
    use_effect_with((), move |()| move || drop(host.borrow_mut().take()));
}

in_part! {
    "charts", 0,
    /// Draws the figure, or changes the one there into it. Its part comes with the library.
    fn draw(
        host: &Host,
        element: &HtmlElement,
        props: &FigureProps,
        width: Width,
        still: bool,
    ) = show;
}

fn show(host: &Host, element: &HtmlElement, props: &FigureProps, width: Width, still: bool) {
    let drawn = |width| chart(&props.figure, props.scale, props.total, width);
    if let Some((options, layout)) = drawn(width) {
        set_height(element, layout.height);
        // Paper is wide, whatever the window is.
        let paper = if width.is_narrow() { drawn(width.on_paper()) } else { None };
        let paper = paper.map(|(options, layout)| (options, layout.height));
        host.show(&options, (width.pixels(), layout.height), still, paper.as_ref());
    }
}
