//! Finding questions and respondents by what a reader types.
//!
//! Each word that was typed has to stand somewhere in the texts: as it is, as a part of a word, or with
//! another ending. Case, accents and the order of words make no difference. Endings are those of
//! English; in other languages words are found as they are typed.

/// Accented letters as those below them: U+00C0 to U+017F, a letter for a letter.
const LATIN: [&[u8; 64]; 3] = [
    b"aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty",
    b"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll",
    b"lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
];

/// Endings and what stands for them; the first that fits is taken off.
const ENDINGS: [(&str, &str); 9] = [
    ("ies", "i"),
    ("ied", "i"),
    ("y", "i"),
    ("ings", ""),
    ("ing", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
    ("e", ""),
];
/// What is left of a word without its ending has at least as many letters.
const SHORTEST_STEM: usize = 3;

/// What a reader typed, ready to be looked for.
#[derive(Clone, Debug)]
pub struct Search(Vec<String>);

impl Search {
    /// The words of a text that was typed; of none everything is found.
    pub fn of(typed: &str) -> Self {
        Self(words(&folded(typed)).map(str::to_owned).collect())
    }

    /// Whether each word stands in any of these texts.
    pub fn finds<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> bool {
        // A word that is cut by an apostrophe stands in no text as it was typed, but its parts do.
        let all = texts.into_iter().fold(String::new(), |all, text| all + &folded(text) + " ");
        self.0.iter().all(|typed| {
            let stem = stem(typed);
            all.contains(typed) || words(&all).any(|word| self::stem(word) == stem)
        })
    }
}

/// Small letters without accents. Of scripts beside the Latin, Greek and Cyrillic have their capitals
/// made small; tables for all others would weigh more than the search.
fn folded(text: &str) -> String {
    text.chars().filter_map(small).collect()
}

fn small(letter: char) -> Option<char> {
    let moved = |by: u32| char::from_u32(u32::from(letter) + by);
    match letter {
        // Accents that stand by themselves.
        '\u{300}'..='\u{36f}' => None,
        '\u{c0}'..='\u{17f}' => {
            let at = letter as usize - 0xc0;
            Some(char::from(LATIN[at / 64][at % 64]))
        }
        '\u{1e80}'..='\u{1e85}' => Some('w'),
        '\u{1ef2}' | '\u{1ef3}' => Some('y'),
        '\u{391}'..='\u{3a9}' | '\u{410}'..='\u{42f}' => moved(32),
        '\u{400}'..='\u{40f}' => moved(80),
        _ => Some(letter.to_ascii_lowercase()),
    }
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    let between =
        |letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric() || letter == '’';
    folded.split(between).filter(|word| !word.is_empty())
}

/// A word without its ending, and how it ends then: "polic" and "i" of "policies" and of "policy".
fn stem(word: &str) -> (&str, &str) {
    let without = ENDINGS.iter().find_map(|&(ending, instead)| {
        let stem = word.strip_suffix(ending)?;
        (stem.len() >= SHORTEST_STEM).then_some((stem, instead))
    });
    let (stem, instead) = without.unwrap_or((word, ""));
    // "plann" of "planned" is "plan".
    let doubled = matches!(stem.as_bytes(), [.., a, b] if a == b && a.is_ascii_lowercase());
    (if doubled { &stem[..stem.len() - 1] } else { stem }, instead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_found_whatever_its_case_accents_order_and_endings() {
        let cases = [
            ("", "anything", true),
            ("  ", "anything", true),
            ("policy", "Trauma-informed ethos in written policies", true),
            ("written INFORMED", "Trauma-informed ethos in written policies", true),
            ("staff trained", "They train their staff", true),
            ("staff, trained?", "Training for staff", true),
            ("planned", "A plan", true),
            ("agencies", "Another agency", true),
            ("services", "One service", true),
            ("polic", "policies", true),
            ("rained", "Trained", true),
            ("cafe", "CAFÉ", true),
            ("Café", "cafe", true),
            ("cafe\u{301}", "cafe", true),
            ("cafe", "cafe\u{301}", true),
            ("Gŵyl", "gwyl", true),
            ("ẁ", "W", true),
            ("łódź", "LODZ", true),
            ("ДОМ", "дом", true),
            ("ёж", "ЁЖ", true),
            ("ΔΗΜΟΣ", "δημοσ", true),
            ("بيت", "في بيت كبير", true),
            ("team’s", "the team's plan", true),
            ("police", "policies", false),
            ("us", "a uke", false),
            ("staff trained", "staff", false),
            ("x", "policies", false),
        ];
        for (typed, text, found) in cases {
            assert_eq!(Search::of(typed).finds([text]), found, "{typed} in {text}");
        }
        assert!(Search::of("staff trained").finds(["Training", "of staff"]), "over several texts");
    }

    #[test]
    fn every_latin_letter_has_one_below_it() {
        for letter in '\u{c0}'..='\u{17f}' {
            let below = small(letter).unwrap();
            assert!(below.is_ascii_lowercase() || matches!(letter, '×' | '÷'), "{letter} {below}");
        }
        assert_eq!(
            "ÀÉÎõÜýŶŴŷŵŠžÇñ".chars().filter_map(small).collect::<String>(),
            "aeiouyywywszcn"
        );
    }
}
