//! What in a text no program can judge: figures, and what has the form of an address, a date or the
//! like; and whose ids and cells stand in it.

use super::{PlacedText, TextKind};
use crate::figures::{self, Respondents};
use crate::identifying::{Form, identifying_form};
use crate::search::{self, Found, IdentifierSearch};

/// Licences by their short names, whose numbers count nobody.
const LICENCES: [&str; 17] = [
    "MIT",
    "Apache-2.0",
    "CC0-1.0",
    "CC-BY-3.0",
    "CC-BY-4.0",
    "CC-BY-SA-3.0",
    "CC-BY-SA-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-NC-ND-4.0",
    "ODbL-1.0",
    "ODC-By-1.0",
    "PDDL-1.0",
    "OGL-UK-1.0",
    "OGL-UK-2.0",
    "OGL-UK-3.0",
];

/// What somebody must look at in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    /// The figures, as they stand there.
    pub figures: Vec<String>,
    /// What the text has the form of.
    pub form: Option<Form>,
}

/// Looks at a text.
pub fn judge(text: &PlacedText<'_>, respondents: Respondents<'_>) -> Telling {
    let has_own_syntax = match text.kind {
        TextKind::Version => is_version(text.text),
        TextKind::Licence => text.text.split(" or ").all(|licence| LICENCES.contains(&licence)),
        TextKind::Draw => matches!(text.text.as_bytes(), [digit] if digit.is_ascii_digit()),
        _ => false,
    };
    if has_own_syntax {
        return Telling::default();
    }
    let mut figures = figures::figures(text.text, respondents);
    if let TextKind::Statement(numbers) = &text.kind {
        figures
            .retain(|figure| figures::value(figure).is_none_or(|value| !numbers.contains(&value)));
    }
    // Of answers the rule on columns refuses every form, signed or not.
    let form = identifying_form(text.text).filter(|_| text.kind != TextKind::Answer);
    Telling { figures, form }
}

/// `1.0.0`: three numbers of at most two digits, which is what versions have.
fn is_version(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    let is_part = |part: &&str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.len() == 3 && parts.iter().all(is_part)
}

/// Looks for ids and left-out cells in texts. An answer that is nothing but an id, such as “north”
/// where an office is called North, is the answer's name and not the office's.
pub fn search(search: &IdentifierSearch, texts: &[PlacedText<'_>]) -> Vec<Found> {
    let named = texts.iter().map(|text| (text.place.as_str(), text.text));
    let mut found = search.in_texts(named);
    found.retain(|found| {
        let mut same = texts.iter().filter(|text| text.place == found.place);
        !same.any(|text| text.kind == TextKind::Answer && search::is_same(text.text, &found.value))
    });
    found
}
