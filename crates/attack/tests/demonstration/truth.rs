//! The answers behind the packed file, read from the package's tables by the plainest code.

use std::collections::HashMap;

use serde_json::Value;
use survey::{Codebook, Kind, Question, QuestionIx, Tally};

use crate::packed::{cube, folder};

/// One team's answers: for each question of the released codebook the options chosen, `None`
/// outside of the question's base.
pub(crate) type Team = Vec<Option<Vec<usize>>>;

fn package() -> Value {
    let text =
        std::fs::read_to_string(folder("demo-confidential").join("datapackage.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The teams as the released codebook can tell them: answers merged, bases by blocks.
pub(crate) fn teams(codebook: &Codebook) -> Vec<Team> {
    let plan = &package()["survey"]["disclosure"];
    let mut table =
        csv::Reader::from_path(folder("demo-confidential").join("answers.csv")).unwrap();
    let rows: Vec<HashMap<String, String>> = table.deserialize().collect::<Result<_, _>>().unwrap();
    rows.iter().map(|row| team(row, plan, codebook)).collect()
}

fn team(row: &HashMap<String, String>, plan: &Value, codebook: &Codebook) -> Team {
    let given: Team =
        codebook.questions().iter().map(|question| given(row, plan, question)).collect();
    let asked = |question: &Question| {
        question.asked_if.as_ref().is_none_or(|routing| {
            given[routing.question.position()].iter().flatten().any(|o| routing.any_of.contains(o))
        })
    };
    let complete = |block: &Value| {
        list(block).all(|id| {
            // A question of which nothing is published is not in the file.
            codebook.find(id).map_or_else(
                || !row[id].is_empty(),
                |ix| given[ix.position()].is_some() || !asked(codebook.question(ix)),
            )
        })
    };
    let blocks = plan["blocks"].as_array().unwrap();
    let block_of = |question: &Question| {
        blocks.iter().find(|block| list(block).any(|id| id == question.id)).unwrap()
    };
    let questions = codebook.questions().iter().zip(&given);
    questions
        .map(|(question, given)| given.clone().filter(|_| complete(block_of(question))))
        .collect()
}

fn given(row: &HashMap<String, String>, plan: &Value, question: &Question) -> Option<Vec<usize>> {
    let chosen: Vec<String> = match question.kind {
        Kind::Single | Kind::Ordered => {
            let cell = &row[&question.id];
            if cell.is_empty() {
                return None;
            }
            vec![cell.clone()]
        }
        Kind::Multiple => {
            let prefix = format!("{}_", question.id);
            let columns: Vec<_> =
                row.iter().filter(|(name, _)| name.starts_with(&prefix)).collect();
            if columns.iter().any(|(_, cell)| cell.is_empty()) {
                return None;
            }
            let yes = columns.iter().filter(|(_, cell)| *cell == "yes");
            yes.map(|(name, _)| name[prefix.len()..].to_owned()).collect()
        }
    };
    let mut options: Vec<usize> =
        chosen.iter().map(|id| question.option(&merged(plan, question, id)).unwrap()).collect();
    options.sort_unstable();
    options.dedup();
    Some(options)
}

fn merged(plan: &Value, question: &Question, option: &str) -> String {
    let merger = plan["merge"].as_array().unwrap().iter().find(|merger| {
        merger["question"] == question.id && list(&merger["options"]).any(|id| id == option)
    });
    merger.map_or(option, |merger| merger["id"].as_str().unwrap()).to_owned()
}

fn list(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().unwrap().iter().map(|item| item.as_str().unwrap())
}

pub(crate) fn gave(team: &Team, question: QuestionIx, option: usize) -> bool {
    team[question.position()].iter().flatten().any(|&chosen| chosen == option)
}

pub(crate) fn count(teams: &[Team], has: impl Fn(&Team) -> bool) -> u32 {
    u32::try_from(teams.iter().filter(|team| has(team)).count()).unwrap()
}

#[test]
fn every_count_in_the_file_is_that_of_the_answers() {
    let cube = cube();
    let teams = teams(cube.codebook());
    let mut counted = 0;
    let mut hold = |tally: &Tally, question: QuestionIx, among: &dyn Fn(&Team) -> bool| {
        let base = count(&teams, |team| team[question.position()].is_some() && among(team));
        assert_eq!((tally.asked, tally.answered), (base, base), "{question:?}");
        for (option, &counts) in tally.counts.iter().enumerate() {
            let true_count = count(&teams, |team| gave(team, question, option) && among(team));
            assert_eq!(counts, true_count, "{question:?} {option}");
            counted += 1;
        }
    };
    for (question, _) in cube.codebook().iter() {
        if let Some(total) = &cube.totals()[question.position()] {
            hold(total, question, &|_| true);
        }
    }
    for table in cube.crossed() {
        for (group, part) in table.parts.iter().enumerate() {
            hold(part, table.question, &|team| gave(team, table.by, group));
        }
    }
    assert!(counted > 100, "only {counted} counts");
}
