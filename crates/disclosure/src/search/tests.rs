use proptest::prelude::*;

use super::IdentifierSearch;
use crate::identifiers::LeftOutCell;

fn search(cells: &[(&str, bool)]) -> IdentifierSearch {
    let cell = |(value, is_id): &(&str, bool)| LeftOutCell {
        column: "c".to_owned(),
        value: (*value).to_owned(),
        is_id: *is_id,
    };
    IdentifierSearch::new(cells.iter().map(cell).collect()).unwrap()
}

fn is_found(value: &str, is_id: bool, text: &str) -> bool {
    !search(&[(value, is_id)]).in_texts([("text", text)]).is_empty()
}

#[test]
fn ids_are_found_as_people_would_read_them() {
    let cases = [
        ("Office 07", "by office 07.", true),
        ("Office 07", "office-07-said-no", true),
        ("Office 07", "OFFICE07", true),
        ("Office 07", "Off\u{ad}ice\u{a0}07", true),
        ("Office 07", "Ｏffice ０7", true),
        ("Office 07", "Оffісe 07", true),
        ("Office 07", "Office 070", false),
        ("Office 07", "Office 17", false),
        ("Office 07", "of 7 offices", false),
        ("Kent", "as in Kent's case", true),
        ("Kent", "kent-said-no", true),
        ("KENT", "Kent", true),
        ("Kent", "Kentish", false),
        ("Kent", "taken to", false),
        ("Isa", "it is a text", false),
        ("Ali", "all of them", false),
        ("Ann", "annual", false),
        ("Élan", "elan", true),
        ("Elan", "E\u{301}lan", true),
        ("Нина", "НИНА", true),
        ("Hull", "Ηull", true),
        ("O'Brien", "o’brien", true),
        ("Surrey", "eastsurrey", true),
        ("Weston", "we stone", false),
        ("Kirk Hill", "klrk hiIl", true),
        ("Jane & Co", "Jane &amp; Co", true),
        ("Jané", "Jan\\u00e9", true),
        ("Jané X", "Jan%C3%A9%20X", true),
        ("A", "A", false),
        ("1234", "1234", false),
        ("123456", "no. 123 456", false),
        ("123456", "no. 123456", true),
        ("123456", "no. 1234567", false),
    ];
    for (value, text, expected) in cases {
        assert_eq!(is_found(value, true, text), expected, "{value} in {text}");
    }
}

#[test]
fn left_out_cells_are_found_in_part() {
    let remark = "We have had no kettle since the fire in March, and nobody cares.";
    let cases = [
        (remark, "They say: “no kettle since the fire”.", true),
        (remark, "KETTLE, SINCE THE FIRE", true),
        (remark, "We have had no reply.", false),
        (remark, "since the fire", false),
        ("my mother died", "that my mother died", true),
        ("Bo", "Bo", false),
        ("Yes", "Yes", false),
        ("Una", "asked by Una", true),
        ("jo.bloggs@team.example", "as jo.bloggs says", true),
        ("jo.bloggs@team.example", "at team.example", false),
    ];
    for (value, text, expected) in cases {
        assert_eq!(is_found(value, false, text), expected, "{value} in {text}");
    }
}

#[test]
fn what_many_wrote_is_nobodys_own() {
    let cells: Vec<String> =
        (0..5).map(|n| format!("We stay in touch with families, {n}")).collect();
    let cells: Vec<(&str, bool)> = cells.iter().map(|cell| (cell.as_str(), false)).collect();
    let text = "Do you stay in touch with families?";
    assert!(search(&cells).in_texts([("text", text)]).is_empty());
    let found = search(&cells[..4]).in_texts([("text", text)]);
    assert!(found.iter().all(|found| found.is_part) && !found.is_empty(), "{found:?}");
}

#[test]
fn short_values_are_not_looked_for_in_programs() {
    let search = search(&[("Kent", true), ("Surrey", true)]);
    let found = search.in_bytes("app.js", b"\xff\x00var kent='x';surrey(1)");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].value, "Surrey");
}

proptest! {
    /// However an id is altered in what a reader does not see, it is found.
    #[test]
    fn altered_ids_are_found(way in proptest::collection::vec(0..6_u8, 9), at in 0..3_usize) {
        let text = altered("Office 07", &way);
        let text = [format!("Said by {text}."), text.clone(), format!("a-{text}-b")][at].clone();
        prop_assert!(is_found("Office 07", true, &text), "{}", text);
    }
}

/// Each letter as it is, in the other case, before a soft hyphen, before a mark of direction, in full
/// width, or as a letter of another script that looks like it.
pub(crate) fn altered(text: &str, ways: &[u8]) -> String {
    let like = |c| match c {
        'O' => 'О',
        'o' => 'ο',
        'e' => 'е',
        'i' => 'і',
        'c' => 'с',
        c => c,
    };
    let alter = |(c, way): (char, &u8)| match way {
        1 => c.to_uppercase().collect::<String>(),
        2 => format!("{c}\u{ad}"),
        3 => format!("{c}\u{200f}"),
        4 => char::from_u32(u32::from(c) + 0xfee0)
            .filter(|_| c.is_ascii_alphanumeric())
            .unwrap_or(c)
            .to_string(),
        5 => like(c).to_string(),
        _ => c.to_string(),
    };
    text.chars().zip(ways.iter().cycle()).map(alter).collect()
}
