//! One question's figure of one selection, made from its counts.

mod notes;
mod spoken;
mod table;

use std::rc::Rc;

use survey::limits::SMALLEST_FOR_WORDS;
use survey::{Available, Breakdown, Kind, QuestionIx, Tally};
use survey_stats::SMALLEST_FOR_PERCENTAGES;

use notes::{base_summary, notes};
use spoken::spoken;
use table::plain_table;

use super::asked::Asked;
use super::breakdown::{breakdown_table, breakdown_view};
use super::evidence::evidence;
use super::figure::{FigureView, Shape, not_available, nothing};
use super::headline::headline;
use super::rows::rows;
use super::sentence::{Sentence, caveat, contrast, empty_reason, finding};
use super::uncertainty::Ranges;

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
    let ranges = Ranges::new(asked, tally, by.is_some());
    let rows = rows(asked, tally, ranges);
    let whole = asked.everybody && by.is_none();
    let evidence = evidence(asked.survey, asked.question, whole);
    let mut notes = notes(question, tally, noun);
    let mut found = finding(asked, tally);
    let mut compared = false;
    let (shape, table) = match by {
        None => (Shape::Bars, plain_table(asked, tally, &rows, &evidence, ranges)),
        Some((by, Ok(parts))) => {
            let by_question = asked.survey.codebook().question(by);
            if let Some(contrast) = contrast(asked, by_question, parts) {
                (found, compared) = (contrast, true);
            } else {
                let noun = &noun.other;
                found.text = format!(
                    "{} Groups of fewer than {SMALLEST_FOR_WORDS} {noun} are not compared.",
                    found.text
                );
            }
            let view = breakdown_view(asked, by, parts, &rows, ranges);
            notes.extend(view.note.clone());
            let table = breakdown_table(question, &view, &rows);
            let shape = match question.kind {
                Kind::Single | Kind::Ordered => {
                    if !view.allow_percentages() {
                        notes.push(format!(
                            "A group has fewer than {SMALLEST_FOR_PERCENTAGES} {} that answered, \
                             so bars show counts.",
                            noun.other
                        ));
                    }
                    Shape::Stacked(view)
                }
                Kind::Multiple => Shape::Heat(view),
            };
            (shape, table)
        }
        Some((by, Err(_))) => {
            let by = &asked.survey.codebook().question(by).label;
            let reason = not_available(&format!("{}” by “{by}", question.label));
            return Rc::new(nothing(asked, reason));
        }
    };
    // A finding on parts names no share of the whole.
    let range = if compared { String::new() } else { ranges.sentence(&rows, &found.named) };
    Rc::new(FigureView {
        headline: headline(asked, tally),
        spoken: spoken(&found.text, &range, &shape, &rows, &table),
        sentence: Sentence {
            caveat: caveat(asked, &found.named, found.ranks, asked.everybody && !compared),
            finding: found.text,
            range,
        },
        uncertainty: ranges.view(tally),
        base_summary: base_summary(question, asked, tally),
        base: tally.answered,
        rows,
        shape,
        notes,
        evidence,
        table,
        ..nothing(asked, String::new())
    })
}
