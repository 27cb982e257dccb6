//! Two selections side by side: who they are, and each question's figure of both.

mod cells;
mod design;
mod who;

use std::rc::Rc;

use survey::{Against, Comparison, Question, QuestionIx, Source, Survey, Tally};
use survey_stats::BaseRule;

use cells::{answered, gap, pair, small_bases};
use design::by_design;

use super::asked::Asked;
use super::chance::{Checked, Family};
use super::figure::{FigureView, Shape, not_available, nothing};
use super::order::order;
use super::pair::PairView;
use super::row::RowView;
use super::rows::rows;
use super::selection::Selection;
use super::sentence::{Sentence, caveat, empty_reason, part_of_base, predicate_of};
use super::standing::standing;
use super::table::{TableRow, TableView};
use super::uncertainty::Ranges;
use super::wording::count_of_base;
use crate::state::{Place, Uncertainty};
use crate::words::figure::{SIDES, spoken};
use crate::words::grammar::of;
use crate::words::{side_by_side as words, table as headed};

/// Who is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct SideBySideView {
    /// "A: 10 teams that have a clear definition", and the same of B.
    pub sides: [String; 2],
    /// What to mind of the comparison, a sentence each.
    pub notes: Vec<String>,
}

/// What the figures of two selections are made from.
pub(super) struct SideBySide<'a> {
    survey: &'a Survey,
    place: &'a Place,
    against: &'a Against,
    counts: Comparison,
    first: &'a Selection,
    second: Selection,
    family: Family,
}

impl<'a> SideBySide<'a> {
    pub(super) fn new(
        survey: &'a Survey,
        place: &'a Place,
        against: &'a Against,
        first: &'a Selection,
    ) -> Self {
        let draw = &survey.draws()[place.draw];
        let counts = draw.source().compare(&place.filter, against);
        let second = match against {
            Against::Filter(filter) => Selection::new(survey, draw.ids(), filter),
            Against::Others | Against::Everybody => Selection::default(),
        };
        // Of invented answers nothing is checked: how they go together is made up.
        let is_made_up = survey.about().provenance.is_invented();
        let family = Family::new(survey, &counts, &|ix, option| {
            is_made_up || by_design(survey, place, against, ix, option)
        });
        Self { survey, place, against, counts, first, second, family }
    }

    /// A question's figure of both sides.
    pub(super) fn figure(&self, ix: QuestionIx) -> Rc<FigureView> {
        let question = self.survey.codebook().question(ix);
        let source: &dyn Source = self.survey.draws()[self.place.draw].source();
        let order = order(self.survey, ix, source.total(ix));
        let asked = |side: usize| Asked {
            survey: self.survey,
            question: ix,
            selected: [&self.counts.first, &self.counts.second][side].size.unwrap_or_default(),
            selection: [self.first, &self.second][side],
            filter: &self.place.filter,
            other_set: None,
            // How sure one can be of a gap is said by its chance.
            uncertainty: Uncertainty::None,
            order: &order,
            picked: &|_| false,
        };
        let sides =
            [&self.counts.first, &self.counts.second].map(|side| &side.tallies[ix.position()]);
        let [Ok(first), Ok(second)] = sides else {
            return Rc::new(nothing(&asked(0), not_available(&question.label)));
        };
        let empty = [first, second].into_iter().position(|tally| tally.answered == 0);
        if let Some(side) = empty {
            let reason = if (self.counts.second.size, self.against) == (Ok(0), &Against::Others) {
                words::choose_some_first(&self.survey.about().respondent.other)
            } else {
                let nobody = empty_reason(&asked(side), [first, second][side]);
                words::of_side(side, &nobody)
            };
            return Rc::new(nothing(&asked(0), reason));
        }
        let tallies = [first, second];
        let of_first = asked(0);
        let standing = standing(self.survey, ix, None);
        let rows =
            rows(&of_first, first, Ranges::new(&of_first, first, false, &standing), &standing);
        let pairs: Vec<PairView> = rows.iter().map(|row| pair(row.option, tallies)).collect();
        let (finding, named) = if standing.is_real() {
            self.finding(question, ix, &asked(0), tallies)
        } else {
            (String::new(), None)
        };
        let table = self.table(question, ix, &rows, tallies);
        let all: Vec<String> = rows
            .iter()
            .zip(&pairs)
            .map(|(row, pair)| headed::answer_of(&row.label, &pair.at_the_end.join(", ")))
            .collect();
        let headline = match &named {
            Some(option) => {
                let noun = &self.survey.about().respondent.other;
                let parts = tallies.map(|tally| of(tally.counts[*option], tally.answered));
                words::headline(noun, &predicate_of(question, *option, 2), &parts)
            }
            None => question.label.clone(),
        };
        let view = nothing(&asked(0), String::new());
        Rc::new(FigureView {
            headline,
            spoken: spoken(&standing.spoken(&finding), "", &all),
            sentence: Sentence {
                caveat: caveat(&asked(0), &standing),
                finding,
                ..Sentence::default()
            },
            base_summary: words::both_answered(&answered(0, first), &answered(1, second)),
            base: first.answered,
            rows,
            shape: Shape::SideBySide(pairs),
            caution: small_bases(self.survey, tallies).join(" "),
            notes: view.notes,
            standing,
            table,
            ..nothing(&asked(0), String::new())
        })
    }

