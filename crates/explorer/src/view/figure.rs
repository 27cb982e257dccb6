//! One question's figure.

use std::rc::Rc;

use survey::stats::BaseRule;
use survey::{Available, Breakdown, Kind, Phrase, Question, QuestionIx, Survey, Tally};

use super::breakdown::{BreakdownView, breakdown_table, breakdown_view};
use super::evidence::{EvidenceView, evidence};
use super::headline::headline;
use super::selection::{Base, Selection, led_here};
use super::sentence::{Sentence, caveat, contrast, finding, nobody};
use super::sides::PairView;
use super::table::{TableRow, TableView};
use super::uncertainty::{RangeView, Ranges, UncertaintyView};
use super::wording::{capitalised, counted, list, said, short};
use crate::state::Uncertainty;

/// How a figure is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A bar for each answer.
    Bars,
    /// A stacked bar for each part of the breakdown.
    Stacked(BreakdownView),
    /// A cell for each answer in each part of the breakdown: answers that go together can't be
    /// stacked.
    Heat(BreakdownView),
    /// Two bars for each answer: two selections side by side.
    Sides(Vec<PairView>),
    /// Nothing to draw: a sentence says why.
    Nothing(String),
}

/// One question's figure with everything that goes with it.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureView {
    /// The question.
    pub question: QuestionIx,
    /// The question's id: the figure's anchor on the page.
    pub id: String,
    /// What the counts show.
    pub headline: String,
    /// The question's short name.
    pub label: String,
    /// The question as it was put.
    pub text: String,
    /// Who answered, who did not, who was not asked.
    pub base_line: String,
    /// How many answered.
    pub base: u32,
    /// The answers, in the order they are shown.
    pub rows: Vec<RowView>,
    /// How the rows are drawn.
    pub shape: Shape,
    /// What to mind, a sentence each.
    pub notes: Vec<String>,
    /// What is real.
    pub evidence: EvidenceView,
    /// The figure in a sentence.
    pub sentence: Sentence,
    /// What its ranges are.
    pub uncertainty: UncertaintyView,
    /// The whole figure in words, for those who hear it.
    pub spoken: String,
    /// The figure as a table.
    pub table: TableView,
}

impl FigureView {
    /// Whether the question or one of its answers contains a text; of the letters a to z in any case.
    pub fn matches(&self, search: &str) -> bool {
        let search = search.trim().to_ascii_lowercase();
        [&self.label, &self.text]
            .into_iter()
            .chain(self.rows.iter().map(|row| &row.label))
            .any(|text| text.to_ascii_lowercase().contains(&search))
    }
}

/// One answer's counts.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    /// The option's position in the codebook.
    pub option: usize,
    /// The answer.
    pub label: String,
    /// How many gave it.
    pub count: u32,
    /// "19 of 51 (37%)".
    pub said: String,
    /// The same as short as it can be, for a bar's end: a small base is flagged above the bars.
    pub at_the_end: String,
    /// How far off the share may be, where that was asked for and can be said.
    pub range: Option<RangeView>,
    /// Whether the filter picks it.
    pub picked: bool,
}

/// What a figure is made from, besides the counts.
pub(super) struct Asked<'a> {
    pub(super) survey: &'a Survey,
    pub(super) question: QuestionIx,
    /// How many are selected.
    pub(super) selected: u32,
    /// What they have in common.
    pub(super) selection: &'a Selection,
    /// Whether they are everybody.
    pub(super) everybody: bool,
    /// How it is shown that shares may be off.
    pub(super) uncertainty: Uncertainty,
    /// The order of the answers, by position.
    pub(super) order: &'a [usize],
    /// Whether the filter picks an option.
    pub(super) picked: &'a dyn Fn(usize) -> bool,
}

