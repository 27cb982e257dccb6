//! What the charts show, as their options.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};
use survey::{Pick, Survey};

use super::*;
use crate::state::{Place, Uncertainty};
use crate::test_survey::{ix, public_survey, tiny_survey};
use crate::view::{CellView, ExploreView, FigureView, OtherSet};

mod bars;
mod numbers;

/// The series with this id.
fn series<'a>(chart: &'a Value, id: &str) -> &'a Value {
    let all = chart["series"].as_array().unwrap();
    all.iter().find(|series| series["id"] == id).unwrap_or_else(|| panic!("no {id}: {chart}"))
}

/// The bar at this position of a series: how long, and its number.
fn bar(series: &Value, position: usize) -> (f64, &str) {
    let item = &series["data"][position];
    (item["value"][0].as_f64().unwrap(), item["name"].as_str().unwrap())
}

fn options(place: &Place, question: usize, scale: Scale, pixels: u32) -> (Value, Layout) {
    let view = ExploreView::new(&public_survey(), place);
    let total = view.selected.unwrap();
    let (chart, layout) =
        chart(&view.figures[question], scale, total, Width::of(pixels)).expect("a chart");
    let figure = &view.figures[question];
    if matches!(figure.shape, Shape::Bars | Shape::SideBySide(_)) {
        assert_eq!(reserved(figure, Width::of(pixels)), Some(layout.height));
    }
    (serde_json::to_value(chart).unwrap(), layout)
}

#[test]
fn a_bar_has_its_number_and_one_scale_for_all() {
    let (drawn, layout) = options(&Place::default(), 2, Scale::Count, 800);
    let counts = series(&drawn, "counts");
    assert_eq!(bar(counts, 0), (27.0, "27 of 30 (90%)"));
    assert_eq!(bar(counts, 2), (3.0, "3 of 30 (10%)"));
    // Where it fits it is in the bar.
    let at = |position: usize| counts["data"][position]["value"][2].as_str().unwrap();
    assert_eq!([at(0), at(1), at(2)], ["insideRight", "insideRight", "right"]);
    assert_eq!(drawn["xAxis"]["max"], json!(40.0));
    let labels = labels(&drawn);
    assert_eq!(labels, ["Training for staff", "Screening for trauma", "Referral"]);
    assert_eq!(layout.height, 3 * 68);
    let (drawn, _) = options(&Place::default(), 2, Scale::Percentage, 800);
    assert_eq!(bar(series(&drawn, "counts"), 0), (90.0, "27 of 30 (90%)"));
    assert_eq!(drawn["xAxis"]["max"], json!(100.0));
}

/// What stands at the axis of rows, from top to bottom, without the places between.
fn labels(chart: &Value) -> Vec<&str> {
    let places = chart["yAxis"]["data"].as_array().unwrap();
    places.iter().filter_map(Value::as_str).filter(|label| !label.is_empty()).collect()
}

#[test]
fn a_row_is_as_tall_as_its_own_label() {
    let places = |pixels: u32| {
        let long = "Screening for trauma or adverse childhood experiences";
        let labels = ["Training", long, "Referral"];
        let layout = Layout::rows(&labels, Width::of(pixels), 32, 12);
        ([0, 1, 2].map(|row| layout.place(row) * 4 + 2), layout.height)
    };
    // In 200 pixels the long one takes three lines.
    assert_eq!(places(800), ([22, 82, 142], 164));
    // Above its bar it has a line of 800 pixels, or two of 288.
    assert_eq!(places(288).1 - places(559).1, 20);
}

/// ECharts takes the gap of the last series that has one for all of an axis: any other would move
/// bars into the next row.
#[test]
fn bars_of_one_row_stand_on_each_other() {
    let broken_down = Place { by: Some(ix("type")), ..Place::default() };
    for (place, question, pixels) in
        [(Place::default(), 0, 800), (Place::default(), 2, 800), (broken_down, 2, 320)]
    {
        let (chart, _) = options(&place, question, Scale::Count, pixels);
        let all = chart["series"].as_array().unwrap();
        let mut gaps = all.iter().filter_map(|one| one["barGap"].as_str());
        assert_eq!(gaps.next_back(), Some("-100%"), "{chart}");
    }
}

