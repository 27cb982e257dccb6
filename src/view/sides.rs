//! Two selections side by side: who they are, and each question's figure of both.

use std::rc::Rc;

use survey::stats::BaseRule;
use survey::{
    Against, Comparison, Filter, Pick, Provenance, Question, QuestionIx, Source, Survey, Tally,
};

use super::chance::Family;
use super::evidence::evidence;
use super::figure::{Asked, FigureView, Shape, not_available, nothing, order, rows};
use super::selection::{Base, Selection, those};
use super::sentence::{Sentence, caveat, does, nobody, some};
use super::table::{TableRow, TableView};
use super::uncertainty::Ranges;
use super::wording::{list, said, short, thousands};
use crate::state::{Place, Uncertainty};

/// Who is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct SidesView {
    /// "A: 10 teams that have a clear definition", and the same of B.
    pub sides: [String; 2],
    /// What to mind of the comparison, a sentence each.
    pub notes: Vec<String>,
}

/// One answer on both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct PairView {
    /// How many gave it on each side.
    pub counts: [u32; 2],
    /// Of how many.
    pub bases: [u32; 2],
    /// "A 9 of 10", as it stands at the bar's end.
    pub at_the_end: [String; 2],
}

/// What the figures of two selections are made from.
pub(super) struct Sides<'a> {
    survey: &'a Survey,
    place: &'a Place,
    against: &'a Against,
    counts: Comparison,
    first: &'a Selection,
    second: Selection,
    family: Family,
}

impl<'a> Sides<'a> {
    pub(super) fn new(
        survey: &'a Survey,
        place: &'a Place,
        against: &'a Against,
        first: &'a Selection,
    ) -> Self {
        let draw = &survey.draws[place.draw];
        let counts = draw.source().compare(&place.filter, against);
        let second = match against {
            Against::Filter(filter) => Selection::new(survey, draw.ids(), filter),
            Against::Others | Against::Everybody => Selection::default(),
        };
        let family = Family::new(survey, &counts, &|ix, option| {
            by_design(survey, place, against, ix, option)
        });
        Self { survey, place, against, counts, first, second, family }
    }

    /// How many the second side has.
    pub(super) fn second_size(&self) -> Option<u32> {
        self.counts.second.size.ok()
    }

    /// "compared with the 48 other teams".
    pub(super) fn heard(&self) -> String {
        match self.counts.second.size {
            Ok(size) => self.those(1, &self.second.base(size)),
            Err(no) => format!("B, which is {no}"),
        }
    }

    /// The respondents of a side: "the 48 other teams".
    fn those(&self, side: usize, base: &Base) -> String {
        let noun = &self.survey.about.respondent;
        let teams = noun.for_count(u64::from(base.count));
        let (n, words) = (thousands(base.count), base.words());
        match self.against {
            Against::Others if (side, base.count) == (1, 0) => format!("no other {teams}"),
            Against::Others if side == 1 => format!("the {n} other {teams}{words}"),
            Against::Everybody if side == 1 => format!("all {n} {teams}{words}"),
            _ => those(noun, base),
        }
    }

    /// Who is compared, and what to mind.
    pub(super) fn view(&self) -> SidesView {
        let size = |side: usize| [&self.counts.first, &self.counts.second][side].size;
        let words = |side: usize| match size(side) {
            Ok(size) => self.those(side, &[self.first, &self.second][side].base(size)),
            Err(no) => no.to_string(),
        };
        let mut notes: Vec<String> = [self.overlap(), self.kinds()].into_iter().flatten().collect();
        notes.push(
            "Bars show shares of those who answered, because the sides may differ in size."
                .to_owned(),
        );
        match self.family.size {
            0 => {}
            1 => notes.push("One gap on this page is checked for chance.".to_owned()),
            many => notes.push(format!(
                "{many} gaps on this page are checked for chance, and judged together: of many, \
                 some are large by chance."
            )),
        }
        if self.survey.about.provenance == Provenance::Synthetic && self.family.size > 0 {
            notes.push(
                "The answers are invented, so these checks show how one reads and nothing else."
                    .to_owned(),
            );
        }
        SidesView { sides: [words(0), words(1)], notes }
    }

    /// Who is on both sides, where anybody.
    fn overlap(&self) -> Option<String> {
        let (both, first) = (self.counts.both.size, self.counts.first.size);
        let noun = &self.survey.about.respondent;
        let Ok(both) = both else {
            return Some(
                "How many are in both is not available, so nothing is said of chance.".to_owned(),
            );
        };
        let teams = noun.for_count(u64::from(both));
        let whole = match (Ok(both) == first, Ok(both) == self.counts.second.size) {
            _ if both == 0 => return None,
            (true, true) => return Some(format!("A and B are the same {teams}.")),
            (true, false) => "all of A is in B".to_owned(),
            (false, true) => "all of B is in A".to_owned(),
            _ if both == 1 => format!("1 {teams} is in both"),
            _ => format!("{} {teams} are in both", thousands(both)),
        };
        Some(format!(
            "{}, so this is not a comparison of separate groups. The chance check allows for that.",
            super::wording::capitalised(&whole)
        ))
    }

