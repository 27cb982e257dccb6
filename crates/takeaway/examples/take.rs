//! Takes away the figures of a place in every format, so that eyes and other programs can look:
//! `cargo run -p takeaway --example take -- SURVEY-FILE '#/1/explore?by=authority_type' FOLDER`.
//!
//! Pictures are drawn in browsers only, so there are none.

use std::error::Error;
use std::path::Path;

use explorer::Loaded;
use explorer::state::permalink;
use takeaway::citation::{self, Cited};
use takeaway::pack::{Pack, Pictures};
use takeaway::{ExportContext, File, clipboard, csv, csvw, items, report, xlsx};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [survey, fragment, folder] = arguments.as_slice() else {
        return Err("usage: take SURVEY-FILE FRAGMENT FOLDER".into());
    };
    let loaded = Loaded::from(survey::bundle::decode(&std::fs::read(survey)?)?);
    let (place, in_doubt) = permalink::read(fragment, &loaded.survey);
    if in_doubt {
        eprintln!("part of the fragment could not be used and was left out");
    }
    let site = "https://findings.example/";
    let context = ExportContext { loaded: &loaded, site, date: "2026-11-22", place: &place };
    let items = items(&context);
    let mut pack = Pack::default();
    let mut files = vec![xlsx::file(&context, &items)?, citation::file(&context, &items)];
    for item in &items {
        let named = |ending, mime, text: String| File {
            name: format!("{}.{ending}", item.view.id),
            mime,
            bytes: text.into_bytes(),
        };
        files.extend([
            csv::file(&context, item),
            csvw::file(&context, item),
            named("copied.html", "text/html", clipboard::html(&context, item)),
            named("copied.txt", "text/plain", clipboard::text(&context, item)),
            named("citation.txt", "text/plain", citation::text(&context, Cited::Figure(item))),
        ]);
        pack.add(&context, item.clone(), Pictures::default())?;
    }
    let figures: Vec<_> = items.into_iter().map(|item| (item, None)).collect();
    files.extend([report::file(&context, &figures), pack.finish(&context)?]);
    std::fs::create_dir_all(folder)?;
    for file in files {
        std::fs::write(Path::new(folder).join(file.name), file.bytes)?;
    }
    Ok(())
}
