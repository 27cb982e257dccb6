//! What figures say in a sentence, to be read aloud: one a line.

use crate::state::permalink::START;
use std::fmt::Write;
use std::rc::Rc;

use survey::{Available, Breakdown, NotAvailable, Survey, Tally};

use super::*;
use crate::state::{Uncertainty, permalink};
use crate::view::asked::Asked;
use crate::view::order::order;
use crate::view::question_figure::figure;
use crate::view::selection::Selection;

fn survey() -> Survey {
    public_survey()
}

/// The sentence of a figure made from these counts, of 40 teams.
fn said_of(question: usize, tally: &Available<Tally>, by: Option<&Available<Breakdown>>) -> String {
    said_in(&survey(), question, tally, by)
}

fn said_in(
    survey: &Survey,
    question: usize,
    tally: &Available<Tally>,
    by: Option<&Available<Breakdown>>,
) -> String {
    figure_in(survey, question, tally, by).sentence.whole()
}

fn figure_in(
    survey: &Survey,
    question: usize,
    tally: &Available<Tally>,
    by: Option<&Available<Breakdown>>,
) -> Rc<FigureView> {
    let ix = survey.codebook().position(question).unwrap();
    let order = order(survey, ix, survey.draws()[0].source().total(ix));
    let asked = Asked {
        survey,
        question: ix,
        selected: tally.as_ref().map_or(40, |tally| tally.asked.max(40)),
        selection: &Selection::default(),
        filter: &Filter::default(),
        other_set: None,
        uncertainty: Uncertainty::None,
        order: &order,
        picked: &|_| false,
    };
    figure(&asked, tally, by.map(|by| (authority_type(), by)))
}

fn counts(asked: u32, answered: u32, counts: &[u32]) -> Tally {
    Tally { asked, answered, counts: counts.to_vec(), ..Tally::default() }
}

/// All that a figure says, of counts with four digits and more.
#[test]
fn numbers_of_four_digits_are_parted_wherever_they_stand() {
    let survey = survey();
    let parts = || Breakdown {
        sizes: vec![6_000, 6_345],
        parts: vec![counts(6_000, 6_000, &[4_000, 2_000]), counts(6_345, 6_345, &[5_000, 1_345])],
        rest: counts(1_055, 1_055, &[1_055, 0]),
    };
    for by in [None, Some(parts())] {
        let tally = Ok(counts(14_400, 13_400, &[10_055, 3_345]));
        let by = by.map(Ok);
        let figure = figure_in(&survey, 0, &tally, by.as_ref());
        let mut said = format!("{figure:?}").replace("2022", "");
        // What is drawn is a number, not a text.
        for field in ["count: ", "base: ", "counts: [", "bases: ["] {
            said = said
                .split(field)
                .map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()))
                .collect::<Vec<_>>()
                .join("");
        }
        let bare = said.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() > 3);
        assert_eq!(bare, None, "{said}");
        assert!(said.contains("13,400"), "{said}");
    }
}

#[test]
fn any_counts_make_a_sentence() {
    let cases: [(usize, Available<Tally>); 21] = [
        (0, Ok(counts(40, 39, &[30, 9]))),
        (0, Ok(counts(40, 40, &[40, 0]))),
        (0, Ok(counts(40, 40, &[1, 39]))),
        (0, Ok(counts(40, 1, &[1, 0]))),
        (0, Ok(counts(40, 2, &[2, 0]))),
        (0, Ok(counts(40, 2, &[1, 1]))),
        (0, Ok(counts(40, 20, &[10, 10]))),
        (0, Ok(counts(40, 25, &[15, 10]))),
        (0, Ok(counts(40, 0, &[0, 0]))),
        (1, Ok(counts(30, 30, &[6, 15, 9]))),
        (1, Ok(counts(30, 30, &[10, 10, 10]))),
        (1, Ok(counts(30, 29, &[6, 20, 3]))),
        (1, Ok(counts(0, 0, &[0, 0, 0]))),
        (2, Ok(counts(30, 30, &[27, 15, 3]))),
        (2, Ok(counts(30, 30, &[30, 15, 0]))),
        (2, Ok(counts(30, 30, &[27, 15, 1]))),
        (2, Ok(counts(30, 30, &[27, 3, 3]))),
        (2, Ok(counts(30, 30, &[27, 27, 27]))),
        (2, Ok(counts(30, 30, &[0, 0, 0]))),
        (3, Ok(counts(40, 40, &[10, 30]))),
        (3, Err(NotAvailable)),
    ];
    let mut page = String::new();
    for (question, tally) in cases {
        writeln!(page, "{}", said_of(question, &tally, None)).unwrap();
    }
    insta::assert_snapshot!(page);
}

#[test]
fn a_breakdown_says_where_large_parts_differ_most() {
    let breakdown = |parts: [(u32, &[u32]); 2]| {
        let parts = parts.map(|(base, part)| counts(base, base, part));
        let sizes = parts.iter().map(|part| part.asked).collect();
        Ok(Breakdown { parts: parts.into(), rest: Tally::default(), sizes })
    };
    let tally = Ok(counts(40, 40, &[27, 15, 3]));
    let cases = [
        breakdown([(10, &[9, 5, 1]), (30, &[18, 10, 2])]),
        breakdown([(20, &[20, 10, 0]), (20, &[7, 5, 3])]),
        breakdown([(10, &[5, 1, 1]), (30, &[15, 3, 3])]),
        breakdown([(9, &[9, 9, 0]), (31, &[18, 6, 3])]),
        Err(NotAvailable),
    ];
    let mut page = String::new();
    for by in cases {
        writeln!(page, "{}", said_of(2, &tally, Some(&by))).unwrap();
    }
    insta::assert_snapshot!(page);
}

#[test]
fn a_selection_is_said_with_what_it_shows() {
    let addresses = [
        "",
        "in.definition=clear",
        "in.definition=clear,partial",
        "in.activities=all:training,screening",
        "in.activities=training,screening&in.type=county",
        "in.activities=@services",
        "in.activities=all:@services,training",
        "in.uses=no",
        "in.uses=no&in.definition=clear",
        "in.type=unitary&in.activities=referral",
        "in=Team%2007",
        "in=Team%2031,Team%2007",
        "in=Team%2001,Team%2002,Team%2003,Team%2004,Team%2005&in.definition=clear",
        "in.definition=clear,partial&in.activities=all:training,screening&in.type=county",
        "in.activities=training&by=type",
        "by=type",
    ];
    let survey = survey();
    let mut page = String::new();
    for address in addresses {
        let (place, in_doubt) = permalink::read(&format!("{START}explore?{address}"), &survey);
        assert!(!in_doubt, "{address}");
        let view = ExploreView::new(&survey, &place);
        writeln!(page, "\n{address}\nspoken: {}", view.spoken).unwrap();
        for figure in &view.figures {
            writeln!(page, "- {}", figure.sentence.whole()).unwrap();
        }
    }
    insta::assert_snapshot!(page);
}