    /// That the sides hold respondents of different kinds, where they do.
    fn kinds(&self) -> Option<String> {
        let (ix, question) = self.survey.codebook.iter().find(|(_, question)| question.peers)?;
        let sides = [&self.counts.first, &self.counts.second].map(|side| &side.tallies[ix.0]);
        let [Ok(first), Ok(second)] = sides else {
            return Some(format!(
                "“{}” is not available here: the sides may be of different kinds.",
                question.label
            ));
        };
        let kinds = |tally: &Tally| -> Vec<usize> {
            (0..tally.counts.len()).filter(|&option| tally.counts[option] > 0).collect()
        };
        let (in_first, in_second) = (kinds(first), kinds(second));
        let same = in_first.len() == 1 && in_first == in_second;
        let apart = in_first.iter().all(|kind| !in_second.contains(kind));
        let kinds_of = if apart { "are of different kinds" } else { "hold several kinds" };
        if same || first.answered == 0 || second.answered == 0 {
            return None;
        }
        let mix = |tally: &Tally| {
            let kinds: Vec<String> = kinds(tally)
                .into_iter()
                .map(|option| {
                    format!(
                        "{} {}",
                        question.options[option].label,
                        thousands(tally.counts[option])
                    )
                })
                .collect();
            list(&kinds)
        };
        Some(format!(
            "A and B {kinds_of}. By “{}”, A has {}; B has {}. A gap may be one between kinds.",
            question.label,
            mix(first),
            mix(second)
        ))
    }

