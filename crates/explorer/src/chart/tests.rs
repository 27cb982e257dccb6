//! What the charts show, as their options.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};
use survey::{Pick, Survey};

use super::*;
use crate::state::{Place, Uncertainty};
use crate::test_survey::{ix, public_survey, tiny_survey};
use crate::view::{CellView, ExploreView, FigureView};

/// The series with this id.
fn series<'a>(chart: &'a Value, id: &str) -> &'a Value {
    let all = chart["series"].as_array().unwrap();
    all.iter().find(|series| series["id"] == id).unwrap_or_else(|| panic!("no {id}: {chart}"))
}

fn options(place: &Place, question: usize, scale: Scale, pixels: u32) -> (Value, Layout) {
    let view = ExploreView::new(&public_survey(), place);
    let total = view.selected.unwrap();
    let (chart, layout) =
        chart(&view.figures[question], scale, total, Width::of(pixels)).expect("a chart");
    assert_eq!(height(&view.figures[question], Width::of(pixels)), Some(layout.height));
    (serde_json::to_value(chart).unwrap(), layout)
}

#[test]
fn a_bar_has_its_number_at_its_end_and_one_scale_for_all() {
    let (chart, layout) = options(&Place::default(), 2, Scale::Count, 800);
    assert_eq!(
        series(&chart, "counts")["data"],
        json!([
            { "value": 27.0, "name": "27 of 30 (90%)" },
            { "value": 15.0, "name": "15 of 30 (50%)" },
            { "value": 3.0, "name": "3 of 30 (10%)" },
        ])
    );
    assert_eq!(chart["xAxis"]["max"], json!(40.0));
    assert_eq!(
        chart["yAxis"]["data"],
        json!(["Training for staff", "Screening for trauma", "Referral"])
    );
    assert_eq!(layout.height, 3 * 34);
    let (chart, _) = options(&Place::default(), 2, Scale::Percentage, 800);
    assert_eq!(series(&chart, "counts")["data"][0]["value"], json!(90.0));
    assert_eq!(chart["xAxis"]["max"], json!(100.0));
}

