//! Rule 7, output: the final bytes are read back and audited again. They hold the tables that passed
//! and no others, each count is counted anew by walking over the answers one by one, every rule on
//! counts is run on what was read, the same survey gives the same bytes, and nothing that was left out
//! (ids, remarks, addresses) is found in them, in their texts or in those of the report. It guards
//! against our own mistakes, and against names in a package's texts.

use survey::{Crossed, QuestionIx, Tally};

use super::cells;
use crate::output::Output;
use crate::rule::{Case, Outcome, Rule, Stage};
use crate::sample::Sample;
use crate::texts::{self, Texts};

pub(super) const RULE: Rule = Rule {
    name: "output",
    number: 7,
    demands: "The packed bytes, read back, hold the tables that passed and nothing else that was found in the answers.",
    exact: "Exact for the tables. Ids and left-out cells of three letters or more are looked for in any case, form and look-alike letter, and in part where they are several words.",
    stage: Stage::Output,
    counts_only: false,
    of_changes: false,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let Some(output) = case.output else { return outcome };
    let fix = "This is a fault of survey-pack: please report it.";
    outcome.examined += 1;
    if output.bytes != output.again {
        outcome.breach(None, "bytes", "the same survey gives other bytes", fix);
    }
    let Some(tables) = output.tables(&case.tables.codebook) else {
        outcome.breach(None, "bytes", "no protected tables can be read back from them", fix);
        return outcome;
    };
    let same = tables.respondents == case.tables.respondents
        && tables.totals == case.tables.totals
        && tables.crossed == case.tables.crossed;
    if !same {
        outcome.breach(None, "tables", "what is read back is not what passed", fix);
    }
    recount(case, &tables.totals, &tables.crossed, &mut outcome);
    let again = Case { tables: &tables, ..*case };
    for rule in case.rules.iter().filter(|rule| rule.counts_only) {
        for breach in (rule.check)(&again).breaches {
            let what = format!("rule {} ({}): {}", rule.number, rule.name, breach.what);
            outcome.breach(breach.table, breach.cell, what, breach.fix);
        }
    }
    scan(case, output, &mut outcome);
    outcome
}

/// Counts every cell once more, by respondents and not by sets.
fn recount(case: &Case<'_>, totals: &[Option<Tally>], crossed: &[Crossed], outcome: &mut Outcome) {
    let fix = "This is a fault of survey-pack: please report it.";
    for (question, total) in case.tables.codebook.positions().zip(totals) {
        let Some(total) = total else { continue };
        outcome.examined += 1;
        if naive(case.sample, question, None) != (total.answered, total.counts.clone()) {
            let id = cells::id(&case.tables.codebook, question);
            outcome.breach(None, id, "another count is read back than was given", fix);
        }
    }
    for table in crossed {
        for (group, part) in table.parts.iter().enumerate() {
            outcome.examined += 1;
            let counted = naive(case.sample, table.question, Some((table.by, group)));
            if counted != (part.answered, part.counts.clone()) {
                let id = cells::id(&case.tables.codebook, table.question);
                outcome.breach(None, id, "another count is read back than was given", fix);
            }
        }
    }
}

fn naive(
    sample: &Sample,
    question: QuestionIx,
    among: Option<(QuestionIx, usize)>,
) -> (u32, Vec<u32>) {
    let (mut base, mut counts) = (0, vec![0; sample.options[question.position()].len()]);
    for row in 0..sample.rows() {
        let inside = among.is_none_or(|(by, group)| {
            sample.bases[by.position()].get(row) && sample.options[by.position()][group].get(row)
        });
        if inside && sample.bases[question.position()].get(row) {
            base += 1;
            for (count, option) in counts.iter_mut().zip(&sample.options[question.position()]) {
                *count += u32::from(option.get(row));
            }
        }
    }
    (base, counts)
}

/// Looks for ids and left-out cells in every text that was read back, in the words of the plan that
/// the report repeats, and in the bytes.
fn scan(case: &Case<'_>, output: &Output, outcome: &mut Outcome) {
    outcome.examined += output.search.values() as u64;
    let Ok(bundle) = &output.read else { return };
    let texts = texts::all(&Texts::of(&bundle.survey), case.plan);
    let mut found = texts::search(&output.search, &texts);
    found.extend(output.search.in_bytes("bytes", &output.bytes));
    let mut reported = Vec::new();
    for found in found {
        // The bytes hold what the texts hold: one sentence for each value is enough.
        let value = (found.column.clone(), found.value.clone());
        if !reported.contains(&value) {
            let (what, fix) = found.as_problem("the packed file or its report");
            outcome.breach(None, format!("column {}", found.column), what, fix);
            reported.push(value);
        }
    }
}