    /// Where the sides are furthest apart, and whether that could be chance.
    fn finding(
        &self,
        question: &Question,
        ix: QuestionIx,
        asked: &Asked,
        tallies: [&Tally; 2],
    ) -> (String, Option<usize>) {
        let by_design =
            |option: &usize| by_design(self.survey, self.place, self.against, ix, *option);
        if asked.order.iter().all(by_design) {
            return (words::by_design(&question.label), None);
        }
        let share = |side: usize, option: usize| {
            f64::from(tallies[side].counts[option]) / f64::from(tallies[side].answered)
        };
        let (mut widest, mut found) = (0.0, None);
        for &option in asked.order.iter().filter(|option| !by_design(option)) {
            let gap = (share(0, option) - share(1, option)).abs();
            // The other of two answers has the same gap, but for rounding: the first is said.
            if gap > widest + 1e-9 {
                (widest, found) = (gap, Some(option));
            }
        }
        let Some(option) = found else {
            return (words::no_answer_differs(&question.label), None);
        };
        let selections = [self.first, &self.second];
        let sizes = [&self.counts.first, &self.counts.second];
        let base = |side: usize| {
            let size = sizes[side].size.unwrap_or_default();
            selections[side].answered(self.survey, question, tallies[side], size, None)
        };
        let count = |side: usize| tallies[side].counts[option];
        let does = predicate_of(question, option, count(0));
        let whom = [0, 1].map(|side| self.side_phrase(side, &base(side)));
        let parts = [0, 1].map(|side| part_of_base(count(side), tallies[side].answered));
        let mut text =
            words::finding(whom.each_ref().map(|w| &**w), parts.each_ref().map(|p| &**p), &does);
        if let Some(checked) = self.family.of(ix, option) {
            text = format!("{text} {}", self.family.sentence(checked));
        }
        (text, Some(option))
    }

    fn table(
        &self,
        question: &Question,
        ix: QuestionIx,
        rows: &[RowView],
        tallies: [&Tally; 2],
    ) -> TableView {
        let checked = rows.iter().any(|row| self.family.of(ix, row.option).is_some());
        let points = tallies.iter().all(|t| BaseRule::of(t.answered).allows_percentage());
        let mut columns = [headed::ANSWER, SIDES[0], SIDES[1]].map(str::to_owned).to_vec();
        columns.extend(points.then(|| headed::GAP.to_owned()));
        columns.extend(checked.then(|| headed::AS_LARGE_BY_CHANCE.to_owned()));
        let row = |row: &RowView| {
            let option = row.option;
            let mut cells: Vec<String> =
                tallies.iter().map(|t| count_of_base(t.counts[option], t.answered)).collect();
            cells.extend(points.then(|| gap(option, tallies)));
            if checked {
                let checked = self.family.of(ix, option);
                cells.push(checked.map_or_else(String::new, Checked::cell));
            }
            TableRow { heading: row.label.clone(), cells, mark: None }
        };
        TableView {
            caption: headed::side_by_side(&question.label),
            columns,
            rows: rows.iter().map(row).collect(),
        }
    }
}