    /// A question's figure of both sides.
    pub(super) fn figure(&self, ix: QuestionIx) -> Rc<FigureView> {
        let question = self.survey.codebook.question(ix);
        let source: &dyn Source = self.survey.draws[self.place.draw].source();
        let order = order(question, source.total(ix));
        let asked = |side: usize| Asked {
            survey: self.survey,
            question: ix,
            selected: [&self.counts.first, &self.counts.second][side].size.unwrap_or_default(),
            selection: [self.first, &self.second][side],
            everybody: false,
            // How sure one can be of a gap is said by its chance.
            uncertainty: Uncertainty::None,
            order: &order,
            picked: &|_| false,
        };
        let sides = [&self.counts.first, &self.counts.second].map(|side| &side.tallies[ix.0]);
        let [Ok(first), Ok(second)] = sides else {
            return Rc::new(nothing(&asked(0), not_available(&question.label)));
        };
        let empty = [first, second].into_iter().position(|tally| tally.answered == 0);
        if let Some(side) = empty {
            let reason = if (self.counts.second.size, self.against) == (Ok(0), &Against::Others) {
                "Everybody is in A, so there is nobody to compare with.".to_owned()
            } else {
                let nobody = nobody(&asked(side), [first, second][side]);
                format!("{}: {nobody}", ["A", "B"][side])
            };
            return Rc::new(nothing(&asked(0), reason));
        }
        let tallies = [first, second];
        let of_first = asked(0);
        let rows = rows(&of_first, first, Ranges::new(&of_first, first, false));
        let pairs: Vec<PairView> = rows.iter().map(|row| pair(row.option, tallies)).collect();
        let (finding, named) = self.finding(question, ix, &asked(0), tallies);
        let table = self.table(question, ix, &rows, tallies);
        let evidence = evidence(self.survey, ix, false);
        let all: Vec<String> = rows
            .iter()
            .zip(&pairs)
            .map(|(row, pair)| format!("{}: {}", row.label, pair.at_the_end.join(", ")))
            .collect();
        let headline = match &named {
            Some(option) => {
                let noun = &self.survey.about.respondent.other;
                format!("Widest gap: {noun} that {}", does(question, *option, 2))
            }
            None => question.label.clone(),
        };
        let named: Vec<usize> = named.into_iter().collect();
        let view = nothing(&asked(0), String::new());
        Rc::new(FigureView {
            headline,
            spoken: format!("{finding} All answers: {}.", all.join("; ")),
            sentence: Sentence {
                caveat: caveat(&asked(0), &named, false),
                finding,
                ..Sentence::default()
            },
            base_line: format!("{}. {}.", answered("A", first), answered("B", second)),
            base: first.answered,
            rows,
            shape: Shape::Sides(pairs),
            notes: [view.notes, small_bases(self.survey, tallies)].concat(),
            evidence,
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
            let label = &question.label;
            let text = format!(
                "The selections fix the answers to “{label}”, so a gap there is by design."
            );
            return (text, None);
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
            return (format!("No answer to “{}” differs between A and B.", question.label), None);
        };
        let selections = [self.first, &self.second];
        let sizes = [&self.counts.first, &self.counts.second];
        let base = |side: usize| {
            let size = sizes[side].size.unwrap_or_default();
            selections[side].answered(self.survey, question, tallies[side], size, None)
        };
        let count = |side: usize| tallies[side].counts[option];
        let does = does(question, option, count(0));
        let mut text = format!(
            "Of {} (A), {} {does}; of {} (B), {}.",
            self.those(0, &base(0)),
            some(count(0), tallies[0].answered),
            self.those(1, &base(1)),
            some(count(1), tallies[1].answered)
        );
        if let Some(checked) = self.family.of(ix, option) {
            text = format!("{text} {}", self.family.sentence(checked));
        }
        (text, Some(option))
    }

    fn table(
        &self,
        question: &Question,
        ix: QuestionIx,
        rows: &[super::RowView],
        tallies: [&Tally; 2],
    ) -> TableView {
        let checked = rows.iter().any(|row| self.family.of(ix, row.option).is_some());
        let points = tallies.iter().all(|t| BaseRule::of(t.answered).allows_percentage());
        let mut columns = vec!["Answer".to_owned(), "A".to_owned(), "B".to_owned()];
        columns.extend(points.then(|| "Gap".to_owned()));
        columns.extend(checked.then(|| "As large by chance".to_owned()));
        let row = |row: &super::RowView| {
            let option = row.option;
            let mut cells: Vec<String> =
                tallies.iter().map(|t| said(t.counts[option], t.answered)).collect();
            cells.extend(points.then(|| gap(option, tallies)));
            if checked {
                let checked = self.family.of(ix, option);
                cells.push(checked.map_or_else(String::new, super::chance::Checked::cell));
            }
            TableRow { heading: row.label.clone(), cells, mark: None }
        };
        TableView {
            caption: format!("{}: A and B", question.label),
            columns,
            rows: rows.iter().map(row).collect(),
        }
    }
}

/// Whether a side is selected by an answer, by another answer that rules it out, or by a question
/// that is put only to those who gave it.
fn by_design(
    survey: &Survey,
    place: &Place,
    against: &Against,
    ix: QuestionIx,
    option: usize,
) -> bool {
    let question = survey.codebook.question(ix);
    let names = |pick: &Pick| match *pick {
        Pick::Option(picked) => picked == option || !question.is_multiple(),
        Pick::Group(group) => question.options[option].group == Some(group),
    };
    let picks = |filter: &Filter| {
        let mut picked = filter.clauses().filter(|(_, clause)| !clause.picks().is_empty());
        picked.any(|(by, clause)| {
            by == ix && clause.picks().iter().any(names) || leads_to(survey, ix, by)
        })
    };
    picks(&place.filter) || matches!(against, Against::Filter(second) if picks(second))
}

/// Whether a question decides whom another is put to.
fn leads_to(survey: &Survey, before: QuestionIx, question: QuestionIx) -> bool {
    let routing = survey.codebook.question(question).asked_if.as_ref();
    routing.is_some_and(|routing| {
        routing.question == before || leads_to(survey, before, routing.question)
    })
}

fn pair(option: usize, tallies: [&Tally; 2]) -> PairView {
    let counts = tallies.map(|tally| tally.counts[option]);
    let bases = tallies.map(|tally| tally.answered);
    let at_the_end =
        [0, 1].map(|side| format!("{} {}", ["A", "B"][side], short(counts[side], bases[side])));
    PairView { counts, bases, at_the_end }
}

/// Percentage points between the exact shares, whole, halves up: rounded shares are not subtracted.
fn gap(option: usize, tallies: [&Tally; 2]) -> String {
    let [c1, c2] = tallies.map(|tally| u64::from(tally.counts[option]));
    let [n1, n2] = tallies.map(|tally| u64::from(tally.answered));
    let (one, two) = (c1 * n2, c2 * n1);
    let points = (200 * one.abs_diff(two) + n1 * n2) / (2 * n1 * n2);
    let side = if one > two { "A" } else { "B" };
    match points {
        _ if one == two => "none".to_owned(),
        0 => format!("under 1 point more in {side}"),
        1 => format!("1 point more in {side}"),
        several => format!("{several} points more in {side}"),
    }
}

fn answered(side: &str, tally: &Tally) -> String {
    let missing = match tally.not_answered() {
        0 => String::new(),
        some => format!("; {} did not answer", thousands(some)),
    };
    format!("{side}: {} answered{missing}", thousands(tally.answered))
}

fn small_bases(survey: &Survey, tallies: [&Tally; 2]) -> Vec<String> {
    let noun = &survey.about.respondent.other;
    let small = |side: usize| match BaseRule::of(tallies[side].answered) {
        BaseRule::CountsOnly => {
            Some(format!("Fewer than 20 {noun} of {} answered: no percentages.", ["A", "B"][side]))
        }
        BaseRule::SmallBase => Some(format!(
            "Only {} {noun} of {} answered: a small base.",
            tallies[side].answered,
            ["A", "B"][side]
        )),
        BaseRule::Nobody | BaseRule::Full => None,
    };
    [small(0), small(1)].into_iter().flatten().collect()
}
