//! From a place to an address.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use survey::{Against, Clause, Filter, Matching, Pick, Question, Survey};

use super::START;
use crate::state::{Place, Scale, Uncertainty};

/// What stands in a respondent's id as it is: letters, digits and what no part of the grammar uses.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// The address of a place, beginning with `#`.
pub fn write(place: &Place, survey: &Survey) -> String {
    let id = |question: survey::QuestionIx| survey.codebook().question(question).id.as_str();
    let mut parts = filter(&place.filter, "in", place.draw, survey);
    parts.extend(place.against.as_ref().map(|against| format!("vs={}", named(against))));
    if let Some(Against::Filter(second)) = &place.against {
        parts.extend(filter(second, "b", place.draw, survey));
    }
    parts.extend(place.by.map(|by| format!("by={}", id(by))));
    if place.scale == Scale::Percentage {
        parts.push("show=percentages".to_owned());
    }
    match place.uncertainty {
        Uncertainty::None => {}
        Uncertainty::Bounds => parts.push("uncertain=bounds".to_owned()),
        Uncertainty::Interval => parts.push("uncertain=interval".to_owned()),
    }
    if let (true, Some(draw)) = (place.draw > 0, survey.draws().get(place.draw)) {
        parts.push(format!("draw={}", utf8_percent_encode(&draw.id, PLAIN)));
    }
    parts.extend(place.figure.map(|figure| format!("figure={}", id(figure))));
    parts.extend(place.receipt.map(|receipt| format!("receipt={receipt}")));
    let screen = place.screen.id();
    let query = if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) };
    format!("{START}{screen}{query}")
}

/// How an address names whom a selection is compared with.
fn named(against: &Against) -> &'static str {
    match against {
        Against::Others => "others",
        Against::Everybody => "everybody",
        Against::Filter(_) => "own",
    }
}

/// The parts of a filter, each beginning with `key`.
fn filter(filter: &Filter, key: &str, draw: usize, survey: &Survey) -> Vec<String> {
    let mut parts = Vec::new();
    for (question, clause) in filter.clauses().filter(|(_, c)| !c.picks().is_empty()) {
        let question = survey.codebook().question(question);
        parts.push(format!("{key}.{}={}", question.id, picks(question, clause)));
    }
    if !filter.respondents().is_empty() {
        let ids = survey.draws().get(draw).map(survey::Draw::ids);
        let named = filter.respondents().iter();
        let named = named.filter_map(|&row| ids?.get(row as usize));
        let named: Vec<_> = named.map(|id| utf8_percent_encode(id, PLAIN).to_string()).collect();
        parts.push(format!("{key}={}", named.join(",")));
    }
    parts
}

fn picks(question: &Question, clause: &Clause) -> String {
    let ids = clause.picks().iter().map(|pick| match *pick {
        Pick::Option(option) => question.options[option].id.clone(),
        Pick::Group(group) => format!("@{}", question.groups[group].id),
    });
    let all = match clause.matching {
        Matching::All => "all:",
        Matching::Any => "",
    };
    format!("{all}{}", ids.collect::<Vec<_>>().join(","))
}
