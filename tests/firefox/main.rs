//! Embeds in Firefox: height, three on a page, an event, colours. Says that it is skipped where there
//! is no Firefox. A `main` of its own, so that this is seen.

use std::process::ExitCode;

use anyhow::{Result, ensure};
use site_tests::{Firefox, Hosts, Site};

fn main() -> ExitCode {
    match embeds_in_firefox() {
        Ok(true) => println!("embeds in Firefox: as in Chromium"),
        Ok(false) => println!(
            "skipped: embeds in Firefox. It is not installed; `cargo xtask setup` installs it \
             where it can"
        ),
        Err(error) => {
            eprintln!("embeds in Firefox: {error:#}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

const FITS: &str = "(Math.ceil(document.documentElement.getBoundingClientRect().height) \
     === innerHeight && document.documentElement.scrollHeight <= innerHeight)";

fn embeds_in_firefox() -> Result<bool> {
    let Some(mut firefox) = Firefox::open()? else { return Ok(false) };
    let site = Site::built()?;
    let hosts = Hosts::of(&site, "")?;
    three_embeds(&mut firefox, &site, &hosts)?;
    an_event_and_colours(&mut firefox, &hosts)?;
    for (page, name) in [("wordpress.html", "wordpress"), ("strict.html", "strict")] {
        firefox.resize(1280, 900)?;
        firefox.goto(&hosts.address(page))?;
        firefox.wait_for(None, "heard.length === 1")?;
        firefox.wait_for(Some(0), FITS)?;
        firefox.picture(&format!("firefox-{name}"))?;
    }
    Ok(true)
}

fn three_embeds(firefox: &mut Firefox, site: &Site, hosts: &Hosts) -> Result<()> {
    firefox.goto(&hosts.address("three.html"))?;
    for width in [1280, 768, 320] {
        firefox.resize(width, 900)?;
        // Those below the window load when they are near.
        for frame in 0..3 {
            let scroll =
                format!("document.querySelectorAll('findings-explorer')[{frame}].scrollIntoView()");
            firefox.script(None, &scroll)?;
            firefox
                .wait_for(Some(frame), "document.querySelector('.chart__canvas svg') !== null")?;
            firefox.wait_for(Some(frame), FITS)?;
        }
        firefox.picture(&format!("firefox-three-{width}"))?;
    }
    // The program is in several files; three embeds share them.
    let asked = site.asked();
    let mut programs: Vec<&String> = asked.iter().filter(|path| path.contains(".wasm")).collect();
    let all = programs.len();
    programs.sort_unstable();
    programs.dedup();
    ensure!(all > 1 && programs.len() == all, "a part was fetched more than once: {asked:#?}");
    Ok(())
}

fn an_event_and_colours(firefox: &mut Firefox, hosts: &Hosts) -> Result<()> {
    firefox.resize(1280, 900)?;
    firefox.goto(&hosts.address("dark.html"))?;
    firefox.wait_for(None, "heard.some(event => event.name === 'findings-ready')")?;
    firefox.wait_for(Some(0), FITS)?;
    firefox.picture("firefox-dark")?;
    let set = |name: &str, value: &str| {
        format!("document.querySelector('findings-explorer').setAttribute('{name}', '{value}')")
    };
    let (light, dark) = ("rgb(255, 255, 255)", "rgb(16, 24, 31)");
    // The last is what the page's own colour scheme asks of its frames.
    for (theme, colour) in [("light", light), ("dark", dark), ("light", light), ("auto", dark)] {
        firefox.script(None, &set("theme", theme))?;
        let shown = format!("getComputedStyle(document.body).backgroundColor === '{colour}'");
        firefox.wait_for(Some(0), &shown)?;
    }
    firefox.script(None, &set("figure", ""))?;
    firefox.wait_for(Some(0), "document.querySelector('.facet label') !== null")?;
    firefox.script(Some(0), "document.querySelector('.facet label').click()")?;
    let change = "heard.findLast(({ name, filter }) => name === 'findings-change' && filter)";
    let change = firefox.wait_for(None, change)?;
    ensure!(change["view"] == "explore", "{change}");
    // Put back as an attribute it shows the same again, whatever the frame's address looks like.
    let chips =
        "([...document.querySelectorAll('.chip')].map(chip => chip.textContent).join() || null)";
    let shown = firefox.wait_for(Some(0), chips)?;
    firefox.script(None, &set("filter", ""))?;
    firefox.wait_for(Some(0), "document.querySelector('.chip') === null")?;
    let filter = change["filter"].as_str().unwrap_or_default();
    firefox.script(None, &set("filter", filter))?;
    firefox.wait_for(Some(0), &format!("{chips} === {shown}"))?;
    firefox.wait_for(Some(0), FITS)?;
    Ok(())
}
