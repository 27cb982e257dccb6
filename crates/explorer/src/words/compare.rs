//! The screen on which a reader's own answers stand beside those of peers.

use survey::Phrase;

use super::grammar::{capitalised, labelled, lower_first, thousands};

/// The screen's title.
pub const TITLE: &str = "Where do you stand?";

/// Above the form.
pub const YOUR_ANSWERS: &str = "Your answers";
/// From the form to the results.
pub const SEE_WHERE_YOU_STAND: &str = "See where you stand";
/// Which of several entries is on the form.
pub const ANSWERING_FOR: &str = "Answering for";
/// Under a question with several answers.
pub const TICK_ALL: &str = "Tick all that apply.";
/// The button under a question that is answered.
pub const TAKE_BACK: &str = "Clear this answer";

/// What the screen promises.
pub const PROMISE: &str = "Your answers stay in this page.";
/// The promise in full.
pub const PROMISE_IN_FULL: &str = "Nothing is sent or stored. Close the page and they are gone, \
    unless you save them.";
/// How to check it.
pub const HOW_TO_SEE: &str = "How to see this for yourself";
/// The check.
pub const SWITCH_OFF: &str = "Switch your network off now: everything on this page still works. Or \
    open your browser’s developer tools (F12), choose Network, and answer a question: no line \
    appears.";
/// The button that saves the answers.
pub const SAVE: &str = "Save my answers";
/// The file that is opened.
pub const OPEN: &str = "Open saved answers";
/// The button that forgets the answers.
pub const FORGET: &str = "Forget my answers";
/// Above a problem.
pub const PROBLEM: &str = "There is a problem";
/// From a problem to its place.
pub const GO_TO_MEND: &str = "Go to where it can be mended";
/// The browser refused to save.
pub const NOT_SAVED: &str = "Your browser did not let the file be saved.";

/// Whom the answers are compared with.
pub const COMPARE_WITH: &str = "Compare with";
/// Above the results, where there are none yet.
pub const WHERE_YOU_STAND: &str = "Where you stand";
/// What to do then.
pub const ANSWER_A_QUESTION: &str = "Answer a question, and see here how your peers answered it.";
/// The button that prints.
pub const PRINT: &str = "Print this page";
/// The reader, below a picture of dots.
pub const YOU: &str = "you";

/// All answers were forgotten.
pub const FORGOTTEN: &str = "All your answers are forgotten.";
/// A file of another kind was opened.
pub const NO_SAVED_ANSWERS: &str = "This file does not hold answers saved by the findings explorer. \
    Choose the file that “Save my answers” wrote.";
/// A file of another version was opened.
pub const OTHER_VERSION: &str = "This file was saved by another version of the findings explorer.";
/// A file names no survey.
pub const NO_SURVEY_NAMED: &str = "This file does not say which survey its answers are to.";
/// A file has no entry.
pub const NO_ANSWERS: &str = "This file holds no answers.";

/// The last answer of a question with several.
pub const NONE_OF_THESE: &str = "None of these";
/// The peers, as a column of a table.
pub const PEERS: &str = "Peers";
/// A column of numbers.
pub const NUMBER: &str = "Number";

/// The table of the comparison, for those who hear it.
pub const BESIDE_PEERS: &str = "Your answers beside those of peers";
/// Answers that most peers gave and the reader did not.
pub const ONLY_PEERS: &str = "Most peers do, you don’t";
/// Answers that the reader gave and most peers did not.
pub const ONLY_YOU: &str = "You do, most peers don’t";
/// Answers that most peers gave, and the reader.
pub const BOTH: &str = "You and most peers do";
/// Answers that most peers did not give, nor did the reader.
pub const NEITHER: &str = "Neither you nor most peers do";
/// Answers that half of the peers gave.
pub const NO_MAJORITY: &str = "Peers are split in half";
/// Answers to questions that the reader has left out for this entry.
pub const YOU_HAVE_NOT_ANSWERED: &str = "You have not answered";
/// Answers of invented peers.
pub const INVENTED_PEERS: &str = "Invented peers, to show how it reads";
/// Between what stands beside each other, for a cell without an answer.
pub const NO_ANSWER: &str = "–";

/// Where the peers' answers are invented, and all peers are compared with.
pub const INVENTED_BUT_PUBLISHED: &str =
    "The peers’ answers are invented. Only counts marked published are real.";
/// The same of some peers.
pub const ALL_INVENTED: &str = "The peers’ answers are invented. How answers go together is invented \
    too, so none of these counts is real. Compare with all to see which counts were published.";

/// An entry without a name; `number` where there are several.
pub fn yours(number: Option<usize>) -> String {
    match number {
        None => YOURS.to_owned(),
        Some(number) => format!("{YOURS} {number}"),
    }
}

/// The reader's own answers, whether the reader answers as a team or as a person.
const YOURS: &str = "You";

/// A file is of another survey.
pub fn other_survey(other: &str, this: &str) -> String {
    format!("These answers are to another survey, “{other}”. This one is “{this}”.")
}

