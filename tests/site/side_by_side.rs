//! Two selections side by side; whatever is shown of them is what the library counts.

use anyhow::{Context, Result, ensure};
use explorer::fragment;
use serde_json::json;
use site_tests::{Browser, Key, Look, Site};
use survey::{Against, Comparison, Filter, Pick};

use crate::explorer::{Explorer, expect_same};

const OWN: &str = fragment!("explore?in.definition=clear&vs=own&b.authority_type=county,london");

fn filter(page: &Explorer, question: &str, answers: &[&str]) -> Result<Filter> {
    let codebook = &page.bundle.survey.codebook();
    let ix = codebook.find(question).context("no such question")?;
    let mut filter = Filter::default();
    for answer in answers {
        let option = codebook.question(ix).option(answer).context("no such answer")?;
        filter.toggle(ix, Pick::Option(option));
    }
    Ok(filter)
}

/// Every table has a column for each side, with the library's counts.
async fn expect_counts(page: &Explorer, expected: &Comparison) -> Result<()> {
    let codebook = &page.bundle.survey.codebook();
    let shown = page.shown().await?;
    let figures = shown["figures"].as_array().context("no figures")?;
    ensure!(figures.len() == codebook.questions().len(), "{} figures", figures.len());
    for figure in figures {
        let id = figure["question"].as_str().context("a figure without a question")?;
        let ix = codebook.find(id).context("a figure of no question")?;
        let tallies = [&expected.first, &expected.second].map(|side| &side.tallies[ix.position()]);
        let [Ok(first), Ok(second)] = tallies else { anyhow::bail!("{id} is not available") };
        let rows = figure["table"]["rows"].as_array().with_context(|| format!("{id}: no table"))?;
        for (option, words) in codebook.question(ix).options.iter().enumerate() {
            let row = rows.iter().find(|row| row[0] == words.label.as_str());
            let row = row.with_context(|| format!("{id} has no row {}", words.label))?;
            for (cell, tally) in [(&row[1], first), (&row[2], second)] {
                let counted = format!("{} of {}", tally.counts[option], tally.answered);
                let cell = cell.as_str().unwrap_or_default();
                let fits = cell == counted || cell.starts_with(&format!("{counted} ("));
                ensure!(fits, "{id}, {}: {cell:?}, counted {counted}", words.label);
            }
        }
    }
    Ok(())
}

/// Moves the keyboard to a control and presses a key there.
async fn press_on(page: &Explorer, css: &str, key: &str) -> Result<()> {
    page.wait_for(css).await?;
    page.script("document.querySelector(arguments[0]).focus();", vec![json!(css)]).await?;
    page.press(key).await
}

#[tokio::test]
async fn two_selections_are_set_by_keyboard_and_shared_by_address() -> Result<()> {
    let site = Site::built()?;
    let page =
        Explorer::open(&site, &Look::wide(), fragment!("explore?in.definition=clear")).await?;
    let source = page.bundle.survey.draws()[0].source();
    let clear = filter(&page, "definition", &["clear"])?;
    let down = char::from(Key::Down).to_string();
    press_on(&page, "#against", &down).await?;
    page.wait_for_address(fragment!("explore?in.definition=clear&vs=others")).await?;
    expect_counts(&page, &source.compare(&clear, &Against::Others)).await?;
    page.press(&down).await?;
    page.wait_for_address(fragment!("explore?in.definition=clear&vs=everybody")).await?;
    expect_counts(&page, &source.compare(&clear, &Against::Everybody)).await?;
    page.press(&down).await?;
    page.wait_for_address(fragment!("explore?in.definition=clear&vs=own")).await?;
    ensure!(page.text("#selected").await? == "A: 10 of 58 teams · B: 58 of 58 teams");

    let option = |answer: &str| -> Result<String> {
        let ix = page.bundle.survey.codebook().find("authority_type").context("no types")?;
        let option = page.bundle.survey.codebook().question(ix).option(answer);
        Ok(format!("#authority_type-Option-{}-", option.context("no such type")?))
    };
    press_on(&page, &option("county")?, " ").await?;
    press_on(&page, &option("london")?, " ").await?;
    page.wait_for_address(OWN).await?;
    let second = filter(&page, "authority_type", &["county", "london"])?;
    let expected = source.compare(&clear, &Against::Filter(second));
    expect_counts(&page, &expected).await?;
    let sizes = [&expected.first, &expected.second].map(|side| side.size.unwrap_or_default());
    let line = format!("A: {} of 58 teams · B: {} of 58 teams", sizes[0], sizes[1]);
    ensure!(page.text("#selected").await? == line);
    let both = expected.both.size.unwrap_or_default();
    page.wait_for_text(".sides", &format!("{both} teams are in both")).await?;
    page.wait_for_text(".sides", "By “Type of authority”, A has").await?;

    // The filters turn round, and change the other side.
    press_on(&page, "#side-first", " ").await?;
    page.wait_for_script("document.querySelector('#definition-Option-0-').checked", &[]).await?;
    press_on(&page, &option("unitary")?, " ").await?;
    let address = fragment!(
        "explore?in.definition=clear&in.authority_type=unitary\
                   &vs=own&b.authority_type=county,london"
    );
    page.wait_for_address(address).await?;
    press_on(&page, &option("unitary")?, " ").await?;
    page.wait_for_address(OWN).await?;

    page.wait_for_charts(".chart__canvas").await?;
    let other = Browser::open(&Look::wide()).await?;
    let other = Explorer::open_in(other, &site, OWN).await?;
    let (here, there) = (page.shown().await?, other.shown().await?);
    for part in ["selected", "headings", "spoken", "notes", "figures"] {
        expect_same(part, &there[part], &here[part])?;
    }
    let who = page.texts(".sides li").await?;
    ensure!(other.texts(".sides li").await? == who, "others are compared elsewhere");
    page.expect_no_complaints(&site).await?;
    other.expect_no_complaints(&site).await
}

#[tokio::test]
async fn a_breakdown_and_a_comparison_take_each_others_place() -> Result<()> {
    let site = Site::built()?;
    let fragment = fragment!("explore?in.definition=clear&vs=others");
    let page = Explorer::open(&site, &Look::wide(), fragment).await?;
    page.wait_for(".sides").await?;
    page.break_down_by("authority_type").await?;
    page.wait_for_address(fragment!("explore?in.definition=clear&by=authority_type")).await?;
    page.wait_until_gone(".sides").await?;
    page.wait_for("#against").await?.select_by_value("everybody").await?;
    page.wait_for_address(fragment!("explore?in.definition=clear&vs=everybody")).await?;
    let by = page.script("return document.querySelector('#breakdown').value;", vec![]).await?;
    ensure!(by == "", "still broken down by {by}");
    page.wait_for("#against").await?.select_by_value("").await?;
    page.wait_for_address(fragment!("explore?in.definition=clear")).await?;
    page.expect_no_complaints(&site).await
}
