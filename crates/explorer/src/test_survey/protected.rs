//! The tiny survey three times over, protected: its cube has tables by `uses` and by `type`.

use std::sync::Arc;

use survey::limits::SMALLEST_PROTECTED_GROUP;
use survey::{Codebook, Crossed, Cube, Draw, Filter, Form, Provenance, Source, Survey, Tally};

/// What is not published besides what has a base under 10: a question's total and all its tables.
const WITHHELD: &str = "activities";

fn counts(tally: &Tally) -> Tally {
    Tally { asked: tally.answered, groups: Vec::new(), ..tally.clone() }
}

/// 117 teams, without those who skip a question: 90 use it, 27 do not; 30 are counties, 87 unitary.
/// Activities are withheld; clarity has
/// a table by `type` only, as nobody who does not use it was asked.
pub(crate) fn protected_survey() -> Survey {
    let mut parts = super::tiny_survey().into_parts();
    let mut questions = parts.codebook.questions().to_vec();
    questions[0].grouping = true;
    let codebook = Arc::new(Codebook::new(questions).unwrap());
    let records = super::records(&codebook, false, super::TEAMS - 1, 3);
    let totals: Vec<Option<Tally>> = codebook
        .iter()
        .map(|(ix, question)| (question.id != WITHHELD).then(|| counts(records.total(ix))))
        .collect();
    let mut crossed = Vec::new();
    for (question, _) in codebook.iter().filter(|(_, of)| of.id != WITHHELD) {
        for (by, _) in codebook.iter().filter(|(by, of)| of.grouping && *by != question) {
            let parts = records.breakdown(&Filter::default(), question, by).unwrap().parts;
            if parts.iter().all(|part| part.answered >= SMALLEST_PROTECTED_GROUP) {
                crossed.push(Crossed { question, by, parts: parts.iter().map(counts).collect() });
            }
        }
    }
    let cube = Cube::new(Arc::clone(&codebook), records.respondents(), totals, crossed).unwrap();
    parts.about.provenance = Provenance::Confidential;
    parts.about.banner = "Protected answers. Only tables of them are here.".into();
    parts.figures = Vec::new();
    parts.codebook = codebook;
    let draw = parts.draws.remove(0);
    parts.draws = vec![Draw { form: Form::Cube(Arc::new(cube)), ..draw }];
    Survey::new(parts).unwrap()
}
