//! What the standard declares: names, licences, sources, resources.

use serde::Deserialize;
use serde_json::Value;
use survey::Publication;

use super::{Descriptor, list, text};
use crate::json::Part;
use crate::problem::Problems;

/// A file of the package.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Resource {
    pub name: String,
    pub path: String,
    /// A path to a Table Schema or the schema itself.
    pub schema: Value,
    #[serde(default)]
    pub encoding: Option<String>,
}

#[derive(Deserialize)]
struct LicenceEntry {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    title: Option<String>,
}

#[derive(Deserialize)]
struct SourceEntry {
    title: String,
    #[serde(default)]
    path: Option<String>,
}

impl Descriptor {
    pub(super) fn read_standard(&mut self, package: &Part<'_>, problems: &mut Problems) {
        self.name = text(package, "name", problems);
        self.title = text(package, "title", problems);
        self.version = text(package, "version", problems);
        self.description =
            paragraphs(&text(package, "description", problems)).map(ToOwned::to_owned).collect();
        let licences: Vec<LicenceEntry> = list(package, "licenses", problems);
        let names: Vec<String> =
            licences.into_iter().filter_map(|licence| licence.name.or(licence.title)).collect();
        if names.is_empty()
            && package.get("licenses").is_none_or(|l| l.value() == &Value::Array(vec![]))
        {
            problems.add(package.problem("no licence is given", "Add “licenses”."));
        }
        self.licence = names.join(" or ");
        let sources: Vec<SourceEntry> = list(package, "sources", problems);
        self.sources = sources
            .into_iter()
            .map(|source| Publication { title: source.title, address: source.path })
            .collect();
        let not_of_the_web =
            |source: &&Publication| source.link().is_none() && source.address.is_some();
        for source in self.sources.iter().filter(not_of_the_web) {
            let what = format!("the “path” of the source “{}” is no web address", source.title);
            let fix = "Begin it with https:// or http://, or leave it out where it is not online.";
            problems.add(package.problem(what, fix));
        }
        self.resources = list(package, "resources", problems);
    }
}

/// The standard's descriptions are Markdown: a blank line ends a paragraph.
fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
}
