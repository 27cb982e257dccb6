//! What the views say, as a reader would read it: one snapshot a selection.

use std::fmt::Write;

use survey::{Against, Clause, Filter, Matching, Pick, QuestionIx, Survey, bundle};

use super::*;
use crate::state::{Place, Uncertainty};
use crate::test_survey::{
    activities, authority_type, definition, ix, public_survey, tiny_survey, weighted_survey,
};

mod claims;
mod protected;
mod sentences;
mod side_by_side;
mod standing;

fn page(view: &ExploreView) -> String {
    let mut page = format!("{}\nspoken: {}\n", view.selected_line, view.spoken);
    for chip in &view.chips {
        writeln!(page, "chip: {}", chip.label).unwrap();
    }
    for figure in &view.figures {
        writeln!(page, "\n# {}\n{}\nalt: {}", figure.headline, figure.base_summary, figure.spoken)
            .unwrap();
        writeln!(page, "caveat: {}", figure.sentence.caveat).unwrap();
        if !figure.uncertainty.over_counts.is_empty() {
            let UncertaintyView { over_percentages, over_counts, .. } = &figure.uncertainty;
            writeln!(page, "%: {over_percentages}\n#: {over_counts}").unwrap();
            writeln!(page, "copied: {}", figure.sentence.whole()).unwrap();
        }
        table(&mut page, &figure.table);
        writeln!(page, "standing: {}", figure.standing.sentence).unwrap();
        for note in figure.all_notes() {
            writeln!(page, "note: {note}").unwrap();
        }
    }
    if let Some(listing) = &view.listing {
        writeln!(page, "\n# Listing").unwrap();
        table(&mut page, &listing.table);
    }
    page
}

fn table(page: &mut String, table: &TableView) {
    writeln!(page, "| {} |", table.columns.join(" | ")).unwrap();
    for row in &table.rows {
        let mark = row.mark.map(|mark| format!(" [{}]", mark.words)).unwrap_or_default();
        writeln!(page, "| {}{mark} | {} |", row.heading, row.cells.join(" | ")).unwrap();
    }
}

fn explored(place: &Place) -> String {
    page(&ExploreView::new(&tiny_survey(), place))
}

#[test]
fn everybody() {
    insta::assert_snapshot!(explored(&Place::default()));
}

#[test]
fn a_small_base_broken_down() {
    let mut filter = Filter::default();
    filter.set(activities(), Clause::new(Matching::All, [Pick::Group(0)]));
    insta::assert_snapshot!(explored(&Place {
        filter,
        by: Some(authority_type()),
        ..Place::default()
    }));
}

#[test]
fn few_enough_to_list() {
    let mut filter = Filter::default();
    filter.toggle(definition(), Pick::Option(0));
    insta::assert_snapshot!(explored(&Place { filter, ..Place::default() }));
}

#[test]
fn bounds_of_everybody() {
    let place = Place { uncertainty: Uncertainty::Bounds, ..Place::default() };
    insta::assert_snapshot!(explored(&place));
}

#[test]
fn intervals_of_everybody() {
    let place = Place { uncertainty: Uncertainty::Interval, ..Place::default() };
    insta::assert_snapshot!(explored(&place));
}

#[test]
fn intervals_of_parts() {
    let uncertainty = Uncertainty::Interval;
    let place = Place { uncertainty, by: Some(authority_type()), ..Place::default() };
    insta::assert_snapshot!(page(&ExploreView::new(&public_survey(), &place)));
}

