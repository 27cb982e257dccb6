//! Descriptor and schemas of a package as readers take it away: what is known to be for everybody.
//! A key that is not named here is left behind, whatever it holds.

use serde_json::{Map, Value};
use survey::Provenance;

use crate::package::Descriptor;

const PACKAGE: [&str; 13] = [
    "$schema",
    "contributors",
    "created",
    "description",
    "homepage",
    "id",
    "keywords",
    "licenses",
    "name",
    "sources",
    "survey",
    "title",
    "version",
];
const RESOURCE: [&str; 10] = [
    "description",
    "encoding",
    "format",
    "mediatype",
    "name",
    "path",
    "profile",
    "schema",
    "title",
    "type",
];
/// Not their e-mail addresses.
const CONTRIBUTOR: [&str; 4] = ["organization", "role", "roles", "title"];
const SOURCE: [&str; 3] = ["path", "title", "version"];
const LICENCE: [&str; 3] = ["name", "path", "title"];
const SCHEMA: [&str; 3] = ["$schema", "missingValues", "primaryKey"];
const FIELD: [&str; 11] = [
    "categories",
    "categoriesOrdered",
    "description",
    "falseValues",
    "format",
    "missingValues",
    "name",
    "survey",
    "title",
    "trueValues",
    "type",
];
/// Keys of a category, and of a value that counts as missing.
const VALUE: [&str; 2] = ["label", "value"];
const CONSTRAINTS: [&str; 2] = ["required", "unique"];

/// The descriptor with the resources that are named, and no word of columns that are left out.
pub(super) fn published(
    json: &Value,
    read: &Descriptor,
    named: &[&str],
    left_out: &[String],
) -> Value {
    let mut package = kept(json, &PACKAGE);
    for (list, keys) in
        [("contributors", &CONTRIBUTOR[..]), ("sources", &SOURCE), ("licenses", &LICENCE)]
    {
        if let Some(items) = package.get(list).and_then(Value::as_array) {
            let items = items.iter().map(|item| Value::Object(kept(item, keys))).collect();
            package.insert(list.to_owned(), items);
        }
    }
    let resources = json.get("resources").and_then(Value::as_array).into_iter().flatten();
    let is_named = |resource: &&Value| {
        resource.get("name").and_then(Value::as_str).is_some_and(|name| named.contains(&name))
    };
    let resource = |resource: &Value| {
        let mut resource = kept(resource, &RESOURCE);
        if let Some(own) = resource.get("schema").filter(|schema| schema.is_object()) {
            let own = schema(own, left_out);
            resource.insert("schema".to_owned(), own);
        }
        Value::Object(resource)
    };
    package.insert("resources".to_owned(), resources.filter(is_named).map(resource).collect());
    if let Some(block) = package.get_mut("survey").and_then(Value::as_object_mut) {
        // What is known in it was checked when it was read; these are the holder's alone.
        block.remove("disclosure");
        match read.provenance {
            Some(Provenance::Synthetic) => {}
            Some(Provenance::Public | Provenance::Confidential) | None => {
                block.remove("synthesis");
            }
        }
    }
    Value::Object(package)
}

/// A Table Schema without the fields of some columns.
pub(super) fn schema(schema: &Value, left_out: &[String]) -> Value {
    let mut own = kept(schema, &SCHEMA);
    clean_values(&mut own);
    if let Some(fields) = schema.get("fields").and_then(Value::as_array) {
        let is_kept = |field: &&Value| {
            let name = field.get("name").and_then(Value::as_str).unwrap_or_default();
            !left_out.iter().any(|column| column == name)
        };
        own.insert("fields".to_owned(), fields.iter().filter(is_kept).map(field).collect());
    }
    Value::Object(own)
}

fn field(field: &Value) -> Value {
    let mut own = kept(field, &FIELD);
    clean_values(&mut own);
    if let Some(constraints) = field.get("constraints") {
        own.insert("constraints".to_owned(), kept(constraints, &CONSTRAINTS).into());
    }
    Value::Object(own)
}

fn clean_values(part: &mut Map<String, Value>) {
    for list in ["categories", "missingValues"] {
        let values = part.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten();
        for value in values.filter(|value| value.is_object()) {
            *value = kept(value, &VALUE).into();
        }
    }
}

fn kept(value: &Value, keys: &[&str]) -> Map<String, Value> {
    let object = value.as_object().into_iter().flatten();
    object
        .filter(|(key, _)| keys.contains(&key.as_str()))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}
