//! What the page's script may ask: see `assets/takeaway`. Names of figures are the page's own: a
//! question's id, and of a finding's dots `id:option`.

use std::rc::Rc;

use explorer::Loaded;
use explorer::chart::{Width, chart};
use explorer::contract::{FileKind, Way};
use explorer::state::{Place, Screen, permalink};
use explorer::view::share::{Colours, EmbedView, Share, ShareView};
use explorer::view::{DotsView, FindingFigureView, FindingsView};
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use survey::bundle;
use wasm_bindgen::prelude::*;

use crate::citation::Cited;
use crate::pack::{Pack, Pictures};
use crate::picture::{CHART_WIDTH, Drawing, WIDTH, picture};
use crate::{ExportContext, File, Item, citation, clipboard, csv, items, xlsx};

/// The shapes of what the script is given: it is held to them (`cargo xtask test`, "Types of scripts").
#[wasm_bindgen(typescript_custom_section)]
const SHAPES: &str = r#"
/** A file to be saved. */
export interface SavedFile { name: string; mime: string; bytes: Uint8Array<ArrayBuffer> }
/** A figure as an SVG. */
export interface Picture extends SavedFile { width: number; height: number }
/** A figure that can be taken away. */
export interface Figure { name: string; headline: string; label: string }
/** A chart to be drawn. */
export interface Chart { options: object; width: number; height: number }
/** What is copied, by media type. */
export interface Copied { "text/plain": string; "text/html"?: string }
/** What is shared. */
export interface Shared { link: string; element?: string; frame?: string; address?: string }
/** How wide a text is. */
export type Measure = (text: string, size: number, weight: number) => number;
"#;

/// The survey that the page shows.
#[wasm_bindgen]
pub struct Takeaway {
    loaded: Rc<Loaded>,
    site: String,
}

#[wasm_bindgen]
impl Takeaway {
    /// Reads the survey's file; `site` is the page's address without `#` and what follows.
    ///
    /// # Errors
    /// When the bytes hold no survey.
    #[wasm_bindgen(constructor)]
    pub fn new(file: &[u8], site: String) -> Result<Takeaway, JsError> {
        let bundle = bundle::decode(file)?;
        Ok(Self { loaded: Rc::new(Loaded::from(bundle)), site })
    }

    /// A place by its fragment, on a day such as "2026-11-22".
    pub fn at(&self, fragment: &str, date: String) -> View {
        let (place, _) = permalink::read(fragment, &self.loaded.survey);
        let mut view = View {
            loaded: Rc::clone(&self.loaded),
            site: self.site.clone(),
            date,
            place,
            items: Vec::new(),
        };
        view.items = items(&view.context());
        view
    }
}

/// What the reader looks at.
#[wasm_bindgen]
pub struct View {
    loaded: Rc<Loaded>,
    site: String,
    date: String,
    place: Place,
    items: Vec<Item>,
}

#[wasm_bindgen]
impl View {
    /// The figures as a list of `{ name, headline, label }`: of the findings' screen only those that
    /// the findings rest on.
    #[wasm_bindgen(unchecked_return_type = "Figure[]")]
    pub fn items(&self) -> Array {
        let findings = self.loaded.survey.findings();
        let is_shown = |item: &&Item| {
            let question = item.view.question;
            match self.place.screen {
                Screen::Findings => {
                    findings.iter().flat_map(|f| &f.figures).any(|of| of.question == question)
                }
                Screen::Explore | Screen::Compare | Screen::About => true,
            }
        };
        self.items
            .iter()
            .filter(is_shown)
            .map(|item| {
                let view = &item.view;
                object(&[
                    ("name", view.id.as_str().into()),
                    ("headline", view.headline.as_str().into()),
                    ("label", view.label.as_str().into()),
                ])
            })
            .collect()
    }

