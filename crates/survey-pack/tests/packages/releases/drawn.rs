//! Pairs of releases drawn at random: some joined, some left, some answered otherwise, ids were
//! renamed. Of those that pass, every number that both have is counted again over the rows, and who
//! lies between is looked at one by one.

use std::collections::{BTreeMap, BTreeSet};

use disclosure::Rule;
use disclosure::Tables;
use disclosure::history::Earlier;
use disclosure::rules::RULES;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use survey_pack::package;
use survey_pack::release::release_by;

use super::super::attacks::releases::after;
use super::super::confidential::DESCRIPTOR;
use super::super::small::Package;

/// What one respondent drew for each question; above 252 is a blank.
type Row = [u8; 3];
/// Respondents by name.
type Rows = BTreeMap<usize, Row>;

const CELLS: [&[&str]; 3] = [&["a", "b"], &["yes", "no"], &["x", "y", "z"]];
const NAMES: [[&str; 3]; 2] = [["place", "uses", "likes"], ["area", "takes", "fancies"]];

#[derive(Clone, Debug)]
struct Drawn {
    before: Rows,
    now: Rows,
    threshold: u32,
    /// Which questions have another id now, and whether the plan says that they are gone.
    renamed: [bool; 3],
    gone: bool,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let many = |of: &'static [usize]| prop::sample::select(of);
    (
        prop::collection::vec(any::<Row>(), 60..140),
        prop::collection::vec(any::<Row>(), 150),
        (
            many(&[0, 0, 0, 1, 4, 12, 40, 90, 150]),
            many(&[0, 0, 0, 1, 4, 20]),
            many(&[0, 0, 0, 1, 6]),
        ),
        (any::<bool>(), 3..6_u32, any::<[bool; 3]>(), any::<bool>()),
    )
        .prop_map(|(before, more, (joining, leaving, changing), rest)| {
            let (of_one_mind, threshold, renamed, gone) = rest;
            let before: Rows = before.into_iter().enumerate().collect();
            let mut now: Rows = before.iter().skip(leaving).map(|(&id, &row)| (id, row)).collect();
            for (position, row) in now.values_mut().take(changing).enumerate() {
                row[1] = more[position][1];
            }
            for (position, row) in more.iter().take(joining).enumerate() {
                let [place, _, likes] = *row;
                let row = if of_one_mind { [place, 0, likes] } else { *row };
                now.insert(1000 + position, row);
            }
            Drawn { before, now, threshold, renamed, gone }
        })
}

fn cell(row: Row, question: usize) -> Option<usize> {
    let draw = usize::from(row[question]);
    (draw <= 252).then(|| draw * CELLS[question].len() / 253)
}

