use super::{Cited, bibtex, text};
use crate::tests::{at, tic_2022};
use explorer::fragment;
use explorer::state::permalink::START;

#[test]
fn a_figure_is_cited_with_version_link_and_caution() {
    let loaded = tic_2022();
    at(&loaded, fragment!("explore"), |context, items| {
        let figure = items.iter().find(|item| item.view.id == "uses_tic").unwrap();
        let cited = text(context, Cited::Figure(figure));
        assert!(cited.starts_with("Asmussen, "), "the publisher comes first: {cited}");
        for part in [
            "“Most teams use trauma-informed care (Use of trauma-informed care; all 58 teams)”",
            "via https://findings.example/",
            "(tic-2022 1.0.0), ",
            "22 November 2026",
            &format!("https://findings.example/{START}explore?figure=uses_tic&receipt="),
            "Illustrative data.",
            "Asmussen",
        ] {
            assert!(cited.contains(part), "{part} in {cited}");
        }
    });
}

#[test]
fn entries_for_bibtex_are_whole() {
    let loaded = tic_2022();
    at(&loaded, fragment!("explore?in.definition=clear"), |context, items| {
        for cited in [Cited::Page, Cited::Data].into_iter().chain(items.iter().map(Cited::Figure)) {
            let entry = bibtex(context, cited);
            assert!(entry.starts_with("@misc{tic-2022-"), "{entry}");
            let braces = |brace| entry.chars().filter(|c| *c == brace).count();
            assert_eq!(braces('{'), braces('}'), "{entry}");
            assert!(!entry.contains(" & ") && entry.contains("urldate = {2026-11-22}"), "{entry}");
        }
    });
}
