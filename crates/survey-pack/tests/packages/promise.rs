//! What is promised, said again in another way and tried on small surveys drawn at random.
//!
//! Every published number is a number of respondents who meet some conditions. Here respondents are
//! plain sets and conditions plain words. Of two numbers of which one has all the conditions of the
//! other, the difference is what a reader can work out; so are sums of answers to one question, which
//! nobody gives two of. None of it may be between 1 and the threshold.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use survey::{Cube, Form, QuestionIx, Records, bundle};
use survey_pack::disclosure::gate::Rule;
use survey_pack::disclosure::rules::RULES;
use survey_pack::disclosure::{Plan, release_by};
use survey_pack::package;

use super::small::Package;

type Conditions = BTreeSet<String>;
type Respondents = BTreeSet<usize>;

/// A survey's shape: how many respondents, and what each drew for each question.
#[derive(Clone, Debug)]
struct Drawn {
    rows: Vec<[u8; 5]>,
    threshold: u32,
    blocks: bool,
    skewed: bool,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let rows = prop::collection::vec(any::<[u8; 5]>(), 40..140);
    (rows, 3..6_u32, any::<bool>(), any::<bool>())
        .prop_map(|(rows, threshold, blocks, skewed)| Drawn { rows, threshold, blocks, skewed })
}

const SCHEMA: &str = r#"{
  "primaryKey": "id",
  "fields": [
    { "name": "id" },
    { "name": "place", "categories": ["a", "b"], "survey": { "grouping": true } },
    { "name": "size", "categories": ["a", "b"], "survey": { "grouping": true } },
    { "name": "uses", "categories": ["yes", "no"] },
    { "name": "how", "categories": ["a", "b"],
      "survey": { "asked_if": { "question": "uses", "any_of": ["yes"] } } },
    { "name": "likes", "categories": ["a", "b", "c"] }
  ]
}"#;

fn package(drawn: &Drawn) -> Package {
    let package = Package::empty();
    let blocks = if drawn.blocks {
        r#", "blocks": [["place", "size"], ["uses", "how"], ["likes"]]"#
    } else {
        ""
    };
    let descriptor = super::confidential::DESCRIPTOR.replace(
        "\"earlier\": []",
        &format!("\"earlier\": [], \"threshold\": {}{blocks}", drawn.threshold),
    );
    package.write("datapackage.json", descriptor);
    package.write("answers.schema.json", SCHEMA);
    let mut csv = "id,place,size,uses,how,likes\n".to_owned();
    for (row, draws) in drawn.rows.iter().enumerate() {
        let blank = |draw: u8| draw > 252;
        let pick = |draw: u8, cells: &[&'static str]| {
            let share = if drawn.skewed {
                usize::from(draw) * usize::from(draw) / 256
            } else {
                draw.into()
            };
            if blank(draw) { "" } else { cells[share * cells.len() / 256] }
        };
        let uses = pick(draws[2], &["yes", "no"]);
        let how = if uses == "yes" { pick(draws[3], &["a", "b"]) } else { "" };
        let cells = [
            format!("r{row:04}x"),
            pick(draws[0], &["a", "b"]).to_owned(),
            pick(draws[1], &["a", "b"]).to_owned(),
            uses.to_owned(),
            how.to_owned(),
            pick(draws[4], &["a", "b", "c"]).to_owned(),
        ];
        csv += &(cells.join(",") + "\n");
    }
    package.write("answers.csv", csv);
    package
}

/// Every published number with its conditions, and who meets them: read from the records alone.
fn numbers(cube: &Cube, records: &Records, plan: &Plan) -> Vec<(Conditions, Respondents, u32)> {
    let held = records.codebook();
    let everybody: Respondents = (0..records.ids().len()).collect();
    let find = |id: &str| held.find(id).unwrap();
    let answered = |ix: QuestionIx, row: usize| records.answers(ix).answered.get(row);
    let asked = |ix: QuestionIx, row: usize| {
        held.question(ix).asked_if.as_ref().is_none_or(|routing| {
            routing.any_of.iter().any(|&o| records.answers(routing.question).options[o].get(row))
        })
    };
    let base = |ix: QuestionIx| -> (Conditions, Respondents) {
        let place = plan.blocks.iter().position(|block| block.contains(&ix)).unwrap();
        let complete = |row: &usize| {
            plan.blocks[place].iter().all(|&other| !asked(other, *row) || answered(other, *row))
        };
        let mut conditions = Conditions::from([format!("complete in block {place}")]);
        if let Some(routing) = &held.question(ix).asked_if {
            let before = held.question(routing.question);
            conditions.insert(format!("{}={}", before.id, before.options[routing.any_of[0]].id));
        }
        let rows = everybody.iter().copied().filter(complete).filter(|&row| asked(ix, row));
        (conditions, rows.collect())
    };
    let gave = |ix: QuestionIx, option: usize, (conditions, rows): &(Conditions, Respondents)| {
        let mut conditions = conditions.clone();
        let question = held.question(ix);
        conditions.insert(format!("{}={}", question.id, question.options[option].id));
        let set = &records.answers(ix).options[option];
        (conditions, rows.iter().copied().filter(|&row| set.get(row)).collect::<Respondents>())
    };
    let mut numbers = Vec::new();
    let counted: BTreeSet<usize> = cube
        .codebook()
        .questions()
        .iter()
        .flat_map(|question| base(find(&question.id)).1)
        .collect();
    numbers.push((Conditions::new(), counted, survey::Source::respondents(cube)));
    for (ix, question) in cube.codebook().iter() {
        let held = find(&question.id);
        let of = base(held);
        let total = cube.totals()[ix.0].as_ref().unwrap();
        numbers.push((of.0.clone(), of.1.clone(), total.answered));
        for (option, &count) in total.counts.iter().enumerate() {
            let (conditions, rows) = gave(held, option, &of);
            numbers.push((conditions, rows, count));
        }
    }
    for table in cube.crossed() {
        let question = find(&cube.codebook().question(table.question).id);
        let by = find(&cube.codebook().question(table.by).id);
        let (of, of_by) = (base(question), base(by));
        let both = (&of.0 | &of_by.0, &of.1 & &of_by.1);
        for (group, part) in table.parts.iter().enumerate() {
            let of = gave(by, group, &both);
            numbers.push((of.0.clone(), of.1.clone(), part.answered));
            for (option, &count) in part.counts.iter().enumerate() {
                let (conditions, rows) = gave(question, option, &of);
                numbers.push((conditions, rows, count));
            }
        }
    }
    numbers
}

