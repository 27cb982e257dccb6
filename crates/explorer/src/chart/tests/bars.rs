//! Bars: how thick, which are grey or hollow, and what is said of that.

use super::*;
use crate::test_survey::with_questions;

/// On a phone, where one figure is seen at a time, the base is as long as the plot.
#[test]
fn the_base_fills_the_plot_of_a_narrow_chart() {
    for (pixels, longest) in [(800, 40.0), (350, 30.0)] {
        let (drawn, _) = options(&Place::default(), 2, Scale::Count, pixels);
        assert_eq!(drawn["xAxis"]["max"], json!(longest));
        assert_eq!(series(&drawn, "whole")["data"][0]["value"][0], json!(30.0));
    }
}

/// A chart of two bars was 88 pixels of a figure of 377.
#[test]
fn few_bars_are_thicker_and_bars_are_most_of_their_pitch() {
    for bars in 1..=12_u32 {
        let labels = vec!["Yes"; bars as usize];
        let (thick, gap) = Width::of(800).bar_of(labels.len());
        let layout = Layout::rows(&labels, Width::of(800), thick, gap);
        let pitch = layout.height / bars;
        assert!(100 * thick >= 60 * pitch && thick + 8 < pitch, "{thick} of {pitch}");
        assert!(layout.height >= 168 || bars == 1, "{bars} bars are {} tall", layout.height);
    }
}

/// "Don't know" is no step of a scale: grey, and apart.
#[test]
fn an_answer_off_the_scale_is_grey_and_apart() {
    let survey = {
        let parts = public_survey().into_parts();
        let mut questions = parts.codebook.questions().to_vec();
        questions[1].kind = survey::Kind::Ordered;
        questions[1].options[2].off_scale = true;
        Survey::new(with_questions(parts, questions)).unwrap()
    };
    let drawn = |place: &Place| {
        let figure = &ExploreView::new(&survey, place).figures[1];
        let (drawn, layout) = chart(figure, Scale::Count, 40, Width::of(800)).unwrap();
        (serde_json::to_value(drawn).unwrap(), layout)
    };
    let (bars, layout) = drawn(&Place::default());
    let off = series(&bars, "off-scale")["data"].as_array().unwrap();
    assert_eq!((off.len(), series(&bars, "counts")["data"].as_array().unwrap().len()), (1, 2));
    assert_eq!(
        reserved(&ExploreView::new(&survey, &Place::default()).figures[1], Width::of(800)),
        Some(layout.height)
    );
    assert_eq!([layout.place(1) - layout.place(0), layout.place(2) - layout.place(1)], [17, 21]);
    // Broken down, the steps run from light to dark without it, and a gap is taken from its length.
    let (stacked, _) = drawn(&Place { by: Some(ix("type")), ..Place::default() });
    let shade = |id: &str| series(&stacked, id)["data"][1]["value"][4].clone();
    assert_eq!(["option-0", "option-1", "option-2"].map(shade), [0.0, 1.0, -2.0].map(Value::from));
    let of = |id: &str| bar(series(&stacked, id), 1).0;
    assert!(of("apart") > 0.0 && of("apart") < of("option-2"));
    assert!((of("apart") + of("option-2") - 12.0).abs() < 1e-9, "{}", of("option-2"));
}

/// Which bars are hollow, and what a tick is, is said in the drawing: cropped it says so still.
#[test]
fn what_is_hollow_and_what_a_tick_is_stands_below_the_bars() {
    let one_set = |survey: Survey| {
        let mut parts = survey.into_parts();
        parts.draws.truncate(1);
        Survey::new(parts).unwrap()
    };
    let said = |survey: &Survey, question: usize, pixels: u32| {
        let figure = &ExploreView::new(survey, &Place::default()).figures[question];
        let (drawn, layout) = chart(figure, Scale::Count, 40, Width::of(pixels)).unwrap();
        assert_eq!(reserved(figure, Width::of(pixels)), Some(layout.height));
        let drawn = serde_json::to_value(drawn).unwrap();
        (drawn["yAxis"]["name"].as_str().unwrap_or_default().to_owned(), drawn)
    };
    let ticks = "Hollow bars are invented. │ marks what the other invented set gives.";
    assert_eq!(said(&tiny_survey(), 2, 800).0, ticks);
    assert_eq!(said(&tiny_survey(), 2, 320).0.replace('\n', " "), ticks);
    assert!(said(&tiny_survey(), 2, 320).0.contains('\n'));
    assert_eq!(said(&one_set(tiny_survey()), 2, 800).0, "Hollow bars are invented.");
    // The numbers of the first question were printed.
    assert_eq!([said(&tiny_survey(), 0, 800).0, said(&public_survey(), 2, 800).0], ["", ""]);
    for (survey, question) in [(one_set(tiny_survey()), 2), (tiny_survey(), 0)] {
        assert!(!said(&survey, question, 800).1.to_string().contains("other-set"));
    }
}
