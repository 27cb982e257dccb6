//! A survey of a release as a package in a folder.

use std::fmt::Write;
use std::path::Path;

use serde_json::{Value, json};

use crate::survey::{OPTIONS, Survey, has};

/// Writes the package of a release. `earlier` are the checksums of those before.
pub(crate) fn write(survey: &Survey, release: usize, earlier: &[String], folder: &Path) {
    let write = |name: &str, text: String| std::fs::write(folder.join(name), text).unwrap();
    write("datapackage.json", descriptor(survey, release, earlier).to_string());
    write("answers.schema.json", schema(survey, release).to_string());
    write("answers.csv", answers(survey, release));
    write("figures.csv", figures(survey, release));
}

fn descriptor(survey: &Survey, release: usize, earlier: &[String]) -> Value {
    let id = |question: usize| survey.question_id(question, release);
    let ids = |question: usize, options: u8| -> Vec<String> {
        (0..survey.questions[question].options)
            .filter(|o| has(options, *o))
            .map(|o| OPTIONS[usize::from(o)].to_owned())
            .collect()
    };
    let mut plan = json!({
        "earlier": earlier,
        "threshold": survey.threshold,
        "failing": if survey.refuse { "refuse" } else { "absent" },
    });
    if !survey.blocks.is_empty() {
        let block = |block: &Vec<usize>| -> Vec<String> { block.iter().map(|q| id(*q)).collect() };
        plan["blocks"] = survey.blocks.iter().map(block).collect();
    }
    plan["merge"] = survey
        .mergers
        .iter()
        .map(|merger| {
            json!({
        "question": id(merger.question), "options": ids(merger.question, merger.options),
        "id": "several", "label": "Several" })
        })
        .collect();
    plan["withhold"] = survey.releases[release]
        .withheld
        .iter()
        .map(|(question, by)| match by {
            None => json!({ "question": id(*question) }),
            Some(by) => json!({ "question": id(*question), "by": id(*by) }),
        })
        .collect();
    let signed = survey.figures.iter().enumerate().filter(|(_, figure)| figure.signed);
    plan["overrides"] = signed.map(|(place, _)| json!({
        "figure": format!("figure-{}", OPTIONS[place]), "signed_by": "A. Officer, Data Protection", "on": "2025-11-20",
        "reason": "It stood in a leaflet." })).collect();
    let questions: Vec<Value> = survey
        .questions
        .iter()
        .enumerate()
        .filter(|(_, q)| q.multiple)
        .map(|(place, question)| {
            let mut entry = json!({ "id": id(place), "label": id(place), "text": "Which?" });
            if question.blank {
                entry["unticked"] = "blank".into();
            }
            if let Some((before, leads)) = question.asked_if {
                entry["asked_if"] = json!({ "question": id(before), "any_of": ids(before, leads) });
            }
            entry
        })
        .collect();
    let mut block = json!({
        "provenance": "confidential",
        "respondent": { "one": "office", "other": "offices" },
        "citation": "None.",
        "draws": [{ "id": "all", "label": "Answers", "resource": "answers" }],
        "questions": questions,
        "disclosure": plan,
    });
    let mut resources =
        vec![json!({ "name": "answers", "path": "answers.csv", "schema": "answers.schema.json" })];
    if !survey.figures.is_empty() {
        block["published_figures"] = "figures".into();
        resources.push(json!({ "name": "figures", "path": "figures.csv", "schema": {} }));
    }
    json!({
        "name": "promise", "title": "Promise", "description": "Drawn to test with.",
        "version": "one", "licenses": [{ "name": "MIT" }], "resources": resources, "survey": block,
    })
}

fn schema(survey: &Survey, release: usize) -> Value {
    let mut fields = vec![json!({ "name": "office" })];
    for (place, question) in survey.questions.iter().enumerate() {
        let id = survey.question_id(place, release);
        let options = &OPTIONS[..usize::from(question.options)];
        if question.multiple {
            for (option, name) in options.iter().enumerate() {
                let alone = question.alone.is_some_and(|alone| usize::from(alone) == option);
                let mut block = json!({ "question": id, "option": name });
                if alone && question.declared {
                    block["exclusive"] = true.into();
                }
                let title = if alone { "Neither" } else { *name };
                fields.push(
                    json!({ "name": format!("{id}_{name}"), "type": "boolean", "title": title,
                    "trueValues": ["y"], "falseValues": ["n"], "survey": block }),
                );
            }
            continue;
        }
        let mut block = json!({ "grouping": question.grouping });
        if let Some((before, leads)) = question.asked_if {
            let leads: Vec<&str> =
                (0..8).filter(|o| has(leads, *o)).map(|o| OPTIONS[usize::from(o)]).collect();
            block["asked_if"] =
                json!({ "question": survey.question_id(before, release), "any_of": leads });
        }
        fields.push(json!({ "name": id, "categories": options, "survey": block }));
    }
    json!({ "primaryKey": "office", "fields": fields })
}

fn answers(survey: &Survey, release: usize) -> String {
    let mut csv = "office".to_owned();
    for (place, question) in survey.questions.iter().enumerate() {
        let id = survey.question_id(place, release);
        if question.multiple {
            for name in &OPTIONS[..usize::from(question.options)] {
                write!(csv, ",{id}_{name}").unwrap();
            }
        } else {
            write!(csv, ",{id}").unwrap();
        }
    }
    let present = survey
        .people()
        .enumerate()
        .filter(|(_, rows)| has(rows.releases, u8::try_from(release).unwrap()));
    for (row, rows) in present {
        write!(csv, "\nzq{row:03}xw").unwrap();
        for (question, answer) in survey.questions.iter().zip(&rows.answers) {
            let options = 0..question.options;
            match answer {
                None => {
                    csv += &",".repeat(if question.multiple { question.options.into() } else { 1 });
                }
                Some(choice) if question.multiple => {
                    let no = if question.blank { "" } else { "n" };
                    options.for_each(|option| {
                        write!(csv, ",{}", if has(*choice, option) { "y" } else { no }).unwrap();
                    });
                }
                Some(choice) => {
                    write!(csv, ",{}", OPTIONS[choice.trailing_zeros() as usize]).unwrap();
                }
            }
        }
    }
    csv + "\n"
}

/// What was published before: counts of all in this release who answered.
fn figures(survey: &Survey, release: usize) -> String {
    let mut csv = "id,statement,source,question,option,percent,count,base,inferred\n".to_owned();
    for (place, figure) in survey.figures.iter().enumerate() {
        let (count, base) = figure_counts(survey, release, figure.question, figure.option);
        let (id, option) =
            (survey.question_id(figure.question, release), OPTIONS[usize::from(figure.option)]);
        writeln!(
            csv,
            "figure-{},Some said so.,A leaflet,{id},{option},,{count},{base},no",
            OPTIONS[place]
        )
        .unwrap();
    }
    csv
}

fn figure_counts(survey: &Survey, release: usize, question: usize, option: u8) -> (usize, usize) {
    let present = survey.people().filter(|rows| has(rows.releases, u8::try_from(release).unwrap()));
    let given: Vec<u8> = present.filter_map(|rows| rows.answers[question]).collect();
    (given.iter().filter(|choice| has(**choice, option)).count(), given.len())
}
