//! Attacks on a release. Each fails to get through, and gets through as soon as the rule that is
//! there against it is taken away.

use survey_pack::disclosure::history::Earlier;
use survey_pack::disclosure::rules::RULES;
use survey_pack::disclosure::{Refusal, Release, release, release_by};
use survey_pack::package;

use super::confidential::{self, calm};
use super::small::Package;

const D: &str = "datapackage.json";
const S: &str = "answers.schema.json";
const PLAN: &str = "\"earlier\": []";

struct Attack {
    /// The rule that stops it.
    rule: &'static str,
    /// What it is.
    what: &'static str,
    /// A survey that gives somebody away, with earlier releases.
    survey: fn() -> (Package, Vec<Earlier>),
    /// The table that it needs; none where the release itself is the fault.
    needs: Option<(&'static str, &'static str)>,
}

const ATTACKS: [Attack; 19] = [
    Attack { rule: "columns", what: "a column of dates", survey: dates, needs: None },
    Attack {
        rule: "columns",
        what: "an answer with an e-mail address",
        survey: address,
        needs: None,
    },
    Attack {
        rule: "groups",
        what: "a small group",
        survey: small_group,
        needs: Some(("drinks", "region")),
    },
    Attack { rule: "bases", what: "two bases one skip apart", survey: one_skip, needs: None },
    Attack {
        rule: "threshold",
        what: "a count of 4",
        survey: rare_answer,
        needs: Some(("liking", "")),
    },
    Attack {
        rule: "threshold",
        what: "all but 4",
        survey: common_answer,
        needs: Some(("drinks", "")),
    },
    Attack {
        rule: "prior publication",
        what: "a figure of another base",
        survey: other_base,
        needs: None,
    },
    Attack {
        rule: "prior publication",
        what: "a small figure that nobody signed for",
        survey: unsigned,
        needs: None,
    },
    Attack { rule: "texts", what: "a figure in a text", survey: telling_text, needs: None },
    Attack {
        rule: "texts",
        what: "a finding on what is withheld",
        survey: telling_finding,
        needs: None,
    },
    Attack {
        rule: "differences",
        what: "all less the groups",
        survey: rest_of_four,
        needs: Some(("drinks", "region")),
    },
    Attack {
        rule: "differences",
        what: "who skipped, by group",
        survey: skips_by_group,
        needs: Some(("liking", "region")),
    },
    Attack {
        rule: "differences",
        what: "who was not asked, by group",
        survey: not_asked_by_group,
        needs: Some(("with", "region")),
    },
    Attack { rule: "recodes", what: "two bandings of one thing", survey: bandings, needs: None },
    Attack { rule: "bounds", what: "two linked tables", survey: linked, needs: None },
    Attack {
        rule: "bounds",
        what: "two linked tables of two releases",
        survey: linked_in_time,
        needs: None,
    },
    Attack {
        rule: "bounds",
        what: "two answers of one question, in linked tables",
        survey: linked_ticks,
        needs: None,
    },
    Attack {
        rule: "collusion",
        what: "an answer that all others gave",
        survey: unanimous_rest,
        needs: Some(("drinks", "region")),
    },
    Attack {
        rule: "earlier releases",
        what: "the new release less the old one",
        survey: one_more,
        needs: None,
    },
];

fn gets_through(outcome: &Result<Release, Refusal>, attack: &Attack) -> bool {
    let Ok(release) = outcome else { return false };
    let Some((question, by)) = attack.needs else { return true };
    let tables = &release.findings.tables;
    let find = |id: &str| tables.codebook.find(id);
    match (find(question), find(by)) {
        (Some(question), Some(by)) => tables.find(question, by).is_some(),
        (Some(question), None) => tables.totals[question.0].is_some(),
        _ => false,
    }
}

#[test]
fn no_attack_gets_through() {
    for attack in &ATTACKS {
        let (survey, history) = (attack.survey)();
        let package = package::open(survey.path()).unwrap();
        let outcome = release(&package, &history);
        assert!(!gets_through(&outcome, attack), "{} got through", attack.what);
    }
}

#[test]
fn each_attack_gets_through_without_its_rule() {
    for attack in &ATTACKS {
        let rules: Vec<_> = RULES.iter().copied().filter(|rule| rule.name != attack.rule).collect();
        let (survey, history) = (attack.survey)();
        let package = package::open(survey.path()).unwrap();
        let outcome = release_by(&package, &history, &rules);
        let why = outcome.as_ref().err().map(|refusal| &refusal.problems);
        assert!(gets_through(&outcome, attack), "{} is stopped by others: {why:#?}", attack.what);
    }
}

/// What is packed can't be spoiled from a package, so the rule on the explorer has its own tests
/// beside it; that on the output has [`a_name_in_a_text_is_found_in_the_packed_bytes`].
#[test]
fn each_rule_has_an_attack() {
    let elsewhere = ["output", "explorer"];
    for rule in RULES.iter().filter(|rule| !elsewhere.contains(&rule.name)) {
        assert!(ATTACKS.iter().any(|attack| attack.rule == rule.name), "{}", rule.name);
    }
}

