//! Real exports of a survey service, described by a package and packed. They lie beside the
//! project, not in it; without them these tests say so and pass.

use std::path::Path;

use serde_json::{Value, json};
use survey::{Filter, Pick, Standing, Survey};

use super::small::Package;

/// A file of the folder `shared/data` beside the project.
fn export(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        println!("skipped: {name} is not there, {}", path.display());
    }
    text
}

/// A package around an export: the columns described, and all others left out.
fn package(csv: &str, described: &[Value], questions: &Value) -> Package {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let field = |header: &str| {
        let known = described.iter().find(|field| field["name"] == header).cloned();
        known.unwrap_or_else(|| json!({ "name": header, "survey": { "role": "left_out" } }))
    };
    let mut fields: Vec<Value> = headers.iter().map(field).collect();
    fields[0] = json!({ "name": "RespondentID" });
    let descriptor = json!({
        "name": "export", "title": "Export", "description": "Answers.", "version": "1",
        "licenses": [{ "name": "CC-BY-4.0" }],
        "sources": [{ "title": "FiveThirtyEight" }],
        "resources": [{ "name": "answers", "path": "answers.csv", "schema":
            { "primaryKey": ["RespondentID"], "fields": fields } }],
        "survey": {
            "provenance": "public",
            "respondent": { "one": "person", "other": "people" },
            "citation": "FiveThirtyEight",
            "draws": [{ "id": "1", "label": "Answers", "resource": "answers" }],
            "questions": questions,
        },
    });
    let package = Package::empty();
    package.write("datapackage.json", descriptor.to_string());
    package.write("answers.csv", csv);
    package
}

/// The asked, the answered and the counts of a question.
fn tally(survey: &Survey, question: &str) -> (u32, u32, Vec<u32>) {
    let ix = survey.codebook().find(question).unwrap();
    let tally = survey.draws()[0].source().total(ix).unwrap();
    (tally.asked, tally.answered, tally.counts.clone())
}

const TRAVEL: &str = "How often do you travel by plane?";
const BABY: &str = "In general, is itrude to bring a baby on a plane?";

fn flying_fields() -> Vec<Value> {
    let often = [
        "Never",
        "Once a year or less",
        "Once a month or less",
        "A few times per month",
        "A few times per week",
        "Every day",
    ];
    vec![
        json!({
            "name": TRAVEL, "categories": often, "categoriesOrdered": true,
            "survey": { "question": "travel", "grouping": true,
                "options": { "Never": { "says": { "one": "never flies", "other": "never fly" } } } },
        }),
        json!({
            "name": BABY,
            "categories": ["No, not at all rude", "Yes, somewhat rude", "Yes, very rude"],
            "categoriesOrdered": true,
            "survey": { "question": "baby", "asked_if": { "question": "travel", "any_of":
                ["once-a-year-or-less", "once-a-month-or-less", "a-few-times-per-month",
                 "a-few-times-per-week", "every-day"] } },
        }),
        json!({ "name": "Age", "categories": ["18-29", "30-44", "45-60", "> 60"], "categoriesOrdered": true }),
    ]
}

#[test]
fn flying_etiquette_packs_with_its_counts() {
    let Some(csv) = export("flying-etiquette/flying-etiquette.csv") else { return };
    let survey = package(&csv, &flying_fields(), &json!([])).read().unwrap();
    assert_eq!(tally(&survey, "travel"), (1040, 1040, vec![166, 633, 205, 29, 4, 3]));
    assert_eq!(tally(&survey, "baby"), (874, 849, vec![592, 182, 75]));
    assert_eq!(tally(&survey, "age"), (1040, 1007, vec![220, 254, 275, 258]));
}

