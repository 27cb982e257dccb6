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
        let (mut start, mut edge) = (0.0, -5.0);
        for (row, &count) in counts.iter().enumerate() {
            let one = series(&drawn, &format!("option-{row}"));
            let (length, number) = bar(one, 0);
            prop_assert_eq!(count == 0, number.is_empty());
            let wide = f64::from(width.text(number));
            let value = &one["data"][0]["value"];
            if value[2] != "inside" {
                let middle = (start + length / 2.0) * pixel + value[3].as_f64().unwrap();
                prop_assert!(middle - wide / 2.0 >= edge, "{number} is over its neighbour");
                edge = middle + wide / 2.0;
                prop_assert!(edge <= f64::from(layout.plot()) + 5.0, "{number} is cut");
            } else if count > 0 {
                prop_assert!(wide <= length * pixel);
            }
            start += length;
        }
    }
}