/// What can be worked out and is too small, in words.
fn small(numbers: &[(Conditions, Respondents, u32)], threshold: usize) -> Vec<String> {
    let mut found = Vec::new();
    let mut note = |rows: usize, words: String| {
        if rows > 0 && rows < threshold {
            found.push(format!("{rows}: {words}"));
        }
    };
    // The same number may stand in two tables; it is one all the same.
    let numbers: BTreeMap<&Conditions, &Respondents> =
        numbers.iter().map(|(conditions, rows, _)| (conditions, rows)).collect();
    for (conditions, rows) in &numbers {
        let narrower = numbers.iter().filter(|(others, _)| others.is_superset(conditions));
        // Narrower by answers to the same question: nobody gave two, so they may be added up.
        let mut families: BTreeMap<(String, Conditions), Vec<&Respondents>> = BTreeMap::new();
        for (others, inside) in narrower {
            note(rows.len() - inside.len(), format!("{conditions:?} less {others:?}"));
            for more in *others - *conditions {
                let rest: Conditions =
                    others.iter().filter(|other| **other != more).cloned().collect();
                let question = more.split('=').next().unwrap_or_default().to_owned();
                families.entry((question, rest)).or_default().push(*inside);
            }
        }
        for ((question, rest), members) in families {
            for chosen in 1..1_usize << members.len() {
                let picked = (0..members.len()).filter(|place| chosen >> place & 1 == 1);
                let sum: usize = picked.map(|place| members[place].len()).sum();
                if sum <= rows.len() {
                    note(
                        rows.len() - sum,
                        format!("{conditions:?} less some of {question} in {rest:?}"),
                    );
                }
            }
        }
    }
    found
}

/// Draws surveys, releases those that pass the rules, and looks at what can be worked out. How many
/// passed, with how many tables, and the first that tells too much.
fn search(rules: &[Rule]) -> (usize, usize, Option<Vec<String>>) {
    let config =
        ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() };
    let algorithm = proptest::test_runner::RngAlgorithm::ChaCha;
    let rng = proptest::test_runner::TestRng::deterministic_rng(algorithm);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let (mut passed, mut crossed) = (0, 0);
    for _ in 0..400 {
        let drawn = drawn().new_tree(&mut runner).unwrap().current();
        let folder = package(&drawn);
        let package = package::open(folder.path()).unwrap();
        let Ok(release) = release_by(&package, &[], rules) else { continue };
        let survey = bundle::decode(&release.bytes).unwrap().survey;
        let Form::Cube(cube) = &survey.draws[0].form else { panic!("a cube") };
        let plan = package.plan.as_ref().unwrap();
        let numbers = numbers(cube, package.survey.draws[0].records().unwrap(), plan);
        for (conditions, rows, published) in &numbers {
            assert_eq!(rows.len(), *published as usize, "{conditions:?}");
        }
        passed += 1;
        crossed += cube.crossed().len();
        let small = small(&numbers, plan.threshold as usize);
        if !small.is_empty() {
            return (passed, crossed, Some(small));
        }
    }
    (passed, crossed, None)
}

#[test]
fn whatever_passes_keeps_the_promise() {
    let (passed, crossed, found) = search(&RULES);
    assert_eq!(found, None);
    assert!(passed >= 40 && crossed >= 80, "too few to say anything: {passed}, {crossed}");
}

/// The search is worth something only if it finds what the rules are there against. A small count of
/// everybody is nearly always the sum of smaller ones in groups, which two rules stop.
#[test]
fn without_a_rule_the_promise_is_broken() {
    for left_out in [&["threshold", "differences"][..], &["differences"], &["bases"]] {
        let gone = |rule: &Rule| left_out.contains(&rule.name) || rule.name == "witnesses";
        let rules = RULES.iter().copied().filter(|rule| !gone(rule));
        let (passed, _, found) = search(&rules.collect::<Vec<Rule>>());
        assert!(found.is_some(), "nothing found without {left_out:?} among {passed}");
    }
}
