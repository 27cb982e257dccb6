//! The explorer as a reader uses it, and as the command counts it.

mod expected;
mod shown;

use std::ops::Deref;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use site_tests::{Browser, Look, Site};
use survey::bundle::{self, Bundle};

pub(crate) use self::expected::Selection;

/// The page with the survey that it loaded.
pub(crate) struct Explorer {
    browser: Browser,
    pub(crate) bundle: Bundle,
}

impl Deref for Explorer {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Explorer {
    /// Opens an address of the site, `fragment` and all, in a browser of its own.
    pub(crate) async fn open(site: &Site, look: &Look, fragment: &str) -> Result<Self> {
        Self::open_in(Browser::open(look).await?, site, fragment).await
    }

    /// Opens an address of the site in a browser that has been set up.
    pub(crate) async fn open_in(browser: Browser, site: &Site, fragment: &str) -> Result<Self> {
        browser.goto(&site.address(fragment)).await?;
        browser.wait_for_app().await?;
        browser.wait_for("main h1").await?;
        let bundle = loaded(&browser).await?;
        Ok(Self { browser, bundle })
    }

    /// Waits until the address has this fragment: the page is then drawn for it.
    pub(crate) async fn wait_for_address(&self, fragment: &str) -> Result<()> {
        self.wait_for_script("location.hash === arguments[0]", &[json!(fragment)]).await.map(drop)
    }

    /// Waits until a screen with this title is open.
    pub(crate) async fn wait_for_screen(&self, title: &str) -> Result<()> {
        let is_open = "document.querySelector('main h1')?.textContent === arguments[0]";
        self.wait_for_script(is_open, &[json!(title)]).await.map(drop)
    }

    /// Clicks on an answer of a question's filter, opening the list that it is in.
    pub(crate) async fn tick(&self, question: &str, answer: &str) -> Result<()> {
        let find = "const [question, answer] = arguments; \
             const words = label => (label.querySelector('bdi') ?? label).textContent.trim(); \
             const label = [...document.querySelectorAll( \
                 `[data-question=\"${question}\"].facet label`)] \
                 .find(label => words(label) === answer); \
             const closed = label?.closest('details:not([open])'); \
             if (closed) closed.setAttribute('data-closed', ''); \
             return label ? [label.htmlFor, Boolean(closed)] : null;";
        loop {
            let found = self.script(find, vec![json!(question), json!(answer)]).await?;
            let control = found[0]
                .as_str()
                .with_context(|| format!("{question} has no answer {answer:?}"))?;
            if found[1] == false {
                return self.click(&format!("label[for='{control}']")).await;
            }
            self.click("[data-closed] > summary").await?;
            self.wait_for("[data-closed][open]").await?;
            self.script(
                "document.querySelector('[data-closed]').removeAttribute('data-closed');",
                vec![],
            )
            .await?;
        }
    }

    /// Chooses the question that all others are broken down by.
    pub(crate) async fn break_down_by(&self, question: &str) -> Result<()> {
        Ok(self.wait_for("#breakdown").await?.select_by_value(question).await?)
    }

    /// Everything on the page is as the command counts it for this selection.
    pub(crate) async fn expect(&self, selection: &Selection) -> Result<()> {
        let (shown, expected) = (self.shown().await?, selection.expected(&self.bundle)?);
        for part in ["selected", "figures", "facets", "listing"] {
            expect_same(part, &shown[part], &expected[part])?;
        }
        selection.expect_others(&self.bundle, &shown["others"])
    }

    /// All that the page shows of the answers, as plain data.
    pub(crate) async fn shown(&self) -> Result<Value> {
        self.script(shown::SCRIPT, vec![]).await
    }
}

/// The survey's file, as the page itself gets it.
async fn loaded(browser: &Browser) -> Result<Bundle> {
    let script = "const done = arguments[0]; \
         fetch(document.querySelector('meta[name=\"findings-survey\"]').content) \
             .then(response => response.arrayBuffer()) \
             .then(bytes => done([...new Uint8Array(bytes)]), error => done(String(error)));";
    let bytes = browser.async_script(script, vec![]).await?;
    let bytes: Vec<u8> = serde_json::from_value(bytes).context("the survey cannot be fetched")?;
    Ok(bundle::decode(&bytes)?)
}

/// Both are the same; the error names the first item of the list, or the value, that is not.
pub(crate) fn expect_same(what: &str, shown: &Value, expected: &Value) -> Result<()> {
    if let (Value::Array(shown), Value::Array(expected)) = (shown, expected) {
        for (shown, expected) in shown.iter().zip(expected) {
            ensure!(shown == expected, "{what}: the page shows\n{shown}\nand not\n{expected}");
        }
        ensure!(shown.len() == expected.len(), "{what}: {} not {}", shown.len(), expected.len());
    }
    ensure!(shown == expected, "{what}: the page shows\n{shown}\nand not\n{expected}");
    Ok(())
}
