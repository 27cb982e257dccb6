//! Surveys that give somebody away, each in one way, with the earlier releases that it takes.

use disclosure::history::Earlier;
use survey_pack::package;
use survey_pack::release::release;

use super::{D, PLAN, S};
use crate::confidential::{self, calm};
use crate::small::Package;

pub(crate) fn plan(survey: &Package, keys: &str) {
    survey.replace(D, PLAN, keys);
}

pub(super) fn of(offices: usize, answer: confidential::Answer) -> (Package, Vec<Earlier>) {
    (confidential::package_of(offices, answer), Vec::new())
}

pub(crate) fn earlier(survey: &Package) -> Earlier {
    let release = release(&package::open(survey.path()).unwrap(), &[]).unwrap();
    Earlier::read(&release.bytes).unwrap().unwrap()
}

pub(super) fn dates() -> (Package, Vec<Earlier>) {
    let survey = confidential::package();
    survey.replace(S, "\"name\": \"liking\",", "\"name\": \"liking\", \"type\": \"date\",");
    (survey, Vec::new())
}

pub(super) fn address() -> (Package, Vec<Earlier>) {
    let survey = confidential::package();
    survey.replace(
        S,
        "\"some\", \"much\"",
        "{ \"value\": \"some\", \"label\": \"jo@team.example\" }, \"much\"",
    );
    (survey, Vec::new())
}

/// 12 offices in the west, where groups must be of 15.
pub(super) fn small_group() -> (Package, Vec<Earlier>) {
    let survey = confidential::package_of(60, |office| {
        let [_, drinks, with, liking] = calm(office);
        let region = if office % 5 == 0 { "west" } else { ["north", "south"][office / 2 % 2] };
        [region, drinks, with, liking]
    });
    plan(&survey, "\"earlier\": [], \"smallest_group\": 15");
    (survey, Vec::new())
}

pub(super) fn one_skip() -> (Package, Vec<Earlier>) {
    let survey = confidential::package_of(60, |office| {
        let [region, drinks, with, liking] = calm(office);
        [region, drinks, with, if office == 7 { "" } else { liking }]
    });
    plan(
        &survey,
        r#""earlier": [], "blocks": [["region", "drinks", "with"], ["liking"]],
            "withhold": [{ "question": "liking", "by": "region" }]"#,
    );
    (survey, Vec::new())
}

pub(super) fn rare_answer() -> (Package, Vec<Earlier>) {
    let survey = confidential::package_of(60, |office| {
        let [region, drinks, with, liking] = calm(office);
        let liking = if liking == "much" && office > 16 { "some" } else { liking };
        [region, drinks, with, if office == 50 { "much" } else { liking }]
    });
    plan(
        &survey,
        "\"earlier\": [], \"withhold\": [{ \"question\": \"liking\", \"by\": \"region\" }]",
    );
    (survey, Vec::new())
}

pub(super) fn common_answer() -> (Package, Vec<Earlier>) {
    let survey = confidential::package_of(60, |office| {
        let [region, _, _, liking] = calm(office);
        let drinks = if office % 15 == 0 { "no" } else { "yes" };
        [
            region,
            drinks,
            if drinks == "no" { "" } else { ["milk", "nothing"][office / 3 % 2] },
            liking,
        ]
    });
    plan(
        &survey,
        r#""earlier": [], "withhold": [{ "question": "with" }, { "question": "drinks", "by": "region" }]"#,
    );
    (survey, Vec::new())
}

pub(crate) fn publish(survey: &Package, figures: &str) {
    survey.replace(
        D,
        "\"schema\": \"answers.schema.json\" }]",
        "\"schema\": \"answers.schema.json\" }, { \"name\": \"p\", \"path\": \"p.csv\", \"schema\": {} }]",
    );
    survey.replace(D, "\"citation\"", "\"published_figures\": \"p\", \"citation\"");
    let header = "id,statement,source,question,option,percent,count,base,inferred\n";
    survey.write("p.csv", format!("{header}{figures}\n"));
}

