//! A codebook to test with.

use survey::{AnswerOption, Codebook, Kind, Question, QuestionIx, Routing};

fn question(id: &str, kind: Kind, options: &[&str]) -> Question {
    let option = |id: &&str| AnswerOption {
        id: (*id).to_owned(),
        label: (*id).to_owned(),
        says: None,
        group: None,
        off_scale: false,
    };
    Question {
        id: id.to_owned(),
        label: id.to_owned(),
        text: id.to_owned(),
        kind,
        options: options.iter().map(option).collect(),
        groups: Vec::new(),
        asked_if: None,
        grouping: id == "region" || id == "size",
        prominent: false,
        peers: false,
        note: None,
    }
}

/// A region; what they do, where “none” stands alone and everybody ticked something; and how, asked of
/// those who ticked the first or the second.
pub(crate) fn codebook() -> Codebook {
    let mut questions = vec![
        question("region", Kind::Single, &["north", "south"]),
        question("does", Kind::Multiple, &["a", "b", "c", "none"]),
        question("how", Kind::Ordered, &["badly", "well", "best"]),
        question("size", Kind::Single, &["small", "large"]),
    ];
    let does = QuestionIx::find(&questions, "does").unwrap();
    questions[2].asked_if = Some(Routing { question: does, any_of: vec![0, 1] });
    Codebook::new(questions).unwrap()
}

/// The positions of so many questions.
pub(crate) fn positions(questions: usize) -> impl Iterator<Item = QuestionIx> {
    let numbered = |number| question(&format!("q{number}"), Kind::Single, &["yes", "no"]);
    Codebook::new((0..questions).map(numbered).collect()).unwrap().positions()
}
