//! What may leave the machine of somebody who holds confidential answers: counts, in tables that
//! the holder declared and that pass the gate of the crate `disclosure`. `docs/disclosure.md` says
//! what that promises.
//!
//! The gate says which tables pass. They become a survey with a cube (`assemble`), which is packed,
//! read back and looked at again. Records go no further than the tables.

mod assemble;
pub mod forecast;
mod remedies;
pub mod report;
mod suggest;

use disclosure::gate;
use disclosure::history::Earlier;
use disclosure::rules::RULES;
use disclosure::search::IdentifierSearch;
use disclosure::texts::{self, Texts};
use disclosure::{
    Breach, Case, Outcome, Output, Plan, Proof, Recoded, Rule, Sample, Stage, Tables,
};
use survey::Survey;

use crate::package::{DESCRIPTOR, Package};
use crate::problem::Problem;

/// A release that passed every rule.
#[derive(Debug)]
pub struct Release {
    /// The survey with its tables and no answers.
    pub survey: Survey,
    /// The packed file.
    pub bytes: Vec<u8>,
    /// How it came about: for the holder alone.
    pub findings: Findings,
    /// What must not be found in it, nor in what is published beside it.
    pub search: IdentifierSearch,
}

/// What the gate found. It tells of single respondents and stays with the holder.
#[derive(Debug)]
pub struct Findings {
    /// Whose answers are counted.
    pub sample: Sample,
    /// The tables that passed.
    pub tables: Tables,
    /// Each rule with what it found.
    pub outcomes: Vec<(Rule, Outcome)>,
    /// Tables that were left out, each with the breach that it was left out for.
    pub absent: Vec<(Rule, Breach)>,
}

impl Findings {
    /// All breaches that stop the release.
    pub fn refused(&self) -> impl Iterator<Item = (Rule, &Breach)> {
        self.outcomes
            .iter()
            .flat_map(|(rule, outcome)| outcome.breaches.iter().map(|breach| (*rule, breach)))
    }

    /// What was proved by witnesses.
    pub fn proof(&self) -> Option<&Proof> {
        self.outcomes.iter().find_map(|(_, outcome)| outcome.proof.as_ref())
    }

    /// The same as problems of the package.
    pub fn problems(&self) -> Vec<Problem> {
        self.refused().map(|(rule, breach)| problem(rule, breach, &self.tables)).collect()
    }
}

/// A breach as a problem of the package.
pub fn problem(rule: Rule, breach: &Breach, tables: &Tables) -> Problem {
    let mut place = breach.table.map(|table| format!("table “{}”", table.ids(&tables.codebook)));
    if !breach.cell.is_empty() {
        place = Some(place.map_or(String::new(), |table| table + ", ") + &breach.cell);
    }
    let colon = place.map_or(String::new(), |place| format!("{place}: "));
    let what = format!("rule {} ({}): {colon}{}", rule.number, rule.name, breach.what);
    Problem::new(DESCRIPTOR, what, breach.fix.clone()).at("survey.disclosure")
}

/// Why nothing is released.
#[derive(Debug)]
pub struct Refusal {
    /// What is wrong, each with what to do.
    pub problems: Vec<Problem>,
    /// What the gate found, where it came so far.
    pub findings: Option<Box<Findings>>,
}

fn refuse(what: &str, fix: &str) -> Refusal {
    Refusal { problems: vec![Problem::new(DESCRIPTOR, what, fix)], findings: None }
}

/// The plan of a confidential package, and the respondents that it counts: answers after mergers, with
/// their bases.
///
/// # Errors
/// When the package has no plan, no answers or mergers that do not fit.
pub fn sample(package: &Package) -> Result<(&Plan, Sample), Refusal> {
    let Some(plan) = &package.plan else {
        return Err(refuse("the answers are not confidential", "Pack them as records."));
    };
    Ok((plan, sample_by(package, plan)?))
}

fn sample_by(package: &Package, plan: &Plan) -> Result<Sample, Refusal> {
    let Some(records) = package.survey.draws().first().and_then(|draw| draw.records()) else {
        return Err(refuse("there are no answers", "Name them in “draws”."));
    };
    let Some(recoded) = Recoded::new(records, &package.questionnaire, plan) else {
        return Err(refuse("the mergers do not fit the questions", "Correct “merge” of the plan."));
    };
    Ok(Sample::new(recoded, plan))
}

/// Runs the gate over a confidential package.
///
/// # Errors
/// Every reason why nothing may be released.
pub fn release(package: &Package, history: &[Earlier]) -> Result<Release, Refusal> {
    release_by(package, history, &RULES)
}

/// The checksum of all that a confidential package says in words after its mergers, which a signature
/// for the texts names. `None` where the plan does not fit the questions, or there is none.
pub fn checksum_of_texts(package: &Package) -> Option<String> {
    let plan = package.plan.as_ref()?;
    let records = package.survey.draws().first()?.records()?;
    let recoded = Recoded::new(records, &package.questionnaire, plan)?;
    let texts = Texts { codebook: &recoded.codebook, ..Texts::of(&package.survey) };
    Some(texts::checksum(&texts::all(&texts, plan)))
}

/// The same by other rules than all: for tests, which take one away and see what comes through.
///
/// # Errors
/// Every reason why nothing may be released.
pub fn release_by(
    package: &Package,
    history: &[Earlier],
    rules: &[Rule],
) -> Result<Release, Refusal> {
    match &package.plan {
        Some(plan) => release_with(package, plan, history, rules),
        None => Err(refuse("the answers are not confidential", "Pack them as records.")),
    }
}

/// The same by another plan than the package's: what would become of it.
fn release_with(
    package: &Package,
    plan: &Plan,
    history: &[Earlier],
    rules: &[Rule],
) -> Result<Release, Refusal> {
    let sample = sample_by(package, plan)?;
    let declared = Tables::count(&sample, plan);
    let texts = Texts { codebook: &declared.codebook, ..Texts::of(&package.survey) };
    let case = Case {
        texts,
        plan,
        sample: &sample,
        tables: &declared,
        known: &declared,
        history,
        columns: &package.identifiers.columns,
        rules,
        output: None,
    };
    let passed = gate::pass(&case);
    let may_be_packed = passed.may_be_packed();
    let gate::Passed { tables, known, absent, mut outcomes } = passed;
    let case = Case { tables: &tables, known: &known, ..case };
    let packed = if may_be_packed {
        let packed = assemble::survey(package, &case).and_then(|survey| {
            let search = IdentifierSearch::new(package.identifiers.left_out.clone())
                .map_err(|e| e.to_string())?;
            Output::of(&survey, search).map(|output| (survey, output)).map_err(|e| e.to_string())
        });
        match packed {
            Ok((survey, output)) => {
                let case = Case { output: Some(&output), ..case };
                outcomes.extend(gate::run(&case, Stage::Output));
                Some((survey, output.bytes, output.search))
            }
            Err(why) => return Err(refuse(&why, "Publish at least one question's table.")),
        }
    } else {
        None
    };
    outcomes.sort_by_key(|(rule, _)| rule.number);
    let findings = Findings { sample, tables, outcomes, absent };
    let problems = findings.problems();
    match packed {
        Some((survey, bytes, search)) if problems.is_empty() => {
            Ok(Release { survey, bytes, findings, search })
        }
        _ => Err(Refusal { problems, findings: Some(Box::new(findings)) }),
    }
}