/// Each answer has one bar: full where its numbers are real, hollow where they were made up.
#[test]
fn a_bar_of_invented_numbers_is_in_the_hollow_series() {
    let view = ExploreView::new(&tiny_survey(), &Place::default());
    for scale in [Scale::Count, Scale::Percentage] {
        for (question, invented) in [(0, false), (2, true)] {
            let drawn = chart(&view.figures[question], scale, 40, Width::Wide).unwrap().0;
            let drawn = serde_json::to_value(drawn).unwrap();
            let [full, hollow] = ["counts", "hollow"].map(|id| &series(&drawn, id)["data"][0]);
            let (shown, other) = if invented { (hollow, full) } else { (full, hollow) };
            assert!(shown["value"].as_f64().unwrap() > 0.0, "{shown}");
            assert_eq!((&other["value"], &other["name"]), (&json!(0), &json!("")));
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
                let (drawn, layout) = chart(figure, Scale::Count, 40, Width::Wide).unwrap();
                assert_eq!(height(figure, Width::Wide), Some(layout.height));
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
        let (chart, _) = chart(&figure, scale, base + others, Width::Wide).unwrap();
        let chart = serde_json::to_value(chart).unwrap();
        let length = |id: &str| series(&chart, id)["data"][0]["value"].as_f64().unwrap();
        let share = f64::from(figure.rows[0].count) / f64::from(base);
        prop_assert!((length("counts") / length("whole") - share).abs() < 1e-9);
        prop_assert!(length("whole") <= chart["xAxis"]["max"].as_f64().unwrap());
    }
}

proptest! {
    #[test]
    fn percentages_are_drawn_where_they_are_said(base in 1_u32..60, parts: [u32; 2]) {
        let drawn = |figure: &FigureView| {
            let (chart, _) = chart(figure, Scale::Percentage, 60, Width::Wide).unwrap();
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
            let lengths = &series(&stacked, "option-0")["data"];
            prop_assert_eq!(lengths[0]["value"].as_f64(), Some(f64::from(bases[0])));
        }
    }
}

#[test]
fn ranges_are_thin_bars_over_percentages_with_the_number_behind_them() {
    let place = Place { uncertainty: Uncertainty::Interval, ..Place::default() };
    let (chart, _) = options(&place, 2, Scale::Percentage, 800);
    let [bars, unseen, lines] = ["counts", "unseen", "ranges"].map(|id| series(&chart, id));
    // 27 of 30; of the rest a number alone would be behind the line.
    assert_eq!(bars["data"][0]["value"], json!(90.0));
    assert_eq!(bars["label"]["show"], false);
    let end = |series: &Value| series["data"][0]["value"].as_f64().unwrap();
    assert!((end(unseen) - 74.38).abs() < 0.01, "{}", end(unseen));
    assert!((end(unseen) + end(lines) - 96.54).abs() < 0.01);
    assert_eq!(lines["data"][0]["name"], "27 of 30 (90%)");
    assert_eq!(lines["label"]["position"], "right");
    assert_eq!((&unseen["stack"], &lines["stack"]), (&json!("ranges"), &json!("ranges")));

    // Over counts, broken down, or where there is nothing to say, the bars are as ever.
    let (counts, _) = options(&place, 2, Scale::Count, 800);
    assert_eq!(counts["series"].as_array().unwrap().len(), 3);
    assert_eq!(series(&counts, "counts")["label"]["show"], true);
    let mut small = place.clone();
    small.filter.toggle(ix("definition"), Pick::Option(1));
    let (small, _) = options(&small, 2, Scale::Percentage, 800);
    assert_eq!(small["series"].as_array().unwrap().len(), 3);
    let parts = Place { by: Some(ix("type")), ..place };
    let (parts, _) = options(&parts, 2, Scale::Percentage, 800);
    assert_eq!(parts["series"][0]["type"], "heatmap");
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
                        let says = [keys(series), keys(&series["label"])];
                        let before = told.entry(id.clone()).or_insert_with(|| says.clone());
                        assert_eq!(before, &says, "{id}");
                    }
                }
            }
        }
    }
    assert!(
        ["counts", "ranges", "side-a", "parts", "option-0"].iter().all(|id| told.contains_key(*id)),
        "{told:?}"
    );
}

#[test]
fn one_answer_of_several_is_stacked_and_several_are_a_heat_map() {
    let place = Place { by: Some(ix("type")), ..Place::default() };
    let (chart, _) = options(&place, 1, Scale::Percentage, 800);
    let series = chart["series"].as_array().unwrap();
    let names: Vec<&Value> = series.iter().map(|series| &series["name"]).collect();
    assert_eq!(names, ["Clear", "Partial", "None"]);
    assert!(series.iter().all(|series| series["stack"] == "answers"));
    // Of the 30 that use it, every fourth is a county.
    assert_eq!(chart["yAxis"]["data"], json!(["County (8)", "Unitary (22)"]));
    let (chart, _) = options(&place, 2, Scale::Count, 800);
    assert_eq!(chart["series"][0]["type"], "heatmap");
    assert_eq!(chart["series"][0]["data"].as_array().unwrap().len(), 6);
}

#[test]
fn two_selections_have_two_bars_of_shares_with_a_letter_at_their_ends() {
    let mut place = Place { against: Some(survey::Against::Others), ..Place::default() };
    place.filter.toggle(ix("type"), Pick::Option(0));
    let (chart, layout) = options(&place, 2, Scale::Count, 800);
    let series = chart["series"].as_array().unwrap();
    assert_eq!((&series[0]["id"], &series[1]["id"]), (&json!("side-a"), &json!("side-b")));
    // Of the 10 counties 8 use it and all but one of those train staff; of the 30 others 22 and 20.
    assert_eq!(series[0]["data"][0], json!({ "value": 87.5, "name": "A 7 of 8" }));
    assert_eq!(series[1]["data"][0]["name"], "B 20 of 22 (91%)");
    assert_eq!(chart["xAxis"]["max"], json!(100));
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
    assert!(chart(&view.figures[0], Scale::Count, 0, Width::Wide).is_none());
}
