//! A question's filter: its answers with what picking each would bring.

use survey::{Available, Filter, Kind, Matching, Pick, Question, QuestionIx, Tally};

/// The filter of one question.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetView {
    /// The question.
    pub question: QuestionIx,
    /// Its id, for the elements' names on the page.
    pub id: String,
    /// Its short name.
    pub label: String,
    /// Whether it is offered before the others.
    pub prominent: bool,
    /// How its picks are matched; `None` where a respondent has one answer only, so that "all" of
    /// several would be nobody.
    pub matching: Option<Matching>,
    /// How many picks it has.
    pub picked: usize,
    /// The answers, or the groups that open to them.
    pub entries: Vec<FacetEntry>,
}

/// Something that can be picked.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetEntry {
    /// What a click picks.
    pub pick: Pick,
    /// The answer's or the group's words.
    pub label: String,
    /// How many picking it brings; `None` where that is not available.
    pub count: Option<u32>,
    /// Whether it is picked.
    pub picked: bool,
    /// A group's answers.
    pub within: Vec<FacetEntry>,
}

impl FacetEntry {
    /// Whether picking it would leave nobody.
    pub fn is_empty(&self) -> bool {
        self.count == Some(0)
    }
}

pub(super) fn facet(
    ix: QuestionIx,
    question: &Question,
    tally: &Available<Tally>,
    filter: &Filter,
) -> FacetView {
    let tally = tally.as_ref().ok();
    let option = |option: usize| FacetEntry {
        pick: Pick::Option(option),
        label: question.options[option].label.clone(),
        count: tally.map(|tally| tally.counts[option]),
        picked: filter.has(ix, Pick::Option(option)),
        within: Vec::new(),
    };
    // A protected source has no counts of groups and answers for none of them.
    let grouped = tally.is_none_or(|tally| tally.groups.len() == question.groups.len());
    let groups = if grouped { &question.groups[..] } else { &[] };
    let groups = groups.iter().enumerate().map(|(group, words)| FacetEntry {
        pick: Pick::Group(group),
        label: words.label.clone(),
        count: tally.map(|tally| tally.groups[group]),
        picked: filter.has(ix, Pick::Group(group)),
        within: question.options_of_group(group).map(option).collect(),
    });
    let alone = |position: &usize| !grouped || question.options[*position].group.is_none();
    let entries = groups.chain((0..question.options.len()).filter(alone).map(option));
    let clause = filter.clause(ix);
    FacetView {
        question: ix,
        id: question.id.clone(),
        label: question.label.clone(),
        prominent: question.prominent,
        matching: match question.kind {
            Kind::Single | Kind::Ordered => None,
            Kind::Multiple => Some(clause.map(|clause| clause.matching).unwrap_or_default()),
        },
        picked: clause.map_or(0, |clause| clause.picks().len()),
        entries: entries.collect(),
    }
}
