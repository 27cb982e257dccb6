//! The rectangles behind CSV and spreadsheet, of each kind of figure.

use crate::tests::{as_public, at, tic_2022};
use crate::{Cell, Item};
use explorer::Loaded;
use explorer::fragment;
use explorer::state::permalink::START;

fn lines(item: &Item) -> Vec<String> {
    let cell = |cell: &Cell| match cell {
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => text.clone(),
        Cell::Absent(why) => why.symbol().to_owned(),
    };
    let columns = item.table.columns.iter().map(|column| column.title.as_str());
    let head = columns.collect::<Vec<_>>().join(" | ");
    let rows = item.table.rows.iter();
    let rows = rows.map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" | "));
    std::iter::once(head).chain(rows).collect()
}

#[test]
fn each_kind_of_figure_has_its_columns() {
    let loaded = tic_2022();
    let cases: [(&str, &str, &[&str]); 6] = [
        (
            fragment!("explore"),
            "uses_tic",
            &[
                "Answer | Teams | Base | Percentage | Size of base | Evidence",
                "Yes | 51 | 57 | 89 | large enough | percentage published, count worked out",
                "No | 6 | 57 | 11 | large enough | worked out",
            ],
        ),
        (
            fragment!("explore?uncertain=bounds"),
            "uses_tic",
            &[
                "Answer | Teams | Base | Percentage | Percentage if no other did | Percentage if \
                 every other did | Size of base | Evidence",
                "Yes | 51 | 57 | 89 | 34 | 96 | large enough | percentage published, count worked out",
            ],
        ),
        (
            fragment!("explore?by=authority_type&uncertain=interval"),
            "uses_tic",
            &[
                "Answer | Type of authority | Teams | Base | Percentage | Size of base | Evidence",
                "Yes | County | 7 | 9 | [u] | counts only | invented",
                "Yes | Unitary authority | 21 | 22 | 95 | small | invented",
            ],
        ),
        (
            fragment!("explore?in.definition=clear&by=authority_type"),
            "uses_tic",
            &[
                "Answer | Type of authority | Teams | Base | Percentage | Size of base | Evidence",
                "Yes | County | 0 | 0 | [z] | nobody answered | invented",
                "Yes | Unitary authority | 5 | 5 | [u] | counts only | invented",
            ],
        ),
        (
            fragment!("explore?in.definition=clear&vs=others"),
            "uses_tic",
            &[
                "Answer | A: Teams | A: Base | A: Percentage | A: Size of base | B: Teams | B: Base \
                 | B: Percentage | B: Size of base | Evidence",
                "Yes | 10 | 10 | [u] | counts only | 41 | 47 | 87 | large enough | invented",
                "No | 0 | 10 | [u] | counts only | 6 | 47 | 13 | large enough | invented",
            ],
        ),
        (
            fragment!("explore?in.uses_tic=no"),
            "definition",
            &[
                "Answer | Teams | Base | Percentage | Size of base | Evidence",
                "“Clarity of definition” was not put to any of the 6 teams that do not use \
                 trauma-informed care: only to teams that use trauma-informed care. | [z] | [z] | \
                 [z] | [z] | [z]",
            ],
        ),
    ];
    for (fragment, id, expected) in cases {
        at(&loaded, fragment, |_, items| {
            let item = items.iter().find(|item| item.view.id == id).unwrap();
            let found = lines(item);
            assert_eq!(&found[..expected.len()], expected, "{fragment}");
        });
    }
}

/// Nobody measured what was made up: it has no interval, whatever stands beside it.
#[test]
fn intervals_stand_beside_numbers_that_were_measured() {
    let rows = |loaded: &Loaded, fragment: &str, id: &str| {
        let mut found = Vec::new();
        at(loaded, fragment, |_, items| {
            found = lines(items.iter().find(|item| item.view.id == id).unwrap());
        });
        found
    };
    let mixed = rows(&tic_2022(), fragment!("explore?uncertain=interval"), "activities");
    assert!(mixed[0].contains("95% interval from percentage"), "{}", mixed[0]);
    for row in &mixed[1..] {
        assert_eq!(row.contains("| [z] | [z] |"), row.ends_with("| invented"), "{row}");
    }
    let broken_down = fragment!("explore?by=authority_type&uncertain=interval");
    let public = rows(&as_public(tic_2022()), broken_down, "uses_tic");
    assert_eq!(
        public[1..3],
        [
            "Yes | County | 7 | 9 | [u] | [u] | [u] | counts only | reported",
            "Yes | Unitary authority | 21 | 22 | 95 | 78 | 99 | small | reported",
        ]
    );
}

#[test]
fn gaps_and_their_chance_stand_beside_both_sides() {
    // Of invented answers nothing is checked.
    let loaded = as_public(tic_2022());
    at(&loaded, fragment!("explore?in.activities=training&vs=everybody"), |_, items| {
        let item = items.iter().find(|item| item.view.id == "perceived_value").unwrap();
        let found = lines(item);
        assert!(found[0].contains("| Gap | As large by chance | Evidence"), "{}", found[0]);
        assert_eq!(item.table.rows.len(), item.view.rows.len());
    });
}

#[test]
fn names_and_titles_of_columns_are_unique() {
    let loaded = tic_2022();
    for fragment in
        [fragment!("explore?by=definition&uncertain=interval"), fragment!("explore?vs=everybody")]
    {
        at(&loaded, fragment, |context, items| {
            for item in items {
                let columns = item.table.standing_alone(context, item).columns;
                for (position, column) in columns.iter().enumerate() {
                    let before = &columns[..position];
                    let same = |c: &&crate::Column| {
                        c.name == column.name
                            || c.title.to_lowercase() == column.title.to_lowercase()
                    };
                    assert!(before.iter().find(same).is_none(), "{}", column.title);
                }
            }
        });
    }
}

#[test]
fn elsewhere_than_in_explore_the_figures_are_those_of_everybody() {
    let loaded = tic_2022();
    let mut everybody = Vec::new();
    at(&loaded, fragment!("explore"), |_, items| everybody = items.iter().map(lines).collect());
    for fragment in [fragment!("findings"), fragment!("compare"), fragment!("about")] {
        at(&loaded, fragment, |context, items| {
            assert_eq!(items.iter().map(lines).collect::<Vec<_>>(), everybody, "{fragment}");
            let link = format!("https://findings.example/{START}explore");
            assert_eq!(context.link(), link);
            assert!(items.iter().all(|item| item.link.starts_with(&link)));
        });
    }
}