/// A figure of all 60 was published; one of them skipped another question since.
pub(super) fn other_base() -> (Package, Vec<Earlier>) {
    let survey = confidential::package_of(60, |office| {
        let [region, drinks, with, liking] = calm(office);
        [region, if office == 7 { "" } else { drinks }, with, liking]
    });
    publish(&survey, "much,Some like it much.,A leaflet,liking,much,25,15,60,no");
    (survey, Vec::new())
}

pub(super) fn unsigned() -> (Package, Vec<Earlier>) {
    let survey = confidential::package();
    publish(&survey, "closed,Some have closed.,A leaflet,,,,2,60,no");
    (survey, Vec::new())
}

pub(super) fn telling_text() -> (Package, Vec<Earlier>) {
    let survey = confidential::package();
    survey.replace(D, "to test with.", "to test with. Only 2 offices have no kettle.");
    (survey, Vec::new())
}

pub(super) fn telling_finding() -> (Package, Vec<Earlier>) {
    let survey = confidential::package();
    plan(&survey, "\"earlier\": [], \"withhold\": [{ \"question\": \"liking\" }]");
    let finding = r#""findings": [{ "id": "f", "headline": "Few like it", "text": "They do not.", "source": "None",
        "figures": [{ "question": "liking", "option": "much" }], "explore": {} }], "#;
    survey.replace(D, "\"citation\"", &format!("{finding}\"citation\""));
    (survey, Vec::new())
}

/// Twelve offices in no region, of which four drink.
pub(super) fn rest_of_four() -> (Package, Vec<Earlier>) {
    let survey = confidential::package_of(72, |office| {
        let [region, drinks, with, liking] = calm(office);
        match office {
            0..4 => ["", "yes", ["milk", "nothing"][office % 2], liking],
            4..12 => ["", "no", "", liking],
            _ => [region, drinks, with, liking],
        }
    });
    blocks(
        &survey,
        r#"{ "question": "with", "by": "region" }, { "question": "liking", "by": "region" }"#,
    );
    (survey, Vec::new())
}

pub(super) fn blocks(survey: &Package, withheld: &str) {
    let blocks = "[[\"region\"], [\"drinks\", \"with\"], [\"liking\"]]";
    plan(survey, &format!("\"earlier\": [], \"blocks\": {blocks}, \"withhold\": [{withheld}]"));
}

/// Nine offices skip one question, two of them in the west: nobody's answers differ otherwise.
pub(super) fn skips_by_group() -> (Package, Vec<Earlier>) {
    let survey = confidential::package_of(96, |office| {
        let [region, drinks, with, liking] = calm(office);
        let skips = match region {
            "west" => office < 6,
            "north" => office < 18,
            _ => office < 3,
        };
        [region, drinks, with, if skips { "" } else { liking }]
    });
    blocks(&survey, "");
    (survey, Vec::new())
}

/// Whoever skips one question is of the west.
pub(super) fn skips_in_one_group() -> (Package, Vec<Earlier>) {
    let survey = confidential::package_of(96, |office| {
        let [region, drinks, with, liking] = calm(office);
        [region, drinks, with, if region == "west" && office < 24 { "" } else { liking }]
    });
    blocks(&survey, "");
    (survey, Vec::new())
}

/// Four offices of the west do not drink; the table that would say so is absent.
pub(super) fn not_asked_by_group() -> (Package, Vec<Earlier>) {
    let survey = confidential::package_of(72, |office| {
        let [region, drinks, _, liking] = calm(office);
        let drinks =
            if region == "west" { ["yes", "no"][usize::from(office < 12)] } else { drinks };
        let with = if drinks == "no" { "" } else { ["milk", "nothing"][office / 6 % 2] };
        [region, drinks, with, liking]
    });
    (survey, Vec::new())
}

/// All offices of the west drink; the table that would say so is absent.
pub(super) fn all_asked_in_a_group() -> (Package, Vec<Earlier>) {
    of(72, |office| {
        let [region, drinks, with, liking] = calm(office);
        let all = region == "west";
        let with = if all { ["milk", "nothing"][office / 6 % 2] } else { with };
        [region, if all { "yes" } else { drinks }, with, liking]
    })
}

