//! Where a figure's numbers come from, in words and marks. Which number stands how is decided in
//! [`Survey::standing`]; here it is only said.

use survey::{Filter, Provenance, PublishedFigure, QuestionIx, ShareStanding, Standing, Survey};
use survey_stats::percent;

use super::wording::{count_of_base, in_brackets};
use crate::words::{grammar, standing as words, table};

/// How a number is marked, wherever it is drawn or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Its count or its percentage was printed.
    Published,
    /// It follows from what was printed.
    WorkedOut,
    /// It was made up: it is drawn hollow.
    Invented,
    /// It is one of those that give nobody away; the others are not there.
    Protected,
}

/// A mark with its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareMark {
    /// How it looks.
    pub mark: Mark,
    /// What it says: "percentage published, count worked out".
    pub words: &'static str,
}

impl Mark {
    /// The look's name in style sheets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::WorkedOut => "worked-out",
            Self::Invented => "invented",
            Self::Protected => "protected",
        }
    }

    /// The mark with the word for it, where it is said of everything at once.
    pub fn alone(self) -> ShareMark {
        let words = match self {
            Self::Published => words::PUBLISHED,
            Self::WorkedOut => words::WORKED_OUT,
            Self::Invented => words::INVENTED,
            Self::Protected => words::PROTECTED,
        };
        ShareMark { mark: self, words }
    }
}

/// Where a figure's numbers come from. Empty for public answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StandingView {
    /// The mark of the whole figure, where all its numbers have the same.
    pub mark: Option<ShareMark>,
    /// Where they come from, in a sentence or two.
    pub sentence: String,
    /// The publications that the sentence names: title, and address where it can be read.
    pub sources: Vec<(String, Option<String>)>,
    /// The mark of each option's share.
    pub options: Vec<Option<ShareMark>>,
    /// Where each option's numbers come from.
    pub(super) shares: Vec<ShareStanding>,
}

