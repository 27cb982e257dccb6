//! What the reports say, section by section.

use super::html::{Column, Page, Section, Table};
use super::{Private, ProofReport, Public, RuleReport, Signed};

const fn words(heading: &'static str) -> Column {
    Column { heading, is_number: false }
}

const fn number(heading: &'static str) -> Column {
    Column { heading, is_number: true }
}

fn shown(number: Option<impl ToString>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| number.to_string())
}

/// The report for everybody.
pub(super) fn public(report: &Public) -> Page {
    Page {
        title: format!("Disclosure report: {}", report.survey.title),
        notice: "This report may be published. It says how the answers to this survey were protected \
                 before anything left its holder, what was published, and what this does not protect."
            .to_owned(),
        sections: sections(report, &report.rules),
    }
}

/// The report for the holder.
pub(super) fn private(report: &Private) -> Page {
    let mut sections = vec![absent(report), withheld(report), risk(report), inputs(report)];
    sections.extend(self::sections(&report.public, &report.rules));
    Page {
        title: format!("Private disclosure report: {}", report.public.survey.title),
        notice: "Not for publication. This report tells what was withheld and how far answers single \
                 out respondents. It is for the holder of the answers and the data protection officer."
            .to_owned(),
        sections,
    }
}

fn sections(report: &Public, found: &[RuleReport]) -> Vec<Section> {
    let mut sections = vec![summary(report), rules(found)];
    sections.extend(report.proof.as_ref().map(proof));
    sections.extend([tables(report), signed(report)]);
    if !report.earlier.is_empty() {
        sections.push(Section {
            heading: "Earlier releases".to_owned(),
            paragraphs: vec!["Counted in as what a reader may know, by SHA-256:".to_owned()],
            items: report.earlier.clone(),
            table: None,
        });
    }
    sections.push(Section {
        heading: "What is not protected".to_owned(),
        items: report.not_protected.clone(),
        ..Section::default()
    });
    sections
}

fn proof(proof: &ProofReport) -> Section {
    let how = format!(
        "{} of these counts were settled by walking from survey to survey, {} by integer programs. \
         Each survey shown was checked against every table by a program of its own.",
        proof.by_walking, proof.by_program
    );
    Section {
        heading: "Proof by other surveys".to_owned(),
        paragraphs: vec![
            proof.sentence.clone(),
            how,
            format!("Not looked at: {}", proof.not_looked_at),
        ],
        ..Section::default()
    }
}

fn summary(report: &Public) -> Section {
    let but = match report.overrides.len() {
        0 => "",
        _ => ", but for figures that were public before (see “Signed for”)",
    };
    let row = |name: &str, value: String| vec![name.to_owned(), value];
    let rows = vec![
        row(
            "Survey",
            format!(
                "{} ({}, version {})",
                report.survey.title, report.survey.name, report.survey.version
            ),
        ),
        row("SHA-256 of the packed file", report.file.sha256.clone()),
        row(
            "Its length",
            format!("{} bytes, format version {}", report.file.bytes, report.file.format),
        ),
        row(&format!("Counted {}", report.respondent_word), report.respondents.to_string()),
        row(
            "Threshold",
            format!("{}: no count, and no rest of a base, is smaller{but}", report.threshold),
        ),
        row("Smallest group", format!("{}, and as many outside of it", report.smallest_group)),
        row("Tables", report.tables.len().to_string()),
        row("Smallest count or rest of a base", shown(report.smallest_cell)),
    ];
    Section {
        heading: "Summary".to_owned(),
        paragraphs: vec![
            "The file holds counts in tables, and no answers of anybody in any form. Every table passed \
             every rule below; a table that did not is not in the file. Then the file’s bytes were read \
             back and all of it was checked again."
                .to_owned(),
        ],
        items: Vec::new(),
        table: Some(Table {
            caption: "The release".to_owned(),
            columns: vec![words("What"), words("Value")],
            rows,
        }),
    }
}

fn rules(rules: &[RuleReport]) -> Section {
    let rows = rules.iter().map(|rule| {
        vec![
            format!("{} {}", rule.number, rule.name),
            rule.demands.to_owned(),
            rule.exact.to_owned(),
            shown(rule.examined),
            shown(rule.least),
        ]
    });
    Section {
        heading: "Rules".to_owned(),
        paragraphs: vec![
            "All passed. “Looked at” is how many counts, differences, bounds or texts a rule has seen; \
             “smallest” the smallest number that it guards. A dash stands for none, and in the \
             public report for numbers about answers that are not public."
                .to_owned(),
        ],
        items: Vec::new(),
        table: Some(Table {
            caption: "The rules and what they found".to_owned(),
            columns: vec![
                words("Rule"),
                words("Demands"),
                words("Exact or heuristic"),
                number("Looked at"),
                number("Smallest"),
            ],
            rows: rows.collect(),
        }),
    }
}