/// “yes” is said by who likes it some or much, and by two who like it a little.
pub(super) fn bandings() -> (Package, Vec<Earlier>) {
    of(60, |office| {
        let [region, _, _, liking] = calm(office);
        let drinks = match liking {
            "some" | "much" => "yes",
            "a little" if office < 6 => "yes",
            _ => "no",
        };
        let with = if drinks == "no" { "" } else { ["milk", "nothing"][office / 6 % 2] };
        [region, drinks, with, liking]
    })
}

/// Two questions of two answers by two groupings of two halves, each table harmless: together they
/// leave one number only.
pub(crate) fn linked() -> (Package, Vec<Earlier>) {
    let survey = confidential::package();
    let field = |name: &str, options: [&str; 2], grouping: bool| {
        format!(
            r#"{{ "name": "{name}", "categories": ["{}", "{}"], "survey": {{ "grouping": {grouping} }} }}"#,
            options[0], options[1]
        )
    };
    let fields = [
        field("region", ["north", "south"], true),
        field("half", ["first", "second"], true),
        field("drinks", ["yes", "no"], false),
        field("likes", ["yes", "no"], false),
    ];
    survey.write(
        S,
        format!(
            r#"{{ "primaryKey": "office", "fields": [{{ "name": "office" }}, {}] }}"#,
            fields.join(",")
        ),
    );
    let cells = [
        ("north,first,yes,yes", 10),
        ("north,second,yes,yes", 10),
        ("north,first,yes,no", 5),
        ("south,first,yes,no", 5),
        ("north,second,no,yes", 5),
        ("south,second,no,yes", 5),
        ("south,first,no,no", 10),
        ("south,second,no,no", 10),
    ];
    let rows = cells.iter().flat_map(|(cells, many)| std::iter::repeat_n(*cells, *many));
    let rows: Vec<String> =
        rows.enumerate().map(|(office, cells)| format!("Office {office:02},{cells}\n")).collect();
    survey.write("answers.csv", format!("office,region,half,drinks,likes\n{}", rows.concat()));
    let withheld =
        r#"{ "question": "region", "by": "half" }, { "question": "half", "by": "region" }"#;
    plan(&survey, &format!("\"earlier\": [], \"withhold\": [{withheld}]"));
    (survey, Vec::new())
}

/// The first release by one half of the tables, this one by the other.
pub(super) fn linked_in_time() -> (Package, Vec<Earlier>) {
    let by = |grouping: &str| {
        format!(
            r#"{{ "question": "drinks", "by": "{grouping}" }}, {{ "question": "likes", "by": "{grouping}" }}"#
        )
    };
    let halves =
        r#"{ "question": "region", "by": "half" }, { "question": "half", "by": "region" }"#;
    let (survey, _) = linked();
    survey.replace(D, halves, &format!("{halves}, {}", by("half")));
    let before = earlier(&survey);
    survey.replace(D, &by("half"), &by("region"));
    plan(&survey, &format!("\"earlier\": [\"{}\"]", before.header.checksum_text()));
    (survey, vec![before])
}

/// [`linked`] with the two questions as two answers to one.
pub(super) fn linked_ticks() -> (Package, Vec<Earlier>) {
    let (survey, _) = linked();
    for name in ["drinks", "likes"] {
        survey.replace(
            S,
            &format!(
                r#""name": "{name}", "categories": ["yes", "no"], "survey": {{ "grouping": false }}"#
            ),
            &format!(
                r#""name": "{name}", "trueValues": ["yes"], "falseValues": ["no"],
                   "survey": {{ "question": "does", "option": "{name}" }}"#
            ),
        );
    }
    survey.replace(
        D,
        "\"citation\"",
        r#""questions": [{ "id": "does", "label": "Does", "text": "Does what?" }], "citation""#,
    );
    (survey, Vec::new())
}

pub(super) fn one_more() -> (Package, Vec<Earlier>) {
    let before = earlier(&confidential::package());
    let survey = confidential::package_of(61, calm);
    plan(&survey, &format!("\"earlier\": [\"{}\"]", before.header.checksum_text()));
    (survey, vec![before])
}