impl StandingView {
    /// What a figure shows, with where its numbers come from unless all were counted.
    pub(super) fn spoken(&self, finding: &str) -> String {
        let said = [finding, &self.sentence];
        said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The sentence in pieces: the name of a publication, with its address where it can be read, and
    /// what stands before, between and after such names.
    pub fn linked(&self) -> Vec<(&str, Option<&str>)> {
        let (mut pieces, mut rest) = (Vec::new(), self.sentence.as_str());
        for (title, address) in &self.sources {
            if let Some((before, after)) = rest.split_once(title.as_str()) {
                pieces.extend([(before, None), (title, address.as_deref())]);
                rest = after;
            }
        }
        pieces.push((rest, None));
        pieces
    }

    /// Whether every number says something about those who answered: only then something may be
    /// claimed of them.
    pub(super) fn is_real(&self) -> bool {
        !self.options.iter().flatten().any(|share| share.mark == Mark::Invented)
    }
}

/// The mark of a share; none where answers are public, and need none.
pub fn share_mark(share: ShareStanding) -> Option<ShareMark> {
    match (share.count, share.percentage) {
        (Standing::Reported, _) => None,
        (Standing::Protected, _) => Some(Mark::Protected.alone()),
        (Standing::Invented, _) => Some(Mark::Invented.alone()),
        (Standing::Published, Standing::Published) => Some(Mark::Published.alone()),
        (Standing::Published, _) => {
            Some(ShareMark { mark: Mark::Published, words: words::COUNT_PUBLISHED })
        }
        (Standing::WorkedOut, Standing::Published) => {
            Some(ShareMark { mark: Mark::Published, words: words::PERCENTAGE_PUBLISHED })
        }
        (Standing::WorkedOut, _) => Some(Mark::WorkedOut.alone()),
    }
}

/// "19 of 51 (37%)" as far as it was printed: what was worked out is "about".
pub(super) fn share_in_words(share: ShareStanding, count: u32, base: u32) -> String {
    match (share.count, share.base, share.percentage) {
        (Standing::WorkedOut, _, Standing::Published) => percent(count, base).map_or_else(
            || words::about(count, base),
            |percent| words::percentage_first(percent, count, base),
        ),
        (Standing::WorkedOut, ..) => words::about(count, base) + &in_brackets(count, base),
        (Standing::Published, Standing::WorkedOut, _) => {
            words::of_about(count, base, &in_brackets(count, base))
        }
        _ => count_of_base(count, base),
    }
}

/// The same within a sentence: "89% (about 51 of 57)".
pub(super) fn share_in_a_sentence(share: ShareStanding, count: u32, base: u32) -> String {
    match (share.count, share.percentage, percent(count, base)) {
        (Standing::WorkedOut, Standing::Published, Some(percent)) => {
            words::percentage_with_count(percent, count, base)
        }
        _ => share_in_words(share, count, base),
    }
}

/// Where the numbers of a question come from, among those whom `filter` selects; without one, in a
/// breakdown or a comparison.
pub(super) fn standing(
    survey: &Survey,
    question: QuestionIx,
    filter: Option<&Filter>,
) -> StandingView {
    let options = &survey.codebook().question(question).options;
    let shares: Vec<ShareStanding> = match (filter, survey.about().provenance) {
        (Some(filter), _) => {
            (0..options.len()).map(|option| survey.standing(filter, question, option)).collect()
        }
        (None, provenance) => {
            (0..options.len()).map(|_| ShareStanding::of_parts(provenance)).collect()
        }
    };
    let marks: Vec<Option<ShareMark>> = shares.iter().copied().map(share_mark).collect();
    let first = marks.first().copied().flatten();
    let mark = first.filter(|_| marks.iter().all(|mark| *mark == first));
    let view = StandingView { mark, options: marks, shares, ..StandingView::default() };
    match survey.about().provenance {
        Provenance::Public => return view,
        Provenance::Confidential => {
            let sentence = words::protected(&survey.about().respondent.one);
            return StandingView { sentence, ..view };
        }
        Provenance::Synthetic => {}
    }
    let figures: Vec<Option<&PublishedFigure>> = (0..options.len())
        .map(|option| survey.figure_of(question, option).filter(|_| view.shares[option].is_real()))
        .collect();
    let sources = sources(survey, &figures);
    let sentence = match (&sources[..], filter) {
        ([], Some(filter)) if survey.selects_all_asked(filter, question) => {
            words::NOTHING_PUBLISHED.to_owned()
        }
        ([], _) => words::INVENTED_TOGETHER.to_owned(),
        _ => published(survey, question, &view.shares, &figures, &sources),
    };
    StandingView { sentence, sources, ..view }
}

/// The publications that the figures were printed in, each once.
fn sources(survey: &Survey, figures: &[Option<&PublishedFigure>]) -> Vec<(String, Option<String>)> {
    let mut sources: Vec<(String, Option<String>)> = Vec::new();
    for figure in figures.iter().flatten() {
        for publication in publications(survey, &figure.source) {
            if !sources.contains(&publication) {
                sources.push(publication);
            }
        }
    }
    sources
}

/// The publications that a source names, "; " between them: title, and address where it can be read.
pub(super) fn publications(survey: &Survey, source: &str) -> Vec<(String, Option<String>)> {
    let address = |title: &str| survey.about().address_of(title).map(str::to_owned);
    source.split("; ").map(|title| (title.to_owned(), address(title))).collect()
}

/// Above this number of answers what was printed is counted, not named.
const MOST_NAMED: usize = 2;

fn published(
    survey: &Survey,
    question: QuestionIx,
    shares: &[ShareStanding],
    figures: &[Option<&PublishedFigure>],
    sources: &[(String, Option<String>)],
) -> String {
    let titles: Vec<&str> = sources.iter().map(|(title, _)| title.as_str()).collect();
    let titles = titles.join("; ");
    let mut printed = Vec::new();
    for ((share, figure), option) in
        shares.iter().zip(figures).zip(&survey.codebook().question(question).options)
    {
        let number = match (figure, share.percentage, share.count) {
            (Some(figure), Standing::Published, _) => figure.percent.map(table::percent),
            (Some(figure), _, Standing::Published) => figure.count.map(grammar::thousands),
            _ => None,
        };
        printed.extend(number.map(|number| words::number_for(&number, &option.label)));
    }
    let said = match printed.len() {
        0 => {
            let statement = figures.iter().flatten().next().map_or("", |figure| &figure.statement);
            words::published_in_words(statement.trim_end_matches('.'), &titles)
        }
        many if many > MOST_NAMED => {
            let percentages =
                shares.iter().filter(|share| share.percentage == Standing::Published).count();
            words::published(&[words::numbers_for(many, percentages == many)], &titles)
        }
        _ => words::published(&printed, &titles),
    };
    // Words, or a percentage, were printed in the place of a count.
    let worked_out = shares.iter().any(|share| share.count == Standing::WorkedOut);
    said + if worked_out { words::COUNTS_WORKED_OUT } else { "" }
}
