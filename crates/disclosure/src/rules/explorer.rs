//! Rule 8, the explorer: it reads the file, finds no records in it, and refuses it once a byte has
//! changed. The refusal of confidential records is the decoder's own (`survey::bundle`); here it is
//! tried on the very file.

use survey::bundle;

use crate::output::Output;
use crate::rule::{Case, Outcome, Rule, Stage};

pub(super) const RULE: Rule = Rule {
    name: "explorer",
    number: 8,
    demands: "The explorer reads the file, finds no record in it, and refuses it when a byte is changed or when it is said to hold records.",
    exact: "Tried with one bit changed, in 64 places or more.",
    stage: Stage::Output,
    counts_only: false,
    of_changes: false,
    check,
};

/// Where the header says which form the answers have.
const FORM: usize = 11;
const FORM_RECORDS: u8 = 1;

fn check(case: &Case<'_>) -> Outcome {
    case.output.map(look).unwrap_or_default()
}

fn look(output: &Output) -> Outcome {
    let mut outcome = Outcome::default();
    let fix = "This is a fault of survey-pack: please report it.";
    outcome.examined += 1;
    match &output.read {
        Err(error) => outcome.breach(None, "bytes", error.to_string(), fix),
        Ok(bundle) => {
            if bundle.survey.draws().iter().any(|draw| draw.source().records().is_some()) {
                outcome.breach(None, "bytes", "the file holds records", fix);
            }
        }
    }
    let step = (output.bytes.len() / 64).max(1);
    for place in (0..output.bytes.len()).step_by(step) {
        outcome.examined += 1;
        let mut altered = output.bytes.clone();
        altered[place] ^= 1;
        if bundle::decode(&altered).is_ok() {
            outcome.breach(None, "bytes", "an altered file is read", fix);
        }
    }
    let mut records = output.bytes.clone();
    if let Some(form) = records.get_mut(FORM) {
        *form = FORM_RECORDS;
    }
    if bundle::decode(&records).is_ok() {
        outcome.breach(None, "bytes", "a file said to hold records is read", fix);
    }
    outcome
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use survey::{
        About, AnswerOption, Answers, Codebook, Draw, Form, Kind, Phrase, Provenance, Question,
        Records, Survey, SurveyParts,
    };

    use super::*;
    use crate::search::IdentifierSearch;

    /// One question that nobody answered, on record.
    fn survey_with_records() -> Survey {
        let option = |id: &str| AnswerOption {
            id: id.into(),
            label: id.into(),
            says: None,
            group: None,
            off_scale: false,
        };
        let question = Question {
            id: "uses".into(),
            label: "Uses".into(),
            text: "Do you use it?".into(),
            kind: Kind::Single,
            options: vec![option("yes"), option("no")],
            groups: Vec::new(),
            asked_if: None,
            grouping: false,
            prominent: false,
            peers: false,
            note: None,
        };
        let codebook = Arc::new(Codebook::new(vec![question]).unwrap());
        let ids = vec!["1".into(), "2".into()];
        let answers = vec![Answers::none(2, 2)];
        let records = Records::new(Arc::clone(&codebook), ids, answers, None).unwrap();
        let about = About {
            name: "small".into(),
            language: None,
            title: "A small survey".into(),
            version: "1".into(),
            description: Vec::new(),
            provenance: Provenance::Synthetic,
            banner: "Invented.".into(),
            respondent: Phrase { one: "team".into(), other: "teams".into() },
            invited: None,
            limits: Vec::new(),
            licence: "MIT".into(),
            citation: "None".into(),
            sources: Vec::new(),
        };
        let form = Form::Records(Arc::new(records));
        let draws = vec![Draw { id: "1".into(), label: "All".into(), form }];
        let (figures, findings, recommendations) = (Vec::new(), Vec::new(), Vec::new());
        let parts = SurveyParts { about, codebook, figures, findings, recommendations, draws };
        Survey::new(parts).unwrap()
    }

    /// A file that is what rule 8 is there against: one that holds records, and reads well.
    #[test]
    fn a_file_with_records_is_stopped() {
        let bytes = bundle::encode(&survey_with_records()).unwrap();
        let read = bundle::decode(&bytes);
        let search = IdentifierSearch::new(Vec::new()).unwrap();
        let output = Output { again: bytes.clone(), bytes, read, search };
        let breaches = look(&output).breaches;
        assert!(
            breaches.iter().any(|breach| breach.what == "the file holds records"),
            "{breaches:?}"
        );
    }

    #[test]
    fn a_file_that_can_not_be_read_is_stopped() {
        let bytes = b"no bundle".to_vec();
        let read = bundle::decode(&bytes);
        let search = IdentifierSearch::new(Vec::new()).unwrap();
        let output = Output { again: bytes.clone(), bytes, read, search };
        assert_eq!(look(&output).breaches.len(), 1);
    }
}
