//! Drawings and pictures: well-formed, with their words, as large as they say, not blank.

use anyhow::{Context, Result, ensure};
use explorer::fragment;
use roxmltree::Document;
use site_tests::{Browser, Downloads, Look, Site};

use super::take;
use crate::explorer::Explorer;

const BANNER: &str = "Illustrative data.";

/// What a drawing says to those who see it.
pub(super) fn seen(drawing: &Document) -> String {
    let texts = drawing.descendants().filter(|node| node.has_tag_name("text"));
    texts.filter_map(|node| node.text()).collect::<Vec<_>>().join(" ")
}

/// The width, the height and the number of different colours of a picture.
fn pixels(bytes: &[u8]) -> Result<(u32, u32, usize)> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("the picture is too large")?];
    let info = reader.next_frame(&mut pixels)?;
    let of_one = info.color_type.samples();
    let mut colours: Vec<&[u8]> = pixels.chunks_exact(of_one).collect();
    colours.sort_unstable();
    colours.dedup();
    Ok((info.width, info.height, colours.len()))
}

/// Saves a figure in both ways, and leaves them where pictures are looked at.
async fn saved(page: &Browser, figure: &str, name: &str, shot: &str) -> Result<(String, Vec<u8>)> {
    let downloads = Downloads::of(page).await?;
    let said = take(page, figure, "svg").await?;
    ensure!(said.contains(&format!("{name}.svg")), "{said}");
    let drawing = downloads.text(&format!("{name}.svg")).await?;
    let said = take(page, figure, "png").await?;
    ensure!(said.contains(&format!("{name}.png")), "{said}");
    let picture = downloads.bytes(&format!("{name}.png")).await?;
    if let Some(folder) = std::env::var_os("FINDINGS_SHOTS") {
        let folder = std::path::PathBuf::from(folder);
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join(format!("taken-{shot}.svg")), &drawing)?;
        std::fs::write(folder.join(format!("taken-{shot}.png")), &picture)?;
    }
    Ok((drawing, picture))
}

fn expect_picture(drawing: &str, picture: &[u8], words: &[&str]) -> Result<()> {
    let document = Document::parse(drawing)?;
    let seen = seen(&document);
    for words in words.iter().chain(&[BANNER, "Source:", "Data: tic-2022"]) {
        ensure!(seen.contains(words), "no {words:?} in {seen}");
    }
    let height: u32 = document.root_element().attribute("height").context("no height")?.parse()?;
    let (width, tall, colours) = pixels(picture)?;
    ensure!((width, tall) == (1920, 2 * height), "{width} × {tall} for {height}");
    ensure!(colours > 20, "{colours} colours: the picture is blank");
    ensure!(picture.len() < 400_000, "{} bytes", picture.len());
    // White paper, whatever the page's colours are.
    ensure!(!drawing.contains("#10181f") && !drawing.contains("rgb(16,24,31)"), "{drawing}");
    for foreign in [
        "href=",
        "=\"undefined\"",
        " style=",
        "<style",
        "<script",
        "@import",
        "<image",
        "<foreignObject",
    ] {
        ensure!(!drawing.contains(foreign), "{foreign} in {drawing}");
    }
    Ok(())
}

#[tokio::test]
async fn each_kind_of_chart_is_saved_as_drawing_and_picture() -> Result<()> {
    let site = Site::built()?;
    for (number, look, fragment, question) in [
        (1, Look::wide(), fragment!("explore"), "activities"),
        (
            2,
            Look::wide().dark(),
            fragment!("explore?in.authority_type=london&show=percentages"),
            "activities",
        ),
        (3, Look::narrow(), fragment!("explore?by=authority_type&show=percentages"), "definition"),
        (4, Look::wide(), fragment!("explore?by=authority_type"), "activities"),
        (5, Look::wide().dark(), fragment!("explore?in.definition=clear&vs=others"), "activities"),
        (6, Look::wide(), fragment!("explore?show=percentages&uncertain=interval"), "activities"),
    ] {
        let page = Explorer::open(&site, &look, fragment).await?;
        let figure = format!("section.figure[data-question={question}]");
        let headline = page.text(&format!("{figure} .figure__headline")).await?;
        let name = format!("tic-2022-{question}");
        let shot = format!("{number}-{question}");
        let (drawing, picture) = saved(&page, &figure, &name, &shot).await?;
        expect_picture(&drawing, &picture, &[&headline])?;
        page.expect_no_complaints(&site).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_dots_of_a_finding_are_saved_as_drawing_and_picture() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::narrow().dark(), "").await?;
    let finding = page.text(".dots .dots__sentence").await?;
    let (words, _) = finding.rsplit_once('.').context("no sentence")?;
    let (drawing, picture) = saved(&page, ".dots", "tic-2022-uses_tic", "dots").await?;
    let first_words = words.split_whitespace().take(5).collect::<Vec<_>>().join(" ");
    expect_picture(&drawing, &picture, &[&first_words])?;
    let dots = page
        .script(
            "return document.querySelectorAll('.dots svg.dots__picture')[0]\
        .children.length;",
            vec![],
        )
        .await?;
    let in_drawing = drawing.matches("<circle").count()
        + drawing.matches("stroke-width=\"2\"/>").count()
        - drawing.matches("<circle").count();
    let key =
        page.script("return document.querySelector('.dots__key').children.length;", vec![]).await?;
    ensure!(
        Some(in_drawing as u64) == dots.as_u64().zip(key.as_u64()).map(|(a, b)| a + b),
        "{in_drawing} dots for {dots} and {key}"
    );
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn the_same_figure_is_saved_as_the_same_bytes() -> Result<()> {
    let site = Site::built()?;
    let page = Explorer::open(&site, &Look::wide(), fragment!("explore?by=authority_type")).await?;
    let figure = "section.figure[data-question=uses_tic]";
    let (drawing, _) = saved(&page, figure, "tic-2022-uses_tic", "again").await?;
    ensure!(drawing.contains("chart-uses_tic-"), "no pattern has a name of its own");
    let (again, _) = saved(&page, figure, "tic-2022-uses_tic", "again").await?;
    ensure!(drawing == again, "the same figure is another drawing");
    Ok(())
}
