//! Surveys released twice or more, of which the releases together give somebody away.

use disclosure::history::Earlier;

use super::surveys::{earlier, linked, plan};
use super::{Attack, D, S};
use crate::confidential::{self, Answer, calm};
use crate::small::Package;

/// Each is stopped by a rule, and gets through without it.
pub(super) const ATTACKS: [Attack; 19] = [
    Attack {
        rule: "bounds",
        what: "two linked tables of two releases, under another id",
        survey: linked_under_another_id,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "five newcomers of one mind",
        survey: five_of_one_mind,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "sixty newcomers of one mind in one answer",
        survey: many_of_one_mind,
        needs: None,
    },
    Attack { rule: "earlier releases", what: "seven newcomers", survey: seven_joined, needs: None },
    Attack {
        rule: "earlier releases",
        what: "twelve of one mind who left",
        survey: twelve_left,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "fifteen that said one thing replaced by as many that say another",
        survey: fifteen_replaced,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "a question renamed in silence",
        survey: renamed_in_silence,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "a question renamed as the plan says",
        survey: renamed_and_said,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "a question said to be gone, under another id",
        survey: renamed_and_said_to_be_gone,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "a grouping said to be gone, under another id",
        survey: grouping_renamed,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "a question said to be gone, in other words",
        survey: reworded_and_said_to_be_gone,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "answers renamed",
        survey: answers_renamed,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "one group first, and then all",
        survey: first_the_north,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "tables linked with those of a question that is gone",
        survey: linked_with_what_is_gone,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "a question made anew of one said to be gone",
        survey: remade_and_said_to_be_gone,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "a question taken apart and said to be gone",
        survey: taken_apart_and_said_to_be_gone,
        needs: None,
    },
    Attack {
        rule: "recodes",
        what: "a copy of a question that is withheld",
        survey: copied_and_withheld,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "the same, of more people",
        survey: copied_of_more,
        needs: None,
    },
    Attack {
        rule: "earlier releases",
        what: "a copy of a question that is withheld with other answers",
        survey: copied_merged_and_withheld,
        needs: None,
    },
];

/// A plan that names these releases, with more keys.
pub(crate) fn after(survey: &Package, history: &[Earlier], more: &str) {
    let sums: Vec<String> =
        history.iter().map(|earlier| format!("\"{}\"", earlier.header.checksum_text())).collect();
    plan(survey, &format!("\"earlier\": [{}]{more}", sums.join(", ")));
}

/// 60 calm offices, and then these.
fn calm_and_then(offices: usize, answer: Answer, since: &str) -> (Package, Vec<Earlier>) {
    let history = vec![earlier(&confidential::package())];
    let survey = confidential::package_of(offices, answer);
    after(&survey, &history, since);
    (survey, history)
}

/// Whoever knows who joined knows all that they said.
pub(crate) fn five_of_one_mind() -> (Package, Vec<Earlier>) {
    calm_and_then(
        65,
        |office| if office < 60 { calm(office) } else { ["north", "yes", "milk", "much"] },
        "",
    )
}

/// Sixty more offices, different in all but one answer.
pub(crate) fn many_of_one_mind() -> (Package, Vec<Earlier>) {
    calm_and_then(
        120,
        |office| {
            let [region, _, _, liking] = calm(office);
            let with = ["milk", "nothing"][office / 6 % 2];
            if office < 60 { calm(office) } else { [region, "yes", with, liking] }
        },
        "",
    )
}

/// Too few joined to be a group.
pub(crate) fn seven_joined() -> (Package, Vec<Earlier>) {
    calm_and_then(67, calm, ", \"threshold\": 3")
}

/// Twelve offices of one mind are gone.
pub(crate) fn twelve_left() -> (Package, Vec<Earlier>) {
    let before = confidential::package_of(72, |office| {
        if office < 60 { calm(office) } else { ["north", "yes", "milk", "much"] }
    });
    let history = vec![earlier(&before)];
    let survey = confidential::package();
    after(&survey, &history, "");
    (survey, history)
}

/// The same, where nothing is told of the question after “drinks”, whose base would give it away.
fn calm_but_one_and_then(answer: Answer, more: &str) -> (Package, Vec<Earlier>) {
    let withheld = "\"withhold\": [{ \"question\": \"with\" }]";
    let before = confidential::package();
    plan(&before, &format!("\"earlier\": [], {withheld}"));
    let history = vec![earlier(&before)];
    let survey = confidential::package_of(60, answer);
    after(&survey, &history, &format!("{more}, {withheld}"));
    (survey, history)
}

/// Offices that said yes are gone, and as many that say no are there: five in each region.
pub(crate) fn fifteen_replaced() -> (Package, Vec<Earlier>) {
    calm_but_one_and_then(
        |office| {
            let [region, drinks, with, liking] = calm(office);
            if office < 30 { [region, "no", "", liking] } else { [region, drinks, with, liking] }
        },
        "",
    )
}

/// One office that said no is another now, which says yes.
pub(crate) fn one_changed(office: usize) -> [&'static str; 4] {
    let [region, drinks, with, liking] = calm(office);
    if office == 1 { [region, "yes", "milk", liking] } else { [region, drinks, with, liking] }
}