fn package(rows: &Rows, threshold: u32, names: [&str; 3]) -> Package {
    let package = Package::empty();
    package.write("datapackage.json", DESCRIPTOR);
    package.replace(
        "datapackage.json",
        "\"earlier\": []",
        &format!("\"threshold\": {threshold}, \"earlier\": []"),
    );
    let field = |question: usize| {
        let cells: Vec<String> = CELLS[question].iter().map(|cell| format!("\"{cell}\"")).collect();
        format!(
            r#"{{ "name": "{}", "categories": [{}], "survey": {{ "grouping": {} }} }}"#,
            names[question],
            cells.join(", "),
            question == 0
        )
    };
    let fields: Vec<String> = (0..3).map(field).collect();
    let fields = fields.join(", ");
    let schema = format!(r#"{{ "primaryKey": "id", "fields": [{{ "name": "id" }}, {fields}] }}"#);
    package.write("answers.schema.json", schema);
    let mut csv = format!("id,{}\n", names.join(","));
    for (id, row) in rows {
        let cells = (0..3).map(|ix| cell(*row, ix).map_or("", |cell| CELLS[ix][cell]));
        let cells: Vec<&str> = cells.collect();
        csv += &(format!("r{id:04}x,") + &cells.join(",") + "\n");
    }
    package.write("answers.csv", csv);
    package
}

/// Who is counted at all, and gave these answers: all questions are one block.
fn who(rows: &Rows, gave: &[(usize, usize)]) -> BTreeSet<usize> {
    let counted = |row: &Row| (0..3).all(|question| cell(*row, question).is_some());
    let meets = |row: &Row| gave.iter().all(|&(ix, option)| cell(*row, ix) == Some(option));
    rows.iter().filter(|(_, row)| counted(row) && meets(row)).map(|(&id, _)| id).collect()
}

/// What two releases tell of the people between them and is too little, in words.
fn small(drawn: &Drawn, then: &Tables, now: &Tables) -> Option<String> {
    let threshold = drawn.threshold as usize;
    let groups = [&[][..], &[(0, 0)], &[(0, 1)]];
    for (question, cells) in CELLS.iter().enumerate() {
        for of in groups {
            let is_told = |tables: &Tables, names: [[&str; 3]; 2]| {
                let find =
                    |ix: usize| names.iter().find_map(|names| tables.codebook.find(names[ix]));
                let (Some(asked), Some(by)) = (find(question), find(0)) else { return false };
                tables.totals[asked.position()].is_some()
                    && (of.is_empty() || (question != 0 && tables.find(asked, by).is_some()))
            };
            if !is_told(then, NAMES) || !is_told(now, NAMES) {
                continue;
            }
            let between = |gave: &[(usize, usize)]| {
                let gave = [of, gave].concat();
                let (then, now) = (who(&drawn.before, &gave), who(&drawn.now, &gave));
                (then.len().abs_diff(now.len()), &now - &then, &then - &now)
            };
            let (difference, joined, left) = between(&[]);
            let words = format!("{:?} of {of:?}", NAMES[0][question]);
            if (1..threshold).contains(&difference) {
                return Some(format!("{difference} in the base of {words}"));
            }
            for option in 0..cells.len() {
                let (difference, more, fewer) = between(&[(question, option)]);
                if (1..threshold).contains(&difference) {
                    return Some(format!("{difference} between the counts of {words}"));
                }
                // Where nobody left and nobody answers otherwise, the difference is those who joined,
                // and the other way round: whoever knows them must not learn what all of them said.
                for (others, gave, opposite) in [(&joined, &more, &fewer), (&left, &fewer, &more)] {
                    let alone = (joined.is_empty() || left.is_empty())
                        && opposite.is_empty()
                        && gave.is_subset(others);
                    let rest = others.len().abs_diff(gave.len());
                    if alone && !others.is_empty() && (gave.len() < threshold || rest < threshold) {
                        return Some(format!("{} of {} gave {words}", gave.len(), others.len()));
                    }
                }
            }
        }
    }
    None
}

/// Draws pairs and releases those that pass the rules. How many passed, in how many of these somebody
/// lies between, and the first that tells too much.
fn search(rules: &[Rule], pairs: usize) -> (usize, usize, Option<String>) {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let (mut passed, mut changed) = (0, 0);
    for _ in 0..pairs {
        let drawn = drawn().new_tree(&mut runner).unwrap().current();
        let first = package(&drawn.before, drawn.threshold, NAMES[0]);
        let Ok(first) = release_by(&package::open(first.path()).unwrap(), &[], rules) else {
            continue;
        };
        let earlier = Earlier::read(&first.bytes).unwrap().unwrap();
        let names = [0, 1, 2].map(|ix| NAMES[usize::from(drawn.renamed[ix])][ix]);
        let second = package(&drawn.now, drawn.threshold, names);
        let since = (0..3).filter(|&ix| drawn.renamed[ix]).map(|ix| {
            let now = if drawn.gone { "null".to_owned() } else { format!("\"{}\"", NAMES[1][ix]) };
            format!("\"{}\": {now}", NAMES[0][ix])
        });
        let asked = |line: &String| {
            let id = line.split('"').nth(1).unwrap_or_default();
            earlier.cube.codebook().find(id).is_some()
        };
        let since: Vec<String> = since.filter(asked).collect();
        let since = format!(", \"since\": {{ {} }}", since.join(", "));
        after(&second, std::slice::from_ref(&earlier), &since);
        let opened = package::open(second.path()).unwrap();
        let Ok(second) = release_by(&opened, &[earlier], rules) else { continue };
        passed += 1;
        changed += usize::from(drawn.before != drawn.now);
        let found = small(&drawn, &first.findings.tables, &second.findings.tables);
        if found.is_some() {
            return (passed, changed, found);
        }
    }
    (passed, changed, None)
}

#[test]
fn releases_that_pass_tell_nobody_between_them() {
    let (passed, changed, found) = search(&RULES, 600);
    assert_eq!(found, None);
    assert!(passed >= 60 && changed >= 15, "too few to say anything: {passed}, {changed}");
}

#[test]
fn without_the_rule_somebody_is_told() {
    let rules = RULES.iter().copied().filter(|rule| rule.name != "earlier releases");
    let (passed, _, found) = search(&rules.collect::<Vec<Rule>>(), 600);
    assert!(found.is_some(), "nothing found among {passed}");
}
