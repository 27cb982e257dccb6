//! Two selections side by side, as a reader would read them.

use crate::fragment;
use crate::state::permalink::START;
use std::fmt::Write;

use survey::Against;

use super::*;
use crate::state::permalink;
use crate::test_survey::protected_survey;

fn compared(address: &str) -> String {
    let survey = public_survey();
    let (place, in_doubt) = permalink::read(&format!("{START}explore?{address}"), &survey);
    assert!(!in_doubt, "{address}");
    let view = ExploreView::new(&survey, &place);
    let mut page = format!("{address}\n{}\nspoken: {}\n", view.selected_line, view.spoken);
    let sides = view.sides.expect("two sides");
    writeln!(page, "A: {}\nB: {}", sides.sides[0], sides.sides[1]).unwrap();
    for note in &sides.notes {
        writeln!(page, "note: {note}").unwrap();
    }
    for figure in &view.figures {
        writeln!(page, "\n# {}\n{}", figure.headline, figure.sentence.whole()).unwrap();
        writeln!(page, "{}\nalt: {}", figure.base_summary, figure.spoken).unwrap();
        table(&mut page, &figure.table);
        for note in figure.all_notes() {
            writeln!(page, "note: {note}").unwrap();
        }
    }
    page
}

#[test]
fn all_others() {
    insta::assert_snapshot!(compared("in.definition=clear&vs=others"));
}

#[test]
fn everybody_holds_the_selection() {
    insta::assert_snapshot!(compared("in.activities=screening&vs=everybody"));
}

#[test]
fn two_selections_that_share_some_of_one_kind() {
    insta::assert_snapshot!(compared(
        "in.activities=training&in.type=county&vs=own&b.definition=none,partial&b.type=county"
    ));
}

#[test]
fn a_side_without_anybody() {
    insta::assert_snapshot!(compared("in.type=county,unitary&vs=others"));
}

#[test]
fn all_others_wait_for_a_selection() {
    let survey = public_survey();
    let place = Place { against: Some(Against::Others), ..Place::default() };
    assert_eq!(
        ExploreView::new(&survey, &place),
        ExploreView::new(&survey, &Place::default()),
        "a page as if nobody were compared, and not a refusal for each figure"
    );
}

#[test]
fn a_question_that_was_not_put_to_a_side() {
    insta::assert_snapshot!(compared("in.uses=no&vs=own&b=Team%2001"));
}

/// Every pair of single picks, of records and of protected tables.
#[test]
fn any_two_selections_are_said() {
    for survey in [public_survey(), protected_survey()] {
        let mut filters = vec![Filter::default()];
        for (ix, question) in survey.codebook().iter() {
            for option in 0..question.options.len() {
                let mut filter = Filter::default();
                filter.toggle(ix, Pick::Option(option));
                filters.push(filter);
            }
        }
        for filter in &filters {
            let others = [Against::Others, Against::Everybody];
            for against in others.into_iter().chain(filters.iter().cloned().map(Against::Filter)) {
                let place =
                    Place { filter: filter.clone(), against: Some(against), ..Place::default() };
                for second in [false, true] {
                    let view = ExploreView::selecting(&survey, &place, second);
                    assert_eq!(view.figures.len(), survey.codebook().questions().len());
                    for figure in &view.figures {
                        let drawn = figure.shape.is_drawn();
                        assert!(!figure.sentence.finding.is_empty(), "{place:?}");
                        assert_eq!(drawn, !figure.table.rows.is_empty(), "{place:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_filters_are_those_of_the_side_that_they_select() {
    let survey = public_survey();
    let address = fragment!("explore?in.definition=clear&vs=own&b.type=county");
    let (place, _) = permalink::read(address, &survey);
    let chips = |second| -> Vec<String> {
        let view = ExploreView::selecting(&survey, &place, second);
        let picked = view.facets.iter().map(|facet| facet.picked).collect::<Vec<_>>();
        assert_eq!(picked, if second { [0, 0, 0, 1] } else { [0, 1, 0, 0] });
        view.chips.into_iter().map(|chip| chip.label).collect()
    };
    assert_eq!(chips(false), ["Clarity of definition: Clear"]);
    assert_eq!(chips(true), ["Authority type: County"]);
}
