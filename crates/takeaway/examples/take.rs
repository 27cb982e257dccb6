//! Takes away the figures of a place, so that eyes and other programs can look at them:
//! `cargo run -p takeaway --example take -- SURVEY-FILE '#/1/explore?by=authority_type' FOLDER`.

use std::error::Error;
use std::path::Path;

use findings_explorer::components::Loaded;
use findings_explorer::state::permalink;
use takeaway::{Occasion, items};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [survey, fragment, folder] = arguments.as_slice() else {
        return Err("usage: take SURVEY-FILE FRAGMENT FOLDER".into());
    };
    let loaded = Loaded::from(survey::bundle::decode(&std::fs::read(survey)?)?);
    let (place, _) = permalink::read(fragment, &loaded.survey);
    let site = "https://findings.example/";
    let occasion = Occasion { loaded: &loaded, site, date: "2026-11-22", place: &place };
    std::fs::create_dir_all(folder)?;
    for item in items(&occasion) {
        let file = takeaway::csv::file(&occasion, &item);
        std::fs::write(Path::new(folder).join(file.name), file.bytes)?;
    }
    Ok(())
}