#[test]
fn a_calm_survey_passes_and_every_table_is_there() {
    let survey = confidential::package();
    let release = release(&package::open(survey.path()).unwrap(), &[]).unwrap();
    assert!(release.findings.absent.is_empty(), "{:?}", release.findings.absent);
    assert_eq!(release.findings.tables.names().len(), 7);
    assert_eq!(release.findings.tables.respondents, 60);
}

#[test]
fn a_name_in_a_text_is_found_in_the_packed_bytes() {
    let survey = confidential::package();
    plan(&survey, &format!("{PLAN}, {TEXTS}"));
    survey.replace(D, "to test with.", "to test with, by office 07.");
    let opened = package::open(survey.path()).unwrap();
    let said = format!("{:?}", release(&opened, &[]).unwrap_err().problems);
    assert!(
        said.contains("rule 7 (output): column office: the packed file would hold “Office 07”"),
        "{said}"
    );
    let rules: Vec<_> = RULES.iter().copied().filter(|rule| rule.name != "output").collect();
    assert!(release_by(&opened, &[], &rules).is_ok());
}

#[test]
fn an_earlier_release_that_is_named_must_be_at_hand() {
    let (survey, history) = one_more();
    let opened = package::open(survey.path()).unwrap();
    for history in [&[][..], &history[..]] {
        let problems = release(&opened, history).unwrap_err().problems;
        assert!(problems[0].to_string().contains("rule 6 (earlier releases)"), "{problems:?}");
    }
    let other = earlier(&confidential::package());
    let problems =
        release(&package::open(confidential::package().path()).unwrap(), &[other]).unwrap_err();
    assert!(problems.problems[0].what.contains("the plan does not name this earlier release"));
}

#[test]
fn the_same_release_again_passes_with_its_history() {
    let survey = confidential::package();
    let before = earlier(&survey);
    plan(&survey, &format!("\"earlier\": [\"{}\"]", before.header.checksum_text()));
    assert!(release(&package::open(survey.path()).unwrap(), &[before]).is_ok());
}

#[test]
fn linked_tables_are_named() {
    let (survey, _) = linked();
    let problems = release(&package::open(survey.path()).unwrap(), &[]).unwrap_err().problems;
    for expected in [
        "the tables of both by “half”, “region” put the count between 20 and 20",
        "half=first and region=north: the tables of both by “drinks”, “likes” put the count between 15",
    ] {
        assert!(problems.iter().any(|problem| problem.what.contains(expected)), "{problems:#?}");
    }
}

#[test]
fn failing_tables_can_stop_the_release() {
    let (survey, _) = rare_answer();
    plan(&survey, "\"earlier\": [], \"failing\": \"refuse\"");
    let problems = release(&package::open(survey.path()).unwrap(), &[]).unwrap_err().problems;
    assert!(
        problems[0].to_string().contains("table “liking”, liking=much: 4 of 60"),
        "{problems:?}"
    );
}

const TEXTS: &str =
    r#""texts": { "signed_by": "A. Officer", "on": "2026-11-20", "reason": "Read." }"#;

fn plan(survey: &Package, keys: &str) {
    survey.replace(D, PLAN, keys);
}

fn of(offices: usize, answer: confidential::Answer) -> (Package, Vec<Earlier>) {
    (confidential::package_of(offices, answer), Vec::new())
}

fn earlier(survey: &Package) -> Earlier {
    let release = release(&package::open(survey.path()).unwrap(), &[]).unwrap();
    Earlier::read(&release.bytes).unwrap().unwrap()
}

fn dates() -> (Package, Vec<Earlier>) {
    let survey = confidential::package();
    survey.replace(S, "\"name\": \"liking\",", "\"name\": \"liking\", \"type\": \"date\",");
    (survey, Vec::new())
}

fn address() -> (Package, Vec<Earlier>) {
    let survey = confidential::package();
    survey.replace(
        S,
        "\"some\", \"much\"",
        "{ \"value\": \"some\", \"label\": \"jo@team.example\" }, \"much\"",
    );
    (survey, Vec::new())
}

/// 12 offices in the west, where groups must be of 15.
fn small_group() -> (Package, Vec<Earlier>) {
    let survey = confidential::package_of(60, |office| {
        let [_, drinks, with, liking] = calm(office);
        let region = if office % 5 == 0 { "west" } else { ["north", "south"][office / 2 % 2] };
        [region, drinks, with, liking]
    });
    plan(&survey, "\"earlier\": [], \"smallest_group\": 15");
    (survey, Vec::new())
}

