//! Pictures of the bundled survey's figures: well-formed whatever labels hold, with all that must go
//! along, and with nothing from elsewhere.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use explorer::fragment;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use explorer::Loaded;
use explorer::state::{Place, permalink};
use explorer::view::{DotsView, FindingFigureView, FindingsView, SideBySideView};
use roxmltree::{Document, Node};
use survey::{Survey, bundle};
use survey_pack::pack;
use takeaway::picture::{CHART_WIDTH, Drawing, Picture, WIDTH, picture};
use takeaway::{ExportContext, Item, items};

/// What a chart's library could have drawn.
const DRAWN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"880\" height=\"100\">\
                     <rect width=\"10\" height=\"10\"/></svg>";
/// What would run, load or break out where it is not escaped, and what XML can't hold.
const HOSTILE: &str = "</text><script>alert(1)</script>\"><image href='http://example.org/x'/>\
                       ]]>&quot; &#0; & \u{0}\u{b}\u{fffe} <!-- -- >";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn loaded(name: &str) -> Loaded {
    let file = std::env::temp_dir().join(format!("pictures-{name}-{}.survey", std::process::id()));
    let _ = std::fs::remove_file(&file);
    pack::pack(&root().join("data/tic-2022"), &file, &pack::Options::default()).unwrap();
    let bytes = std::fs::read(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    Loaded::from(bundle::decode(&bytes).unwrap())
}

/// Wider than most letters are.
fn measure(text: &str, size: u32, weight: u32) -> f64 {
    let letter = if weight > 400 { 0.6 } else { 0.55 };
    letter * f64::from(size) * f64::from(u32::try_from(text.chars().count()).unwrap())
}

fn context<'a>(loaded: &'a Loaded, place: &'a Place) -> ExportContext<'a> {
    ExportContext { loaded, site: "https://findings.example/", date: "2026-11-22", place }
}

/// All text that is seen, a line after the other.
fn seen(document: &Document) -> String {
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.filter_map(|node| node.text()).collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn drawn<'a>(picture: &'a Picture, of: &str) -> Document<'a> {
    Document::parse(&picture.svg).unwrap_or_else(|error| panic!("{of}: {error}\n{}", picture.svg))
}

/// Nothing that runs or loads, and nothing outside the sheet.
fn expect_harmless(document: &Document, of: &str) {
    for node in document.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        let known = ["svg", "title", "desc", "rect", "path", "circle", "g", "text"];
        assert!(known.contains(&name), "{of}: <{name}>");
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on") && name != "href" && name != "style", "{of}: {name}");
            assert!(!value.contains("://") && !value.contains("url("), "{of}: {name}={value}");
        }
        if let Some(text) = node.text().filter(|_| name == "text") {
            let number = |name: &str| node.attribute(name).unwrap().parse().unwrap();
            let x = f64::from(number("x"));
            let width = measure(text, number("font-size"), number("font-weight"));
            assert!(x + width <= f64::from(WIDTH - 40), "{of}: too wide: {text}");
        }
    }
}

#[test]
fn a_picture_has_all_that_must_go_along() {
    let loaded = loaded("words");
    for fragment in [
        fragment!("explore"),
        fragment!("explore?in.definition=clear"),
        fragment!("explore?by=authority_type&show=percentages"),
        fragment!("explore?in.definition=clear&vs=others"),
        fragment!("explore?show=percentages&uncertain=interval"),
        fragment!("explore?in.definition=clear&in=Synthetic%20team%2001"),
    ] {
        let (place, in_doubt) = permalink::read(fragment, &loaded.survey);
        assert!(!in_doubt, "{fragment}");
        let context = context(&loaded, &place);
        for item in items(&context) {
            let of = format!("{fragment} {}", item.view.id);
            let picture = picture(&context, &item, Drawing::Chart(DRAWN, 100), &measure);
            let document = drawn(&picture, &of);
            expect_harmless(&document, &of);
            let root = document.root_element();
            let name = root.first_element_child().and_then(|title| title.text());
            assert_eq!(name, Some(item.view.headline.as_str()));
            assert_eq!(
                root.children().find_map(|c| c.has_tag_name("desc").then(|| c.text())),
                Some(Some(item.view.spoken.as_str()))
            );
            let seen = seen(&document);
            // The link may be broken anywhere.
            let run_on = seen.replace(' ', "");
            assert!(run_on.contains(&item.link.replace(' ', "")), "{of}: no link");
            let about = loaded.survey.about();
            let checksum = &loaded.header.checksum_text()[..16];
            let chosen = !place.filter.is_empty() || place.by.is_some();
            let selection = if chosen { &item.selection } else { "" };
            let expected = [
                &item.view.headline,
                item.view.contrast(),
                &item.view.base_summary,
                &item.view.standing.sentence,
                &about.banner,
                &about.citation,
                &about.version,
                checksum,
                selection,
                "22 November 2026",
            ];
            for text in expected {
                assert!(seen.contains(&words(text)), "{of}: no {text:?} in {seen}");
            }
        }
    }
}