/// A file holds more entries than there is room for.
pub fn too_many(entries: usize, noun: &Phrase, most: usize, held: usize) -> String {
    format!(
        "This file holds answers for {entries} {}. No more than {most} can be held side by side, \
         and {held} are here: remove or forget some first.",
        noun.for_count(entries as u64)
    )
}

/// A file was opened; `left_out` is what this version of the survey does not have.
pub fn opened(entries: usize, noun: &Phrase, left_out: &[&str]) -> String {
    let opened = format!("Opened the answers of {entries} {}.", noun.for_count(entries as u64));
    if left_out.is_empty() {
        return opened;
    }
    format!(
        "{opened} Left out, because this version of the survey does not have it: {}.",
        left_out.join("; ")
    )
}

/// How far the form is filled in.
pub fn progress(answered: usize, asked: usize) -> String {
    format!("{answered} of {asked} questions answered")
}

/// The same and what comes of it, for those who hear it.
pub fn spoken(progress: &str, first: &str) -> String {
    format!("{progress}. {first}")
}

/// Above the results.
pub fn beside(name: &str, peers: &str) -> String {
    format!("{name} beside {peers}")
}

/// The reader's own answers may be among the peers'.
pub fn counted_among_peers(noun_other: &str) -> String {
    format!(
        "If you are one of the {noun_other} that answered, you are counted among your own peers."
    )
}

/// How many of a question's answers there are.
pub fn how_many_of(question: &str, answers: usize) -> String {
    format!("{question}: how many of the {answers}")
}

/// The table of that.
pub fn how_many_have_each(title: &str, noun_other: &str) -> String {
    format!("{title}, and how many {noun_other} have each number")
}

/// The reader's own number in it.
pub fn number_of_yours(number: usize) -> String {
    format!("{number} ({YOU})")
}

/// Where the reader's own number stands: how many answers there are, how many peers, and how many of
/// them have fewer, as many and more.
pub fn standing(
    question: &str,
    own: usize,
    answers: usize,
    peers: &str,
    [fewer, level, more]: [u32; 3],
) -> String {
    let number = |count: u32| if count == 0 { "none".to_owned() } else { thousands(count) };
    format!(
        "{question}: you have {own} of {answers}. Of {peers}, {} have fewer, {} as many and {} more.",
        number(fewer),
        number(level),
        number(more)
    )
}

/// All peers.
pub fn all_that_answered(noun_other: &str) -> String {
    format!("All {noun_other} that answered")
}

/// Peers that gave an answer as the reader did.
pub fn as_yours(question: &str, answers: &str) -> String {
    format!("{question}: {answers}, as yours")
}

/// Peers by traits.
pub fn of_a_kind(noun_other: &str) -> String {
    format!("{} of a kind that you choose", capitalised(noun_other))
}

/// Everybody, with their number.
pub fn all(counted: &str) -> String {
    format!("all {counted}")
}

/// A group of peers, with what they have in common.
pub fn group(counted: &str, traits: &str) -> String {
    format!("{counted} ({traits})")
}

/// A trait that says nothing without its question.
pub fn answer_under(question: &str, answers: &str) -> String {
    labelled(&lower_first(question), answers)
}

/// Any of several answers.
pub fn any_of(answers: &[&str]) -> String {
    answers.join(" or ")
}

/// A group that is not available.
pub fn group_not_available(noun_other: &str, not_available: &str) -> String {
    format!("This group of {noun_other} is {not_available}.")
}

/// A group that is too small.
pub fn too_few(size: u32, noun: &Phrase, traits: &str, fewest: u32) -> String {
    let group = match size {
        0 => format!("No {} is", noun.one),
        1 => format!("Only 1 {} is", noun.one),
        _ => format!("Only {} {} are", thousands(size), noun.other),
    };
    format!(
        "{group} in this group ({traits}). Groups of fewer than {fewest} are not compared with: \
         figures of so few would say more about each of them than about peers."
    )
}

/// The button that compares with more; `traits` may be empty.
pub fn compare_with(counted: &str, traits: &str) -> String {
    match traits {
        "" => format!("Compare with all {counted}"),
        traits => format!("Compare with {counted} ({traits})"),
    }
}

/// How many answers differ from most peers'; `some_invented` where those with invented figures are not
/// compared.
pub fn you_differ(differing: usize, compared: usize, some_invented: bool) -> String {
    let answers = if compared == 1 { "answer" } else { "answers" };
    let real = if some_invented { " with real figures" } else { "" };
    match differing {
        0 => format!("You agree with most peers on {compared} of {compared} {answers}{real}."),
        _ => format!("You differ from most peers on {differing} of {compared} {answers}{real}."),
    }
}

/// Under the screen's title.
pub const LEAD: &str = "Answer the survey yourself, skip what you like, and see where you stand among \
    your peers.";
/// The field of an entry's name.
pub const NAME: &str = "Name (optional)";

/// The button for one entry more.
pub fn answer_for_another(noun: &str) -> String {
    format!("Answer for another {noun} as well")
}

/// The button for one entry less.
pub fn remove_this(noun: &str) -> String {
    format!("Remove this {noun}")
}

/// After a label: how many there are.
pub fn in_brackets(count: &str) -> String {
    format!(" ({count})")
}
