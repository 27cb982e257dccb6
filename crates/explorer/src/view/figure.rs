//! A figure as plain data: one question's headline, rows, words and table.

use survey::QuestionIx;

use super::asked::{Asked, unweighted};
use super::breakdown::BreakdownView;
use super::pair::PairView;
use super::row::RowView;
use super::search::Search;
use super::sentence::Sentence;
use super::standing::StandingView;
use super::table::TableView;
use super::uncertainty::UncertaintyView;
use crate::words::figure as words;

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
    SideBySide(Vec<PairView>),
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
    pub base_summary: String,
    /// How many answered.
    pub base: u32,
    /// The answers, in the order they are shown.
    pub rows: Vec<RowView>,
    /// How the rows are drawn.
    pub shape: Shape,
    /// What to mind of the numbers before they are read; empty where there is nothing.
    pub caution: String,
    /// What else there is to know, a sentence each.
    pub notes: Vec<String>,
    /// Where its numbers come from.
    pub standing: StandingView,
    /// The figure in a sentence.
    pub sentence: Sentence,
    /// What its ranges are.
    pub uncertainty: UncertaintyView,
    /// The whole figure in words, for those who hear it.
    pub spoken: String,
    /// The figure as a table.
    pub table: TableView,
}

impl Shape {
    /// Whether there is anything to draw, and a table with it.
    pub fn is_drawn(&self) -> bool {
        match self {
            Self::Bars | Self::Stacked(_) | Self::Heat(_) | Self::SideBySide(_) => true,
            Self::Nothing(_) => false,
        }
    }
}

impl FigureView {
    /// Whether the headline says no more than the question's name, with or without its base.
    pub fn is_headed_by_label(&self) -> bool {
        self.headline.starts_with(&self.label)
    }

    /// What a breakdown or a comparison shows and its title does not say: where the groups are furthest
    /// apart. Empty where there is nothing to say.
    pub fn contrast(&self) -> &str {
        match self.shape {
            Shape::Bars | Shape::Nothing(_) => "",
            Shape::Stacked(_) | Shape::Heat(_) | Shape::SideBySide(_)
                if !self.standing.is_real() =>
            {
                ""
            }
            Shape::Stacked(_) | Shape::Heat(_) | Shape::SideBySide(_) => &self.sentence.finding,
        }
    }

    /// All there is to mind and to know, the most needed first.
    pub fn all_notes(&self) -> impl Iterator<Item = &str> {
        let caution = Some(self.caution.as_str()).filter(|caution| !caution.is_empty());
        caution.into_iter().chain(self.notes.iter().map(String::as_str))
    }

    /// Whether a search finds the question, its answers or what the figure says of them.
    pub fn matches(&self, search: &Search) -> bool {
        let own = [&self.headline, &self.label, &self.text];
        let answers = self.rows.iter().map(|row| &row.label);
        search.finds(own.into_iter().chain(answers).map(String::as_str))
    }
}

pub(super) fn nothing(asked: &Asked, reason: String) -> FigureView {
    let question = asked.question();
    FigureView {
        question: asked.question,
        id: question.id.clone(),
        headline: question.label.clone(),
        label: question.label.clone(),
        text: question.text.clone(),
        base_summary: String::new(),
        base: 0,
        rows: Vec::new(),
        sentence: Sentence { finding: reason.clone(), ..Sentence::default() },
        uncertainty: UncertaintyView::default(),
        spoken: reason.clone(),
        shape: Shape::Nothing(reason),
        caution: String::new(),
        notes: unweighted(asked.survey).into_iter().chain(question.note.clone()).collect(),
        standing: StandingView::default(),
        table: TableView::default(),
    }
}

pub(super) fn not_available(what: &str) -> String {
    words::not_available(what, &survey::NotAvailable.to_string())
}