/// Each answer has one bar: full where its numbers are real, hollow where they were made up.
#[test]
fn a_bar_of_invented_numbers_is_in_the_hollow_series() {
    let view = ExploreView::new(&tiny_survey(), &Place::default());
    for scale in [Scale::Count, Scale::Percentage] {
        for (question, invented) in [(0, false), (2, true)] {
            let figure = &view.figures[question];
            let drawn = chart(figure, scale, 40, Width::of(800)).unwrap().0;
            let drawn = serde_json::to_value(drawn).unwrap();
            let bars = ["counts", "hollow"].map(|id| series(&drawn, id)["data"].as_array());
            let bars = bars.map(|bars| bars.map_or(0, Vec::len));
            let all = figure.rows.len();
            assert_eq!(bars, if invented { [0, all] } else { [all, 0] });
        }
    }
}

/// Colours mean answers there, and hollow the second side.
#[test]
fn a_breakdown_or_comparison_of_invented_numbers_says_so_below_the_plot() {
    let mut filter = survey::Filter::default();
    filter.toggle(ix("definition"), Pick::Option(1));
    let places = [
        Place { by: Some(ix("type")), ..Place::default() },
        Place { filter, against: Some(survey::Against::Others), ..Place::default() },
    ];
    for place in places {
        for question in [0, 2] {
            let drawn = |survey: &Survey| {
                let view = ExploreView::new(survey, &place);
                let figure = &view.figures[question];
                let (drawn, layout) = chart(figure, Scale::Count, 40, Width::of(800)).unwrap();
                let room = reserved(figure, Width::of(800)).unwrap();
                assert!(room.abs_diff(layout.height) <= 40, "{room} for {}", layout.height);
                (serde_json::to_value(drawn).unwrap()["yAxis"]["name"].clone(), layout.height)
            };
            let (invented, public) = (drawn(&tiny_survey()), drawn(&public_survey()));
            assert_eq!((invented.0, public.0), (json!("Invented numbers"), Value::Null));
            assert!(invented.1 > public.1);
        }
    }
}

proptest! {
    #[test]
    fn a_bar_fills_as_much_of_its_track_as_its_share(
        base in 20_u32..500,
        count: u32,
        others in 0_u32..100,
        percentages: bool,
    ) {
        let scale = if percentages { Scale::Percentage } else { Scale::Count };
        let mut figure = (*ExploreView::new(&public_survey(), &Place::default()).figures[2]).clone();
        figure.base = base;
        for row in &mut figure.rows {
            row.count = count % (base + 1);
        }
        let (chart, _) = chart(&figure, scale, base + others, Width::of(800)).unwrap();
        let chart = serde_json::to_value(chart).unwrap();
        let length = |id: &str| bar(series(&chart, id), 0).0;
        let share = f64::from(figure.rows[0].count) / f64::from(base);
        prop_assert!((length("counts") / length("whole") - share).abs() < 1e-9);
        prop_assert!(length("whole") <= chart["xAxis"]["max"].as_f64().unwrap());
    }
}

proptest! {
    #[test]
    fn percentages_are_drawn_where_they_are_said(base in 1_u32..60, parts: [u32; 2]) {
        let drawn = |figure: &FigureView| {
            let (chart, _) = chart(figure, Scale::Percentage, 60, Width::of(800)).unwrap();
            let chart = serde_json::to_value(chart).unwrap();
            (chart["xAxis"]["max"] == 100.0, chart)
        };
        let said = |base: u32| survey_stats::BaseRule::of(base).allows_percentage();
        let figure = |place: &Place, question: usize| {
            (*ExploreView::new(&tiny_survey(), place).figures[question]).clone()
        };
        let mut plain = figure(&Place::default(), 2);
        plain.base = base;
        prop_assert_eq!(drawn(&plain).0, said(base));

        let mut broken_down = figure(&Place { by: Some(ix("type")), ..Place::default() }, 0);
        let Shape::Stacked(view) = &mut broken_down.shape else { panic!("stacked") };
        for (place, part) in view.parts.iter_mut().enumerate() {
            part.base = parts[place] % 60;
            for (row, cells) in view.cells.iter_mut().enumerate() {
                let count = if row == 0 { part.base } else { 0 };
                cells[place] = CellView { count, base: part.base, ..cells[place].clone() };
            }
        }
        let bases = parts.map(|part| part % 60);
        let (percentages, stacked) = drawn(&broken_down);
        prop_assert_eq!(percentages, bases.iter().all(|&base| base == 0 || said(base)));
        if !percentages {
            let length = bar(series(&stacked, "option-0"), 0).0;
            prop_assert!((length - f64::from(bases[0])).abs() < 1e-9);
        }
    }
}

