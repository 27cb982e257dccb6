//! Each format carries all that must go with a figure, and the same bytes each time.

use explorer::Loaded;
use explorer::contract::FileKind;
use explorer::fragment;
use std::io::Read;

use crate::pack::{Pack, Pictures};
use crate::tests::{at, demo_confidential, tic_2022};
use crate::{ExportContext, Item, clipboard, csv, csvw, readme, report, xlsx};

/// A format's name, and a figure in it as text.
type InFormat = (&'static str, String);

pub(super) fn every_format(context: &ExportContext, item: &Item) -> Vec<InFormat> {
    let files = FileKind::ALL.into_iter().flat_map(|kind| in_files(kind, context, item));
    let copied = [
        ("copied html", of_html(&clipboard::html(context, item))),
        ("copied text", clipboard::text(context, item)),
    ];
    files.chain(copied).collect()
}

/// What files of a kind say of a figure.
fn in_files(kind: FileKind, context: &ExportContext, item: &Item) -> Vec<InFormat> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    match kind {
        // Pictures are drawn around a chart, which a browser draws: `tests/pictures` reads them.
        FileKind::Png | FileKind::Svg => Vec::new(),
        FileKind::Xlsx => {
            let workbook = xlsx::file(context, std::slice::from_ref(item)).unwrap();
            vec![("xlsx", of_html(&in_zip(&workbook.bytes)))]
        }
        FileKind::Csv => vec![("csv", text(csv::bytes(context, item)).replace("\"\"", "\""))],
        // A pack has all of these, and two files more that say something of each figure.
        FileKind::Zip => {
            let json = text(csvw::file(context, item).bytes).replace("\\n", "\n");
            let one = [(item.clone(), None)];
            vec![
                ("csvw", json.replace("\\\"", "\"")),
                ("report", of_html(&text(report::file(context, &one).bytes))),
            ]
        }
    }
}

fn of_html(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// All texts of a ZIP file, one after another.
pub(super) fn in_zip(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for position in 0..zip.len() {
        let mut bytes = Vec::new();
        zip.by_index(position).unwrap().read_to_end(&mut bytes).unwrap();
        all += &String::from_utf8_lossy(&bytes);
    }
    all
}

#[test]
fn nothing_that_must_go_along_is_missing() {
    for loaded in [tic_2022(), demo_confidential()] {
        for fragment in [fragment!("explore"), fragment!("explore?show=percentages")] {
            at(&loaded, fragment, |context, items| {
                for item in items {
                    let about = context.about();
                    let must = [
                        ("question", item.view.text.as_str()),
                        ("selection", &item.selection),
                        ("banner", &about.banner),
                        ("citation", &about.citation),
                        ("link", &item.link),
                        ("version", &about.version),
                        ("checksum", &context.checksum()),
                    ];
                    for (format, text) in every_format(context, item) {
                        for (what, words) in must {
                            assert!(
                                text.contains(words),
                                "{format} of {} has no {what}",
                                item.view.id
                            );
                        }
                        let date =
                            if matches!(format, "csv") { "2026-11-22" } else { "22 November 2026" };
                        assert!(text.contains(date), "{format} has no date");
                        for note in item.notes() {
                            assert!(
                                text.contains(note),
                                "{format} of {} lacks: {note}",
                                item.view.id
                            );
                        }
                        if format != "csv" {
                            let sentence = item.view.sentence.without_caveat();
                            assert!(text.contains(&sentence), "{format} lacks: {sentence}");
                            // A publication may be a link.
                            for (piece, _) in item.view.standing.linked() {
                                assert!(text.contains(piece), "{format}: lacks {piece}");
                            }
                        }
                    }
                }
            });
        }
    }
}

fn pack(context: &ExportContext, items: &[Item]) -> Vec<u8> {
    let mut pack = Pack::default();
    for item in items {
        let svg = Some("<svg xmlns='http://www.w3.org/2000/svg'/>".to_owned());
        pack.add(
            context,
            item.clone(),
            Pictures { chart: svg.clone(), svg, png: Some(vec![1, 2, 3]) },
        )
        .unwrap();
    }
    pack.finish(context).unwrap().bytes
}

#[test]
fn a_pack_has_its_files_and_the_same_bytes_each_time() {
    let loaded = tic_2022();
    at(&loaded, fragment!("explore"), |context, items| {
        let first = pack(context, items);
        assert_eq!(first, pack(context, items));
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&first)).unwrap();
        let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        for name in [
            "README.txt",
            "report.html",
            "tables.xlsx",
            "citation.bib",
            "tables/tic-2022-uses_tic.csv",
            "tables/tic-2022-uses_tic.csv-metadata.json",
            "pictures/tic-2022-uses_tic.svg",
            "pictures/tic-2022-uses_tic.png",
        ] {
            assert!(names.iter().any(|found| found == name), "{name} in {names:?}");
        }
        assert_eq!(names.len(), 4 + 4 * items.len());
        let mut workbook = Vec::new();
        zip.by_name("tables.xlsx").unwrap().read_to_end(&mut workbook).unwrap();
        let days: Vec<String> = in_zip(&workbook)
            .split("W3CDTF\">")
            .skip(1)
            .map(|rest| rest.chars().take("2026-11-22".len()).collect())
            .collect();
        assert_eq!(days, ["2026-11-22"; 2], "no clock was asked");
        let mut readme = String::new();
        zip.by_name("README.txt").unwrap().read_to_string(&mut readme).unwrap();
        assert!(readme.lines().all(|line| line.chars().count() <= 80), "{readme}");
        assert!(readme.contains("pictures/*.png") && !readme.replace("\r\n", "").contains('\n'));
    });
}

#[test]
fn a_readme_says_what_the_figures_are() {
    let loaded = demo_confidential();
    at(&loaded, fragment!("explore?by=authority"), |context, items| {
        let bytes = readme::file(context, items, &[]).bytes;
        let text = String::from_utf8(bytes).unwrap().replace("\r\n", " ").replace("  ", " ");
        let about = context.about();
        for words in [&about.title, &about.banner, &about.citation, &context.checksum()] {
            assert!(text.contains(words.as_str()), "{words}");
        }
        for item in items {
            assert!(text.contains(&item.view.sentence.whole()), "{}", item.view.id);
        }
    });
}

#[test]
fn a_report_says_in_which_language_the_packages_texts_are() {
    let report = |loaded: &Loaded| {
        let mut page = Vec::new();
        at(loaded, fragment!("explore"), |context, items| {
            page = report::file(context, &[(items[0].clone(), None)]).bytes;
        });
        String::from_utf8(page).unwrap()
    };
    let marks =
        |page: &str, element: &str| page.contains(&format!("<{element} lang=\"cy\" dir=\"ltr\">"));
    let loaded = tic_2022();
    let page = report(&loaded);
    assert!(!page.contains("dir="), "the package declares no language");
    let mut parts = loaded.survey.into_parts();
    parts.about.language = Some(survey::Language { tag: "cy".into(), right_to_left: false });
    let page = report(&Loaded { survey: survey::Survey::new(parts).unwrap(), ..loaded });
    // The banner, the question, a limit, a paragraph; the page's own words stay in their language.
    for element in ["strong", "span", "li", "p"] {
        assert!(marks(&page, element), "no <{element}> is marked");
    }
    assert!(page.contains("<html lang=\"en-GB\">") && !marks(&page, "h2"));
}
