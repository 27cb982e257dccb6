//! What the comparison says, as a reader would read it: one snapshot a state.

use std::fmt::Write;

use survey::{Pick, QuestionIx};

use super::*;
use crate::state::own::{Entry, Peers};
use crate::test_survey::{activities, authority_type, definition, tiny_survey, uses};

fn entry(answers: &[(QuestionIx, &[usize])]) -> Entry {
    let mut entry = Entry::default();
    for (question, answer) in answers {
        entry.response.give(*question, Some(answer.to_vec()));
    }
    entry
}

fn own(answers: &[(QuestionIx, &[usize])]) -> Own {
    Own { entries: vec![entry(answers)], ..Own::default() }
}

fn page(own: &Own) -> String {
    let view = CompareView::new(&tiny_survey(), 0, own);
    let mut page = format!("{}\nspoken: {}\n", view.progress, view.spoken);
    for question in &view.questions {
        let answers = question
            .answers
            .iter()
            .map(|answer| format!("{}{}", if answer.chosen { "x " } else { "" }, answer.label));
        let answers: Vec<String> = answers.collect();
        writeln!(page, "ask: {} [{}]", question.text, answers.join(" | ")).unwrap();
    }
    for PeersChoice { label, size, chosen, .. } in &view.peers.choices {
        writeln!(page, "peers: {label} {size:?}{}", if *chosen { " x" } else { "" }).unwrap();
    }
    if let Some(refusal) = &view.peers.refusal {
        let offer = refusal.offer.as_ref().map(|(words, _)| words);
        writeln!(page, "refused: {}\noffer: {offer:?}", refusal.why).unwrap();
    }
    let Some(results) = &view.results else { return page + "no results\n" };
    writeln!(page, "\n# {}\n{}", results.heading, results.caveat).unwrap();
    writeln!(page, "- {}\ncolumns: {}", results.summary, results.names.join(" | ")).unwrap();
    for group in &results.groups {
        writeln!(page, "\n## {}", group.title).unwrap();
        for row in &group.rows {
            let mark = row.mark.map(|mark| format!(" [{}]", mark.words)).unwrap_or_default();
            writeln!(page, "{}{mark}: {} {:?}", row.label, row.peers, row.given).unwrap();
        }
    }
    for spread in &results.spreads {
        writeln!(page, "\n## {}\n{:?}, own {}", spread.title, spread.peers, spread.own).unwrap();
    }
    page
}

#[test]
fn nothing_answered() {
    insta::assert_snapshot!(page(&Own::default()));
}

#[test]
fn beside_everybody() {
    let own = own(&[(uses(), &[0]), (definition(), &[1]), (activities(), &[1])]);
    insta::assert_snapshot!(page(&own));
}

#[test]
fn beside_the_same_kind() {
    let own = own(&[(uses(), &[0]), (activities(), &[]), (authority_type(), &[0])]);
    insta::assert_snapshot!(page(&own));
}

#[test]
fn a_group_too_small_is_refused_with_an_offer() {
    let mut own = own(&[(uses(), &[0]), (definition(), &[0]), (activities(), &[0, 1, 2])]);
    own.peers = Peers::Traits;
    own.traits.toggle(definition(), Pick::Option(0));
    insta::assert_snapshot!(page(&own));
}

#[test]
fn several_side_by_side() {
    let mut own = own(&[(uses(), &[0]), (activities(), &[0, 2])]);
    own.entries.push(Entry { name: "North".into(), ..entry(&[(uses(), &[1])]) });
    insta::assert_snapshot!(page(&own));
}

#[test]
fn a_click_says_what_the_whole_answer_becomes() {
    type Answer = Option<&'static [usize]>;
    let survey = tiny_survey();
    let then = |given: Option<&[usize]>, clicked: usize| {
        let mut answers: Vec<(QuestionIx, &[usize])> = vec![(uses(), &[0])];
        answers.extend(given.map(|given| (activities(), given)));
        let view = CompareView::new(&survey, 0, &own(&answers));
        let activities =
            view.questions.iter().find(|asked| asked.question == activities()).unwrap();
        activities.answers[clicked].then.clone()
    };
    let none_of_these = 3;
    let cases: [(Answer, usize, Answer); 7] = [
        (None, 1, Some(&[1])),
        (Some(&[1]), 0, Some(&[0, 1])),
        (Some(&[0, 1]), 0, Some(&[1])),
        // The last tick taken away is no "none of these".
        (Some(&[1]), 1, None),
        (Some(&[0, 1]), none_of_these, Some(&[])),
        (Some(&[]), 2, Some(&[2])),
        (Some(&[]), none_of_these, None),
    ];
    for (given, clicked, expected) in cases {
        assert_eq!(then(given, clicked).as_deref(), expected, "{given:?}, then {clicked}");
    }
}