#[test]
fn flying_etiquette_with_a_narrower_codebook_shows_every_problem() {
    let Some(csv) = export("flying-etiquette/flying-etiquette.csv") else { return };
    let mut fields = flying_fields();
    fields[0]["categories"].as_array_mut().unwrap().pop();
    fields[1]["survey"]["asked_if"]["any_of"] = json!(["once-a-year-or-less"]);
    let problems = package(&csv, &fields, &json!([])).read().unwrap_err();
    let rows_of = |value: &str, what: &str| -> usize {
        let of_value = problems.iter().filter(|p| p.value.as_deref() == Some(value));
        of_value.filter(|p| p.what.starts_with(what)).map(|p| p.rows.len()).sum()
    };
    let unknown = "is not one of the answers";
    assert_eq!(rows_of("Every day", unknown), 3);
    assert!(rows_of("Yes, very rude", "an answer to “baby”, which was not asked") > 0);
}

#[test]
fn thanksgiving_packs_once_its_double_headers_are_renamed() {
    let Some(csv) = export("thanksgiving-2015/thanksgiving-2015-poll-data.csv") else { return };
    let sides = "Which of these side dishes aretypically served at your Thanksgiving dinner? Please \
                 select all that apply. - ";
    let side = |label: &str, id: &str| {
        json!({ "name": format!("{sides}{label}"), "type": "boolean", "trueValues": [label],
                "survey": { "question": "sides", "option": id } })
    };
    let fields = [
        json!({ "name": "Do you celebrate Thanksgiving?", "categories": ["Yes", "No"],
                "survey": { "question": "celebrates" } }),
        side("Carrots", "carrots"),
        side("Cornbread", "cornbread"),
        side("Mashed potatoes", "mash"),
    ];
    let questions = json!([{ "id": "sides", "label": "Side dishes", "text": "Which side dishes?",
        "asked_if": { "question": "celebrates", "any_of": ["yes"] }, "unticked": "blank" }]);

    let problems = package(&csv, &fields, &questions).read().unwrap_err();
    let doubled = problems.iter().filter(|p| p.what == "two columns have the same header").count();
    assert_eq!(doubled, 3);

    let (header, rows) = csv.split_once('\n').unwrap();
    let mut renamed = String::new();
    for (position, part) in header.split("Other (please specify)").enumerate() {
        let words = if position == 0 { String::new() } else { format!("Other {position}") };
        renamed += &(words + part);
    }
    let survey = package(&format!("{renamed}\n{rows}"), &fields, &questions).read().unwrap();
    assert_eq!(tally(&survey, "celebrates"), (1058, 1058, vec![980, 78]));
    let (asked, answered, counts) = tally(&survey, "sides");
    assert_eq!((asked, counts), (980, vec![242, 235, 817]));
    assert!(answered >= 817 && answered < asked, "{answered} ticked a dish");
    stands_as_reported(&survey);
}

/// Each number of public answers, counted in the export by hand, of everybody and of a selection.
fn stands_as_reported(survey: &Survey) {
    const REAL: [(&str, &str, u32); 5] = [
        ("celebrates", "yes", 980),
        ("celebrates", "no", 78),
        ("sides", "carrots", 242),
        ("sides", "cornbread", 235),
        ("sides", "mash", 817),
    ];
    let mut of_celebrating = Filter::default();
    of_celebrating.toggle(survey.codebook().find("celebrates").unwrap(), Pick::Option(0));
    let mut found = 0;
    for (ix, question) in survey.codebook().iter() {
        for (position, option) in question.options.iter().enumerate() {
            let real = REAL.iter().find(|real| (real.0, real.1) == (&*question.id, &*option.id));
            let (.., count) = real.unwrap_or_else(|| panic!("{} {}", question.id, option.id));
            let tally = survey.draws()[0].source().total(ix).unwrap();
            assert_eq!(tally.counts[position], *count, "{} {}", question.id, option.id);
            for filter in [&Filter::default(), &of_celebrating] {
                let share = survey.standing(filter, ix, position);
                assert_eq!([share.count, share.base, share.percentage], [Standing::Reported; 3]);
            }
            found += 1;
        }
    }
    assert_eq!(found, REAL.len());
}
