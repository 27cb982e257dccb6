//! The figures as one page for a board paper: no script, no file beside it, nothing fetched, so that
//! it opens from a shared drive; readable at 320 pixels, in the dark, by ear, and on A4.

mod figure;
mod parts;
mod style;

use explorer::words::{LANGUAGE, report as words};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use survey::{About, Language};

use crate::name::plain;
use crate::{ExportContext, File, Item};

/// Lets in the page's own styles and the pictures that stand in it, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
    base-uri 'none'; form-action 'none'";

/// The page of these figures, each with its picture as SVG where there is one.
pub fn file(context: &ExportContext, figures: &[(Item, Option<String>)]) -> File {
    let name = format!("{}-report.html", plain(&context.about().name));
    let bytes = page(context, figures).into_string().into_bytes();
    File { name, mime: "text/html", bytes }
}

/// The language and the direction of the package's texts, where it declares them.
fn language(about: &About) -> (Option<&str>, Option<&str>) {
    let language = about.language.as_ref();
    (language.map(|language| language.tag.as_str()), language.map(Language::direction))
}

fn page(context: &ExportContext, figures: &[(Item, Option<String>)]) -> Markup {
    let title = words::title(&context.about().title);
    html! {
        (DOCTYPE)
        html lang=(LANGUAGE) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(style::of(context))) }
            }
            body {
                a.skip href="#contents" { (words::SKIP) }
                (parts::head(context, figures, &title))
                main {
                    @for (number, (item, svg)) in (1_usize..).zip(figures) {
                        (figure::section(context, number, item, svg.as_deref()))
                    }
                    (parts::limits(context))
                    (parts::method(context))
                    (parts::source(context))
                }
            }
        }
    }
}
