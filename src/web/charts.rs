//! ECharts, as `assets/charts` offers it, behind an owner that disposes of what it drew.
//!
//! The contract: [`Charts::open`] takes an empty element and draws nothing; [`Host::show`] draws or
//! updates in place, at the size that it is told, once the element is near the view; dropping the host
//! empties the element.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = findings, js_name = importCharts, catch)]
    async fn import_charts() -> Result<JsValue, JsValue>;

    /// The module of charts.
    #[derive(Clone, Debug, PartialEq)]
    type Module;
    #[wasm_bindgen(method, catch)]
    fn open(this: &Module, element: &HtmlElement) -> Result<Instance, JsValue>;

    type Instance;
    #[wasm_bindgen(method, catch)]
    fn show(
        this: &Instance,
        option: JsValue,
        width: u32,
        height: u32,
        still: bool,
        paper: JsValue,
    ) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn dispose(this: &Instance) -> Result<(), JsValue>;
}

/// The library of charts, loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Charts {
    module: Module,
}

impl Charts {
    /// Loads the library. `None` when it does not arrive: the tables hold every figure.
    pub async fn load() -> Option<Self> {
        let module = import_charts().await.ok()?;
        Some(Self { module: module.unchecked_into() })
    }

    /// A host in an element. `None` when it can't be drawn in.
    pub fn open(&self, element: &HtmlElement) -> Option<Host> {
        let instance = self.module.open(element).ok()?;
        Some(Host { instance })
    }
}

/// A chart in its element.
pub struct Host {
    instance: Instance,
}

impl Host {
    /// Draws a chart, so many pixels wide and high, or changes the one there into it; `still` without
    /// motion. `paper` is what stands on paper instead, and how tall that is.
    pub fn show<T: Serialize>(
        &self,
        options: &T,
        (width, height): (u32, u32),
        still: bool,
        paper: Option<&(T, u32)>,
    ) {
        let to_js = Serializer::json_compatible();
        // Options are made of numbers, texts and lists: they can always be written.
        if let (Ok(options), Ok(paper)) = (options.serialize(&to_js), paper.serialize(&to_js)) {
            report(self.instance.show(options, width, height, still, paper));
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        report(self.instance.dispose());
    }
}

/// A chart that fails must not end the app: the table beside it holds the figure.
fn report(outcome: Result<(), JsValue>) {
    if let Err(error) = outcome {
        web_sys::console::error_1(&error);
    }
}

/// Gives an element a height of so many pixels, or more where the page's type is larger than usual.
/// Style attributes are refused by the page's policy; this is not one.
pub fn set_height(element: &HtmlElement, pixels: u32) {
    let height = format!("calc({pixels}rem / 16)");
    let _ = element.style().set_property("height", &height);
}
