//! What is taken away for the other programs: each kind of figure, of the bundled surveys and of one
//! whose texts are hostile.

use explorer::fragment;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use explorer::Loaded;
use explorer::state::permalink;
use survey::{Codebook, Form, Records, Survey, bundle};
use survey_pack::pack;
use takeaway::{Cell, ExportContext, Item, citation, clipboard, csv, csvw, items, xlsx};

const OPEN: [&str; 7] = [
    fragment!("explore"),
    fragment!("explore?by=authority_type"),
    fragment!("explore?by=definition&uncertain=interval"),
    fragment!("explore?uncertain=bounds"),
    fragment!("explore?in.definition=clear&vs=others"),
    fragment!("explore?in.uses_tic=no"),
    fragment!("explore?vs=own&b.definition=none"),
];
const PROTECTED: [&str; 3] =
    [fragment!("explore"), fragment!("explore?by=authority"), fragment!("explore?by=funding")];

/// What a spreadsheet might run, or take for the end of something.
const HOSTILE: [&str; 17] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "\u{feff}=1+1",
    "＝1+1",
    "=cmd|'/C calc'!A0",
    "\"=1+1\"",
    "a;=1+1;b",
    "two\nlines, and =1+1",
    "=HYPERLINK(\"https://evil.example/\",\"a\")",
    "</table><script>alert(1)</script>&amp;",
    "[x]",
    "}, evil = {x} \\ % $ &",
];

/// Writes a folder for each context, and says how many.
pub(super) fn write(folder: &Path) -> Result<usize, Box<dyn Error>> {
    let open = packed("tic-2022")?;
    let contexts: Vec<(Loaded, &[&str])> = vec![
        (hostile(packed("tic-2022")?)?, &OPEN),
        (packed("demo-confidential")?, &PROTECTED),
        (open, &OPEN),
    ];
    let mut written = 0;
    for (loaded, fragments) in &contexts {
        for fragment in *fragments {
            written += 1;
            context(&folder.join(format!("{written:02}")), loaded, fragment)?;
        }
    }
    Ok(written)
}

fn packed(name: &str) -> Result<Loaded, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name);
    let out = tempfile::tempdir()?;
    let file = out.path().join("packed.survey");
    let report = Some(out.path().join("report"));
    pack::pack(&folder, &file, &pack::Options { report, ..Default::default() })?;
    Ok(Loaded::from(bundle::decode(&fs::read(file)?)?))
}

/// The same answers under hostile texts.
fn hostile(mut loaded: Loaded) -> Result<Loaded, Box<dyn Error>> {
    let mut questions = loaded.survey.codebook().questions().to_vec();
    let mut texts = HOSTILE.iter().cycle();
    let mut next = || texts.next().copied().unwrap_or_default().to_owned();
    for question in &mut questions {
        question.label = next();
        question.text = next();
        for option in &mut question.options {
            option.label = next();
            option.says = None;
        }
    }
    let codebook = Arc::new(Codebook::new(questions).map_err(|errors| format!("{errors:?}"))?);
    let mut parts = loaded.survey.into_parts();
    for draw in &mut parts.draws {
        draw.form = answering(&codebook, &draw.form)?;
    }
    parts.codebook = codebook;
    "=1+1 is the banner".clone_into(&mut parts.about.banner);
    "@SUM(1,1) is the citation".clone_into(&mut parts.about.citation);
    loaded.survey = Survey::new(parts)?;
    Ok(loaded)
}

/// The same answers to other questions, which differ in their words alone.
fn answering(codebook: &Arc<Codebook>, form: &Form) -> Result<Form, Box<dyn Error>> {
    let Form::Records(old) = form else { return Err("there are no records".into()) };
    let answers = codebook.positions().map(|ix| old.answers(ix).clone()).collect();
    let weights = old.weights().map(<[f64]>::to_vec);
    let records = Records::new(Arc::clone(codebook), old.ids().to_vec(), answers, weights);
    Ok(Form::Records(Arc::new(records.map_err(|errors| format!("{errors:?}"))?)))
}

fn context(folder: &Path, loaded: &Loaded, fragment: &str) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let (place, in_doubt) = permalink::read(fragment, &loaded.survey);
    if in_doubt {
        return Err(format!("{fragment} could not be used").into());
    }
    let site = "https://findings.example/";
    let context = ExportContext { loaded, site, date: "2026-11-22", place: &place };
    let items = items(&context);
    let mut expected = Vec::new();
    for item in &items {
        let table = csv::file(&context, item);
        let described = csvw::file(&context, item);
        expected.push(told(item, &table.name));
        // What a browser puts on the clipboard says its encoding.
        let html = format!("<meta charset=\"utf-8\">{}", clipboard::html(&context, item));
        fs::write(folder.join(&table.name).with_extension("html"), html)?;
        fs::write(folder.join(&table.name).with_extension("txt"), clipboard::text(&context, item))?;
        fs::write(folder.join(&table.name), table.bytes)?;
        fs::write(folder.join(&described.name), described.bytes)?;
    }
    fs::write(folder.join("tables.xlsx"), xlsx::file(&context, &items)?.bytes)?;
    fs::write(folder.join("citation.bib"), citation::file(&context, &items).bytes)?;
    let expected = serde_json::json!({
        "title": loaded.survey.about().title,
        "banner": loaded.survey.about().banner,
        "figures": expected,
    });
    fs::write(folder.join("expected.json"), expected.to_string())?;
    Ok(())
}

/// A figure's table as it must be read again.
fn told(item: &Item, csv: &str) -> serde_json::Value {
    let cell = |cell: &Cell| match cell {
        Cell::Number(number) => serde_json::json!(number),
        Cell::Text(text) => serde_json::json!(text),
        Cell::Absent(why) => serde_json::json!(why.symbol()),
    };
    let columns = item.table.columns.iter();
    serde_json::json!({
        "csv": csv,
        "headline": item.view.headline,
        "link": item.link,
        "label": item.view.label,
        "names": columns.clone().map(|column| column.name).collect::<Vec<_>>(),
        "titles": columns.map(|column| column.title.clone()).collect::<Vec<_>>(),
        "rows": item.table.rows.iter().map(|row| row.iter().map(cell).collect()).collect::<Vec<Vec<_>>>(),
    })
}
