//! What the page's script may ask: see `assets/takeaway/program.js`. Names of figures are the page's own:
//! a question's id, and of a finding's dots `id:option`.
//!
//! One function takes all questions, as each function that scripts see would have a part of its own in the
//! program's first file.

use std::cell::RefCell;
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

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// Answers what a script asks; `given` is what goes with the question.
///
/// # Errors
/// When there is nothing such to ask, or it can't be answered.
pub fn answer(question: &str, given: &Array) -> Result<JsValue, JsValue> {
    let given = Given(given);
    DESK.with_borrow_mut(|desk| {
        if question == "open" {
            *desk = Some(Desk::over(&given.bytes(0), given.text(1))?);
            return Ok(JsValue::UNDEFINED);
        }
        let desk = desk.as_mut().ok_or_else(|| JsError::new("no survey is open"))?;
        desk.answer(question, &given)
    })
    .map_err(JsValue::from)
}

/// What goes with a question. What is missing is empty.
struct Given<'a>(&'a Array);

impl Given<'_> {
    fn text(&self, position: u32) -> String {
        self.0.get(position).as_string().unwrap_or_default()
    }

    fn bytes(&self, position: u32) -> Vec<u8> {
        let bytes = self.0.get(position).dyn_into::<Uint8Array>();
        bytes.map(|bytes| bytes.to_vec()).unwrap_or_default()
    }

    fn function(&self, position: u32) -> Result<Function, JsError> {
        let given = self.0.get(position).dyn_into();
        given.map_err(|_| JsError::new("no function was given"))
    }
}

/// The survey that the page shows, and what is made of it.
struct Desk {
    loaded: Rc<Loaded>,
    site: String,
    view: Option<View>,
    pack: Pack,
    /// Which pack this is. One that was stopped takes nothing more.
    packs: u32,
}

impl Desk {
    /// Reads the survey's file; `site` is the page's address without `#` and what follows.
    fn over(file: &[u8], site: String) -> Result<Self, JsError> {
        let loaded = Rc::new(Loaded::from(bundle::decode(file)?));
        Ok(Self { loaded, site, view: None, pack: Pack::default(), packs: 0 })
    }

    fn answer(&mut self, question: &str, given: &Given<'_>) -> Result<JsValue, JsError> {
        if question == "begin" {
            self.pack = Pack::default();
            self.packs += 1;
            return Ok(self.packs.into());
        }
        // All others are of a place, by its fragment, on a day such as "2026-11-22".
        let view = self.at(given.text(0), given.text(1));
        if let "put" | "packed" = question {
            return self.packing(question, given);
        }
        let (name, what) = (given.text(2), given.text(3));
        match question {
            "items" => Ok(view.items().into()),
            "chart" => view.chart(&name, &given.function(3)?),
            "picture" => view.picture(&name, &what, &given.function(4)?),
            "file" => view.file(&name, &what),
            "copied" => view.copied(&name, &what),
            "share" => {
                view.share(&name, given.0.get(3).is_truthy(), &given.text(4), &given.text(5))
            }
            "version" => Ok(view.version().into()),
            _ => Err(JsError::new("there is nothing such to ask")),
        }
    }

    /// The place that was asked for last is at hand.
    fn at(&mut self, fragment: String, date: String) -> &View {
        let kept = self.view.take().filter(|view| view.fragment == fragment && view.date == date);
        self.view.insert(kept.unwrap_or_else(|| {
            let (place, _) = permalink::read(&fragment, &self.loaded.survey);
            let (loaded, site) = (Rc::clone(&self.loaded), self.site.clone());
            let mut view = View { loaded, site, date, fragment, place, items: Vec::new() };
            view.items = items(&view.context());
            view
        }))
    }

    /// Puts a figure into a pack, with its pictures, of which the last is its chart alone; or ends the
    /// pack, and gives it as a file.
    fn packing(&mut self, question: &str, given: &Given<'_>) -> Result<JsValue, JsError> {
        let view = self.view.as_ref().ok_or_else(|| JsError::new("no place is shown"))?;
        if given.0.get(3).as_f64() != Some(f64::from(self.packs)) {
            return Err(JsError::new("another pack is being made"));
        }
        if question == "packed" {
            return Ok(saved(&std::mem::take(&mut self.pack).finish(&view.context())?));
        }
        let chart = Some(given.text(6)).filter(|drawn| !drawn.is_empty());
        let pictures = Pictures { svg: Some(given.text(4)), png: Some(given.bytes(5)), chart };
        let item = view.item(&given.text(2))?.clone();
        self.pack.add(&view.context(), item, pictures)?;
        Ok(JsValue::UNDEFINED)
    }
}

/// What the reader looks at.
struct View {
    loaded: Rc<Loaded>,
    site: String,
    date: String,
    fragment: String,
    place: Place,
    items: Vec<Item>,
}

impl View {
    /// The figures as a list of `{ name, headline, label }`: of the findings' screen only those that
    /// the findings rest on.
    fn items(&self) -> Array {
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

    /// How a figure's chart is drawn: `{ options, width, height }`, or nothing where there is none;
    /// `measure` as in `picture`.
    fn chart(&self, name: &str, measure: &Function) -> Result<JsValue, JsError> {
        let item = self.item(name)?;
        if self.dots(name).is_some() {
            return Ok(JsValue::UNDEFINED);
        }
        let drawn = chart(&item.view, self.place.scale, item.total, room(measure));
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
    fn picture(&self, name: &str, drawn: &str, measure: &Function) -> Result<JsValue, JsError> {
        let item = self.item(name)?;
        let dots = self.dots(name);
        let layout = || chart(&item.view, self.place.scale, item.total, room(measure));
        let drawing = match &dots {
            Some(dots) => Drawing::Dots(dots),
            None => layout()
                .map_or(Drawing::Nothing, |(_, layout)| Drawing::Chart(drawn, layout.height)),
        };
        let width = |text: &str, size, weight| measured(measure, text, size, weight);
        let context = self.context();
        let picture = picture(&context, item, drawing, &width);
        let file = item.file(&context, FileKind::Svg, picture.svg.into_bytes());
        let object = saved(&file);
        set(&object, "width", &WIDTH.into());
        set(&object, "height", &picture.height.into());
        Ok(object)
    }

    /// A figure's table as a file; `kind` is its ending.
    fn file(&self, name: &str, kind: &str) -> Result<JsValue, JsError> {
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
    fn copied(&self, name: &str, what: &str) -> Result<JsValue, JsError> {
        let context = self.context();
        let plain = |text: String| object(&[("text/plain", text.into())]);
        let item = || self.item(name);
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
    fn share(
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
    fn version(&self) -> String {
        let about = self.loaded.survey.about();
        format!("{} {}", about.name, about.version)
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

/// How wide a text is, as the script measures it.
fn measured(measure: &Function, text: &str, size: u32, weight: u32) -> f64 {
    let width = measure.call3(&JsValue::NULL, &text.into(), &size.into(), &weight.into());
    width.ok().and_then(|width| width.as_f64()).unwrap_or_default()
}

/// The room of a picture's chart, in the type that it is drawn in.
fn room(measure: &Function) -> Width {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
    let digits = measured(measure, "0000000000", 16, 400) as u32;
    Width::on_page(CHART_WIDTH, 16, digits)
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
