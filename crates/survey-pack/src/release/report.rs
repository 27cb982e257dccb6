//! The two reports on a release: a public one for whoever wants to know how answers were protected,
//! and a private one for the holder and the data protection officer. Both as a page and as JSON.

mod content;
mod html;
mod pages;

use disclosure::plan::{Plan, Signature};
use disclosure::search::IdentifierSearch;
use disclosure::{Outcome, Proof, Rule, TableName, Tables, risk};
use survey::Tally;
use survey::bundle::Header;

pub use self::content::{
    AbsentReport, File, InputReport, Private, ProofReport, Public, RuleReport, Signed, SurveyName,
    TableReport,
};
use super::{Findings, Release};
use crate::package::{DESCRIPTOR, Input, Package};
use crate::problem::Problem;

/// A report's file.
#[derive(Debug)]
pub struct ReportFile {
    /// Its name.
    pub name: &'static str,
    /// Whether everybody may read it.
    pub is_public: bool,
    /// What it says.
    pub text: String,
    /// What it would say of a survey without words and tables.
    pub frame: String,
}

// Maps with text for keys and numbers can always be written.
fn json(written: serde_json::Result<String>) -> String {
    written.unwrap_or_default() + "\n"
}

/// A report without what the package says in words.
fn frame(public: &Public) -> Public {
    let nameless = |_: &Signed| Signed {
        what: String::new(),
        by: String::new(),
        on: String::new(),
        reason: String::new(),
    };
    Public {
        survey: SurveyName { name: String::new(), title: String::new(), version: String::new() },
        respondent_word: String::new(),
        tables: Vec::new(),
        overrides: public.overrides.iter().map(nameless).collect(),
        texts: public.texts.as_ref().map(nameless),
        ..public.clone()
    }
}

/// The four files.
pub fn files(package: &Package, release: &Release, header: &Header) -> Vec<ReportFile> {
    let Some(plan) = &package.plan else { return Vec::new() };
    let public = public(package, plan, release, header);
    let private = private(package, plan, &release.findings, public.clone());
    let file = |name, is_public, text| ReportFile { name, is_public, text, frame: String::new() };
    let public_file = |name, text: fn(&Public) -> String| ReportFile {
        name,
        is_public: true,
        text: text(&public),
        frame: text(&frame(&public)),
    };
    vec![
        public_file("disclosure.json", |public| json(serde_json::to_string_pretty(public))),
        public_file("disclosure.html", |public| html::page(&pages::public(public))),
        file("disclosure-private.json", false, json(serde_json::to_string_pretty(&private))),
        file("disclosure-private.html", false, html::page(&pages::private(&private))),
    ]
}

/// Looks for ids and left-out cells in the reports that may be published. What the reports say of every
/// survey alike is nobody's.
pub fn search(reports: &[ReportFile], search: &IdentifierSearch) -> Vec<Problem> {
    let mut problems = Vec::new();
    for report in reports.iter().filter(|report| report.is_public) {
        let own = search.in_texts([("every report", report.frame.as_str())]);
        for found in search.in_texts([(report.name, report.text.as_str())]) {
            if own.iter().all(|own| (&own.column, &own.value) != (&found.column, &found.value)) {
                let (what, fix) = found.as_problem("the public report");
                problems.push(Problem::new(DESCRIPTOR, what, fix).column(found.column));
            }
        }
    }
    problems
}

fn public(package: &Package, plan: &Plan, release: &Release, header: &Header) -> Public {
    let about = package.survey.about();
    let findings = &release.findings;
    let tables = &findings.tables;
    let reports: Vec<TableReport> =
        tables.names().into_iter().filter_map(|name| table(tables, name)).collect();
    let statement = |id: &str| {
        let mut figures = package.survey.figures().iter();
        let found = figures.find(|figure| figure.id == id);
        found.map_or_else(
            || id.to_owned(),
            |figure| format!("{} ({})", figure.statement, figure.source),
        )
    };
    let overrides = plan.overrides.iter();
    Public {
        survey: SurveyName {
            name: about.name.clone(),
            title: about.title.clone(),
            version: about.version.clone(),
        },
        file: File {
            sha256: header.checksum_text(),
            bytes: release.bytes.len(),
            format: header.version,
        },
        respondents: tables.respondents,
        respondent_word: about.respondent.other.clone(),
        threshold: plan.threshold,
        smallest_group: plan.smallest_group,
        smallest_cell: reports.iter().map(|table| table.smallest_cell).min(),
        rules: rules(findings, |rule| rule.counts_only),
        proof: findings.proof().map(proof),
        tables: reports,
        overrides: overrides
            .map(|signed| sign(statement(&signed.figure), &signed.signature))
            .collect(),
        texts: plan.texts.as_ref().map(|texts| {
            sign(format!("Texts of the package (checksum {})", texts.of), &texts.signature)
        }),
        earlier: plan.earlier.clone(),
        not_protected: NOT_PROTECTED.map(ToOwned::to_owned).to_vec(),
    }
}

