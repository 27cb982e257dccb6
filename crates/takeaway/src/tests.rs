//! What the tests of formats share: real surveys, packed as their holders do.

mod complete;
mod confidential;
mod hostile;
mod tables;

use std::path::Path;

use explorer::Loaded;
use explorer::state::permalink;
use survey::bundle;

use crate::{ExportContext, Item, items};

pub(crate) fn tic_2022() -> Loaded {
    packed("tic-2022")
}

/// The same answers as if they had been published.
pub(crate) fn as_public(loaded: Loaded) -> Loaded {
    let mut parts = loaded.survey.into_parts();
    parts.about.provenance = survey::Provenance::Public;
    Loaded { survey: survey::Survey::new(parts).unwrap(), ..loaded }
}

pub(crate) fn demo_confidential() -> Loaded {
    packed("demo-confidential")
}

fn packed(name: &str) -> Loaded {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name);
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("packed.survey");
    let report = Some(out.path().join("report"));
    let options = survey_pack::pack::Options { report, ..Default::default() };
    survey_pack::pack::pack(&folder, &file, &options).unwrap();
    Loaded::from(bundle::decode(&std::fs::read(file).unwrap()).unwrap())
}

/// The context of an address, and its figures.
pub(crate) fn at(loaded: &Loaded, fragment: &str, check: impl FnOnce(&ExportContext, &[Item])) {
    let (place, in_doubt) = permalink::read(fragment, &loaded.survey);
    assert!(!in_doubt, "{fragment}");
    let site = "https://findings.example/";
    let context = ExportContext { loaded, site, date: "2026-11-22", place: &place };
    check(&context, &items(&context));
}
