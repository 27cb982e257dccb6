//! What words give away: figures, names and remarks in any text of a package, and signatures that
//! would cover them.

mod places;
mod prior;
mod signatures;

use disclosure::rules::RULES;
use proptest::prelude::*;
use survey_pack::release::release_by;

use self::places::{At, NAMES, PLACES, REMARK, package, said};
use crate::confidential;

fn has(said: &[String], parts: &[&str]) -> bool {
    said.iter().any(|line| parts.iter().all(|part| line.contains(part)))
}

/// As an id would have it.
fn slug(text: &str) -> String {
    let words = text.to_lowercase();
    let words: Vec<&str> = words.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

#[test]
fn ordinary_texts_need_no_signature() {
    let said = said(&package(None));
    assert!(said.is_empty(), "{said:#?}");
}

#[test]
fn a_figure_is_found_in_every_text() {
    for (place, is_id, at) in PLACES {
        for text in ["1 of 60 offices (Avonshire) said no", "Only two of the eight in Avonshire"] {
            let text = if is_id { slug(text) } else { text.to_owned() };
            let said = said(&package(Some((at, &text))));
            assert!(
                has(&said, &["rule 5 (texts)", place, "holds figures ("]),
                "{place}: {said:#?}"
            );
            assert!(
                has(&said, &["sign for them in “texts” of the plan, with \"of\": \""]),
                "{said:#?}"
            );
        }
    }
}

#[test]
fn without_the_rules_it_comes_through() {
    for (rule, text, signed) in
        [("texts", "Only two of the eight", false), ("output", "As in Kentville", true)]
    {
        let rules: Vec<_> = RULES.iter().copied().filter(|known| known.name != rule).collect();
        for (place, is_id, at) in PLACES {
            let text = if is_id { slug(text) } else { text.to_owned() };
            let package = package(Some((at, &text)));
            if signed {
                confidential::sign_texts(&package);
            }
            let opened = survey_pack::package::open(package.path()).unwrap();
            assert!(release_by(&opened, &[], &rules).is_ok(), "{rule}: {place}");
        }
    }
}

#[test]
fn figures_of_any_kind_are_found() {
    let texts = [
        "１ of ６０ said no",
        "١ of ٦٠",
        "① said no",
        "½ of them",
        "Ⅳ said no",
        "¹⁄₆₀",
        "1⁄60",
        "Of 2000 asked, 1999 said yes",
        "６\u{ad}０",
        "१ said no",
        "三",
        "Liking: only 2 of the 8",
        "only two of the eight",
        "one in ten",
        "a dozen said no",
        "Half of them",
        "a third of them",
        "none of them did",
        "all but one",
        "Everybody said yes",
        "Nobody said no",
        "No office said no",
        "All offices said yes",
        "a single office",
        "five per cent",
        "ＴＷＯ said no",
        "twо said no",
        "more than nine in ten",
        "2022",
        "by 2022 in all",
    ];
    for text in texts {
        let said = said(&package(Some((At::Descriptor("/title"), text))));
        assert!(has(&said, &["rule 5 (texts): title: holds figures ("]), "{text}: {said:#?}");
    }
    for text in
        ["Asked in 2022", "Held in March 2021 and since 2022–23", "None of these", "One another"]
    {
        let said = said(&package(Some((At::Descriptor("/title"), text))));
        assert!(said.is_empty(), "{text}: {said:#?}");
    }
}

#[test]
fn fixed_forms_are_no_figures() {
    for (at, text, is_free) in [
        (At::Descriptor("/version"), "12.0.3", true),
        (At::Descriptor("/version"), "1.60", false),
        (At::Descriptor("/version"), "1.0.0-kent-1-of-60", false),
        (At::Descriptor("/licenses/0/name"), "CC-BY-4.0", true),
        (At::Descriptor("/licenses/0/name"), "CC-BY-4.0 or 1-of-60", false),
        (At::Descriptor("/survey/draws/0/id"), "2", true),
        (At::Descriptor("/survey/draws/0/id"), "12", false),
    ] {
        let said = said(&package(Some((at, text))));
        assert_eq!(said.is_empty(), is_free, "{text}: {said:#?}");
    }
}

#[test]
fn a_name_is_found_in_every_text() {
    for (place, is_id, at) in PLACES {
        for name in &NAMES[..3] {
            if is_id && !name.is_ascii() {
                continue;
            }
            let text = format!("As in {name}");
            let text = if is_id { slug(&text) } else { text };
            let package = package(Some((at, &text)));
            confidential::sign_texts(&package);
            let said = said(&package);
            let found = ["rule 7 (output): column office", name];
            assert!(has(&said, &found), "{name} in {place}: {said:#?}");
        }
    }
}

#[test]
fn left_out_cells_are_found_in_part_and_in_other_forms() {
    let title = |text: &str| {
        let package = package(Some((At::Descriptor("/title"), text)));
        confidential::sign_texts(&package);
        said(&package)
    };
    for text in [
        REMARK,
        "lost our kettle in the great fire",
        "LOST OUR\u{a0}KETTLE, they say",
        "Una Offer\u{ad}by",
    ] {
        let said = title(text);
        assert!(has(&said, &["rule 7 (output): column ", "“"]), "{text}: {said:#?}");
    }
    // Words of everybody, and two of that office's.
    assert!(title("We have lost our great fire").is_empty());
    let part = title("They lost our kettle in a shop");
    assert!(
        has(
            &part,
            &["column remark: the packed file or its report would hold a part of “We lost our"]
        ),
        "{part:#?}"
    );
}

/// An office is called as an answer is: the answer's own name is nobody's, other texts are.
#[test]
fn an_answer_may_be_called_as_a_respondent_is() {
    let call =
        |label: &str| said(&package(Some((At::Schema("/fields/2/categories/0/label"), label))));
    assert!(call("Kent").is_empty());
    assert!(has(&call("Kent said so"), &["column office", "“Kent”", "answer drinks=yes, label"]));
}

#[test]
fn addresses_and_dates_need_a_signature_and_some_have_none() {
    let refused = "which is one person’s own. Take it out: nobody can sign for it";
    for (text, form, is_personal) in [
        ("Born 12th March 1981", "holds a date", false),
        ("Born 3 Mar 81", "holds a date", false),
        ("Lives at ME15 6XX", "holds a postcode", false),
        ("Call 01622 671411", "holds a telephone number", false),
        ("Write to jo[at]team.example", "holds an e-mail address", false),
        ("Case 943 476 5919", "holds an NHS number", true),
        ("Number AB 12 34 56 C", "holds a National Insurance number", true),
    ] {
        let package_of = || package(Some((At::Descriptor("/survey/limits/0"), text)));
        let unsigned = said(&package_of());
        assert!(has(&unsigned, &["rule 5 (texts): limits", form]), "{text}: {unsigned:#?}");
        let signed = package_of();
        confidential::sign_texts(&signed);
        let signed = said(&signed);
        assert_eq!(has(&signed, &[refused]), is_personal, "{text}: {signed:#?}");
        assert_eq!(signed.is_empty(), !is_personal, "{text}: {signed:#?}");
        // As an answer none of them can be signed for.
        let answer = package(Some((At::Schema("/fields/6/title"), text)));
        confidential::sign_texts(&answer);
        let answer = said(&answer);
        assert!(
            has(&answer, &["rule 1 (columns): question adds", "has the form of"]),
            "{text}: {answer:#?}"
        );
    }
}

/// Each letter as it is, in the other case, before a soft hyphen or a mark of direction, in full width,
/// as a look-alike, or with an accent of its own.
fn altered(name: &str, ways: &[u8]) -> String {
    let like = |c| match c {
        'K' => 'К',
        'e' => 'е',
        'i' => 'і',
        'n' => 'ո',
        'l' => 'ⅼ',
        'v' => 'ν',
        c => c,
    };
    let alter = |(c, way): (char, &u8)| match way {
        1 => c.to_uppercase().collect(),
        2 => format!("{c}\u{ad}"),
        3 => format!("\u{200e}{c}"),
        4 => {
            char::from_u32(u32::from(c) + 0xfee0).filter(|_| c.is_ascii()).unwrap_or(c).to_string()
        }
        5 => like(c).to_string(),
        6 => format!("{c}\u{301}"),
        _ => c.to_string(),
    };
    name.chars().zip(ways).map(alter).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn an_altered_name_in_any_text_is_found(
        place in 0..PLACES.len(),
        name in 0..3_usize,
        ways in prop::collection::vec(0..7_u8, 9),
    ) {
        let (place, is_id, at) = PLACES[place];
        prop_assume!(!is_id);
        let text = format!("as {} says", altered(NAMES[name], &ways));
        let package = package(Some((at, &text)));
        confidential::sign_texts(&package);
        let said = said(&package);
        prop_assert!(has(&said, &["column office", NAMES[name]]), "{} in {}: {:#?}", text, place, said);
    }
}
