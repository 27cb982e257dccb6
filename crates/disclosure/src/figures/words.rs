//! Numbers in words, in English. Words that ordinary sentences need, such as “one” and “all”, count
//! where they stand as a number of respondents would.

use survey::Phrase;

/// From two up, as each stands for itself.
const NUMBERS: [&str; 19] = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
/// Always a figure.
const ALWAYS: [&str; 34] = [
    "thirty",
    "forty",
    "fourty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "dozen",
    "dozens",
    "score",
    "halves",
    "thirds",
    "fifths",
    "sixths",
    "sevenths",
    "eighths",
    "ninths",
    "tenths",
    "zero",
    "nought",
    "everybody",
    "everyone",
    "nobody",
    "unanimous",
    "unanimously",
    "percent",
];
/// A part of a whole where “a”, “one” or the like stands before, or “of” behind.
const PARTS: [&str; 12] = [
    "half",
    "quarter",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "twelfth",
    "twentieth",
];
/// What makes a part of a number before it.
const BEFORE_PARTS: [&str; 9] =
    ["a", "one", "per", "over", "than", "about", "nearly", "exactly", "only"];
/// “one” is a number after these,
const BEFORE_ONE: [&str; 19] = [
    "only", "just", "but", "except", "exactly", "than", "least", "most", "all", "save", "no",
    "not", "about", "nearly", "almost", "every", "bar", "by", "is",
];
/// and before these.
const AFTER_ONE: [&str; 21] = [
    "in", "of", "out", "per", "person", "people", "said", "says", "did", "does", "had", "has",
    "was", "gave", "told", "answered", "third", "half", "single", "alone", "more",
];
/// Who takes part in surveys, whatever a package calls them.
const RESPONDENTS: [&str; 10] = [
    "respondent",
    "respondents",
    "person",
    "people",
    "participant",
    "participants",
    "household",
    "households",
    "answer",
    "answers",
];
/// Said of people, so that “all” and “none” before it count them.
const ACTS: [&str; 12] = [
    "said", "say", "says", "did", "do", "had", "have", "were", "are", "gave", "answered", "agreed",
];

/// The numbers in a text, each with the words that make it one.
pub(super) fn numbers(text: &str, respondent: &Phrase) -> Vec<String> {
    let folded = crate::search::words(text);
    let words: Vec<&str> = folded.iter().map(String::as_str).collect();
    let called: Vec<String> = [&respondent.one, &respondent.other]
        .into_iter()
        .filter_map(|phrase| crate::search::words(phrase).pop())
        .collect();
    let is_respondent =
        |word: &str| RESPONDENTS.contains(&word) || called.iter().any(|c| c == word);
    let at = |place: Option<usize>| place.and_then(|place| words.get(place)).copied().unwrap_or("");
    let mut numbers = Vec::new();
    for (place, &word) in words.iter().enumerate() {
        let (before, after) = (at(place.checked_sub(1)), at(Some(place + 1)));
        let third = at(Some(place + 2));
        // “none of these”, “all of the above” are of answers and not of people.
        let of_answers = after == "of"
            && (third == "these" || (third == "the" && at(Some(place + 3)) == "above"));
        let soon = words[place + 1..].iter().take(3).any(|word| is_respondent(word));
        let counts = match word {
            "one" => {
                BEFORE_ONE.contains(&before) || AFTER_ONE.contains(&after) || is_respondent(after)
            }
            "none" => !of_answers && (["of", "but"].contains(&after) || ACTS.contains(&after)),
            "all" => {
                !of_answers
                    && (["of", "but", "except", "bar", "save"].contains(&after)
                        || ACTS.contains(&after)
                        || soon)
            }
            "both" | "neither" | "either" => after == "of" || ACTS.contains(&after) || soon,
            "every" | "no" | "single" | "sole" | "lone" => is_respondent(after),
            "couple" | "pair" => after == "of" || soon,
            "twice" => after == "as",
            "cent" => before == "per",
            _ if PARTS.contains(&word) => {
                (BEFORE_PARTS.contains(&before) && !is_turn(after))
                    || after == "of"
                    || (word == "half" && (after == "the" || ACTS.contains(&after) || soon))
            }
            _ => NUMBERS.contains(&word) || ALWAYS.contains(&word),
        };
        if counts {
            let number = if word.len() <= 4
                && !NUMBERS.contains(&word)
                && word != "half"
                && !after.is_empty()
            {
                format!("{word} {after}")
            } else {
                word.to_owned()
            };
            numbers.push(number);
        }
    }
    numbers
}

/// “a third party” is no part of anything.
fn is_turn(after: &str) -> bool {
    ["party", "parties", "sector", "person", "time", "way", "level"].contains(&after)
}

/// The number that a word stands for.
pub(super) fn value(word: &str) -> Option<u32> {
    let place = NUMBERS.iter().position(|number| *number == word)?;
    u32::try_from(place + 2).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_found_where_they_count() {
        let respondent = Phrase { one: "team".to_owned(), other: "teams".to_owned() };
        let cases = [
            ("only two of the eight non-users", "two, eight"),
            ("one in ten", "one in, ten"),
            ("a dozen said so", "dozen"),
            ("Half of them", "half"),
            ("two thirds", "two, thirds"),
            ("a third of them", "third"),
            ("none of them did", "none of"),
            ("None said yes.", "none said"),
            ("all but one", "all but, one"),
            ("Everybody agreed; nobody asked.", "everybody, nobody"),
            ("Only one said no", "one said"),
            ("No one said no", "one said"),
            ("a single team", "single"),
            ("No team was asked", "no team"),
            ("All the other teams", "all the"),
            ("five per cent", "five, cent"),
            ("ＴＷＯ of them", "two"),
            ("tw\u{ad}o", "two"),
            ("twо", "two"),
            ("Both said no.", "both said"),
            ("One has an outage", "one has"),
            // Ordinary texts.
            ("What offices drink. Invented, to test with.", ""),
            ("not at all", ""),
            ("None of these", ""),
            ("None of the above", ""),
            ("None", ""),
            ("nothing, a little, some, much", ""),
            ("They help one another; it is a one-off.", ""),
            ("A third party holds the data.", ""),
            ("First, then second.", ""),
            ("both tea and coffee", ""),
            ("All information is kept.", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(numbers(text, &respondent).join(", "), expected, "{text}");
        }
    }
}
