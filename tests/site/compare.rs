//! A council officer answers for their own team and sees where it stands; nobody else does.

mod form;

use explorer::fragment;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use site_tests::{Browser, Downloads, Key, Look, Site};
use survey::{Clause, Filter, Matching, Pick, Source};
use xtask::project::Project;

use self::form::Form;
use crate::reaching::faults;

/// All that a browser keeps of a site, the theme apart, and what it shows of itself.
const KEPT: &str = "return { address: location.hash, cookies: document.cookie, \
     session: { ...sessionStorage }, \
     local: Object.keys(localStorage).filter(key => !key.includes('theme')), \
     history: history.state };";

/// Databases, and each file of the browser's caches: its address on the site, and its length.
const STORED: &str = "const done = arguments[0]; \
     const file = async (cache, request) => { \
         const { pathname, search } = new URL(request.url); \
         const bytes = await (await cache.match(request)).arrayBuffer(); \
         return [pathname + search, bytes.byteLength]; }; \
     const files = async name => { \
         const cache = await caches.open(name); \
         return Promise.all((await cache.keys()).map(request => file(cache, request))); }; \
     (async () => ({ databases: await indexedDB.databases(), \
         files: (await Promise.all((await caches.keys()).map(files))).flat() }))() \
         .then(done, error => done(String(error)));";

/// Whether the browser would ask before the page is left.
async fn asks_before_leaving(page: &Browser) -> Result<bool> {
    let leave = "const leaving = new Event('beforeunload', { cancelable: true }); \
                 window.dispatchEvent(leaving); return leaving.defaultPrevented;";
    Ok(page.script(leave, vec![]).await? == true)
}

async fn expect_nothing_kept(page: &Browser) -> Result<()> {
    let kept = page.script(KEPT, vec![]).await?;
    let nothing = json!({
        "address": fragment!("compare"), "cookies": "", "session": {}, "local": [], "history": null,
    });
    ensure!(kept == nothing, "the browser keeps {kept}");
    let kept = page.async_script(STORED, vec![]).await?;
    let [databases, files] = [&kept["databases"], &kept["files"]];
    ensure!(databases.as_array().is_some_and(Vec::is_empty), "databases: {databases}");
    // The worker's copy of the site, for use without a network: the site's own files, as they are.
    let dist = Project::here().dist();
    for file in files.as_array().context("what is kept is no list")? {
        let [name, length] = [&file[0], &file[1]];
        let own =
            fs::metadata(dist.join(name.as_str().unwrap_or_default().trim_start_matches('/')));
        ensure!(own.is_ok_and(|own| own.is_file() && own.len() == *length), "it keeps {file}");
    }
    Ok(())
}

/// Goes on by Tab until the element with this id has the focus.
async fn tab_to(page: &Browser, id: &str) -> Result<()> {
    for _ in 0..200 {
        page.press(&char::from(Key::Tab).to_string()).await?;
        if page.script("return document.activeElement.id;", vec![]).await? == id {
            return Ok(());
        }
    }
    anyhow::bail!("the keyboard does not reach {id}")
}

#[tokio::test]
async fn the_form_is_filled_in_by_keyboard_and_nothing_leaves_the_page() -> Result<()> {
    let site = Site::built()?;
    let page = Form::open(&site, &Look::wide()).await?;
    page.wait_for_charts_library().await?;
    let loaded = page.requests().await?.len();
    let (space, down, up) = (" ".to_owned(), char::from(Key::Down), char::from(Key::Up));

    tab_to(&page, "own-name").await?;
    page.press("Anytown").await?;
    // Arrows choose among radios; the second type is "unitary".
    tab_to(&page, "own-authority_type-0").await?;
    page.press(&format!("{space}{down}")).await?;
    page.wait_for_text("#own-progress", "1 of 7 questions answered").await?;
    tab_to(&page, "own-uses_tic-0").await?;
    page.press(&space).await?;
    page.wait_for_text("#own-progress", "2 of 7 questions answered").await?;
    tab_to(&page, "own-definition-0").await?;
    page.press(&space).await?;
    for option in [0, 2] {
        tab_to(&page, &format!("own-activities-{option}")).await?;
        page.press(&space).await?;
    }
    page.wait_for_text("#own-progress", "4 of 7 questions answered").await?;

    let unitary = of_type(&page, "unitary")?;
    page.expect_results(&unitary, "activities", &[0, 2]).await?;
    ensure!(page.text("#results-heading").await?.starts_with("Anytown beside 22 teams"));
    expect_nothing_kept(&page).await?;

    // From the form on to the peers; up to the first, all.
    tab_to(&page, "peers-2").await?;
    page.press(&format!("{up}{up}")).await?;
    page.wait_for_text("#results-heading", "all 58 teams").await?;
    page.expect_results(&Filter::default(), "activities", &[0, 2]).await?;
    let marked = page.texts(".beside .mark--published").await?;
    ensure!(!marked.is_empty(), "no published count is marked");

    let asked: Vec<String> = page.requests().await?.split_off(loaded);
    ensure!(asked.is_empty(), "asked for {asked:?}");
    expect_nothing_kept(&page).await?;
    page.picture("compare").await?;
    page.expect_no_complaints(&site).await
}

fn of_type(page: &Form, id: &str) -> Result<Filter> {
    let codebook = &page.bundle.survey.codebook();
    let question = codebook.find("authority_type").context("no type")?;
    let option = codebook.question(question).option(id).context("no such type")?;
    let mut filter = Filter::default();
    filter.set(question, Clause::new(Matching::Any, [Pick::Option(option)]));
    Ok(filter)
}

