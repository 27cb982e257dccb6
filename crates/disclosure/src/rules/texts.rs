//! Rule 5, texts: what the package says in words is published as it stands, and no program can tell
//! what a number in it discloses. Texts that hold figures, addresses or dates need the signature of
//! somebody who has read them, and a signature is for what was read: it names the checksum of all
//! texts. Findings may rest on published tables only.

use crate::figures::Respondents;
use crate::rule::{Case, Outcome, Rule, Stage};
use crate::tables::TableName;
use crate::texts::{self, PlacedText, Telling, TextKind};

pub(super) const RULE: Rule = Rule {
    name: "texts",
    number: 5,
    demands: "Somebody has signed for figures in the package’s texts as they stand, and findings rest on what is published.",
    exact: "Finds digits of any script and numbers in English words, addresses and dates in every text; what else words say is left to whoever signs.",
    stage: Stage::Release,
    counts_only: false,
    of_changes: false,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    look(case, &mut outcome);
    for finding in case.texts.findings {
        let figures = finding.figures.iter().map(|figure| figure.question);
        let linked = finding.explore.question.into_iter().chain(finding.explore.by);
        for question in figures.chain(linked) {
            if case.tables.totals[question.position()].is_none() {
                let what = "rests on a question of which nothing is published";
                let fix =
                    "Merge the question’s answers until its table passes, or take the finding out.";
                let table = Some(TableName { question, by: None });
                outcome.breach(table, format!("finding {}", finding.id), what, fix);
            }
        }
        if let (Some(question), Some(by)) = (finding.explore.question, finding.explore.by)
            && case.tables.find(question, by).is_none()
        {
            let what = "leads to a table that is not published";
            let fix = "Merge answers until it passes, or let the finding lead elsewhere.";
            let table = Some(TableName { question, by: Some(by) });
            outcome.breach(table, format!("finding {}", finding.id), what, fix);
        }
        for (question, _) in finding.explore.filter.clauses() {
            if !case.tables.crossed.iter().any(|table| table.by == question) {
                let what = "leads to a selection that no published table can answer";
                let fix = "Let it lead to everybody, or to one answer of a grouping.";
                let table = Some(TableName { question, by: None });
                outcome.breach(table, format!("finding {}", finding.id), what, fix);
            }
        }
    }
    outcome
}

/// Looks at every text of the package and at the words of its signatures.
fn look(case: &Case<'_>, outcome: &mut Outcome) {
    let placed = texts::all(&case.texts, case.plan);
    let sum = texts::checksum(&placed);
    let is_signed = case
        .plan
        .texts
        .as_ref()
        .is_some_and(|signed| !signed.of.is_empty() && sum.starts_with(&signed.of));
    let on_record = u32::try_from(case.sample.rows()).unwrap_or(u32::MAX);
    let about = case.texts.about;
    let respondents = Respondents {
        word: &about.respondent,
        most: about.invited.map_or(on_record, |invited| invited.max(on_record)),
    };
    let sign = format!("\"of\": \"{}\"", &sum[..16]);
    if case.plan.texts.is_some() && !is_signed {
        let what = "the signature is not for the texts as they stand now";
        let fix = format!("Read them again; if they may be published, write {sign} into it.");
        outcome.breach(None, "texts", what, fix);
    }
    for text in &placed {
        outcome.examined += 1;
        let telling = texts::judge(text, respondents);
        breach_of(text, &telling, is_signed, &sign, outcome);
    }
}

fn breach_of(
    text: &PlacedText<'_>,
    telling: &Telling,
    is_signed: bool,
    sign: &str,
    outcome: &mut Outcome,
) {
    let place = text.place.as_str();
    if let Some(form) = telling.form.filter(|form| form.is_always_personal()) {
        let what = format!("holds {}, which is one person’s own", form.words());
        outcome.breach(None, place, what, "Take it out: nobody can sign for it.");
    }
    let is_own = text.kind == TextKind::OwnSignature;
    if is_signed && !is_own {
        return;
    }
    let fix = if is_own {
        "Say it without: a signature can’t answer for itself.".to_owned()
    } else {
        format!(
            "Take it out; or read all texts and sign for them in “texts” of the plan, with {sign}."
        )
    };
    if !telling.figures.is_empty() {
        let figures = telling.figures.join(", ");
        let what = format!("holds figures ({figures}) that no program can judge");
        outcome.breach(None, place, what, fix.clone());
    }
    if let Some(form) = telling.form.filter(|form| !form.is_always_personal()) {
        let what = format!("holds {}, and no program can tell whose it is", form.words());
        outcome.breach(None, place, what, fix);
    }
}
