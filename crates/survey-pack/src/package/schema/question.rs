//! Fields made into questions.

use std::collections::HashMap;

use survey::{AnswerOption, Kind, OptionGroup, Phrase, Question, QuestionIx, Routing};

use super::{Cells, Draft, Field, Tick};
use crate::json::Part;
use crate::package::descriptor::{AskedIf, QuestionEntry};
use crate::problem::{Problems, suggest};

/// A field whose cells each hold one of its categories.
pub(super) fn choice<'a>(field: Field, part: &Part<'a>, problems: &mut Problems) -> Draft<'a> {
    let values: Vec<String> =
        field.categories.iter().map(|category| category.value().text()).collect();
    for value in field.survey.options.keys().filter(|value| !values.contains(value)) {
        let fix = suggest(value, values.iter().map(String::as_str));
        let what = "“survey.options” names no category of the field";
        problems.add(part.problem(what, fix).column(&field.name).value(value));
    }
    let option = |(category, value): (&super::Category, &String)| {
        let more = field.survey.options.get(value);
        AnswerOption {
            id: more.and_then(|more| more.id.clone()).unwrap_or_else(|| id_of(value)),
            label: category.label(),
            says: more.and_then(|more| more.says.clone()).map(Phrase::from),
            group: None,
            off_scale: more.is_some_and(|more| more.off_scale),
        }
    };
    let question = Question {
        id: field.survey.question.clone().unwrap_or_else(|| id_of(&field.name)),
        label: field.title.clone().unwrap_or_else(|| field.name.clone()),
        text: field.description.clone().unwrap_or_else(|| field.name.clone()),
        kind: field.kind(),
        options: field.categories.iter().zip(&values).map(option).collect(),
        groups: Vec::new(),
        asked_if: None,
        grouping: field.survey.grouping,
        prominent: field.survey.prominent,
        peers: field.survey.peers,
        note: field.survey.note,
    };
    let options: HashMap<String, usize> =
        values.iter().enumerate().map(|(position, value)| (value.clone(), position)).collect();
    if options.len() < values.len() {
        let fix = "Delete one of them.";
        problems.add(part.problem("two categories have the same value", fix).column(&field.name));
    }
    let cells = Cells::Choice { column: field.name, options, values };
    Draft { question, cells, asked_if: field.survey.asked_if, part: part.clone() }
}

/// A question of several columns, before any of them.
pub(super) fn new_multiple<'a>(entry: &QuestionEntry, part: &Part<'a>) -> Draft<'a> {
    let groups = entry.groups.iter().map(|group| OptionGroup {
        id: group.id.clone(),
        label: group.label.clone(),
        description: group.description.clone(),
    });
    let question = Question {
        id: entry.id.clone(),
        label: entry.label.clone(),
        text: entry.text.clone(),
        kind: Kind::Multiple,
        options: Vec::new(),
        groups: groups.collect(),
        asked_if: None,
        grouping: entry.grouping,
        prominent: entry.prominent,
        peers: entry.peers,
        note: entry.note.clone(),
    };
    let cells = Cells::Ticks { columns: Vec::new(), unticked: entry.unticked };
    Draft { question, cells, asked_if: entry.asked_if.clone(), part: part.clone() }
}

/// Adds the column of one option to its question.
pub(super) fn tick(field: &Field, part: &Part<'_>, draft: &mut Draft<'_>, problems: &mut Problems) {
    let block = &field.survey;
    let shown = [block.grouping, block.prominent, block.peers];
    if block.asked_if.is_some() || block.note.is_some() || shown.contains(&true) {
        let what = "a column of one option can't say who is asked, nor how the question is shown";
        let fix = "Say it once, in the package's “survey.questions”.";
        problems.add(part.problem(what, fix).column(&field.name));
    }
    let group = block.group.as_ref().and_then(|id| {
        let found = draft.question.group(id);
        if found.is_none() {
            let fix = suggest(id, draft.question.groups.iter().map(|group| group.id.as_str()));
            let what = "the question has no such group";
            problems.add(part.problem(what, fix).column(&field.name).value(id));
        }
        found
    });
    draft.question.options.push(AnswerOption {
        id: block.option.clone().unwrap_or_default(),
        label: field.title.clone().unwrap_or_else(|| field.name.clone()),
        says: block.says.clone().map(Phrase::from),
        group,
        off_scale: false,
    });
    if let Cells::Ticks { columns, .. } = &mut draft.cells {
        columns.push(Tick {
            column: field.name.clone(),
            exclusive: block.exclusive,
            yes: field.true_values.clone(),
            no: field.false_values.clone(),
        });
    }
}

/// Who is asked, by position among the questions before.
pub(super) fn routing(
    asked_if: &AskedIf,
    earlier: &[Question],
    part: &Part<'_>,
    problems: &mut Problems,
) -> Option<Routing> {
    let Some(ix) = QuestionIx::find(earlier, &asked_if.question) else {
        let fix = suggest(&asked_if.question, earlier.iter().map(|question| question.id.as_str()));
        let what = "“asked_if” names no question whose column stands before";
        problems.add(part.problem(what, fix).value(&asked_if.question));
        return None;
    };
    let question = &earlier[ix.position()];
    let find = |id: &String| {
        let found = question.option(id);
        if found.is_none() {
            let fix = suggest(id, question.options.iter().map(|option| option.id.as_str()));
            let what = format!("“asked_if” names no answer of question “{}”", question.id);
            problems.add(part.problem(what, fix).value(id));
        }
        found
    };
    let any_of: Vec<usize> = asked_if.any_of.iter().filter_map(find).collect();
    (any_of.len() == asked_if.any_of.len()).then_some(Routing { question: ix, any_of })
}

/// An id made of words: “Yes, very rude” becomes `yes-very-rude`.
fn id_of(words: &str) -> String {
    let mut id = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() || c == '_' {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    id
}

#[cfg(test)]
mod tests {
    use super::id_of;

    #[test]
    fn ids_are_made_of_words() {
        let cases = [
            ("uses_tic", "uses_tic"),
            ("Yes, very rude", "yes-very-rude"),
            ("> 60", "60"),
            ("$100,000 - $149,999", "100-000-149-999"),
            ("«é»", ""),
        ];
        for (words, id) in cases {
            assert_eq!(id_of(words), id, "{words}");
        }
    }
}