#[test]
fn why_there_are_no_ranges() {
    let page = |invited, uncertainty, filtered, by| {
        let mut parts = public_survey().into_parts();
        parts.about.invited = invited;
        let survey = Survey::new(parts).unwrap();
        let mut filter = Filter::default();
        if filtered {
            filter.toggle(definition(), Pick::Option(1));
        }
        let place = Place { filter, by, uncertainty, ..Place::default() };
        let figures = ExploreView::new(&survey, &place).figures;
        let said = figures.iter().map(|figure| figure.uncertainty.over_percentages.clone());
        said.collect::<Vec<_>>().join("\n")
    };
    let (bounds, interval) = (Uncertainty::Bounds, Uncertainty::Interval);
    let pages = [
        ("bounds", page(Some(100), bounds, false, None)),
        ("bounds, nobody knows how many were invited", page(None, bounds, false, None)),
        ("bounds, fewer invited than answered", page(Some(20), bounds, false, None)),
        ("bounds of a selection", page(Some(100), bounds, true, None)),
        ("bounds of parts", page(Some(100), bounds, false, Some(authority_type()))),
        ("intervals", page(Some(100), interval, false, None)),
        ("intervals, nobody knows how many were invited", page(None, interval, false, None)),
        ("intervals of a small selection", page(Some(100), interval, true, None)),
        ("intervals of parts", page(Some(100), interval, false, Some(authority_type()))),
        ("none", page(Some(100), Uncertainty::None, false, None)),
    ];
    let pages = pages.map(|(name, page)| format!("{name}:\n{page}\n"));
    insta::assert_snapshot!(pages.join("\n"));
}

#[test]
fn nobody() {
    let mut filter = Filter::default();
    filter.toggle(ix("uses"), Pick::Option(1));
    filter.toggle(definition(), Pick::Option(0));
    insta::assert_snapshot!(explored(&Place { filter, ..Place::default() }));
}

#[test]
fn a_facet_says_what_picking_brings() {
    let mut filter = Filter::default();
    filter.toggle(definition(), Pick::Option(0));
    let view = ExploreView::new(&tiny_survey(), &Place { filter, ..Place::default() });
    let counts = |question: QuestionIx| -> Vec<Option<u32>> {
        view.facets[question.position()].entries.iter().map(|entry| entry.count).collect()
    };
    // Its own clause left out: the other clarities keep their counts.
    assert_eq!(counts(definition()), [Some(6), Some(12), Some(12)]);
    // The first six teams all train; groups count those with any of their answers.
    assert_eq!(counts(activities()), [Some(6), Some(6)]);
}

#[test]
fn the_findings_count_what_they_claim() {
    let view = FindingsView::new(&tiny_survey(), 0);
    let FindingFigureView::Dots(dots) = &view.findings[0].figures[0] else {
        panic!("dots come first");
    };
    assert_eq!(dots.sentence.finding, "Of teams that answered, 77% (about 30 of 39) use it.");
    assert_eq!((dots.gave, dots.other, dots.not_answered, dots.not_asked), (30, 9, 1, 0));
    assert_eq!(dots.mark.unwrap().words, "percentage published, count worked out");
    assert_eq!(view.recommendations[0].rests_on[0].0, 1);
}

#[test]
fn every_figure_of_a_weighted_survey_says_that_weights_are_not_used() {
    let says = |notes: &[String]| notes.iter().filter(|note| note.contains("weights")).count();
    let mut clear = Filter::default();
    clear.toggle(definition(), Pick::Option(0));
    let places = [
        Place::default(),
        Place { by: Some(authority_type()), ..Place::default() },
        Place { filter: clear, against: Some(Against::Others), ..Place::default() },
    ];
    let (with, without) = (weighted_survey(), tiny_survey());
    // Otherwise shares by weight could be shown, and nobody would see it here.
    let tallies = with.draws()[0].source().answer(&Filter::default()).tallies;
    let tally = tallies[definition().position()].as_ref().unwrap();
    let weighted = tally.weighted.as_ref().unwrap();
    let by_weight = weighted.counts[0] / weighted.answered;
    assert!((by_weight - f64::from(tally.counts[0]) / f64::from(tally.answered)).abs() > 0.05);
    for place in &places {
        let figures = |survey| ExploreView::new(survey, place).figures;
        for (figure, same) in figures(&with).iter().zip(figures(&without)) {
            assert_eq!(figure.table, same.table, "{}", figure.id);
            assert_eq!(figure.headline, same.headline, "{}", figure.id);
            assert_eq!(figure.sentence.without_caveat(), same.sentence.without_caveat());
        }
    }
    for (survey, times) in [(with, 1), (without, 0)] {
        for place in &places {
            for figure in ExploreView::new(&survey, place).figures {
                assert_eq!(says(&figure.notes), times, "{}: {:?}", figure.id, figure.notes);
            }
        }
        let header = bundle::decode(&bundle::encode(&survey).unwrap()).unwrap().header;
        assert_eq!(says(&AboutView::new(&survey, &header, 0).limits), times);
    }
}
