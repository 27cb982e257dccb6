//! The reader's answers as a file on their own disk, and back: plain text, so that anybody can open
//! it and see that it holds the answers and nothing else.
//!
//! ```text
//! Answers saved by the findings explorer, version 1
//! survey: tic-2022
//!
//! name: Anytown
//! authority_type: unitary
//! activities: training, screening
//! obstacles:
//! ```
//!
//! A line for each answered question, by ids, so that the file outlives a reordered codebook; one
//! with nothing behind it is "none of these". A line `name:` begins the next respondent.

use survey::{Codebook, QuestionIx, Survey};

use super::{Entry, MOST, Notice, Own, OwnAction};
use crate::words::compare as words;

/// The element that opens a file.
pub const OPEN_ID: &str = "open-answers";

const FIRST_LINE: &str = "Answers saved by the findings explorer, version ";
const VERSION: &str = "1";
const NAME: &str = "name";

/// The file's text: everything that counts of what was answered.
pub fn save(own: &Own, survey: &Survey) -> String {
    let codebook = survey.codebook();
    let mut text = format!("{FIRST_LINE}{VERSION}\nsurvey: {}\n", survey.about().name);
    let mut line = |key: &str, value: &str| {
        for part in [key, ": ", value, "\n"] {
            text.push_str(part);
        }
    };
    for entry in &own.entries {
        line(NAME, &entry.name.replace(char::is_control, " "));
        for (ix, question) in codebook.iter() {
            if let Some(chosen) = entry.response.answer(codebook, ix) {
                let ids: Vec<&str> =
                    chosen.iter().map(|option| question.options[*option].id.as_str()).collect();
                line(&question.id, &ids.join(", "));
            }
        }
    }
    text
}

/// The name to save under.
pub fn file_name(survey: &Survey) -> String {
    format!("answers-{}.txt", survey.about().name)
}

/// What becomes of a file that the reader opened: its answers beside those that are there, or a
/// sentence on why not. `None` is a file that could not be read as text. Answers that this version
/// of the survey does not have are left out, and the reader is told which; otherwise a file is
/// opened whole or not at all.
pub fn open(text: Option<&str>, own: &Own, survey: &Survey) -> OwnAction {
    match opened(text.unwrap_or_default(), own, survey) {
        Ok((entries, notice)) => OwnAction::Open(entries, Notice::Done(notice)),
        Err(why) => OwnAction::Tell(Notice::Failed { why, at: OPEN_ID.to_owned() }),
    }
}

fn opened(text: &str, own: &Own, survey: &Survey) -> Result<(Vec<Entry>, String), String> {
    // Some editors put a mark before the first letter.
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    let version = lines
        .next()
        .and_then(|line| line.strip_prefix(FIRST_LINE))
        .ok_or(words::NO_SAVED_ANSWERS)?;
    if version != VERSION {
        return Err(words::OTHER_VERSION.into());
    }
    let mut lines = lines
        .filter(|line| !line.is_empty())
        .map(|line| line.split_once(':').map_or((line, ""), |(key, value)| (key, value.trim())));
    let name = &survey.about().name;
    match lines.next() {
        Some(("survey", survey)) if survey == name => {}
        Some(("survey", other)) => {
            return Err(words::other_survey(other, name));
        }
        _ => return Err(words::NO_SURVEY_NAMED.into()),
    }
    let (entries, left_out) = entries(lines, survey.codebook());
    let (many, noun) = (entries.len(), &survey.about().respondent);
    if many == 0 {
        return Err(words::NO_ANSWERS.into());
    }
    let held = if own.is_blank() { 0 } else { own.entries.len() };
    if many + held > MOST {
        return Err(words::too_many(many, noun, MOST, held));
    }
    let done = words::opened(many, noun, &left_out);
    Ok((entries, done))
}

/// The entries, and what of them this survey does not have.
fn entries<'a>(
    lines: impl Iterator<Item = (&'a str, &'a str)>,
    codebook: &Codebook,
) -> (Vec<Entry>, Vec<&'a str>) {
    let (mut entries, mut left_out) = (Vec::<Entry>::new(), Vec::new());
    for (key, value) in lines {
        if key == NAME {
            entries.push(Entry { name: value.to_owned(), ..Entry::default() });
            continue;
        }
        match (entries.last_mut(), codebook.find(key)) {
            (Some(entry), Some(question)) => {
                give(entry, codebook, question, value, &mut left_out);
            }
            _ => left_out.push(key),
        }
    }
    (entries, left_out)
}

