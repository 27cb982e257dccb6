//! No number of a chart is cut or left out, whatever it is and however wide the chart.

use proptest::prelude::*;

use super::*;

proptest! {
    /// Labels leave the plot two thirds, and numbers stand in their bars or end within the chart.
    #[test]
    fn the_plot_is_most_of_a_chart_and_no_number_is_cut(
        base in 20_u32..20_000,
        parts: [u32; 3],
        pixels in 280_u32..1000,
        percentages: bool,
    ) {
        let mut figure = (*ExploreView::new(&public_survey(), &Place::default()).figures[2]).clone();
        figure.base = base;
        for (row, part) in figure.rows.iter_mut().zip(parts) {
            row.count = part % (base + 1);
            row.at_the_end = crate::view::wording::count_of_base(row.count, base);
        }
        let scale = if percentages { Scale::Percentage } else { Scale::Count };
        let width = Width::of(pixels);
        let (drawn, layout) = chart(&figure, scale, base, width).unwrap();
        let drawn = serde_json::to_value(drawn).unwrap();
        prop_assert!(width.is_narrow() || 100 * layout.left <= 35 * pixels);
        prop_assert!(100 * layout.plot() >= 60 * pixels || pixels < 360, "{layout:?}");
        let whole = drawn["xAxis"]["max"].as_f64().unwrap();
        for position in 0..3 {
            let counts = series(&drawn, "counts");
            let (length, number) = bar(counts, position);
            let length = length / whole * f64::from(layout.plot());
            let number = f64::from(width.text(number));
            match counts["data"][position]["value"][2].as_str() {
                Some("insideRight") => prop_assert!(number + 12.0 <= length),
                _ => prop_assert!(f64::from(layout.left) + length + 6.0 + number <= f64::from(pixels)),
            }
        }
    }

    /// In a window of a phone with type twice as large, numbers would leave bars no room: they stand with
    /// the labels.
    #[test]
    fn bars_are_never_crowded_out(
        base in 20_u32..20_000,
        parts: [u32; 3],
        pixels in 120_u32..280,
    ) {
        let mut figure = (*ExploreView::new(&public_survey(), &Place::default()).figures[2]).clone();
        figure.base = base;
        for (row, part) in figure.rows.iter_mut().zip(parts) {
            row.count = part % (base + 1);
            row.at_the_end = crate::view::wording::count_of_base(row.count, base);
        }
        let width = Width::of(pixels);
        let (drawn, layout) = chart(&figure, Scale::Count, base, width).unwrap();
        prop_assert!(10 * layout.plot() + 40 >= 3 * pixels, "{} of {pixels}", layout.plot());
        prop_assert_eq!(reserved(&figure, width), Some(layout.height));
        let drawn = serde_json::to_value(drawn).unwrap().to_string().replace("\\n", " ");
        for row in &figure.rows {
            prop_assert!(drawn.contains(&row.at_the_end), "{drawn}");
        }
    }

    /// A tick stands where the other invented set's bar would end, within the plot, and never in or
    /// against the number.
    #[test]
    fn a_tick_shows_the_other_sets_share_and_is_clear_of_the_number(
        bases in [1_u32..2_000, 1_u32..2_000],
        of_same_base: bool,
        parts: [u32; 3],
        others: [u32; 3],
        pixels in 280_u32..1000,
        percentages: bool,
    ) {
        let mut figure = (*ExploreView::new(&tiny_survey(), &Place::default()).figures[2]).clone();
        let [base, other] = if of_same_base { [bases[0]; 2] } else { bases };
        figure.base = base;
        for ((row, part), count) in figure.rows.iter_mut().zip(parts).zip(others) {
            row.count = part % (base + 1);
            row.at_the_end = crate::view::wording::count_of_base(row.count, base);
            row.other_set = Some(OtherSet { count: count % (other + 1), base: other });
        }
        let scale = if percentages { Scale::Percentage } else { Scale::Count };
        let width = Width::of(pixels);
        let (drawn, layout) = chart(&figure, scale, base, width).unwrap();
        let drawn = serde_json::to_value(drawn).unwrap();
        let ids: Vec<&str> =
            drawn["series"].as_array().unwrap().iter().filter_map(|one| one["id"].as_str()).collect();
        if base.min(other) < 20 && base != other {
            prop_assert!(!ids.contains(&"other-set"), "no share is said of so few: {ids:?}");
            return Ok(());
        }
        let pixel = f64::from(layout.plot()) / drawn["xAxis"]["max"].as_f64().unwrap();
        for (position, row) in figure.rows.iter().enumerate() {
            let (before, wide) = (
                bar(series(&drawn, "before-other-set"), position).0 * pixel,
                bar(series(&drawn, "other-set"), position).0 * pixel,
            );
            prop_assert!((wide - 4.0).abs() < 1e-6);
            let middle = before + wide / 2.0;
            let count = row.other_set.unwrap().count;
            let meant = f64::from(count) / f64::from(other) * f64::from(layout.plot());
            prop_assert!((middle - meant).abs() <= 2.0 + 1e-6, "{middle} for {meant}");
            prop_assert!(before >= 0.0 && before + wide <= f64::from(layout.plot()) + 1e-6);
            let item = &series(&drawn, "hollow")["data"][position];
            let end = item["value"][0].as_f64().unwrap() * pixel + item["value"][3].as_f64().unwrap();
            let long = f64::from(width.text(item["name"].as_str().unwrap()));
            let [from, to] = match item["value"][2].as_str() {
                Some("insideRight") => [end - 6.0 - long, end - 6.0],
                _ => [end + 6.0, end + 6.0 + long],
            };
            prop_assert!(from >= 0.0 && f64::from(layout.left) + to <= f64::from(pixels));
            prop_assert!(
                before + wide < from || to < before,
                "{from} to {to}, and a tick at {middle}"
            );
        }
    }

    /// Every count that is not 0 has its number; those beside a bar are in a line of their own, within
    /// the plot, and each clear of the next.
    #[test]
    fn numbers_of_segments_are_all_there_and_apart(
        counts in prop::collection::vec(0_u32..40, 3),
        pixels in 280_u32..1000,
        percentages: bool,
    ) {
        let place = Place { by: Some(ix("type")), ..Place::default() };
        let mut figure = (*ExploreView::new(&public_survey(), &place).figures[1]).clone();
        let Shape::Stacked(view) = &mut figure.shape else { panic!("stacked") };
        let base: u32 = counts.iter().sum();
        view.parts.iter_mut().for_each(|part| part.base = base);
        for (cells, &count) in view.cells.iter_mut().zip(&counts) {
            for cell in cells {
                (cell.count, cell.base) = (count, base);
            }
        }
        let scale = if percentages { Scale::Percentage } else { Scale::Count };
        let width = Width::of(pixels);
        let (drawn, layout) = chart(&figure, scale, 120, width).unwrap();
        let drawn = serde_json::to_value(drawn).unwrap();
        let pixel = f64::from(layout.plot()) / drawn["xAxis"]["max"].as_f64().unwrap();
        let (mut start, mut edge) = (0.0, 0.0);
        for (row, &count) in counts.iter().enumerate() {
            let one = series(&drawn, &format!("option-{row}"));
            let (length, number) = bar(one, 0);
            prop_assert_eq!(count == 0, number.is_empty());
            let wide = f64::from(width.text(number));
            let value = &one["data"][0]["value"];
            if value[2] != "inside" {
                let middle = (start + length / 2.0) * pixel + value[3].as_f64().unwrap();
                prop_assert!(middle - wide / 2.0 >= edge - 1e-6, "{number} is over its neighbour");
                edge = middle + wide / 2.0;
                prop_assert!(edge <= f64::from(layout.plot()) + 1e-6, "{number} is cut");
            } else if count > 0 {
                prop_assert!(wide <= length * pixel);
            }
            start += length;
        }
    }
}