impl Asked<'_> {
    pub(super) fn question(&self) -> &Question {
        self.survey.codebook.question(self.question)
    }

    pub(super) fn noun(&self) -> &Phrase {
        &self.survey.about.respondent
    }

    /// Whether the answers are told only in tables, where who is asked is who answered.
    pub(super) fn protected(&self) -> bool {
        self.survey.about.provenance == survey::Provenance::Confidential
    }

    /// Whom a share of a tally is of.
    pub(super) fn base(&self, tally: &Tally) -> Base {
        self.selection.answered(self.survey, self.question(), tally, self.selected, None)
    }
}

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
        let reason = nobody(asked, tally);
        return Rc::new(FigureView { base_line: reason.clone(), ..nothing(asked, reason) });
    }
    let ranges = Ranges::new(asked, tally, by.is_some());
    let rows = rows(asked, tally, ranges);
    let whole = asked.everybody && by.is_none();
    let evidence = evidence(asked.survey, asked.question, whole);
    let mut notes = notes(question, tally, noun);
    let (mut found, mut named) = finding(asked, tally);
    let mut compared = false;
    let (shape, table) = match by {
        None => (Shape::Bars, plain_table(asked, tally, &rows, &evidence, ranges)),
        Some((by, Ok(parts))) => {
            let by_question = asked.survey.codebook.question(by);
            if let Some(contrast) = contrast(asked, by_question, parts) {
                ((found, named), compared) = (contrast, true);
            } else {
                let noun = &noun.other;
                found = format!("{found} Groups of fewer than 10 {noun} are not compared.");
            }
            let view = breakdown_view(asked, by, parts, &rows, ranges);
            notes.extend(view.note.clone());
            let table = breakdown_table(question, &view, &rows);
            let shape =
                if question.is_multiple() { Shape::Heat(view) } else { Shape::Stacked(view) };
            (shape, table)
        }
        Some((by, Err(_))) => {
            let by = &asked.survey.codebook.question(by).label;
            let reason = not_available(&format!("{}” by “{by}", question.label));
            return Rc::new(nothing(asked, reason));
        }
    };
    // A finding on parts names no share of the whole.
    let range = if compared { String::new() } else { ranges.sentence(&rows, &named) };
    Rc::new(FigureView {
        headline: headline(question, tally, noun),
        spoken: spoken(&found, &range, &shape, &rows, &table),
        sentence: Sentence {
            caveat: caveat(asked, &named, asked.everybody && !compared),
            finding: found,
            range,
        },
        uncertainty: ranges.view(tally),
        base_line: base_line(question, asked, tally),
        base: tally.answered,
        rows,
        shape,
        notes,
        evidence,
        table,
        ..nothing(asked, String::new())
    })
}

/// Answers that have no order of their own stand by how often all respondents gave them: `total` is
/// of everybody, so that the order stays the same whatever is selected. Where it is not told, the
/// codebook's order tells nothing of it either.
pub(super) fn order(question: &Question, total: Available<&Tally>) -> Vec<usize> {
    match total {
        Ok(total) if question.is_multiple() => by_count(&total.counts),
        _ => (0..question.options.len()).collect(),
    }
}

/// Positions from the highest count to the lowest; the codebook's order breaks ties. Counts are few:
/// a library's sort would weigh more than it saves.
pub(super) fn by_count(counts: &[u32]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(counts.len());
    for (position, count) in counts.iter().enumerate() {
        let place = order.iter().position(|&before| counts[before] < *count);
        order.insert(place.unwrap_or(order.len()), position);
    }
    order
}

pub(super) fn nothing(asked: &Asked, reason: String) -> FigureView {
    let question = asked.question();
    FigureView {
        question: asked.question,
        id: question.id.clone(),
        headline: question.label.clone(),
        label: question.label.clone(),
        text: question.text.clone(),
        base_line: String::new(),
        base: 0,
        rows: Vec::new(),
        sentence: Sentence { finding: reason.clone(), ..Sentence::default() },
        uncertainty: UncertaintyView::default(),
        spoken: reason.clone(),
        shape: Shape::Nothing(reason),
        notes: question.note.iter().cloned().collect(),
        evidence: EvidenceView::default(),
        table: TableView::default(),
    }
}

pub(super) fn not_available(what: &str) -> String {
    format!("“{what}” is {}.", survey::NotAvailable)
}

pub(super) fn rows(asked: &Asked, tally: &Tally, ranges: Ranges) -> Vec<RowView> {
    let options = &asked.survey.codebook.question(asked.question).options;
    let row = |&option: &usize| RowView {
        option,
        label: options[option].label.clone(),
        count: tally.counts[option],
        said: said(tally.counts[option], tally.answered),
        at_the_end: short(tally.counts[option], tally.answered),
        range: ranges.of(tally.counts[option], tally.answered),
        picked: (asked.picked)(option),
    };
    asked.order.iter().map(row).collect()
}