#[test]
fn ranges_are_thin_bars_over_percentages_and_numbers_are_clear_of_them() {
    let place = Place { uncertainty: Uncertainty::Interval, ..Place::default() };
    let (chart, _) = options(&place, 2, Scale::Percentage, 800);
    let [bars, unseen, lines] = ["counts", "before-ranges", "ranges"].map(|id| series(&chart, id));
    // 27 of 30: the number has room where the bar begins.
    assert_eq!(bar(bars, 0), (90.0, "27 of 30 (90%)"));
    assert_eq!((&bars["data"][0]["value"][2], bar(lines, 0).1), (&json!("insideLeft"), ""));
    let end = |series: &Value| bar(series, 0).0;
    assert!((end(unseen) - 74.38).abs() < 0.01, "{}", end(unseen));
    assert!((end(unseen) + end(lines) - 96.54).abs() < 0.01);
    // 3 of 30: behind the line.
    assert_eq!((bar(bars, 2).1, bar(lines, 2).1), ("", "3 of 30 (10%)"));
    assert_eq!(lines["data"][2]["value"][2], "right");
    assert_eq!((&unseen["stack"], &lines["stack"]), (&json!("ranges"), &json!("ranges")));

    // Over counts, broken down, or where there is nothing to say, the bars are as ever.
    let (counts, _) = options(&place, 2, Scale::Count, 800);
    assert_eq!(counts["series"].as_array().unwrap().len(), 3);
    let mut small = place.clone();
    small.filter.toggle(ix("definition"), Pick::Option(1));
    let (small, _) = options(&small, 2, Scale::Percentage, 800);
    assert_eq!(small["series"].as_array().unwrap().len(), 3);
    let parts = Place { by: Some(ix("type")), ..place };
    let (parts, _) = options(&parts, 2, Scale::Percentage, 800);
    assert_eq!(parts["series"][0]["stack"], "cells");
}

fn keys(part: &Value) -> Vec<String> {
    part.as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect()
}

/// A chart that changes keeps, of each series that stays, what the new options leave out.
#[test]
fn a_series_says_the_same_things_of_itself_in_every_mode() {
    let mut told = BTreeMap::new();
    let beside = Some(survey::Against::Others);
    let shapes = [(None, None), (Some(ix("type")), None), (None, beside)];
    let uncertainties = [Uncertainty::None, Uncertainty::Interval, Uncertainty::Bounds];
    for (by, against) in shapes {
        for uncertainty in uncertainties {
            for scale in [Scale::Count, Scale::Percentage] {
                for (question, pixels) in [(0, 288), (1, 800), (2, 800)] {
                    let mut place = Place { by, uncertainty, ..Place::default() };
                    place.against.clone_from(&against);
                    place.filter.toggle(ix("type"), Pick::Option(1));
                    let (chart, _) = options(&place, question, scale, pixels);
                    for series in chart["series"].as_array().unwrap() {
                        let id = series["id"].as_str().expect("an id").to_owned();
                        let mut says = keys(series);
                        // What is stacked is always; other series of that name are alike.
                        says.retain(|key| key != "data");
                        let before = told.entry(id.clone()).or_insert_with(|| says.clone());
                        assert_eq!(before, &says, "{id}");
                    }
                }
            }
        }
    }
    assert!(
        ["counts", "ranges", "side-a", "part-0", "option-0", "key-0"]
            .iter()
            .all(|id| told.contains_key(*id)),
        "{told:?}"
    );
}