#[tokio::test]
async fn answers_are_saved_forgotten_and_opened_again_with_the_network_off() -> Result<()> {
    let site = Site::built()?;
    let page = Form::open(&site, &Look::wide()).await?;
    page.wait_for_charts_library().await?;
    let downloads = Downloads::of(&page).await?;
    page.devtools("Network.enable", &json!({})).await?;
    let off = json!({
        "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
    });
    page.devtools("Network.emulateNetworkConditions", &off).await?;

    ensure!(!asks_before_leaving(&page).await?, "nothing would be lost");
    page.answer(&["authority_type-3", "uses_tic-0", "activities-1", "obstacles-5"]).await?;
    page.type_into("#own-name", "North: team 1").await?;
    page.click_label("Answer for another team as well").await?;
    page.answer(&["uses_tic-1"]).await?;
    let table = "#results .table-scroll";
    page.wait_for_text(table, "North: team 1").await?;
    let held = page.texts("#results").await?;

    ensure!(asks_before_leaving(&page).await?, "answers would be lost unasked");
    page.click("#save-answers").await?;
    page.wait_for_text("#own-notice", "Saved as answers-tic-2022.txt").await?;
    let saved = downloads.text("answers-tic-2022.txt").await?;
    let expected = "Answers saved by the findings explorer, version 1\nsurvey: tic-2022\n\
         name: North: team 1\nuses_tic: yes\nactivities: staff_support\nobstacles: \n\
         authority_type: london\nname: \nuses_tic: no\n";
    ensure!(saved == expected, "saved:\n{saved}");
    ensure!(!asks_before_leaving(&page).await?, "what is saved is not lost");

    page.click("#forget-answers").await?;
    page.wait_for_text("#own-notice", "All your answers are forgotten.").await?;
    ensure!(
        page.script("return document.querySelectorAll('.question :checked').length;", vec![])
            .await?
            == 0
    );
    let focus = page.script("return document.activeElement.id;", vec![]).await?;
    ensure!(focus == "own-notice", "the keyboard is at {focus}");

    let wrong = downloads.write("other.txt", "Dear all,\n")?;
    page.choose_file("#open-answers", &wrong).await?;
    page.wait_for_text("#own-notice", "does not hold answers saved by").await?;
    page.choose_file("#open-answers", &downloads.path("answers-tic-2022.txt")).await?;
    page.wait_for_text("#own-notice", "Opened the answers of 2 teams.").await?;
    page.wait_for("#own-entry").await?.select_by_index(1).await?;
    page.wait_for_script("document.getElementById('own-uses_tic-1').checked", &[]).await?;
    ensure!(page.texts("#results").await? == held, "the results are others than before");
    expect_nothing_kept(&page).await
}

#[tokio::test]
async fn a_small_group_is_refused_and_the_nearest_larger_one_offered() -> Result<()> {
    let site = Site::built()?;
    let page = Form::open(&site, &Look::wide()).await?;
    page.answer(&["authority_type-0", "uses_tic-0"]).await?;
    page.wait_for_text("#peers-refused", "Only 9 teams are in this group (County).").await?;
    ensure!(page.script("return document.querySelector('.beside');", vec![]).await?.is_null());
    let offer = page.text("#peers-refused button").await?;
    // A county and one other type: the smallest such group.
    let records = page.bundle.survey.draws()[0].records().context("no records")?;
    let smallest = ["unitary", "metropolitan", "london"]
        .iter()
        .map(|other| Ok(9 + records.answer(&of_type(&page, other)?).selected?))
        .collect::<Result<Vec<u32>>>()?
        .into_iter()
        .min()
        .context("no other type")?;
    ensure!(offer.contains(&format!("{smallest} teams")), "{smallest} is not in {offer:?}");
    page.click("#peers-refused button").await?;
    page.wait_for_text("#results-heading", &format!("beside {smallest} teams")).await?;
    page.expect_no_complaints(&site).await
}

/// Every state of the form and the results, in one window.
async fn expect_usable(look: &Look) -> Result<()> {
    let site = Site::built()?;
    let page = Form::open(&site, look).await?;
    let mut found: Vec<String> = Vec::new();
    let mut note = |state: &str, faults: Vec<String>| {
        found.extend(faults.into_iter().map(|fault| format!("{state}: {fault}")));
    };
    page.answer(&["authority_type-0"]).await?;
    page.wait_for("#peers-refused").await?;
    note("refused", faults(&page).await?);
    page.answer(&["authority_type-1", "uses_tic-0", "activities-0", "obstacles-1"]).await?;
    page.wait_for(".beside").await?;
    note("answered", faults(&page).await?);
    page.click_label("Teams of a kind that you choose").await?;
    page.wait_for("#trait-authority_type-0 + label").await?;
    note("traits", faults(&page).await?);
    page.click_label("Answer for another team as well").await?;
    page.answer(&["uses_tic-1"]).await?;
    page.wait_for("#own-entry").await?;
    page.script("document.querySelectorAll('details').forEach(e => { e.open = true; });", vec![])
        .await?;
    note("two teams, all opened", faults(&page).await?);
    let downloads = Downloads::of(&page).await?;
    page.choose_file("#open-answers", &downloads.write("other.txt", "Dear all,\n")?).await?;
    page.wait_for(".notice--error").await?;
    note("a wrong file", faults(&page).await?);
    ensure!(found.is_empty(), "{}", found.join("\n"));
    page.expect_no_complaints(&site).await
}

#[tokio::test]
async fn every_state_of_the_comparison_is_usable() -> Result<()> {
    expect_usable(&Look::wide()).await?;
    expect_usable(&Look::narrow().dark()).await
}
