//! The screen on where the answers come from.

use survey::Phrase;

use super::grammar::{self, of, thousands};

/// The screen's title.
pub const TITLE: &str = "About the data";
/// Above the survey's description.
pub const WHAT_IT_WAS: &str = "What the survey was";
/// Above the sets of invented answers.
pub const SET_SHOWN: &str = "Set of invented answers shown";
/// What the sets have in common.
pub const SETS_DIFFER: &str = "Published figures are the same in each. Anything that changes when \
    you switch was made up.";
/// Above what the figures can't say.
pub const LIMITS: &str = "What these figures can’t say";

/// The table of published figures, for those who hear it.
pub const PUBLISHED: &str = "Published figures";
/// Its first column.
pub const WHAT_WAS_PUBLISHED: &str = "What was published";
/// Its second column.
pub const PRINTED: &str = "Number published";
/// Above what numbers were worked out to be.
pub const WORKED_OUT: &str = "Worked out";
/// Its third column.
pub const WHERE: &str = "Where";

/// Above the questions.
pub const CODEBOOK: &str = "Codebook";

/// Above licence and citation.
pub const LICENCE_AND_CITATION: &str = "Licence and citation";
/// The link to the package.
pub const DOWNLOAD: &str =
    "Download the data package (ZIP: answers, codebook and published figures)";
/// After that link.
pub const LEFT_OUT: &str = ". Columns that its holder left out are not in it.";
/// Above the publications.
pub const PUBLICATIONS: &str = "Sources";
/// Above the version.
pub const VERSION: &str = "Version";
/// Before the checksum.
pub const CHECKSUM: &str = "Checksum of the data file (SHA-256): ";

/// Above what becomes of what readers do.
pub const PRIVACY: &str = "Privacy";
/// Above how accessible the page is.
pub const ACCESSIBILITY: &str = "Accessibility";
/// How accessible the page is.
pub const ACCESSIBILITY_TEXT: &str = "This site aims to meet the Web Content Accessibility \
    Guidelines 2.2 at level AA. Every figure has its table and a description in words; everything \
    works by keyboard, at 320 pixels of width and at 200% zoom, in light and in dark colours. It is \
    tested automatically with axe on every change; it has not been tested with disabled people or \
    audited by an outside body.";

/// What came with the page where its answers did.
pub const CAME_WITH_ANSWERS: &str = "all the answers and counts them on your machine";
/// What came with the page where only tables did.
pub const CAME_WITH_FIGURES: &str = "all of its figures, and nobody’s answers";
/// The table of published figures, where all else was invented.
pub const ONLY_THESE_ARE_REAL: &str = "Published figures (only these are real)";
/// The same table elsewhere.
pub const PUBLISHED_ELSEWHERE: &str = "Figures published elsewhere";

/// What a reader must know first of invented answers.
pub const INVENTED_TITLE: &str = "What is real and what is invented";
/// The link to that from all other screens.
pub const INVENTED_LINK: &str = "What is real";
/// The same of public answers.
pub const PUBLIC_TITLE: &str = "Where the answers come from";
/// The same of confidential answers.
pub const CONFIDENTIAL_TITLE: &str = "How the answers are protected";
/// Where invented answers come from.
pub const INVENTED: &str = "Invented answers (synthetic). They reproduce the published figures; \
    nothing else about them is real.";

/// How one answer is given.
pub const ONE_ANSWER: &str = "one answer";
/// The same on a scale.
pub const ONE_ON_A_SCALE: &str = "one answer on a scale";
/// How several answers are given.
pub const ANY_NUMBER: &str = "any number of answers, or none";

/// How many answered; `invited` where it is known.
pub fn answered(total: u32, noun_other: &str, invited: Option<u32>) -> String {
    match invited {
        Some(invited) => {
            format!("{} {noun_other} of {} invited", thousands(total), thousands(invited))
        }
        None => format!("{} {noun_other}", thousands(total)),
    }
}

/// Where public answers come from.
pub fn public(noun_other: &str) -> String {
    format!("The {noun_other}’ own answers, already published by their holder.")
}

/// How confidential answers are protected, in paragraphs. No figure is about fewer than `fewest`; one
/// that is not here is `not_available`.
pub fn confidential(noun: &Phrase, fewest: u32, not_available: &str) -> [String; 4] {
    let Phrase { one, other } = noun;
    [
        format!(
            "The answers are confidential. They stayed with their holder; only tables of counts \
             came here. No {one}’s answers are in this page or in any file that it loads, and no \
             filter, link or change to the page can bring them back."
        ),
        format!(
            "A table that could give a {one} away was left out whole, before packing. No figure is \
             about fewer than {fewest} {other}. A figure that is not here is “{not_available}”, \
             always in these words: they do not tell whether it was left out, would be empty or was \
             never planned."
        ),
        format!(
            "The figures can be filtered by one question, or broken down by one, and not by two \
             together: a few answers together can point to a single {one}."
        ),
        format!(
            "Some questions share a base: of the {other} that were asked, those that answered all of \
             them. If each question had its own, the difference of two could be the one {one} that \
             left a question out."
        ),
    ]
}

/// Numbers of a published figure, each where it is known: "51 of 57 (89%)".
pub fn numbers(count: Option<u32>, base: Option<u32>, percent: Option<u32>) -> String {
    let share = match (count, base) {
        (Some(count), Some(base)) => of(count, base),
        (Some(count), None) => thousands(count),
        (None, Some(base)) => of_a_base(base),
        (None, None) => String::new(),
    };
    match percent {
        Some(percent) if share.is_empty() => format!("{percent}%"),
        Some(percent) => share + &grammar::share(percent),
        None => share,
    }
}

/// What a number is of.
fn of_a_base(base: u32) -> String {
    format!("of {}", thousands(base))
}

/// A question was put to everybody.
pub fn asked_of_all(noun_other: &str) -> String {
    format!("all {noun_other}")
}

/// A question was put to those that gave one of these answers to another.
pub fn asked_of_some(answers: &[String], question: &str) -> String {
    format!("those that answered {} to “{question}”", answers.join(" or "))
}

/// How many answered, "58 teams of 149 invited".
pub fn who_answered(who: &str) -> String {
    format!("Who answered: {who}.")
}

/// Whom a question was put to, and how it is answered.
pub fn asked_and_answered(asked: &str, kind: &str) -> String {
    format!("Asked of {asked}. Answered with {kind}.")
}

/// The package's licence.
pub fn licence(licence: &str) -> String {
    format!("Licence of the data package: {licence}.")
}

/// The package's version and the file's format.
pub fn version(version: &str, format: u16) -> String {
    format!("{version}, data file format {format}.")
}

/// What becomes of what readers do; `came_with` says what came with the page.
pub fn privacy(came_with: &str) -> String {
    format!(
        "Nothing you do here leaves your browser. The page came with {came_with}: filters, searches \
         and links are sent to nobody. What you select stands in the address after the # sign, which \
         your browser sends to no site. It stays in your history, and in any link that you share. \
         What you answer under Compare stands in no address, and is gone with the page unless you \
         save it. There are no cookies and no tracking. This browser keeps your choice of light or \
         dark colours and, so that this page opens without a network, it may keep a copy of the \
         page; clearing the site’s data removes both."
    )
}
