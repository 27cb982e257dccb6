//! Whether a figure that somebody linked to is still the same.

use std::fmt::Write;

use sha2::{Digest, Sha256};
use survey::bundle::Header;
use survey::{Provenance, Survey};

use super::figure::{FigureView, Shape};
use crate::state::{Place, Receipt, Screen, permalink};
use crate::words::receipt as words;

/// What became of a figure since a link to it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The same data, the same counts.
    Same,
    /// Other data, the same counts.
    SameCounts,
    /// Other data, other counts.
    Changed,
    /// The same data with other counts: the link was altered, or read by another program.
    Doubtful,
    /// The same data; a protected table's link remembers no counts.
    SameData,
    /// Other data, and nothing that tells whether this figure is another.
    Unknown,
}

/// What the reader of such a link is told.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceiptView {
    /// What became of the figure.
    pub verdict: Verdict,
    /// The same in a sentence or two.
    pub words: String,
    /// The address of the same place over the data that the link was made from, where they are
    /// others. The site may no longer have them.
    pub earlier: Option<String>,
}

/// A figure's receipt: the data that a page has, and the figure's counts unless they are protected.
pub fn receipt(header: &Header, figure: &FigureView) -> Receipt {
    let first = |bytes: &[u8]| bytes.iter().fold(0, |sum: u64, &byte| sum << 8 | u64::from(byte));
    let digits = || u32::try_from(first(&Sha256::digest(counts(figure))[..4])).unwrap_or_default();
    let figure = match header.provenance {
        Provenance::Synthetic | Provenance::Public => Some(digits()),
        // The table may be withdrawn one day, and links to it stay where they are.
        Provenance::Confidential => None,
    };
    Receipt { data: first(&header.checksum[..8]), figure }
}

/// The address, from `#` on, of one figure of a place, with its receipt.
pub fn figure_link(survey: &Survey, header: &Header, place: &Place, figure: &FigureView) -> String {
    let place = Place {
        screen: Screen::Explore,
        figure: Some(figure.question),
        receipt: Some(receipt(header, figure)),
        ..place.clone()
    };
    permalink::write(&place, survey)
}

impl ReceiptView {
    /// Holds the figure as it is now to what a link remembers of it.
    /// `None` where the place is of no link with a receipt, or of one to another figure.
    pub fn new(
        survey: &Survey,
        header: &Header,
        place: &Place,
        figure: &FigureView,
    ) -> Option<Self> {
        let then = place.receipt.filter(|_| place.figure == Some(figure.question))?;
        let now = receipt(header, figure);
        let same_counts = now.figure.zip(then.figure).map(|(now, then)| now == then);
        let verdict = match (now.data == then.data, same_counts) {
            (true, Some(true)) => Verdict::Same,
            (false, Some(true)) => Verdict::SameCounts,
            (false, Some(false)) => Verdict::Changed,
            (true, Some(false)) => Verdict::Doubtful,
            (true, None) => Verdict::SameData,
            (false, None) => Verdict::Unknown,
        };
        let version = format!("{} {}", survey.about().name, survey.about().version);
        let words = match verdict {
            Verdict::Same => words::same(&version),
            Verdict::SameCounts => words::same_counts(&version),
            Verdict::Changed => words::changed(&version),
            Verdict::Doubtful => words::DOUBTFUL.to_owned(),
            Verdict::SameData => words::same_data(&version),
            Verdict::Unknown => words::unknown(&version),
        };
        let earlier = || format!("?data={:016x}{}", then.data, permalink::write(place, survey));
        Some(Self { verdict, words, earlier: (now.data != then.data).then(earlier) })
    }
}

