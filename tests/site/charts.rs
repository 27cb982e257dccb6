//! Charts are drawn under the page's policy, in every window, and spoken.

use anyhow::{Result, ensure};
use explorer::fragment;
use serde_json::json;
use site_tests::{Browser, Look, Site};

const CHARTS: &str = ".chart__canvas";

async fn explore(site: &Site, look: &Look) -> Result<Browser> {
    let browser = Browser::open(look).await?;
    browser.goto(&site.address(fragment!("explore"))).await?;
    browser.wait_for_app().await?;
    browser.wait_for_charts(CHARTS).await?;
    Ok(browser)
}

#[tokio::test]
async fn charts_are_drawn_without_a_word_from_the_policy() -> Result<()> {
    let site = Site::built()?;
    for (look, name) in [
        (Look::wide(), "explore-wide"),
        (Look::wide().dark(), "explore-dark"),
        (Look::narrow(), "explore-narrow"),
    ] {
        let browser = explore(&site, &look).await?;
        browser.picture(name).await?;
        browser.expect_no_complaints(&site).await?;
        browser.expect_accessible().await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_is_wider_than_the_narrowest_window() -> Result<()> {
    let browser = explore(&Site::built()?, &Look::narrow()).await?;
    let width = browser.script("return document.documentElement.scrollWidth;", vec![]).await?;
    ensure!(width == 320, "the page is {width} pixels wide");
    Ok(())
}

#[tokio::test]
async fn the_page_hardly_moves_while_it_loads() -> Result<()> {
    let browser = explore(&Site::built()?, &Look::wide()).await?;
    let (shift, sources) = browser.layout_shift().await?;
    ensure!(shift <= 0.02, "the layout shifts by {shift}: {sources}");
    Ok(())
}

/// What is wrong with the texts of the charts as they are drawn: two over each other, one under the tick
/// of the other invented set, or one cut by its chart's edge. Ticks are found by their form.
const FAULTS: &str = "const faults = []; let count = 0; \
     for (const host of document.querySelectorAll('.chart__canvas')) { \
         const svg = host.querySelector('svg'); \
         const of = host.closest('[data-question]').dataset.question; \
         if (!svg) { faults.push(`${of}: no chart`); continue; } \
         const edge = svg.getBoundingClientRect(); \
         const texts = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim()) \
             .map(text => ({ said: text.textContent, box: text.getBoundingClientRect() })); \
         if (!texts.length) { faults.push(`${of}: no text`); } \
         const ticks = [...svg.querySelectorAll('path')].filter(path => { \
             const { width, height } = path.getBBox(); \
             return width > 2 && width < 5 && height > 30; \
         }).map(path => path.getBoundingClientRect()); \
         count += ticks.length; \
         texts.forEach(({ said, box }, at) => { \
             if (box.left < edge.left - 1 || box.right > edge.right + 1 \
                 || box.top < edge.top - 3 || box.bottom > edge.bottom + 3) { \
                 faults.push(`${of}: “${said}” is cut`); \
             } \
             for (const tick of ticks) { \
                 if (tick.left < box.right - 1 && tick.right > box.left + 1 \
                     && tick.top < box.bottom && tick.bottom > box.top) { \
                     faults.push(`${of}: “${said}” and a tick`); \
                 } \
             } \
             for (const other of texts.slice(at + 1)) { \
                 const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left); \
                 const tall = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top); \
                 if (wide > 1 && tall > box.height / 4) { \
                     faults.push(`${of}: “${said}” and “${other.said}”`); \
                 } \
             } \
         }); \
     }";

/// Goes from mode to mode without loading the page again, and gathers what is wrong after each step.
const WALK: &str = "const [modes, done] = arguments; \
     const frame = () => new Promise(requestAnimationFrame); \
     (async () => { \
         const all = []; \
         for (const mode of modes) { \
             location.hash = mode; \
             for (let frames = 0; frames < 3; frames += 1) { await frame(); } \
             FAULTS \
             all.push(...faults.map(fault => `${mode}: ${fault}`)); \
         } \
         done(all); \
     })();";

/// Every mode of the charts, as addresses.
fn modes() -> Vec<String> {
    let start = fragment!("explore?");
    let mut modes = Vec::new();
    for scale in ["", "show=percentages&"] {
        for uncertainty in ["", "uncertain=interval&", "uncertain=bounds&"] {
            for parts in ["", "by=authority_type", "by=perceived_value"] {
                modes.push(format!("{start}{scale}{uncertainty}{parts}"));
            }
        }
    }
    modes.push(format!("{start}in.authority_type=county&vs=others"));
    modes.push(format!("{start}in.authority_type=unitary&vs=everybody"));
    modes
}

/// A way on which each of these modes follows each other.
fn each_after_each(modes: &[&String]) -> Vec<String> {
    let mut way = Vec::new();
    for (position, from) in modes.iter().enumerate() {
        for to in &modes[position + 1..] {
            way.extend([(*from).clone(), (*to).clone()]);
        }
    }
    way
}

#[tokio::test]
async fn no_text_of_a_chart_is_cut_or_over_another_in_any_mode() -> Result<()> {
    let site = Site::built()?;
    let modes = modes();
    let walk = WALK.replace("FAULTS", FAULTS);
    // WCAG 2.2, 1.4.4 and 1.4.12.
    let large = "html { font-size: 32px !important; }";
    let spaced = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; \
                  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";
    let light = [
        (1280, ""),
        (768, ""),
        (390, ""),
        (320, ""),
        (1280, large),
        (768, large),
        (390, large),
        (1280, spaced),
        (320, spaced),
    ];
    for (look, settings) in [(Look::wide(), &light[..]), (Look::wide().dark(), &light[..1])] {
        let browser = explore(&site, &look.reduced_motion()).await?;
        let set = async |width: u32, style: &str| -> Result<()> {
            // So tall that every chart is in sight.
            let metrics = json!({
                "width": width, "height": 12_000, "deviceScaleFactor": 1, "mobile": false,
            });
            browser.devtools("Emulation.setDeviceMetricsOverride", &metrics).await?;
            let sheet = "document.adoptedStyleSheets = [new CSSStyleSheet()]; \
                 document.adoptedStyleSheets[0].replaceSync(arguments[0]);";
            browser.script(sheet, vec![json!(style)]).await?;
            let follows = "(hosts => hosts.length > 0 && hosts.every(host => { \
                 const type = parseFloat(getComputedStyle(document.documentElement).fontSize); \
                 const drawn = host.querySelector('svg')?.viewBox.baseVal.width * type / 16; \
                 return Math.abs(drawn - host.clientWidth) < 1; \
             }))([...document.querySelectorAll(arguments[0])])";
            browser.wait_for_script(follows, &[json!(CHARTS)]).await.map(drop)
        };
        let walked = async |way: &[String]| -> Result<Vec<String>> {
            let mut faults = Vec::new();
            // A script has half a minute.
            for part in way.chunks(12) {
                let found = browser.async_script(&walk, vec![json!(part)]).await?;
                faults.extend(serde_json::from_value::<Vec<String>>(found)?);
            }
            Ok(faults)
        };
        let mut faults = Vec::new();
        for &(width, style) in settings {
            set(width, style).await?;
            let found = walked(&modes).await?;
            faults.extend(found.iter().map(|fault| format!("{width} {style} {fault}")));
        }
        set(390, "").await?;
        // Of modes that are drawn alike, over counts say, one.
        let different = [0, 1, 9, 11, 12, 13, 15, 18].map(|mode| &modes[mode]);
        faults.extend(walked(&each_after_each(&different)).await?);
        faults.truncate(40);
        ensure!(faults.is_empty(), "{}", faults.join("\n"));
        browser.expect_no_complaints(&site).await?;
    }
    Ok(())
}

/// On paper charts were as wide as no number had been measured for: ticks went through numbers.
#[tokio::test]
async fn no_text_is_under_a_tick_or_another_on_paper() -> Result<()> {
    let site = Site::built()?;
    for look in [Look::wide(), Look::narrow()] {
        let browser = explore(&site, &look).await?;
        let faults = format!(
            "dispatchEvent(new Event('beforeprint')); {FAULTS} \
             dispatchEvent(new Event('afterprint')); return [count, faults];"
        );
        let found = browser.script(&faults, vec![]).await?;
        ensure!(found[0].as_u64() >= Some(10), "ticks: {found}");
        ensure!(found[1] == json!([]), "{found}");
    }
    Ok(())
}

#[tokio::test]
async fn charts_are_drawn_near_the_view_and_on_paper() -> Result<()> {
    let site = Site::built()?;
    let browser = Browser::open(&Look::narrow()).await?;
    browser.goto(&site.address(fragment!("explore"))).await?;
    browser.wait_for_app().await?;
    let undrawn = "return [...document.querySelectorAll('.chart__canvas')] \
         .filter(host => !host.querySelector('svg')).length;";
    let turned = format!("dispatchEvent(new Event(arguments[0])); {undrawn}");
    let first = "document.querySelector('.chart__canvas').scrollIntoView({ block: 'center' });";
    browser.script(first, vec![]).await?;
    browser.wait_for(".chart__canvas svg").await?;
    let (far, tall) = (browser.script(undrawn, vec![]).await?, "document.body.scrollHeight");
    ensure!(far.as_u64() > Some(2), "{far} charts are not drawn");
    let before = browser.wait_for_script(tall, &[]).await?;
    let on_paper = browser.script(&turned, vec!["beforeprint".into()]).await?;
    ensure!(on_paper == 0, "{on_paper} charts are not on paper");
    ensure!(browser.script(&turned, vec!["afterprint".into()]).await? == far);
    browser.wait_for_charts(CHARTS).await?;
    let after = browser.wait_for_script(tall, &[]).await?;
    ensure!(before == after, "the page was {before} pixels tall and is {after}");
    Ok(())
}

#[tokio::test]
async fn what_changed_out_of_sight_is_drawn_when_it_is_seen() -> Result<()> {
    let site = Site::built()?;
    let browser = explore(&site, &Look::wide()).await?;
    let last = "[...document.querySelectorAll('.chart__canvas')].at(-1)";
    // Observers are told in the order in which they began: the page's has heard what this one hears.
    let out_of_sight = format!(
        "const done = arguments[0]; scrollTo(0, 0); \
         requestAnimationFrame(() => new IntersectionObserver(([seen], observer) => {{ \
             if (!seen.isIntersecting) {{ observer.disconnect(); done(); }} \
         }}).observe({last}));"
    );
    browser.async_script(&out_of_sight, vec![]).await?;
    let drawn = format!("{last}.innerHTML");
    let before = browser.wait_for_script(&drawn, &[]).await?;
    let filtered = fragment!("explore?in.definition=clear");
    browser.script("location.hash = arguments[0];", vec![filtered.into()]).await?;
    let shown = "document.querySelector('[data-place]').dataset.place === arguments[0]";
    browser.wait_for_script(shown, &[filtered.into()]).await?;
    ensure!(browser.wait_for_script(&drawn, &[]).await? == before, "it was drawn out of sight");
    browser.script(&format!("{last}.scrollIntoView();"), vec![]).await?;
    browser.wait_for_script(&format!("{drawn} !== arguments[0]"), &[before]).await.map(drop)
}