/// Another id for a question; what the plan says became of it.
fn renamed(from: &str, to: &str, answer: Answer, since: &str) -> (Package, Vec<Earlier>) {
    let (survey, history) = calm_but_one_and_then(answer, since);
    survey.replace(S, &format!("\"{from}\""), &format!("\"{to}\""));
    survey.replace("answers.csv", from, to);
    (survey, history)
}

pub(crate) fn renamed_in_silence() -> (Package, Vec<Earlier>) {
    renamed("drinks", "takes", one_changed, "")
}

pub(crate) fn renamed_and_said() -> (Package, Vec<Earlier>) {
    renamed("drinks", "takes", one_changed, ", \"since\": { \"drinks\": \"takes\" }")
}

pub(crate) fn renamed_and_said_to_be_gone() -> (Package, Vec<Earlier>) {
    renamed("drinks", "takes", one_changed, ", \"since\": { \"drinks\": null }")
}

pub(crate) fn grouping_renamed() -> (Package, Vec<Earlier>) {
    let moves = |office| {
        let [_, drinks, with, liking] = calm(office);
        if office == 1 { ["north", drinks, with, liking] } else { calm(office) }
    };
    renamed("region", "area", moves, ", \"since\": { \"region\": null }")
}

/// Other words as well, and nearly the same counts.
pub(crate) fn reworded_and_said_to_be_gone() -> (Package, Vec<Earlier>) {
    let (survey, history) = renamed_and_said_to_be_gone();
    survey.replace(S, "[\"yes\", \"no\"]", "[\"often\", \"seldom\"]");
    survey.replace(S, "[\"yes\"]", "[\"often\"]");
    survey.replace("answers.csv", ",yes,", ",often,");
    survey.replace("answers.csv", ",no,", ",seldom,");
    (survey, history)
}

/// Only the answers have other ids.
pub(crate) fn answers_renamed() -> (Package, Vec<Earlier>) {
    let options = "{ \"yes\": \"often\", \"no\": \"seldom\" }";
    let since = format!(", \"since\": {{ \"drinks\": {{ \"options\": {options} }} }}");
    let (survey, history) = calm_but_one_and_then(one_changed, &since);
    survey.replace(S, "[\"yes\", \"no\"]", "[\"often\", \"seldom\"]");
    survey.replace(S, "[\"yes\"]", "[\"often\"]");
    survey.replace("answers.csv", ",yes,", ",often,");
    survey.replace("answers.csv", ",no,", ",seldom,");
    (survey, history)
}

/// 24 offices of the north, and then all regions: 25 of the north.
pub(crate) fn first_the_north() -> (Package, Vec<Earlier>) {
    let before = confidential::package_of(24, |office| {
        let [_, drinks, with, liking] = calm(office * 3);
        ["", drinks, with, liking]
    });
    let region = "{\n      \"name\": \"region\",\n      \"categories\": [\"north\", \"south\", \"west\"],\n      \"survey\": { \"grouping\": true }\n    },";
    before.replace(S, region, "");
    before.replace("answers.csv", "region,", "");
    before.replace("answers.csv", ",,yes", ",yes");
    before.replace("answers.csv", ",,no", ",no");
    before.replace(S, "\"not at all\", \"a little\", \"some\", \"much\"", "\"a little\", \"much\"");
    before.replace("answers.csv", "not at all", "a little");
    before.replace("answers.csv", "some", "much");
    let history = vec![earlier(&before)];
    let survey = confidential::package_of(75, calm);
    survey.replace(S, "\"not at all\", \"a little\", \"some\", \"much\"", "\"a little\", \"much\"");
    survey.replace("answers.csv", "not at all", "a little");
    survey.replace("answers.csv", "some", "much");
    after(&survey, &history, "");
    (survey, history)
}

/// A question was told by both groupings and is gone; now another one is.
pub(crate) fn linked_with_what_is_gone() -> (Package, Vec<Earlier>) {
    let (survey, _) = linked();
    let halves =
        r#"{ "question": "region", "by": "half" }, { "question": "half", "by": "region" }"#;
    let drinks =
        r#"{ "question": "drinks", "by": "half" }, { "question": "drinks", "by": "region" }"#;
    survey.replace(D, halves, &format!("{halves}, {drinks}"));
    let history = vec![earlier(&survey)];
    survey.replace(D, &format!(", {drinks}"), "");
    survey.replace(S, "{ \"name\": \"likes\", \"categories\": [\"yes\", \"no\"], \"survey\": { \"grouping\": false } }", "{ \"name\": \"likes\", \"survey\": { \"role\": \"left_out\" } }");
    after(&survey, &history, ", \"since\": { \"likes\": null }");
    (survey, history)
}

/// The first release by one half of the tables, this one by the other, and with another id.
pub(crate) fn linked_under_another_id() -> (Package, Vec<Earlier>) {
    let (survey, history) = super::surveys::linked_in_time();
    survey.replace(S, "\"drinks\"", "\"takes\"");
    survey.replace("answers.csv", "drinks", "takes");
    survey.replace(D, "\"question\": \"drinks\"", "\"question\": \"takes\"");
    let sum = history[0].header.checksum_text();
    let since = ", \"since\": { \"drinks\": \"takes\" }";
    survey.replace(D, &format!("[\"{sum}\"]"), &format!("[\"{sum}\"]{since}"));
    (survey, history)
}

