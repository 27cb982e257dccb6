//! Rule 5, texts: what the package says in words is published as it stands, and no program can tell
//! what a number in it discloses. Texts that hold figures need the signature of somebody who has read
//! them; findings may rest on published tables only.

use crate::disclosure::gate::{Case, Outcome, Rule, Stage, Texts};
use crate::disclosure::tables::TableName;

pub(super) const RULE: Rule = Rule {
    name: "texts",
    number: 5,
    demands: "Somebody has signed for figures in the package’s texts, and findings rest on what is published.",
    exact: "Finds digits other than years; what words say is left to whoever signs.",
    stage: Stage::Release,
    counts_only: false,
    check,
};

fn check(case: &Case<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for (place, text) in texts(case) {
        outcome.examined += 1;
        let figures = figures(text);
        if !figures.is_empty() && case.plan.texts.is_none() {
            let what = format!("holds figures ({}) that no program can judge", figures.join(", "));
            let fix = "Sign for the texts in “texts” of the plan, or take the figures out.";
            outcome.breach(None, place, what, fix);
        }
    }
    for finding in case.texts.findings {
        let figures = finding.figures.iter().map(|figure| figure.question);
        let linked = finding.explore.question.into_iter().chain(finding.explore.by);
        for question in figures.chain(linked) {
            if case.tables.totals[question.0].is_none() {
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

/// Every text of the package with where it stands. Citation and sources may hold numbers: they are
/// about publications, not about answers.
fn texts<'a>(case: &Case<'a>) -> Vec<(String, &'a str)> {
    let Texts { about, figures, findings, recommendations } = case.texts;
    let mut texts = vec![("title".to_owned(), about.title.as_str())];
    texts.push(("banner".to_owned(), &about.banner));
    texts.extend(about.description.iter().map(|text| ("description".to_owned(), text.as_str())));
    texts.extend(about.limits.iter().map(|text| ("limits".to_owned(), text.as_str())));
    for finding in findings {
        let place = format!("finding {}", finding.id);
        texts.push((place.clone(), &finding.headline));
        texts.push((place, &finding.text));
    }
    texts.extend(recommendations.iter().map(|r| ("recommendation".to_owned(), r.text.as_str())));
    texts.extend(figures.iter().map(|f| (format!("figure {}", f.id), f.statement.as_str())));
    for (_, question) in case.tables.codebook.iter() {
        let note = question.note.as_deref();
        texts.extend(note.map(|note| (format!("note of {}", question.id), note)));
    }
    texts
}

/// The numbers in a text that are no years.
fn figures(text: &str) -> Vec<&str> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let is_year =
        |digits: &&str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    numbers.filter(|digits| !is_year(digits)).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn years_are_no_figures() {
        let cases = [
            ("In 2022 most did.", &[][..]),
            ("Of 58 teams 51 did.", &["58", "51"]),
            ("96%", &["96"]),
            ("2022–23", &["23"]),
        ];
        for (text, expected) in cases {
            assert_eq!(super::figures(text), expected, "{text}");
        }
    }
}