    /// How a figure's chart is drawn: `{ options, width, height }`, or nothing where there is none.
    ///
    /// # Errors
    /// When there is no such figure.
    #[wasm_bindgen(unchecked_return_type = "Chart | undefined")]
    pub fn chart(&self, name: &str) -> Result<JsValue, JsError> {
        let item = self.item(name)?;
        if self.dots(name).is_some() {
            return Ok(JsValue::UNDEFINED);
        }
        let drawn = chart(&item.view, self.place.scale, item.total, Width::of(CHART_WIDTH));
        Ok(drawn.map_or(JsValue::UNDEFINED, |(options, layout)| {
            let options = options.serialize(&Serializer::json_compatible());
            object(&[
                ("options", options.unwrap_or_default()),
                ("width", CHART_WIDTH.into()),
                ("height", layout.height.into()),
            ])
        }))
    }

    /// A figure as an SVG: a file with its `width` and `height`. `drawn` is the text of its chart's
    /// SVG; `measure` takes a text, its size and weight, and gives its width, all in pixels.
    ///
    /// # Errors
    /// When there is no such figure.
    #[wasm_bindgen(unchecked_return_type = "Picture")]
    pub fn picture(
        &self,
        name: &str,
        drawn: &str,
        #[wasm_bindgen(unchecked_param_type = "Measure")] measure: &Function,
    ) -> Result<JsValue, JsError> {
        let item = self.item(name)?;
        let dots = self.dots(name);
        let layout = || chart(&item.view, self.place.scale, item.total, Width::of(CHART_WIDTH));
        let drawing = match &dots {
            Some(dots) => Drawing::Dots(dots),
            None => layout()
                .map_or(Drawing::Nothing, |(_, layout)| Drawing::Chart(drawn, layout.height)),
        };
        let width = |text: &str, size: u32, weight: u32| {
            let width = measure.call3(&JsValue::NULL, &text.into(), &size.into(), &weight.into());
            width.ok().and_then(|width| width.as_f64()).unwrap_or_default()
        };
        let context = self.context();
        let picture = picture(&context, item, drawing, &width);
        let file = item.file(&context, FileKind::Svg, picture.svg.into_bytes());
        let object = saved(&file);
        set(&object, "width", &WIDTH.into());
        set(&object, "height", &picture.height.into());
        Ok(object)
    }

    /// A figure's table as a file; `kind` is its ending.
    ///
    /// # Errors
    /// When there is no such figure or kind.
    #[wasm_bindgen(unchecked_return_type = "SavedFile")]
    pub fn file(&self, name: &str, kind: &str) -> Result<JsValue, JsError> {
        let (item, context) = (self.item(name)?, self.context());
        match FileKind::named(kind) {
            Some(FileKind::Csv) => Ok(saved(&csv::file(&context, item))),
            Some(FileKind::Xlsx) => Ok(saved(&xlsx::file(&context, std::slice::from_ref(item))?)),
            Some(FileKind::Png | FileKind::Svg | FileKind::Zip) | None => {
                Err(JsError::new("there is no such kind of file"))
            }
        }
    }

    /// What is copied of a figure, or of the page or the data without one, as texts by their media
    /// types.
    ///
    /// # Errors
    /// When there is no such figure or nothing such to copy.
    #[allow(clippy::needless_pass_by_value, reason = "what JavaScript leaves out comes owned")]
    #[wasm_bindgen(unchecked_return_type = "Copied")]
    pub fn copied(&self, name: Option<String>, what: &str) -> Result<JsValue, JsError> {
        let context = self.context();
        let plain = |text: String| object(&[("text/plain", text.into())]);
        let item = || self.item(name.as_deref().unwrap_or_default());
        let nothing = || JsError::new("there is nothing such to copy");
        match Way::named(what).ok_or_else(nothing)? {
            Way::CitePage => Ok(plain(citation::text(&context, Cited::Page))),
            Way::CiteData => Ok(plain(citation::text(&context, Cited::Data))),
            Way::BibtexPage => Ok(plain(citation::bibtex(&context, Cited::Page))),
            Way::BibtexData => Ok(plain(citation::bibtex(&context, Cited::Data))),
            Way::Table => {
                let item = item()?;
                Ok(object(&[
                    ("text/plain", clipboard::text(&context, item).into()),
                    ("text/html", clipboard::html(&context, item).into()),
                ]))
            }
            Way::Citation => Ok(plain(citation::text(&context, Cited::Figure(item()?)))),
            Way::Link => Ok(plain(item()?.link.clone())),
            // The page has the sentence; all else is saved, or opens a dialogue.
            Way::Sentence | Way::Png | Way::Svg | Way::Xlsx | Way::Csv | Way::Pack | Way::Share => {
                Err(nothing())
            }
        }
    }