/// All counts of a figure as text: what is drawn, by the ids of the answers and in their order, so that
/// it is the same wherever answers stand and whatever they are called.
fn counts(figure: &FigureView) -> String {
    let mut rows: Vec<String> = figure
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let mut text = format!("{}:{}", row.id, row.count);
            // Writing to a string can't fail.
            match &figure.shape {
                Shape::Stacked(parts) | Shape::Heat(parts) => {
                    let mut cells: Vec<String> = parts
                        .parts
                        .iter()
                        .zip(&parts.cells[at])
                        .map(|(part, cell)| format!(",{}:{}/{}", part.id, cell.count, cell.base))
                        .collect();
                    cells.sort();
                    text += &cells.concat();
                }
                Shape::SideBySide(pairs) => {
                    let pair = &pairs[at];
                    let [first, second] = pair.counts;
                    let _ = write!(text, ",{first}/{},{second}/{}", pair.bases[0], pair.bases[1]);
                }
                Shape::Bars | Shape::Nothing(_) => {}
            }
            text
        })
        .collect();
    rows.sort();
    format!("{}|{}|{}", figure.id, figure.base, rows.join("|"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fragment;
    use crate::test_survey::{ix, protected_survey, tiny_survey};
    use crate::view::ExploreView;
    use survey::{Against, Cube, Form, Pick, Source};

    const ACTIVITIES: usize = 2;

    fn figure(place: &Place) -> std::rc::Rc<FigureView> {
        ExploreView::new(&tiny_survey(), place).figures[ACTIVITIES].clone()
    }

    fn header(first: u8) -> Header {
        Header {
            version: 2,
            provenance: survey::Provenance::Synthetic,
            payload: 1,
            checksum: [first; 32],
        }
    }

    #[test]
    fn a_figure_of_other_data_or_of_other_counts_is_told_apart() {
        let survey = tiny_survey();
        let everybody = figure(&Place::default());
        let mut clear = Place::default();
        clear.filter.toggle(ix("definition"), Pick::Option(0));
        let clear = figure(&clear);
        let link = figure_link(&survey, &header(1), &Place::default(), &everybody);
        let (place, _) = permalink::read(&link, &survey);
        let earlier = format!("?data=0101010101010101{link}");
        let cases = [
            (1, &everybody, Verdict::Same, None),
            (2, &everybody, Verdict::SameCounts, Some(&earlier)),
            (2, &clear, Verdict::Changed, Some(&earlier)),
            (1, &clear, Verdict::Doubtful, None),
        ];
        for (data, figure, verdict, other) in cases {
            let view = ReceiptView::new(&survey, &header(data), &place, figure).unwrap();
            assert_eq!((view.verdict, view.earlier.as_ref()), (verdict, other));
        }
        let other = Place { figure: Some(ix("uses")), ..place };
        assert_eq!(ReceiptView::new(&survey, &header(1), &other, &everybody), None);
    }

    #[test]
    fn how_a_figure_is_shown_makes_no_other_receipt_and_what_it_counts_does() {
        let of = |place: &Place| receipt(&header(1), &figure(place)).figure.unwrap();
        let everybody = Place::default();
        let percentages = Place { scale: crate::state::Scale::Percentage, ..Place::default() };
        let by = Place { by: Some(ix("type")), ..Place::default() };
        let beside = Place { against: Some(Against::Everybody), ..Place::default() };
        assert_eq!(of(&everybody), of(&percentages));
        let all = [of(&everybody), of(&by), of(&beside)];
        for (at, one) in all.iter().enumerate() {
            assert!(!all[at + 1..].contains(one), "{all:x?}");
        }
        // Addresses in papers depend on it.
        assert_eq!(
            counts(&figure(&everybody)),
            "activities|30|referral:3|screening:15|training:27"
        );
    }

    #[test]
    fn the_link_leads_to_the_figure_and_holds_its_receipt() {
        let survey = tiny_survey();
        let place = Place { by: Some(ix("type")), ..Place::default() };
        let figure = figure(&place);
        let link = figure_link(&survey, &header(1), &place, &figure);
        let (read, in_doubt) = permalink::read(&link, &survey);
        assert!(
            !in_doubt
                && link.starts_with(fragment!("explore?by=type&figure=activities&receipt=01"))
        );
        let view = ReceiptView::new(&survey, &header(1), &read, &figure).unwrap();
        assert_eq!(view.verdict, Verdict::Same);
    }

    /// The survey with another table of a question by a grouping: two cells more and two less, so
    /// that all its totals stay.
    fn exchanged(survey: &Survey, table: usize, by: i64) -> Option<Survey> {
        let mut parts = survey.clone().into_parts();
        let Form::Cube(cube) = &parts.draws[0].form else { return None };
        let mut crossed = cube.crossed().to_vec();
        for (part, option, by) in [(0, 0, by), (0, 1, -by), (1, 0, -by), (1, 1, by)] {
            let count = &mut crossed[table].parts[part].counts[option];
            *count = u32::try_from(i64::from(*count) + by).ok()?;
        }
        let (codebook, totals) = (cube.codebook().clone(), cube.totals().to_vec());
        let cube = Cube::new(codebook, cube.respondents(), totals, crossed).ok()?;
        parts.draws[0].form = Form::Cube(std::sync::Arc::new(cube));
        Survey::new(parts).ok()
    }

    #[test]
    fn the_link_to_a_protected_table_fits_every_table_with_the_same_totals() {
        let survey = protected_survey();
        let Form::Cube(cube) = &survey.draws()[0].form else { panic!("no cube") };
        let mut tried = 0;
        for (at, table) in cube.crossed().iter().enumerate() {
            let place = Place { by: Some(table.by), ..Place::default() };
            let header = Header { provenance: Provenance::Confidential, ..header(1) };
            let link = |survey: &Survey| {
                let figure =
                    ExploreView::new(survey, &place).figures[table.question.position()].clone();
                (counts(&figure), figure_link(survey, &header, &place, &figure))
            };
            let (told, published) = link(&survey);
            for by in -200..=200 {
                let Some(other) = exchanged(&survey, at, by).filter(|_| by != 0) else { continue };
                let (others, fits) = link(&other);
                assert!(others != told, "the same table was tried");
                assert_eq!(fits, published, "the link tells tables apart");
                tried += 1;
            }
        }
        assert!(tried > 50, "{tried} tables are not all");
    }

    #[test]
    fn of_protected_data_only_the_data_are_told_apart_in_links_of_any_age() {
        let survey = protected_survey();
        let protected = |first| Header { provenance: Provenance::Confidential, ..header(first) };
        let shown = ExploreView::new(&survey, &Place::default()).figures[ACTIVITIES].clone();
        let link = figure_link(&survey, &protected(1), &Place::default(), &shown);
        // As pages wrote them before.
        for link in [link.clone(), format!("{link}.01234567")] {
            let (place, in_doubt) = permalink::read(&link, &survey);
            let view =
                |first| ReceiptView::new(&survey, &protected(first), &place, &shown).unwrap();
            assert!(!in_doubt && link.contains("receipt=0101010101010101"));
            assert_eq!((view(1).verdict, view(1).earlier), (Verdict::SameData, None));
            assert_eq!(view(2).verdict, Verdict::Unknown);
            assert!(view(2).words.contains("can’t be told") && view(2).earlier.is_some());
        }
    }
}