fn one_skip() -> (Package, Vec<Earlier>) {
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

fn rare_answer() -> (Package, Vec<Earlier>) {
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

fn common_answer() -> (Package, Vec<Earlier>) {
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

fn publish(survey: &Package, figures: &str) {
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
fn other_base() -> (Package, Vec<Earlier>) {
    let survey = confidential::package_of(60, |office| {
        let [region, drinks, with, liking] = calm(office);
        [region, if office == 7 { "" } else { drinks }, with, liking]
    });
    publish(&survey, "much,Some like it much.,A leaflet,liking,much,25,15,60,no");
    (survey, Vec::new())
}

fn unsigned() -> (Package, Vec<Earlier>) {
    let survey = confidential::package();
    publish(&survey, "closed,Some have closed.,A leaflet,,,,2,60,no");
    (survey, Vec::new())
}

fn telling_text() -> (Package, Vec<Earlier>) {
    let survey = confidential::package();
    survey.replace(D, "to test with.", "to test with. Only 2 offices have no kettle.");
    (survey, Vec::new())
}

fn telling_finding() -> (Package, Vec<Earlier>) {
    let survey = confidential::package();
    plan(&survey, "\"earlier\": [], \"withhold\": [{ \"question\": \"liking\" }]");
    let finding = r#""findings": [{ "id": "f", "headline": "Few like it", "text": "They do not.", "source": "None",
        "figures": [{ "question": "liking", "option": "much" }], "explore": {} }], "#;
    survey.replace(D, "\"citation\"", &format!("{finding}\"citation\""));
    (survey, Vec::new())
}

/// Eight offices in no region, of which four drink.
fn rest_of_four() -> (Package, Vec<Earlier>) {
    let survey = confidential::package_of(72, |office| {
        let [region, drinks, with, liking] = calm(office);
        [if office < 8 { "" } else { region }, drinks, with, liking]
    });
    blocks(
        &survey,
        r#"{ "question": "with", "by": "region" }, { "question": "liking", "by": "region" }"#,
    );
    (survey, Vec::new())
}

fn blocks(survey: &Package, withheld: &str) {
    let blocks = "[[\"region\"], [\"drinks\", \"with\"], [\"liking\"]]";
    plan(survey, &format!("\"earlier\": [], \"blocks\": {blocks}, \"withhold\": [{withheld}]"));
}

/// Nine offices skip one question, two of them in the west: nobody's answers differ otherwise.
fn skips_by_group() -> (Package, Vec<Earlier>) {
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

/// Four offices of the west do not drink; the table that would say so is absent.
fn not_asked_by_group() -> (Package, Vec<Earlier>) {
    let survey = confidential::package_of(72, |office| {
        let [region, drinks, _, liking] = calm(office);
        let drinks =
            if region == "west" { ["yes", "no"][usize::from(office < 12)] } else { drinks };
        let with = if drinks == "no" { "" } else { ["milk", "nothing"][office / 6 % 2] };
        [region, drinks, with, liking]
    });
    (survey, Vec::new())
}

/// “yes” is said by who likes it some or much, and by two who like it a little.
fn bandings() -> (Package, Vec<Earlier>) {
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
fn linked() -> (Package, Vec<Earlier>) {
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
fn linked_in_time() -> (Package, Vec<Earlier>) {
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
fn linked_ticks() -> (Package, Vec<Earlier>) {
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

/// Eight offices in no region, and all of them drink.
fn unanimous_rest() -> (Package, Vec<Earlier>) {
    let survey = confidential::package_of(76, |office| {
        let [region, drinks, with, liking] = calm(office);
        let alone = office < 16 && drinks == "yes";
        [if alone { "" } else { region }, drinks, with, liking]
    });
    blocks(
        &survey,
        r#"{ "question": "with", "by": "region" }, { "question": "liking", "by": "region" }"#,
    );
    (survey, Vec::new())
}

fn one_more() -> (Package, Vec<Earlier>) {
    let before = earlier(&confidential::package());
    let survey = confidential::package_of(61, calm);
    plan(&survey, &format!("\"earlier\": [\"{}\"]", before.header.checksum_text()));
    (survey, vec![before])
}

/// “drinks” is said by 57 of 60: public for long, signed for, and part of the release.
#[test]
fn a_signed_figure_is_published_and_its_small_groups_are_not() {
    let survey = confidential::package_of(60, |office| {
        let [region, _, _, liking] = calm(office);
        let drinks = if office % 20 == 0 { "no" } else { "yes" };
        [
            region,
            drinks,
            if drinks == "no" { "" } else { ["milk", "nothing"][office / 3 % 2] },
            liking,
        ]
    });
    publish(&survey, "drinks,Nearly all drink tea.,A leaflet,drinks,yes,95,57,60,no");
    let outcome = release(&package::open(survey.path()).unwrap(), &[]);
    let said = format!("{:?}", outcome.unwrap_err().problems);
    assert!(said.contains("rule 5 (prior publication): figure drinks: 57 of 60"), "{said}");

    let signed = r#""overrides": [{ "figure": "drinks", "signed_by": "A. Officer", "on": "2026-11-20",
        "reason": "In a leaflet since 2020." }], "withhold": [{ "question": "with" }]"#;
    plan(&survey, &format!("{PLAN}, {signed}"));
    let release = release(&package::open(survey.path()).unwrap(), &[]).unwrap();
    let tables = &release.findings.tables;
    let (drinks, region) =
        (tables.codebook.find("drinks").unwrap(), tables.codebook.find("region").unwrap());
    assert_eq!(tables.totals[drinks.0].as_ref().unwrap().counts, [57, 3]);
    assert!(tables.find(drinks, region).is_none(), "one office in each region does not drink");
}