    /// What is shared of this place, or of one figure of it: `{ link, element, frame, address }`,
    /// without the last three where the page is not on the web. `colours` is `light`, `dark` or
    /// nothing; `heights` are those of the embed, "320:900 640:700", or nothing.
    ///
    /// # Errors
    /// When there is no such figure.
    #[wasm_bindgen(unchecked_return_type = "Shared")]
    pub fn share(
        &self,
        name: &str,
        pinned: bool,
        colours: &str,
        heights: &str,
    ) -> Result<JsValue, JsError> {
        let figure = if name.is_empty() { None } else { Some(self.item(name)?.view.question) };
        let (page, _) = self.site.split_once('?').unwrap_or((&self.site, ""));
        let known = [Colours::Light, Colours::Dark];
        let colours = known.into_iter().find(|known| known.name() == colours).unwrap_or_default();
        let share = Share { place: &self.place, figure, pinned, colours, page, heights };
        let view = ShareView::new(&self.loaded.survey, &self.loaded.header, &share);
        let texts = object(&[("link", view.link.into())]);
        if let Some(EmbedView { element, frame, address }) = view.embed {
            for (name, text) in [("element", element), ("frame", frame), ("address", address)] {
                set(&texts, name, &text.into());
            }
        }
        Ok(texts)
    }

    /// The version of the data in words.
    pub fn version(&self) -> String {
        let about = self.loaded.survey.about();
        format!("{} {}", about.name, about.version)
    }

    /// Puts a figure into a pack, with its pictures; `drawn` is its chart alone.
    ///
    /// # Errors
    /// When there is no such figure, or it is in the pack already.
    pub fn put(
        &self,
        pack: &mut Packing,
        name: &str,
        svg: String,
        png: Vec<u8>,
        drawn: String,
    ) -> Result<(), JsError> {
        let chart = Some(drawn).filter(|drawn| !drawn.is_empty());
        let pictures = Pictures { svg: Some(svg), png: Some(png), chart };
        Ok(pack.pack.add(&self.context(), self.item(name)?.clone(), pictures)?)
    }

    /// Ends a pack, and gives it as a file.
    ///
    /// # Errors
    /// When it can't be written.
    #[wasm_bindgen(unchecked_return_type = "SavedFile")]
    pub fn packed(&self, pack: Packing) -> Result<JsValue, JsError> {
        Ok(saved(&pack.pack.finish(&self.context())?))
    }
}

/// A pack that is being made.
#[wasm_bindgen]
#[derive(Default)]
pub struct Packing {
    pack: Pack,
}

#[wasm_bindgen]
impl Packing {
    /// One with nothing in it.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }
}

impl View {
    fn context(&self) -> ExportContext<'_> {
        ExportContext {
            loaded: &self.loaded,
            site: &self.site,
            date: &self.date,
            place: &self.place,
        }
    }

    /// The figure of this name; of a finding's dots that of their question.
    fn item(&self, name: &str) -> Result<&Item, JsError> {
        let (id, _) = name.split_once(':').unwrap_or((name, ""));
        let found = self.items.iter().find(|item| item.view.id == id);
        found.ok_or_else(|| JsError::new("there is no such figure"))
    }

    fn dots(&self, name: &str) -> Option<DotsView> {
        if !name.contains(':') {
            return None;
        }
        let findings = FindingsView::new(&self.loaded.survey, self.place.draw).findings;
        findings.into_iter().flat_map(|finding| finding.figures).find_map(|figure| match figure {
            FindingFigureView::Dots(dots) if dots.name() == name => Some(*dots),
            _ => None,
        })
    }
}

/// A file as the script saves it.
fn saved(file: &File) -> JsValue {
    object(&[
        ("name", file.name.as_str().into()),
        ("mime", file.mime.into()),
        ("bytes", Uint8Array::from(file.bytes.as_slice()).into()),
    ])
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new().into();
    for (name, value) in entries {
        set(&object, name, value);
    }
    object
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // A plain object takes every property.
    let _ = Reflect::set(object, &name.into(), value);
}
