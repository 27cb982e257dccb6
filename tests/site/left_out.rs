//! A public survey whose package has e-mail addresses in a column that is left out, and a spreadsheet
//! beside it that nobody declared: neither is in anything that a reader gets.

use explorer::fragment;
use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use data_encoding::BASE64;
use serde_json::json;
use site_tests::{Browser, Look, Scratch, Site};
use xtask::{build, project::Project, search};

use crate::offline::{keeping, kept};

/// In every address of the column, and in the spreadsheet.
const CANARIES: [&str; 2] = ["canary.example", "Canary of the spreadsheet"];

/// A package of 40 halls, in a folder of its own.
fn package(folder: &Path) -> Result<PathBuf> {
    let package = folder.join("halls");
    fs::create_dir(&package)?;
    let field = |name: &str, more: serde_json::Value| {
        let mut field = json!({ "name": name, "type": "string" });
        let own = field.as_object_mut().into_iter();
        own.zip(more.as_object()).for_each(|(field, more)| field.extend(more.clone()));
        field
    };
    let descriptor = json!({
        "name": "halls", "title": "Halls", "description": "What halls are used for.",
        "version": "1.0.0", "licenses": [{ "name": "CC0-1.0" }],
        "sources": [{ "title": "The halls’ leaflet" }],
        "resources": [{ "name": "answers", "path": "answers.csv", "schema": {
            "primaryKey": "hall",
            "fields": [
                field("hall", json!({})),
                field("heating", json!({ "categories": ["oil", "gas"] })),
                field("contact", json!({ "title": "E-mail", "survey": { "role": "left_out" } })),
            ],
        }}],
        "survey": {
            "provenance": "public",
            "respondent": { "one": "hall", "other": "halls" },
            "citation": "The halls (2026)",
            "draws": [{ "id": "1", "label": "Answers", "resource": "answers" }],
        },
    });
    fs::write(package.join("datapackage.json"), descriptor.to_string())?;
    let row = |hall: u32| {
        let heating = if hall.is_multiple_of(3) { "oil" } else { "gas" };
        format!("Hall {hall},{heating},caretaker{hall}@{}\n", CANARIES[0])
    };
    let rows: String = (1..=40).map(row).collect();
    fs::write(package.join("answers.csv"), format!("hall,heating,contact\n{rows}"))?;
    fs::write(package.join("contacts.xlsx"), format!("PK {}", CANARIES[1]))?;
    Ok(package)
}

fn expect_none(name: &str, content: &[u8]) -> Result<()> {
    let text = String::from_utf8_lossy(content);
    let found = CANARIES.iter().find(|canary| text.contains(**canary));
    ensure!(found.is_none(), "{name} holds {found:?}");
    Ok(())
}

/// Each file of a site as it lies there, unpacked where it is packed.
fn expect_none_in(site: &Path) -> Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(site)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut content = Vec::new();
        match path.extension().and_then(|end| end.to_str()) {
            Some("gz") => {
                flate2::read::GzDecoder::new(File::open(&path)?).read_to_end(&mut content)?;
            }
            Some("zip") => {
                let mut archive = zip::ZipArchive::new(File::open(&path)?)?;
                for place in 0..archive.len() {
                    archive.by_index(place)?.read_to_end(&mut content)?;
                }
            }
            _ => content = fs::read(&path)?,
        }
        expect_none(&name, &content)?;
        names.push(name);
    }
    for expected in ["index.html", "embed.html", "package.zip", "package.zip.gz", "sw.js"] {
        ensure!(names.iter().any(|name| name == expected), "there is no {expected}: {names:?}");
    }
    Ok(())
}

/// The page as one file, with its parts unpacked.
fn expect_none_in_one_file(file: &Path, site: &Path) -> Result<()> {
    let page = fs::read_to_string(file)?;
    let mut parts = page.split("<script type=\"application/gzip\"");
    expect_none("the file", parts.next().context("a page")?.as_bytes())?;
    let mut count = 0;
    for part in parts {
        let (_, body) = part.split_once('>').context("a part without a body")?;
        let (packed, rest) = body.split_once("</script>").context("a part without an end")?;
        let packed = BASE64.decode(packed.as_bytes())?;
        let mut content = Vec::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut content)?;
        expect_none("a part of the file", &content)?;
        expect_none("the file", rest.as_bytes())?;
        count += 1;
    }
    let mut of_program = 0;
    for entry in fs::read_dir(site)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_program = std::path::Path::new(&name).extension().is_some_and(|kind| kind == "wasm");
        of_program += usize::from(name.starts_with("part-") && is_program);
    }
    ensure!(of_program > 0, "the program is not in parts");
    let expected = 3 + of_program;
    ensure!(count == expected, "{count} parts are not program, survey, package and {of_program}");
    Ok(())
}

