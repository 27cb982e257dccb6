//! How to cite a figure, the page or the data: as text, and for BibTeX.

mod tex;

use explorer::state::permalink;
use explorer::view::wording::first_sentence;
use explorer::words::citation as words;

use crate::name::plain;
use crate::{ExportContext, File, Item, date};
use tex::{address, escaped};

/// What is cited.
#[derive(Clone, Copy, Debug)]
pub enum Cited<'a> {
    /// One figure.
    Figure(&'a Item),
    /// The page as it is shown.
    Page,
    /// The survey's answers or tables.
    Data,
}

/// What a citation is made of.
struct Parts {
    key: String,
    title: String,
    kind: &'static str,
    link: String,
}

/// A citation as text.
pub fn text(context: &ExportContext, cited: Cited) -> String {
    let Parts { title, kind, link, .. } = parts(context, cited);
    let caution = first_sentence(&context.about().banner).0;
    let day = date::in_words(context.date);
    let survey = &context.about().citation;
    let version = format!("{} {}", context.about().name, context.about().version);
    words::citation([&title, kind], &version, [&day, &link], &caution, survey)
}

/// A citation as an entry for BibTeX. The survey's own citation is one text of its holder's, so it
/// stands as a note: no author is guessed from it.
pub fn bibtex(context: &ExportContext, cited: Cited) -> String {
    let Parts { key, title, kind, link } = parts(context, cited);
    let about = context.about();
    let note = [about.citation.as_str(), &about.banner, &context.version()]
        .map(str::trim)
        .join(" ")
        .trim()
        .to_owned();
    let year = context.date.split('-').next().unwrap_or_default();
    format!(
        "@misc{{{key},\n  title = {{{{{}}}}},\n  howpublished = {{{}}},\n  year = {{{}}},\n  \
         url = {{{}}},\n  urldate = {{{}}},\n  note = {{{}}}\n}}\n",
        escaped(&title),
        escaped(kind),
        escaped(year),
        address(&link),
        escaped(context.date),
        escaped(&note)
    )
}

/// Entries of the page, the data and these figures, as a file.
pub fn file(context: &ExportContext, items: &[Item]) -> File {
    let figures = items.iter().map(Cited::Figure);
    let all = [Cited::Page, Cited::Data].into_iter().chain(figures);
    let entries: Vec<String> = all.map(|cited| bibtex(context, cited)).collect();
    File {
        name: "citation.bib".to_owned(),
        mime: "application/x-bibtex",
        bytes: entries.join("\n").into_bytes(),
    }
}

fn parts(context: &ExportContext, cited: Cited) -> Parts {
    let about = context.about();
    let survey = plain(&about.name);
    let page = || format!("{}{}", context.site, permalink::write(context.place, context.survey()));
    match cited {
        Cited::Figure(item) => Parts {
            key: format!("{survey}-{}", plain(&item.view.id)),
            title: words::figure(&item.view.headline, &item.of_what(context)),
            kind: words::FIGURE,
            link: item.link.clone(),
        },
        Cited::Page => Parts {
            key: format!("{survey}-page"),
            title: about.title.clone(),
            kind: words::PAGE,
            link: page(),
        },
        Cited::Data => Parts {
            key: format!("{survey}-data"),
            title: words::data(&about.title, &about.name, &about.version),
            kind: words::DATA,
            link: context.site.to_owned(),
        },
    }
}

#[cfg(test)]
mod tests;