fn give<'a>(
    entry: &mut Entry,
    codebook: &Codebook,
    ix: QuestionIx,
    value: &'a str,
    left_out: &mut Vec<&'a str>,
) {
    let question = codebook.question(ix);
    let mut chosen = Vec::new();
    for id in value.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        match question.option(id) {
            Some(option) if !chosen.contains(&option) => chosen.push(option),
            _ => left_out.push(id),
        }
    }
    // "None of these" is an answer; one of which nothing is left is none.
    if value.is_empty() || !chosen.is_empty() {
        entry.response.give(ix, Some(chosen));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_survey::{ix, tiny_survey};
    use proptest::prelude::*;

    const HEAD: &str = "Answers saved by the findings explorer, version 1\nsurvey: tiny\n";

    fn answered() -> Own {
        let mut own = Own::default();
        own.entries.push(Entry { name: "Any, town: north".into(), ..Entry::default() });
        for (id, answer) in [("uses", vec![0]), ("definition", vec![1]), ("activities", vec![0, 2])]
        {
            own.entries[0].response.give(ix(id), Some(answer));
        }
        own.entries[1].response.give(ix("uses"), Some(vec![0]));
        own.entries[1].response.give(ix("activities"), Some(vec![]));
        own
    }

    #[test]
    fn what_was_saved_opens_again() {
        let survey = tiny_survey();
        let own = answered();
        let text = save(&own, &survey);
        let expected = "name: \nuses: yes\ndefinition: partial\nactivities: training, referral\n\
                        name: Any, town: north\nuses: yes\nactivities: \n";
        assert_eq!(text, format!("{HEAD}{expected}"));
        for text in [text.clone(), text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
            let OwnAction::Open(entries, Notice::Done(done)) =
                open(Some(&text), &Own::default(), &survey)
            else {
                panic!("{text:?} is not opened");
            };
            assert_eq!(entries, own.entries);
            assert_eq!(done, "Opened the answers of 2 teams.");
        }
    }

    #[test]
    fn what_is_no_longer_asked_is_not_saved() {
        let survey = tiny_survey();
        let mut own = answered();
        own.entries.truncate(1);
        own.entries[0].response.give(ix("uses"), Some(vec![1]));
        assert_eq!(save(&own, &survey), format!("{HEAD}name: \nuses: no\n"));
    }

    #[test]
    fn other_files_are_refused_with_a_reason() {
        let survey = tiny_survey();
        let crowded = format!("{HEAD}{}", "name: a\n".repeat(6));
        let cases: [(Option<&str>, &str); 8] = [
            (None, "does not hold answers"),
            (Some(""), "does not hold answers"),
            (Some("{\"a\": 1}"), "does not hold answers"),
            (Some("Answers saved by the findings explorer, version 2"), "another version"),
            (Some("Answers saved by the findings explorer, version 1"), "which survey"),
            (
                Some("Answers saved by the findings explorer, version 1\nsurvey: other\nname: a"),
                "“other”. This one is “tiny”",
            ),
            (Some(HEAD), "holds no answers"),
            (Some(&crowded), "No more than 6"),
        ];
        for (text, reason) in cases {
            match open(text, &answered(), &survey) {
                OwnAction::Tell(Notice::Failed { why, at }) => {
                    assert!(why.contains(reason), "{text:?}: {why}");
                    assert_eq!(at, OPEN_ID);
                }
                action => panic!("{text:?}: {action:?}"),
            }
        }
    }

    #[test]
    fn what_the_survey_does_not_have_is_named() {
        let text = format!(
            "{HEAD}stray: 1\nname: a\nuses: yes, yes\ndefinition: unheard\nactivities: x, training\n\
             colour: red\n"
        );
        let OwnAction::Open(entries, Notice::Done(done)) =
            open(Some(&text), &Own::default(), &tiny_survey())
        else {
            panic!("not opened");
        };
        let mut expected = Entry { name: "a".into(), ..Entry::default() };
        expected.response.give(ix("uses"), Some(vec![0]));
        expected.response.give(ix("activities"), Some(vec![0]));
        assert_eq!(entries, [expected]);
        assert!(done.ends_with("does not have it: stray; yes; unheard; x; colour."), "{done}");
    }

    proptest! {
        #[test]
        fn no_text_panics(lines in prop::collection::vec("(name|uses|definition|activities|survey): ?[a-z, ]{0,12}", 0..9)) {
            let text = format!("{HEAD}{}", lines.join("\n"));
            let action = open(Some(&text), &Own::default(), &tiny_survey());
            prop_assert!(matches!(action, OwnAction::Open(..) | OwnAction::Tell(_)));
        }
    }
}