/// The item with hostile words wherever it has words.
fn spoiled(item: &Item) -> Item {
    let mut item = item.clone();
    let mut view = (*item.view).clone();
    for text in [
        &mut view.headline,
        &mut view.label,
        &mut view.text,
        &mut view.base_summary,
        &mut view.caution,
        &mut view.spoken,
        &mut view.sentence.finding,
        &mut view.sentence.caveat,
        &mut view.standing.sentence,
        &mut item.selection,
        &mut item.link,
    ] {
        HOSTILE.clone_into(text);
    }
    view.notes = vec![HOSTILE.to_owned(), "x".repeat(5_000)];
    item.view = Rc::new(view);
    let sides = [HOSTILE.to_owned(), "\u{202e}=1+1".to_owned()];
    item.sides = Some(Rc::new(SideBySideView { sides, notes: vec![HOSTILE.to_owned()] }));
    item
}

#[test]
fn hostile_words_are_words() {
    let mut loaded = loaded("hostile");
    let mut parts = loaded.survey.into_parts();
    parts.about.banner = format!("{HOSTILE}. {HOSTILE}");
    parts.about.citation = HOSTILE.to_owned();
    loaded.survey = Survey::new(parts).unwrap();
    let place = Place { by: None, ..Place::default() };
    let context = context(&loaded, &place);
    let item = spoiled(&items(&context)[0]);
    let chart = format!("{}\u{0}\u{b}\u{fffe}</svg>", DRAWN.trim_end_matches("</svg>"));
    let dots = DotsView { key: vec![("gave", HOSTILE.to_owned())], ..first_dots(&loaded) };
    for (of, drawing) in [
        ("chart", Drawing::Chart(&chart, 100)),
        ("no drawing", Drawing::Chart("", 100)),
        ("a page in place of one", Drawing::Chart("<html><script/></html>", 100)),
        ("nothing", Drawing::Nothing),
        ("dots", Drawing::Dots(&dots)),
    ] {
        let picture = picture(&context, &item, drawing, &measure);
        let document = drawn(&picture, of);
        expect_harmless(&document, of);
        assert!(seen(&document).contains("</text><script>alert(1)</script>"), "{of}");
    }
}

fn first_dots(loaded: &Loaded) -> DotsView {
    let findings = FindingsView::new(&loaded.survey, 0).findings;
    let mut figures = findings.into_iter().flat_map(|finding| finding.figures);
    let dots = figures.find_map(|figure| match figure {
        FindingFigureView::Dots(dots) => Some(*dots),
        FindingFigureView::Bars(_) => None,
    });
    dots.unwrap()
}

#[test]
fn there_is_a_dot_for_each_respondent_and_a_key() {
    let loaded = loaded("dots");
    let place = Place::default();
    let context = context(&loaded, &place);
    let dots = first_dots(&loaded);
    let item = items(&context).into_iter().find(|item| item.view.id == dots.id).unwrap();
    let picture = picture(&context, &item, Drawing::Dots(&dots), &measure);
    let document = drawn(&picture, "dots");
    expect_harmless(&document, "dots");
    let sizes = |radius: &str| {
        document.descendants().filter(|node| node.attribute("r") == Some(radius)).count()
    };
    let in_key = |look: &str| usize::from(dots.key.iter().any(|(name, _)| *name == look));
    let large = (dots.gave + dots.other) as usize;
    assert!(large > 40);
    assert_eq!(sizes("8"), large + in_key("gave") + in_key("other"));
    assert_eq!(sizes("3"), dots.not_answered as usize + in_key("unanswered"));
    for text in dots.key.iter().map(|(_, words)| words).chain([&dots.sentence.finding]) {
        assert!(seen(&document).contains(&words(text)), "{text}");
    }
}

#[test]
fn the_same_figure_is_the_same_bytes() {
    let loaded = loaded("again");
    let place = Place::default();
    let context = context(&loaded, &place);
    let item = &items(&context)[0];
    let [once, again] =
        [0, 1].map(|_| picture(&context, item, Drawing::Chart(DRAWN, 100), &measure));
    assert_eq!(once, again);
    assert_eq!(CHART_WIDTH, 880);
}

#[test]
fn colours_are_those_of_the_pages_light_palette() {
    let root = root();
    let palette = std::fs::read_to_string(root.join("assets/styles/_tokens.scss")).unwrap();
    let light = palette.split("@mixin dark").next().unwrap();
    let sources = ["src/picture.rs", "src/picture/sheet.rs", "src/picture/dots.rs"];
    let mut found = 0;
    for source in sources {
        let code = std::fs::read_to_string(root.join("crates/takeaway").join(source)).unwrap();
        for (at, _) in code.match_indices('#') {
            let colour = &code[at..code.len().min(at + 7)];
            if colour.len() == 7 && colour[1..].chars().all(|c| c.is_ascii_hexdigit()) {
                assert!(light.contains(colour), "{source} has {colour}");
                found += 1;
            }
        }
    }
    assert!(found >= 6, "only {found} colours were found");
}
