//! The schema for editors, held to what is read.

use serde_json::Value;
use survey::limits::SMALLEST_PROTECTED_GROUP;

use super::survey_block::{BLOCK, PROVENANCES};
use super::*;

#[test]
fn the_schema_for_editors_has_the_same_keys() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../schema/survey.schema.json")).unwrap();
    let keys = |at: &str| -> Vec<String> {
        let properties = schema.pointer(at).and_then(Value::as_object).unwrap();
        properties.keys().cloned().collect()
    };
    let mut block = BLOCK.to_vec();
    block.sort_unstable();
    assert_eq!(keys("/properties"), block);
    // serde names the keys it knows when it meets another.
    let known = |error: String| -> Vec<String> {
        let mut names: Vec<String> =
            error.split('`').skip(3).step_by(2).map(ToOwned::to_owned).collect();
        names.sort();
        names
    };
    let odd = || serde_json::json!({ "odd": 1 });
    let draw = serde_json::from_value::<DrawEntry>(odd()).unwrap_err();
    assert_eq!(keys("/properties/draws/items/properties"), known(draw.to_string()));
    let question = serde_json::from_value::<QuestionEntry>(odd()).unwrap_err();
    assert_eq!(keys("/properties/questions/items/properties"), known(question.to_string()));
    let mut plan = super::super::release_plan::KEYS.to_vec();
    plan.sort_unstable();
    assert_eq!(keys("/properties/disclosure/properties"), plan);
}

#[test]
fn the_schema_for_editors_has_the_same_provenances() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../schema/survey.schema.json")).unwrap();
    let names = schema.pointer("/properties/provenance/enum").unwrap();
    assert_eq!(*names, serde_json::json!(Provenance::ALL.map(Provenance::name)));
    // Whoever writes another is told of each.
    for known in Provenance::ALL {
        assert!(PROVENANCES.contains(&format!("“{}”", known.name())), "{PROVENANCES}");
    }
}

#[test]
fn the_schema_for_editors_has_the_same_limits() {
    use disclosure::Plan;
    let schema: Value =
        serde_json::from_str(include_str!("../../../schema/survey.schema.json")).unwrap();
    let number = |of: &str| -> Option<u64> {
        schema.pointer(&format!("/properties/disclosure/properties/{of}"))?.as_u64()
    };
    for (of, limit) in [
        ("threshold/minimum", Plan::LOWEST_THRESHOLD),
        ("threshold/default", Plan::USUAL_THRESHOLD),
        ("smallest_group/minimum", SMALLEST_PROTECTED_GROUP),
        ("smallest_group/default", SMALLEST_PROTECTED_GROUP),
    ] {
        assert_eq!(number(of), Some(u64::from(limit)), "{of}");
    }
}

#[test]
fn the_documents_have_the_same_smallest_group() {
    let least = SMALLEST_PROTECTED_GROUP;
    for (document, says) in [
        (include_str!("../../../../../docs/package.md"), format!("{least} is the lowest allowed")),
        (
            include_str!("../../../../../docs/disclosure.md"),
            format!("Groups are of at least {least}, and leave {least} outside."),
        ),
        (
            include_str!("../../../../../docs/statistics.md"),
            format!("**Under a base of {least} there is nothing,**"),
        ),
    ] {
        assert!(document.contains(&says), "no document says: {says}");
    }
}
