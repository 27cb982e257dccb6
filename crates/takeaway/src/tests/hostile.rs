//! Texts that mean something to what they are put into.

use explorer::contract::FileKind;
use explorer::fragment;
use std::rc::Rc;

use proptest::prelude::*;

use super::complete::in_zip;
use crate::tests::{at, tic_2022};
use crate::{Cell, Item, clipboard, csv, report, xlsx};

/// A figure with a text wherever one may stand.
fn with(item: &Item, text: &str) -> Item {
    let mut item = item.clone();
    let view = Rc::make_mut(&mut item.view);
    view.headline = text.to_owned();
    view.label = text.to_owned();
    view.text = text.to_owned();
    view.base_summary = text.to_owned();
    view.notes = vec![text.to_owned()];
    view.sentence.finding = text.to_owned();
    view.table.caption = text.to_owned();
    view.table.columns[1] = text.to_owned();
    view.table.rows[0].heading = text.to_owned();
    item.table.columns[1].title = text.to_owned();
    item.table.rows[0][0] = Cell::Text(text.to_owned());
    item.link = format!("https://findings.example/#{text}");
    item
}

#[test]
fn no_text_becomes_markup_or_a_script() {
    let loaded = tic_2022();
    let text = "</style></title></table><script>alert(1)</script><img src=x onerror=alert(1)>\"'";
    at(&loaded, fragment!("explore"), |context, items| {
        let item = with(&items[0], text);
        let page = report::file(context, &[(item.clone(), Some(text.to_owned()))]).bytes;
        for html in [String::from_utf8(page).unwrap(), clipboard::html(context, &item)] {
            assert!(!html.contains("<script") && !html.contains("<img src=x"), "{html}");
        }
    });
}

#[test]
fn a_copied_table_runs_nothing() {
    let loaded = tic_2022();
    at(&loaded, fragment!("explore"), |context, items| {
        let item = with(&items[0], "=1+1");
        assert!(clipboard::html(context, &item).contains(">'=1+1<"));
        assert!(!clipboard::html(context, &item).contains(">=1+1<"));
        let text = clipboard::text(context, &item);
        assert!(text.split(['\t', '\n']).all(|cell| !cell.starts_with('=')), "{text}");
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_text_becomes_a_formula_or_spoils_a_workbook(text in "[=+@]?[ -~]{0,30}|.{0,300}") {
        let loaded = tic_2022();
        at(&loaded, fragment!("explore"), |context, items| {
            let item = with(&items[0], &text);
            for kind in FileKind::ALL {
                match kind {
                    FileKind::Xlsx => {
                        let all = in_zip(&xlsx::file(context, std::slice::from_ref(&item)).unwrap().bytes);
                        assert!(!all.contains("<f>") && !all.contains("<f "), "{text:?}");
                    }
                    FileKind::Csv => {
                        let bytes = csv::bytes(context, &item);
                        let mut rows = ::csv::ReaderBuilder::new()
                            .has_headers(false)
                            .from_reader(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap());
                        for cell in rows.records().flat_map(|row| {
                            row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()
                        }) {
                            assert!(!cell.starts_with(['=', '+', '@']), "{cell:?}");
                        }
                    }
                    // A pack's tables are these files.
                    FileKind::Zip | FileKind::Png | FileKind::Svg => {}
                }
            }
        });
    }
}