/// Two answers are one now, under another id, and one office has changed between the others.
pub(crate) fn remade_and_said_to_be_gone() -> (Package, Vec<Earlier>) {
    let moves = |office| {
        let [region, drinks, with, liking] = calm(office);
        [region, drinks, with, if office == 0 { "a little" } else { liking }]
    };
    let merge = r#", "merge": [{ "question": "likes", "options": ["some", "much"], "id": "more", "label": "More" }]"#;
    renamed("liking", "likes", moves, &format!("{merge}, \"since\": {{ \"liking\": null }}"))
}

/// A question with several answers is one question for each now.
pub(crate) fn taken_apart_and_said_to_be_gone() -> (Package, Vec<Earlier>) {
    let cells = |office: usize, changed: bool| {
        let milk = office.is_multiple_of(2) || (changed && office == 1);
        format!(
            "Office {office:02},{},{}\n",
            ["n", "y"][usize::from(milk)],
            ["n", "y"][office / 2 % 2]
        )
    };
    let table = |changed| {
        let rows: Vec<String> = (0..60).map(|office| cells(office, changed)).collect();
        format!("office,milk,sugar\n{}", rows.concat())
    };
    let question =
        r#""questions": [{ "id": "with", "label": "With", "text": "With what?" }], "citation""#;
    let survey = Package::empty();
    survey.write(D, confidential::DESCRIPTOR);
    survey.replace(D, "\"citation\"", question);
    let fields = |field: &str| {
        let fields = ["milk", "sugar"].map(|name| field.replace("NAME", name)).join(", ");
        format!(r#"{{ "primaryKey": "office", "fields": [{{ "name": "office" }}, {fields}] }}"#)
    };
    let option = r#"{ "name": "NAME", "title": "NAME", "trueValues": ["y"], "falseValues": ["n"],
        "survey": { "question": "with", "option": "NAME" } }"#;
    survey.write(S, fields(option));
    survey.write("answers.csv", table(false));
    let history = vec![earlier(&survey)];
    survey.replace(D, question, "\"citation\"");
    let alone = r#"{ "name": "NAME", "title": "NAME", "categories": ["y", "n"], "survey": { "question": "has-NAME" } }"#;
    survey.write(S, fields(alone));
    survey.write("answers.csv", table(true));
    after(&survey, &history, r#", "since": { "with": null }"#);
    (survey, history)
}

/// A question gives way to a copy of it in which one office differs.
fn copied(offices: usize, column: &str, more: &str) -> (Package, Vec<Earlier>) {
    let before = confidential::package();
    plan(&before, r#""earlier": [], "withhold": [{ "question": "with" }]"#);
    let history = vec![earlier(&before)];
    let survey = confidential::package_of(offices, calm);
    let table = std::fs::read_to_string(survey.file("answers.csv")).unwrap();
    let place = table.lines().next().unwrap().split(',').position(|name| name == column).unwrap();
    let mut rows = Vec::new();
    for (row, line) in table.lines().enumerate() {
        let cell = line.split(',').nth(place).unwrap();
        let copy = match (row, cell) {
            (0, _) => "copy",
            (2, "no") => "yes",
            (1, "not at all") => "a little",
            _ => cell,
        };
        rows.push(format!("{copy},{line}\n"));
    }
    survey.write("answers.csv", rows.concat());
    let cells = if column == "drinks" {
        r#"["yes", "no"]"#
    } else {
        r#"["not at all", "a little", "some", "much"]"#
    };
    let copy = format!(
        r#"{{ "name": "office", "type": "string" }}, {{ "name": "copy", "categories": {cells} }},"#
    );
    survey.replace(S, r#"{ "name": "office", "type": "string" },"#, &copy);
    after(&survey, &history, more);
    (survey, history)
}

pub(crate) fn copied_and_withheld() -> (Package, Vec<Earlier>) {
    copied(60, "drinks", r#", "withhold": [{ "question": "with" }, { "question": "drinks" }]"#)
}

pub(crate) fn copied_merged_and_withheld() -> (Package, Vec<Earlier>) {
    let merge =
        r#"{ "question": "liking", "options": ["some", "much"], "id": "more", "label": "More" }"#;
    let withheld = r#"[{ "question": "with" }, { "question": "liking" }]"#;
    copied(60, "liking", &format!(r#", "merge": [{merge}], "withhold": {withheld}"#))
}

/// Sixty more: of the copy one count grows by 29, where 30 is the least that may be told.
pub(crate) fn copied_of_more() -> (Package, Vec<Earlier>) {
    let withheld = ["region", "drinks", "with", "liking"]
        .map(|id| format!("{{ \"question\": \"{id}\" }}"))
        .join(", ");
    copied(120, "drinks", &format!(", \"threshold\": 30, \"withhold\": [{withheld}]"))
}