fn base_line(question: &Question, asked: &Asked, tally: &Tally) -> String {
    let noun = &asked.survey.about.respondent;
    let flag =
        if BaseRule::of(tally.answered) == BaseRule::SmallBase { " (a small base)" } else { "" };
    let mut parts = vec![format!("{} answered{flag}", counted(tally.answered, noun))];
    if tally.not_answered() > 0 {
        parts.push(format!("{} did not answer", tally.not_answered()));
    }
    let not_asked = asked.selected.saturating_sub(tally.asked);
    if let (Some(routing), true) = (&question.asked_if, not_asked > 0 && !asked.protected()) {
        let verb = if not_asked == 1 { "was" } else { "were" };
        parts.push(format!(
            "{not_asked} {verb} not asked: this was put only to {} that {}",
            noun.other,
            led_here(asked.survey, routing, 2)
        ));
    }
    format!("{}.", parts.join("; "))
}

fn notes(question: &Question, tally: &Tally, noun: &Phrase) -> Vec<String> {
    let mut notes: Vec<String> = question.note.iter().cloned().collect();
    if question.kind == Kind::Multiple {
        notes.push(format!(
            "Each {} could give several answers, so the counts can add up to more than the base.",
            noun.one
        ));
    }
    match BaseRule::of(tally.answered) {
        BaseRule::CountsOnly => notes
            .push(format!("Fewer than 20 {} answered, so no percentages are shown.", noun.other)),
        BaseRule::SmallBase => notes.push(format!(
            "Only {} answered: one {} more or less moves a percentage by about {} points.",
            counted(tally.answered, noun),
            noun.one,
            (100 + tally.answered / 2) / tally.answered
        )),
        BaseRule::Nobody | BaseRule::Full => {}
    }
    notes
}

fn plain_table(
    asked: &Asked,
    tally: &Tally,
    rows: &[RowView],
    evidence: &EvidenceView,
    ranges: Ranges,
) -> TableView {
    let question = asked.survey.codebook.question(asked.question);
    let noun = &asked.survey.about.respondent;
    let with_percent = BaseRule::of(tally.answered).allows_percentage();
    let mut columns = vec!["Answer".to_owned(), capitalised(&noun.other), "Of".to_owned()];
    if with_percent {
        columns.push("Percentage".to_owned());
    }
    if rows.iter().any(|row| row.range.is_some()) {
        columns.extend(ranges.columns().iter().map(|&heading| heading.to_owned()));
    }
    let row = |row: &RowView| {
        let mut cells =
            vec![super::wording::thousands(row.count), super::wording::thousands(tally.answered)];
        if with_percent {
            let percent = survey::stats::percent(row.count, tally.answered);
            cells.push(percent.map_or_else(String::new, |percent| format!("{percent}%")));
        }
        cells.extend(row.range.iter().flat_map(|range| range.cells.clone()));
        TableRow { heading: row.label.clone(), cells, mark: evidence.options[row.option] }
    };
    TableView {
        caption: format!("{}: {} that gave each answer", question.label, noun.other),
        columns,
        rows: rows.iter().map(row).collect(),
    }
}

fn spoken(
    finding: &str,
    range: &str,
    shape: &Shape,
    rows: &[RowView],
    table: &TableView,
) -> String {
    let said: Vec<String> = match shape {
        Shape::Nothing(_) | Shape::Sides(_) => return finding.to_owned(),
        Shape::Bars => rows
            .iter()
            .map(|row| {
                let range = row.range.as_ref().map_or("", |range| range.said.as_str());
                let comma = if range.is_empty() { "" } else { ", " };
                format!("{}: {}{comma}{range}", row.label, row.said)
            })
            .collect(),
        Shape::Stacked(_) | Shape::Heat(_) => table
            .rows
            .iter()
            .map(|row| {
                let cells = table.columns[1..].iter().zip(&row.cells);
                let cells: Vec<String> =
                    cells.map(|(part, cell)| format!("{part} {cell}")).collect();
                format!("{}: {}", row.heading, list(&cells))
            })
            .collect(),
    };
    let range = if range.is_empty() { String::new() } else { format!(" {range}") };
    format!("{finding}{range} All answers: {}.", said.join("; "))
}
