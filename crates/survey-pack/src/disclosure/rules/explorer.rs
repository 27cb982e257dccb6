//! Rule 8, the explorer: it reads the file, finds no records in it, and refuses it once a byte has
//! changed. The refusal of confidential records is the decoder's own (`survey::bundle`); here it is
//! tried on the very file.

use survey::bundle;

use crate::disclosure::gate::{Case, Outcome, Rule, Stage};
use crate::disclosure::output::Output;

pub(super) const RULE: Rule = Rule {
    name: "explorer",
    number: 8,
    demands: "The explorer reads the file, finds no record in it, and refuses it when a byte is changed or when it is said to hold records.",
    exact: "Tried with one bit changed, in 64 places or more.",
    stage: Stage::Output,
    counts_only: false,
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
            if bundle.survey.draws.iter().any(|draw| draw.source().records().is_some()) {
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
    use super::*;
    use crate::search::Search;

    /// A file that is what rule 8 is there against: one that holds records, and reads well.
    #[test]
    fn a_file_with_records_is_stopped() {
        let tic = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/tic-2022");
        let survey = crate::package::read(std::path::Path::new(tic)).unwrap();
        let bytes = bundle::encode(&survey).unwrap();
        let read = bundle::decode(&bytes);
        let search = Search::new(Vec::new()).unwrap();
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
        let search = Search::new(Vec::new()).unwrap();
        let output = Output { again: bytes.clone(), bytes, read, search };
        assert_eq!(look(&output).breaches.len(), 1);
    }
}
