//! A confidential survey that says something everywhere where something can be said, and passes.

use std::fmt::Write;

use serde_json::{Value, json};
use survey_pack::package;
use survey_pack::release::release;

use crate::confidential::{self, calm};
use crate::small::Package;

/// Where a text stands in the package's files.
#[derive(Clone, Copy, Debug)]
pub(super) enum At {
    /// In `datapackage.json`, by its JSON pointer.
    Descriptor(&'static str),
    /// In the Table Schema.
    Schema(&'static str),
    /// In the table of published figures, by its column.
    Figure(usize),
}

/// Every text, as the rule names its place; whether it is an id; and where it stands.
pub(super) const PLACES: [(&str, bool, At); 34] = {
    use At::{Descriptor, Figure, Schema};
    [
        ("name", true, Descriptor("/name")),
        ("title", false, Descriptor("/title")),
        ("version", false, Descriptor("/version")),
        ("description", false, Descriptor("/description")),
        ("banner", false, Descriptor("/survey/banner")),
        ("respondent, for one", false, Descriptor("/survey/respondent/one")),
        ("respondent, for others", false, Descriptor("/survey/respondent/other")),
        ("limits", false, Descriptor("/survey/limits/0")),
        ("licence", false, Descriptor("/licenses/0/name")),
        ("citation", false, Descriptor("/survey/citation")),
        ("source", false, Descriptor("/sources/0/title")),
        ("draw 1, label", false, Descriptor("/survey/draws/0/label")),
        (", id", true, Descriptor("/survey/draws/0/id")),
        ("question drinks, label", false, Schema("/fields/2/title")),
        ("question drinks, text", false, Schema("/fields/2/description")),
        ("question drinks, note", false, Schema("/fields/2/survey/note")),
        (", id", true, Schema("/fields/2/survey/question")),
        ("answer drinks=yes, label", false, Schema("/fields/2/categories/0/label")),
        (", id", true, Schema("/fields/2/survey/options/no/id")),
        (
            "answer drinks=yes, says, for one",
            false,
            Schema("/fields/2/survey/options/yes/says/one"),
        ),
        (
            "answer drinks=yes, says, for others",
            false,
            Schema("/fields/2/survey/options/yes/says/other"),
        ),
        ("answer adds=cake, label", false, Schema("/fields/6/title")),
        ("question adds, label", false, Descriptor("/survey/questions/0/label")),
        ("question adds, text", false, Descriptor("/survey/questions/0/text")),
        ("group sweet of adds, label", false, Descriptor("/survey/questions/0/groups/0/label")),
        (
            "group sweet of adds, description",
            false,
            Descriptor("/survey/questions/0/groups/0/description"),
        ),
        ("answer liking=more, label", false, Descriptor("/survey/disclosure/merge/0/label")),
        (
            "answer liking=more, says, for one",
            false,
            Descriptor("/survey/disclosure/merge/0/says/one"),
        ),
        ("finding f, headline", false, Descriptor("/survey/findings/0/headline")),
        ("finding f, text", false, Descriptor("/survey/findings/0/text")),
        ("finding f, source", false, Descriptor("/survey/findings/0/source")),
        ("recommendation", false, Descriptor("/survey/recommendations/0/text")),
        ("figure p, statement", false, Figure(1)),
        ("figure p, source", false, Figure(2)),
    ]
};

const FIGURE: [&str; 9] =
    ["p", "Many drink tea.", "A leaflet", "drinks", "yes", "50", "30", "60", "no"];

fn descriptor() -> Value {
    let mut descriptor: Value = serde_json::from_str(confidential::DESCRIPTOR).unwrap();
    descriptor["sources"] = json!([{ "title": "A leaflet" }]);
    let resources = descriptor["resources"].as_array_mut().unwrap();
    resources.push(json!({ "name": "p", "path": "p.csv", "schema": {} }));
    let more = json!({
        "banner": "Invented.",
        "limits": ["They say little."],
        "published_figures": "p",
        "questions": [{ "id": "adds", "label": "Adds", "text": "What comes with it?",
            "groups": [{ "id": "sweet", "label": "Sweet", "description": "What is sweet." }] }],
        "findings": [{ "id": "f", "headline": "Many drink tea", "text": "They do.", "source": "None",
            "figures": [{ "question": "liking" }], "explore": {} }],
        "recommendations": [{ "text": "Boil water.", "rests_on": ["f"] }],
        "disclosure": { "earlier": [], "merge": [{ "question": "liking", "options": ["some", "much"],
            "id": "more", "label": "More", "says": { "one": "likes it more", "other": "like it more" } }] }
    });
    for (key, value) in more.as_object().unwrap() {
        descriptor["survey"][key] = value.clone();
    }
    descriptor
}

fn schema() -> Value {
    let mut schema: Value = serde_json::from_str(confidential::SCHEMA).unwrap();
    let fields = schema["fields"].as_array_mut().unwrap();
    fields[2] = json!({ "name": "drinks", "title": "Drinks", "description": "Do you drink tea?",
        "categories": [{ "value": "yes", "label": "Yes" }, { "value": "no", "label": "No" }],
        "survey": { "question": "drinks", "note": "Tea only.", "options": {
            "yes": { "says": { "one": "drinks", "other": "drink" } }, "no": { "id": "no" } } } });
    fields.remove(3); // the routed question
    let tick = |name: &str| {
        json!({ "name": name, "title": "A sweet", "trueValues": ["y"], "falseValues": ["n"],
        "survey": { "question": "adds", "option": name, "group": "sweet" } })
    };
    fields.insert(4, tick("biscuit"));
    fields.insert(5, tick("cake"));
    // Filled up so that the positions above are those of the file.
    fields.insert(4, json!({ "name": "contact", "survey": { "role": "left_out" } }));
    schema
}

/// The package with one text put in; ids in the form that ids have.
pub(super) fn package(put: Option<(At, &str)>) -> Package {
    let (mut descriptor, mut schema) = (descriptor(), schema());
    let mut figure = FIGURE.map(str::to_owned);
    match put {
        Some((At::Descriptor(pointer), text)) => {
            *descriptor.pointer_mut(pointer).unwrap() = text.into();
        }
        Some((At::Schema(pointer), text)) => *schema.pointer_mut(pointer).unwrap() = text.into(),
        Some((At::Figure(column), text)) => figure[column] = format!("\"{text}\""),
        None => {}
    }
    if let Some((At::Schema("/fields/2/survey/question"), id)) = put {
        id.clone_into(&mut figure[3]);
    }
    let package = Package::empty();
    package.write("datapackage.json", descriptor.to_string());
    package.write("answers.schema.json", schema.to_string());
    package.write(
        "p.csv",
        format!(
            "id,statement,source,question,option,percent,count,base,inferred\n{}\n",
            figure.join(",")
        ),
    );
    let mut csv = "office,region,drinks,liking,contact,biscuit,cake,remark\n".to_owned();
    for office in 0..60 {
        let [region, drinks, _, liking] = calm(office);
        let id = NAMES.get(office).map_or(format!("Office {office:02}"), |name| (*name).to_owned());
        let contact = if office == 7 { "Una Offerby" } else { "" };
        let tick = |of: usize| if (office / of).is_multiple_of(2) { "y" } else { "n" };
        let remark = if office == 9 { REMARK } else { "" };
        writeln!(
            csv,
            "{id},{region},{drinks},{liking},{contact},{},{},\"{remark}\"",
            tick(4),
            tick(8)
        )
        .unwrap();
    }
    package.write("answers.csv", csv);
    package
}

/// Some offices have names.
pub(super) const NAMES: [&str; 4] = ["Kent", "Kentville", "Österby", "Table"];
/// One has said something.
pub(super) const REMARK: &str = "We lost our kettle in the great fire, and nobody minded.";

/// What is said of a release of the package; nothing where it is released.
pub(super) fn said(package: &Package) -> Vec<String> {
    let opened = match package::open(package.path()) {
        Ok(opened) => opened,
        Err(problems) => return problems.iter().map(ToString::to_string).collect(),
    };
    match release(&opened, &[]) {
        Ok(_) => Vec::new(),
        Err(refusal) => refusal.problems.iter().map(ToString::to_string).collect(),
    }
}