fn tables(report: &Public) -> Section {
    let rows = report.tables.iter().map(|table| {
        vec![table.table.clone(), table.base.to_string(), table.smallest_cell.to_string()]
    });
    Section {
        heading: "Published tables".to_owned(),
        table: Some(Table {
            caption: "Tables, by the ids of their questions".to_owned(),
            columns: vec![
                words("Table"),
                number("Smallest base"),
                number("Smallest count or rest of a base"),
            ],
            rows: rows.collect(),
        }),
        ..Section::default()
    }
}

fn signed(report: &Public) -> Section {
    let all: Vec<&Signed> = report.overrides.iter().chain(&report.texts).collect();
    let heading = "Signed for".to_owned();
    if all.is_empty() {
        return Section {
            heading,
            paragraphs: vec![
                "Nothing: no figure was public before that would not have passed, and the texts \
                              hold no figures."
                    .to_owned(),
            ],
            ..Section::default()
        };
    }
    let rows = all.into_iter().map(|signed| {
        vec![signed.what.clone(), signed.by.clone(), signed.on.clone(), signed.reason.clone()]
    });
    Section {
        heading,
        paragraphs: vec![
            "These people answer for figures that no rule can judge: they were public before, \
                          or stand in the texts."
                .to_owned(),
        ],
        items: Vec::new(),
        table: Some(Table {
            caption: "Who signed for what".to_owned(),
            columns: vec![words("What"), words("Who"), words("When"), words("Why")],
            rows: rows.collect(),
        }),
    }
}

fn absent(report: &Private) -> Section {
    let heading = "Tables that are absent".to_owned();
    if report.absent.is_empty() {
        let paragraphs = vec!["None: every declared table passed.".to_owned()];
        return Section { heading, paragraphs, ..Section::default() };
    }
    let mut names: Vec<&str> = report.absent.iter().map(|absent| absent.table.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let rows = report.absent.iter().map(|absent| {
        vec![absent.table.clone(), absent.rule.to_owned(), absent.cell.clone(), absent.what.clone()]
    });
    Section {
        heading,
        paragraphs: vec![format!(
            "{} declared tables did not pass. With a question’s own table go those by groupings, and the \
             questions that are asked after it. survey-pack check suggests mergers of answers.",
            names.len()
        )],
        items: Vec::new(),
        table: Some(Table {
            caption: "Every count that keeps a table back".to_owned(),
            columns: vec![words("Table"), words("Rule"), words("Cell"), words("Why")],
            rows: rows.collect(),
        }),
    }
}

fn withheld(report: &Private) -> Section {
    let heading = "Withheld by the plan".to_owned();
    if report.withheld.is_empty() {
        let paragraphs = vec!["Nothing.".to_owned()];
        return Section { heading, paragraphs, ..Section::default() };
    }
    Section { heading, items: report.withheld.clone(), ..Section::default() }
}

fn risk(report: &Private) -> Section {
    let risk = &report.risk;
    let of = |respondents: String| format!("{respondents} of {}", risk.respondents);
    let rows = risk.sets.iter().map(|sets| {
        vec![sets.answers.to_string(), sets.sets.to_string(), of(sets.respondents.to_string())]
    });
    let mut paragraphs = vec![
        format!(
            "{} {} have a set of answers that nobody else has. This is why no answers are packed, not even \
             without names.",
            of(risk.unique_in_all.to_string()),
            report.public.respondent_word
        ),
        format!(
            "{} {} on record are not counted in the release, because they skipped something in every block.",
            report.not_counted, report.public.respondent_word
        ),
    ];
    paragraphs.extend(risk.smallest_class.map(|class| {
        format!("The fewest who gave the same answers to all groupings together are {class} (k of k-anonymity).")
    }));
    Section {
        heading: "How far the answers on record single out".to_owned(),
        paragraphs,
        items: Vec::new(),
        table: Some(Table {
            caption: "Minimal unique sets: answers, after mergers, that only one respondent gave together"
                .to_owned(),
            columns: vec![
                number("Answers in a set"),
                number("Sets"),
                number("Respondents with one of this size or smaller"),
            ],
            rows: rows.collect(),
        }),
    }
}

fn inputs(report: &Private) -> Section {
    Section {
        heading: "What went in".to_owned(),
        paragraphs: vec!["The checksum of the answers is not public: whoever has guessed all answers could prove \
                          it by the sum.".to_owned()],
        items: Vec::new(),
        table: Some(Table {
            caption: "Files of the package".to_owned(),
            columns: vec![words("File"), words("SHA-256")],
            rows: report.inputs.iter().map(|input| vec![input.file.clone(), input.sha256.clone()]).collect(),
        }),
    }
}
