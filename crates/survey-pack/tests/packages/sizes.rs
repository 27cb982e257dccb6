//! How long a release takes and how much memory, by the size of the survey. Not run with the others:
//! `cargo test -p survey-pack --profile tool sizes -- --ignored --nocapture --test-threads 1`.

use std::fmt::Write;
use std::time::Instant;

use disclosure::Stage;
use disclosure::risk;
use survey_pack::package;
use survey_pack::release::release;

use super::small::Package;

#[test]
#[ignore = "takes minutes in a debug build; it measures and asserts only that a release comes out"]
fn a_release_of_each_size() {
    for (respondents, questions) in [(58, 40), (1_000, 60), (100_000, 60)] {
        let folder = package(respondents, questions);
        let start = Instant::now();
        let opened = package::open(folder.path()).unwrap();
        let read = start.elapsed();
        let start = Instant::now();
        let released = release(&opened, &[]);
        let gate = start.elapsed();
        let findings = match released {
            Ok(release) => release.findings,
            Err(refusal) => {
                println!("refused: {:?}", refusal.problems.first());
                *refusal.findings.unwrap()
            }
        };
        let start = Instant::now();
        let risk = risk::measure(&findings.sample);
        let risk_time = start.elapsed();
        println!(
            "{respondents} × {questions}: read {read:.2?}, gate {gate:.2?}, singling out {risk_time:.2?}, peak {}; \
             {} tables, {} absent breaches, {} unique sets of three",
            peak(),
            findings.tables.names().len(),
            findings.absent.len(),
            risk.sets[2].sets,
        );
        for (rule, outcome) in
            findings.outcomes.iter().filter(|(rule, _)| rule.stage != Stage::Output)
        {
            println!("    {:18} {:>12} looked at", rule.name, outcome.examined);
        }
    }
}

/// How long ids and remarks are looked for.
#[test]
#[ignore = "it measures and asserts only that what is planted is found"]
fn a_search_of_each_size() {
    use disclosure::LeftOutCell;
    use disclosure::search::IdentifierSearch;

    const WORDS: [&str; 16] = [
        "team", "support", "families", "the", "of", "and", "kettle", "since", "training", "never",
        "council", "would", "after", "records", "nobody", "staff",
    ];
    for respondents in [60, 1_000, 100_000] {
        let mut state = 7_u64;
        let mut word = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            WORDS[usize::try_from(state >> 60).unwrap()]
        };
        let mut cells = Vec::new();
        for row in 0..respondents {
            let mut value = String::new();
            while value.len() < 74 {
                value += word();
                value += " ";
            }
            write!(value, "{row:06}").unwrap();
            cells.push(LeftOutCell { column: "remark".into(), value, is_id: false });
            let value = format!("respondent-{row:06}");
            cells.push(LeftOutCell { column: "id".into(), value, is_id: true });
        }
        let planted = cells[0].value.clone();
        let start = Instant::now();
        let search = IdentifierSearch::new(cells).unwrap();
        let made = start.elapsed();
        let text = "Does your team end support well? ".repeat(3_000) + &planted;
        let start = Instant::now();
        let found = search.in_texts([("text", text.as_str())]);
        assert!(found.iter().any(|found| found.value == planted));
        println!(
            "{respondents} ids and remarks: made in {made:.2?}, 100 KB looked through in {:.2?}, peak {}",
            start.elapsed(),
            peak()
        );
    }
}

/// The most memory that the process had, where the system says.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |line| line.trim().to_owned())
}

/// Four groupings of two to four answers, and questions of two to five.
fn package(respondents: usize, questions: usize) -> Package {
    let package = Package::empty();
    package.write("datapackage.json", super::confidential::DESCRIPTOR);
    let options = |question: usize| if question < 4 { 2 + question / 2 } else { 2 + question % 4 };
    let fields: Vec<String> = (0..questions)
        .map(|question| {
            let options: Vec<String> =
                (0..options(question)).map(|option| format!("\"o{option}\"")).collect();
            format!(
                r#"{{ "name": "q{question}", "categories": [{}], "survey": {{ "grouping": {} }} }}"#,
                options.join(", "),
                question < 4
            )
        })
        .collect();
    let schema = format!(
        r#"{{ "primaryKey": "id", "fields": [{{ "name": "id" }}, {}] }}"#,
        fields.join(", ")
    );
    package.write("answers.schema.json", schema);
    let names: Vec<String> = (0..questions).map(|question| format!("q{question}")).collect();
    let mut csv = format!("id,{}\n", names.join(","));
    let mut state = 1_u64;
    for row in 0..respondents {
        write!(csv, "respondent-{row:06}").unwrap();
        for question in 0..questions {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let draw = usize::try_from(state >> 40).unwrap() % options(question);
            write!(csv, ",o{draw}").unwrap();
        }
        csv += "\n";
    }
    package.write("answers.csv", csv);
    package
}