fn private(package: &Package, plan: &Plan, findings: &Findings, public: Public) -> Private {
    let codebook = &findings.sample.codebook;
    let absent = findings.absent.iter().map(|(rule, breach)| AbsentReport {
        table: breach.table.map_or_else(String::new, |table| table.ids(codebook)),
        rule: rule.name,
        cell: breach.cell.clone(),
        what: breach.what.clone(),
    });
    let counted = usize::try_from(findings.sample.respondents()).unwrap_or(usize::MAX);
    let withheld = plan.withheld.iter();
    let input =
        |input: &Input| InputReport { file: input.file.clone(), sha256: input.sha256.clone() };
    Private {
        public,
        rules: rules(findings, |_| true),
        inputs: package.inputs.iter().map(input).collect(),
        not_counted: findings.sample.rows().saturating_sub(counted),
        absent: sorted(absent.collect()),
        withheld: withheld
            .map(|table| TableName { question: table.question, by: table.by }.ids(codebook))
            .collect(),
        risk: risk::measure(&findings.sample),
    }
}

fn proof(proof: &Proof) -> ProofReport {
    ProofReport {
        sentence: proof.sentence(),
        pairs: proof.pairs,
        counts: proof.counts,
        by_walking: proof.by_walking,
        by_program: proof.by_program,
        narrowest: proof.narrowest,
        surveys: proof.surveys,
        not_looked_at: "Three answers together, whole respondents, and pairs that a published table \
                        shows by itself.",
    }
}

/// What rules found, with numbers where they may be told: some are of answers that nobody sees.
fn rules(findings: &Findings, is_public: fn(&Rule) -> bool) -> Vec<RuleReport> {
    let report = |(rule, outcome): &(Rule, Outcome)| RuleReport {
        number: rule.number,
        name: rule.name,
        demands: rule.demands,
        exact: rule.exact,
        examined: is_public(rule).then_some(outcome.examined),
        least: outcome.least.filter(|_| is_public(rule)),
    };
    findings.outcomes.iter().map(report).collect()
}

fn sorted(mut absent: Vec<AbsentReport>) -> Vec<AbsentReport> {
    absent.sort_by(|one, other| one.table.cmp(&other.table)); // stable: rules stay in order
    absent
}

fn sign(what: String, signature: &Signature) -> Signed {
    let Signature { by, on, reason } = signature.clone();
    Signed { what, by, on, reason }
}

fn table(tables: &Tables, name: TableName) -> Option<TableReport> {
    let tallies: Vec<&Tally> = match name.by {
        None => tables.totals[name.question.position()].iter().collect(),
        Some(by) => tables.find(name.question, by)?.parts.iter().collect(),
    };
    let cells = tallies.iter().flat_map(|tally| {
        tally.counts.iter().map(|&count| count.min(tally.answered.saturating_sub(count)))
    });
    Some(TableReport {
        table: name.ids(&tables.codebook),
        base: tallies.iter().map(|tally| tally.answered).min()?,
        smallest_cell: cells.min()?,
    })
}

const NOT_PROTECTED: [&str; 9] = [
    "A group’s answers are told as counts. Whoever knows that somebody is in a group learns what is \
     likely of them, though not what they answered.",
    "Three or more respondents who put their own answers together may learn more than two can.",
    "Figures that are public elsewhere and that the package does not list, and earlier releases that \
     its plan does not name, are unknown to the gate. With them more could be worked out.",
    "The bounds on what is not published are worked out from tables that share one question, and from \
     three tables around three questions. Bounds from all tables at once may be narrower.",
    "A search for whole respondents who fit all tables (a reconstruction attack) is not part of packing. \
     Who holds the answers can run one with survey-pack attack.",
    "A table that is not there was not declared, or did not pass; this report does not say which. Whoever \
     guesses that it was declared may guess that a count in it is small.",
    "The package’s texts and the names of questions and answers are published as they stand. Figures in \
     them are found by digits of any script and by numbers in English words, and then somebody has signed \
     for them; what other words tell is for whoever wrote them to judge.",
    "Who was invited or took part is not hidden by this protection.",
    "The checksum guards against accidents and altered copies. It is no signature: it does not prove who \
     packed the file.",
];