#[tokio::test]
async fn a_left_out_column_and_a_stray_file_are_in_nothing_that_a_reader_gets() -> Result<()> {
    let (project, scratch) = (Project::here(), Scratch::new()?);
    let package = package(scratch.path())?;
    let site = Site::over(&package)?;
    let folder = site.folder().context("a copy")?;
    build::compress(&project, folder)?;
    search::site(&project, &package, folder)?;
    expect_none_in(folder)?;

    let file = site::single::write(&project.program(), folder, &scratch.path().join("single"))?;
    search::one_file(&project, &package, folder, &file)?;
    expect_none_in_one_file(&file, folder)?;

    let browser = keeping(&Look::wide(), &site.address(fragment!("explore"))).await?;
    browser.wait_for_text("main", "40 halls").await?;
    ensure!(kept(&browser).await?.iter().any(|address| address.ends_with(".survey")));
    expect_none_kept(&browser).await?;
    browser.expect_no_complaints(&site).await
}

/// All that the browser keeps of the site.
async fn expect_none_kept(browser: &Browser) -> Result<()> {
    let script = "const [canaries, done] = arguments; (async () => { \
         const found = []; let size = 0; \
         for (const name of await caches.keys()) { \
           const cache = await caches.open(name); \
           for (const request of await cache.keys()) { \
             const text = await (await cache.match(request)).text(); \
             size += text.length; \
             if (canaries.some((canary) => text.includes(canary))) { found.push(request.url); } } } \
         const own = JSON.stringify([{ ...localStorage }, { ...sessionStorage }]); \
         if (canaries.some((canary) => own.includes(canary))) { found.push('storage'); } \
         done([found, size]); })();";
    let found = browser.async_script(script, vec![json!(CANARIES)]).await?;
    ensure!(found[0] == json!([]), "kept: {found}");
    ensure!(found[1].as_u64() > Some(1_000_000), "the caches hold less than the site: {found}");
    Ok(())
}

#[test]
fn a_site_in_which_something_left_out_is_found_is_refused() -> Result<()> {
    let (project, scratch) = (Project::here(), Scratch::new()?);
    let package = package(scratch.path())?;
    let site = Site::over(&package)?;
    let folder = site.folder().context("a copy")?;
    let refused = |file: &str| {
        let error = search::site(&project, &package, folder).err().context("nothing was found")?;
        let said = error.to_string();
        let expected = format!("{file} holds what the package leaves out: column “contact”");
        ensure!(said.starts_with(&expected) && !said.contains(CANARIES[0]), "{said}");
        Ok(())
    };
    // As it was: every file of the folder in the archive.
    let zip = folder.join("package.zip");
    let whole = fs::read(&zip)?;
    let mut writer = zip::ZipWriter::new(File::create(&zip)?);
    writer.start_file("halls/answers.csv", zip::write::SimpleFileOptions::default())?;
    std::io::copy(&mut File::open(package.join("answers.csv"))?, &mut writer)?;
    writer.finish()?;
    refused("package.zip, halls/answers.csv")?;
    fs::write(&zip, whole)?;
    let page = folder.join("embed.html");
    let text = fs::read_to_string(&page)?;
    let mail = format!("caretaker7&#64;{}", CANARIES[0].to_uppercase());
    fs::write(&page, text.replace("</body>", &format!("<!-- {mail} --></body>")))?;
    refused("embed.html")?;
    fs::write(&page, text)?;
    search::site(&project, &package, folder)?;
    // A copy that says something else than its file.
    fs::write(folder.join("index.html.gz"), fs::read(folder.join("package.zip"))?)?;
    ensure!(search::site(&project, &package, folder).is_err(), "a wrong copy was not seen");
    Ok(())
}
