//! What a survey has of what holders bring: counted, so that the search can't grow empty unseen.

use crate::survey::{Survey, has};

/// How many features there are.
pub(crate) const NAMES: usize = 29;

/// What a survey has.
pub(crate) fn features(survey: &Survey) -> Vec<&'static str> {
    let questions = &survey.questions;
    let routed_by = |multiple: bool| {
        questions.iter().any(|q| {
            q.asked_if.is_some_and(|(before, leads)| {
                leads.count_ones() > 1 && questions[before].multiple == multiple
            })
        })
    };
    let over_routing = |(before, _): (usize, u8)| questions[before].asked_if.is_some();
    let skips = survey.people().any(|rows| {
        (0..questions.len()).any(|q| rows.answers[q].is_none() && survey.is_asked(q, &rows.answers))
    });
    let many = survey.releases.len();
    let moves = |from: u8, to: u8| {
        let last = u8::try_from(many).unwrap();
        survey.people().any(|rows| {
            (1..last)
                .any(|r| [has(rows.releases, r - 1), has(rows.releases, r)] == [from == 1, to == 1])
        })
    };
    let groupings = questions.iter().filter(|q| q.grouping).count();
    let published_later = survey
        .releases
        .windows(2)
        .any(|pair| pair[0].withheld.iter().any(|table| !pair[1].withheld.contains(table)));
    let all: [(&str, bool); NAMES] = [
        ("several answers", questions.iter().any(|q| q.multiple)),
        ("“neither”, declared", questions.iter().any(|q| q.alone.is_some() && q.declared)),
        ("“neither”, not declared", questions.iter().any(|q| q.alone.is_some() && !q.declared)),
        ("unticked is blank", questions.iter().any(|q| q.blank)),
        ("asked after one of several answers", routed_by(false)),
        ("asked after one of several ticks", routed_by(true)),
        (
            "asked after what not all were asked",
            questions.iter().any(|q| q.asked_if.is_some_and(over_routing)),
        ),
        ("a routed grouping", questions.iter().any(|q| q.grouping && q.asked_if.is_some())),
        ("no grouping", groupings == 0),
        ("one grouping", groupings == 1),
        ("two groupings", groupings == 2),
        ("three groupings", groupings == 3),
        ("several blocks", survey.blocks.len() > 1),
        ("skips", skips),
        ("a merger", !survey.mergers.is_empty()),
        ("an answer that means another", !survey.implies.is_empty()),
        ("a table withheld", survey.releases.iter().any(|release| !release.withheld.is_empty())),
        ("a figure of before, signed", survey.figures.iter().any(|figure| figure.signed)),
        ("a figure of before, unsigned", survey.figures.iter().any(|figure| !figure.signed)),
        ("threshold 3 or 4", survey.threshold < 5),
        ("threshold 5", survey.threshold == 5),
        ("threshold 6 to 10", survey.threshold > 5),
        ("refuse", survey.refuse),
        ("two releases", many == 2),
        ("three releases", many == 3),
        ("newcomers", moves(0, 1)),
        ("leavers", moves(1, 0)),
        ("ids renamed", survey.releases.iter().any(|release| !release.renamed.is_empty())),
        ("a table withheld, then published", published_later),
    ];
    all.into_iter().filter(|(_, has)| *has).map(|(name, _)| name).collect()
}