#[test]
fn one_answer_of_several_is_stacked_and_several_are_cells() {
    let place = Place { by: Some(ix("type")), ..Place::default() };
    let (chart, _) = options(&place, 1, Scale::Percentage, 800);
    let stacked: Vec<&Value> = (0..3).map(|n| series(&chart, &format!("option-{n}"))).collect();
    assert!(stacked.iter().all(|series| series["stack"] == "answers"));
    // The answers are on a scale: from light to dark. So is the key.
    let shade = |series: &Value| series["data"][0]["value"][4].clone();
    let shades: Vec<Value> = stacked.iter().map(|series| shade(series)).collect();
    assert_eq!(shades, [json!(0.0), json!(0.5), json!(1.0)]);
    let key: Vec<&Value> = (0..3).map(|n| series(&chart, &format!("key-{n}"))).collect();
    assert_eq!(
        key.iter().map(|one| bar(one, 0).1).collect::<Vec<_>>(),
        ["Clear", "Partial", "None"]
    );
    assert_eq!(key.iter().map(|one| shade(one)).collect::<Vec<_>>(), shades);
    // Of the 30 that use it, every fourth is a county: too few for percentages.
    assert_eq!(labels(&chart), ["County (8)", "Unitary (22)"]);
    assert_eq!(chart["xAxis"]["max"], json!(22.0));
    // Answers without an order have colours without one.
    let (chart, _) = options(&place, 0, Scale::Count, 800);
    assert_eq!(shade(series(&chart, "option-1")), json!(3.0));
}

#[test]
fn cells_and_their_key_show_what_their_numbers_say() {
    let place = Place { by: Some(ix("type")), ..Place::default() };
    let view = ExploreView::new(&public_survey(), &place);
    let mut figure = (*view.figures[2]).clone();
    let drawn = |figure: &FigureView, scale: Scale, pixels: u32| {
        let drawn = chart(figure, scale, 40, Width::of(pixels)).unwrap().0;
        serde_json::to_value(drawn).unwrap()
    };
    // 7 of 8 counties and 20 of 22 others train staff: counts, up to the largest.
    let counts = drawn(&figure, Scale::Percentage, 800);
    let cell = |drawn: &Value, part: usize| {
        let item = &series(drawn, &format!("part-{part}"))["data"][1];
        (item["name"].as_str().unwrap().to_owned(), item["value"][4].as_f64().unwrap())
    };
    assert_eq!((cell(&counts, 0), cell(&counts, 1)), (("7".into(), 0.35), ("20".into(), 1.0)));
    assert_eq!(bar(series(&counts, "key-4"), 0).1, "20");
    // Ten times as many: percentages, up to all.
    let Shape::Heat(parts) = &mut figure.shape else { panic!("cells") };
    parts.parts.iter_mut().for_each(|part| part.base *= 10);
    let cells = parts.cells.iter_mut().flatten();
    cells.for_each(|cell| (cell.count, cell.base) = (cell.count * 10, cell.base * 10));
    let shares = drawn(&figure, Scale::Percentage, 800);
    assert_eq!(cell(&shares, 0), ("88%".into(), 0.875));
    assert_eq!(bar(series(&shares, "key-4"), 0).1, "100%");
    assert_eq!(cell(&drawn(&figure, Scale::Count, 800), 0).0, "70");
    // Where columns have no room: a small bar for each.
    let list = drawn(&figure, Scale::Percentage, 320);
    assert_eq!(bar(series(&list, "counts"), 0), (87.5, "88%"));
    assert_eq!(
        labels(&list)[..4],
        ["{h|Training for staff}", "County (80)", "Unitary (220)", "{h|Screening for trauma}"]
    );
}

#[test]
fn two_selections_have_two_bars_with_a_letter_at_their_ends() {
    let mut place = Place { against: Some(survey::Against::Others), ..Place::default() };
    place.filter.toggle(ix("type"), Pick::Option(0));
    let (chart, layout) = options(&place, 2, Scale::Percentage, 800);
    // Of the 10 counties 8 use it and all but one of those train staff; of the 30 others 22 and 20.
    // No percentages are said of 8, so each bar is a part of its own base.
    assert_eq!(bar(series(&chart, "side-a"), 0), (7.0, "A 7 of 8"));
    assert_eq!(bar(series(&chart, "side-b"), 0), (20.0, "B 20 of 22 (91%)"));
    assert_eq!(bar(series(&chart, "whole-side-a"), 0), (1.0, ""));
    assert_eq!(chart["xAxis"]["max"], json!(22.0));
    assert_eq!(layout.height, 3 * 60);
    let (_, narrow) = options(&place, 2, Scale::Count, 288);
    assert_eq!(narrow.height, 3 * 84);
}

#[test]
fn nobody_is_no_chart() {
    let mut place = Place::default();
    place.filter.toggle(ix("uses"), Pick::Option(1));
    place.filter.toggle(ix("definition"), Pick::Option(0));
    let view = ExploreView::new(&tiny_survey(), &place);
    assert!(chart(&view.figures[0], Scale::Count, 0, Width::of(800)).is_none());
}
