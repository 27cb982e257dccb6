//! One question's figure of one selection, made from its counts.

mod notes;
mod spoken;
mod table;

use std::rc::Rc;

use survey::limits::SMALLEST_FOR_WORDS;
use survey::{Available, Breakdown, Kind, QuestionIx, Tally};
use survey_stats::SMALLEST_FOR_PERCENTAGES;

use notes::{base_summary, caution, notes};
use spoken::spoken;
use table::plain_table;

use super::asked::Asked;
use super::breakdown::{breakdown_table, breakdown_view};
use super::figure::{FigureView, Shape, not_available, nothing};
use super::headline::{headline, headline_by};
use super::rows::rows;
use super::sentence::{Sentence, caveat, contrast, empty_reason, finding};
use super::standing::standing;
use super::uncertainty::Ranges;
use crate::words::figure as words;

/// More answers than these can't be told apart by the looks of their segments.
const MOST_STACKED: usize = 12;

/// The figure of a question; `by` is the question it is broken down by, with its counts.
pub(super) fn figure(
    asked: &Asked,
    tally: &Available<Tally>,
    by: Option<(QuestionIx, &Available<Breakdown>)>,
) -> Rc<FigureView> {
    let (question, noun) = (asked.question(), asked.noun());
    let Ok(tally) = tally else {
        return Rc::new(nothing(asked, not_available(&question.label)));
    };
    if tally.answered == 0 {
        let reason = empty_reason(asked, tally);
        return Rc::new(FigureView { base_summary: reason.clone(), ..nothing(asked, reason) });
    }
    let standing = standing(asked.survey, asked.question, by.is_none().then_some(asked.filter));
    let ranges = Ranges::new(asked, tally, by.is_some(), &standing);
    let rows = rows(asked, tally, ranges, &standing);
    let mut notes = notes(asked);
    let mut caution = caution(tally, noun);
    let mut found = finding(asked, tally, &standing);
    let mut compared = false;
    let (shape, table) = match by {
        None => (Shape::Bars, plain_table(asked, tally, &rows, ranges)),
        Some((by, Ok(parts))) => {
            let by_question = asked.survey.codebook().question(by);
            let contrast = contrast(asked, by_question, parts).filter(|_| standing.is_real());
            if let Some(contrast) = contrast {
                (found, compared) = (contrast, true);
            } else if standing.is_real() {
                found.text += &words::groups_not_compared(SMALLEST_FOR_WORDS, &noun.other);
            }
            let view = breakdown_view(asked, by, parts, &rows, ranges);
            notes.extend(view.note.clone());
            let table = breakdown_table(question, &noun.other, &view, &rows);
            if !view.allow_percentages() {
                let why = words::counts_are_drawn(SMALLEST_FOR_PERCENTAGES, &noun.other);
                caution = caution.or(Some(why));
            }
            let shape = match question.kind {
                Kind::Single | Kind::Ordered if rows.len() <= MOST_STACKED => Shape::Stacked(view),
                Kind::Single | Kind::Ordered | Kind::Multiple => Shape::Heat(view),
            };
            (shape, table)
        }
        Some((by, Err(_))) => {
            let by = &asked.survey.codebook().question(by).label;
            let no = survey::NotAvailable.to_string();
            let reason = words::breakdown_not_available(&question.label, by, &no);
            return Rc::new(nothing(asked, reason));
        }
    };
    // A finding on parts names no share of the whole.
    let range = if compared { String::new() } else { ranges.sentence(&rows, &found.named) };
    Rc::new(FigureView {
        headline: by.map_or_else(
            || headline(asked, tally, &standing),
            |(by, _)| headline_by(asked, tally, asked.survey.codebook().question(by)),
        ),
        spoken: spoken(&standing.spoken(&found.text), &range, &shape, &rows, &table),
        sentence: Sentence { caveat: caveat(asked, &standing), finding: found.text, range },
        uncertainty: ranges.view(tally),
        base_summary: base_summary(question, asked, tally, &standing.shares),
        caution: caution.unwrap_or_default(),
        base: tally.answered,
        rows,
        shape,
        notes,
        standing,
        table,
        ..nothing(asked, String::new())
    })
}
