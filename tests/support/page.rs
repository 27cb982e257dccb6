//! Reading a page and acting on it, as a reader does.

use anyhow::{Context, Result};
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};

use crate::Browser;

impl Browser {
    /// Goes to an address.
    ///
    /// # Errors
    /// When the page cannot be loaded.
    pub async fn goto(&self, address: &str) -> Result<()> {
        self.client.goto(address).await.with_context(|| format!("cannot go to {address}"))
    }

    /// Opens another tab and goes to an address there; the new tab is the last.
    ///
    /// # Errors
    /// When the page cannot be loaded.
    pub async fn open_tab(&self, address: &str) -> Result<()> {
        // WebDriver's own command makes a tab that knows nothing of what this page has kept.
        let page = json!({ "url": "about:blank", "browserContextId": self.session.context });
        let made = self.devtools("Target.createTarget", &page).await?;
        let tab = made["targetId"].as_str().context("no tab was made")?.to_owned();
        self.client.switch_to_window(tab.try_into()?).await?;
        self.goto(address).await
    }

    /// Closes the tab that is in front and comes back to the first.
    ///
    /// # Errors
    /// When there is no other.
    pub async fn close_tab(&self) -> Result<()> {
        self.client.close_window().await?;
        self.to_first_tab().await
    }

    /// Comes back to the first tab.
    ///
    /// # Errors
    /// When the browser has gone.
    pub async fn to_first_tab(&self) -> Result<()> {
        let tabs = self.client.windows().await?;
        let first = tabs.into_iter().next().context("no tab is open")?;
        Ok(self.client.switch_to_window(first).await?)
    }

    /// Goes one step back in the history.
    ///
    /// # Errors
    /// When the browser has gone.
    pub async fn back(&self) -> Result<()> {
        Ok(self.client.back().await?)
    }

    /// Goes one step forward in the history.
    ///
    /// # Errors
    /// When the browser has gone.
    pub async fn forward(&self) -> Result<()> {
        Ok(self.client.forward().await?)
    }

    /// Loads the page anew.
    ///
    /// # Errors
    /// When the browser has gone.
    pub async fn reload(&self) -> Result<()> {
        Ok(self.client.refresh().await?)
    }

    /// The address as it stands.
    ///
    /// # Errors
    /// When the browser has gone.
    pub async fn current_address(&self) -> Result<String> {
        Ok(self.client.current_url().await?.to_string())
    }

    /// Clicks on the first that a selector names, once it can be seen.
    ///
    /// # Errors
    /// When nothing such appears, or something else lies over it.
    pub async fn click(&self, css: &str) -> Result<()> {
        let element = self.wait_for(css).await?;
        element.click().await.with_context(|| format!("cannot click on {css}"))
    }

    /// Clicks on the control whose label, button or link reads `label`, once it can be seen.
    ///
    /// # Errors
    /// When nothing such appears, or something else lies over it.
    pub async fn click_label(&self, label: &str) -> Result<()> {
        let path = format!(
            "//*[self::label or self::button or self::a or self::summary]\
             [normalize-space(.)={}]",
            xpath_literal(label)
        );
        let element = self
            .client
            .wait()
            .for_element(Locator::XPath(&path))
            .await
            .with_context(|| format!("there is no label, button or link {label:?}"))?;
        element.click().await.with_context(|| format!("cannot click on {label:?}"))
    }

    /// Types into the first that a selector names, in place of what stood there.
    ///
    /// # Errors
    /// When nothing such appears or it takes no text.
    pub async fn type_into(&self, css: &str, text: &str) -> Result<()> {
        let element = self.wait_for(css).await?;
        element.clear().await?;
        Ok(element.send_keys(text).await?)
    }

    /// Presses keys wherever the focus is; `fantoccini::key::Key` has those without a letter.
    ///
    /// # Errors
    /// When the browser has gone.
    pub async fn press(&self, keys: &str) -> Result<()> {
        let strokes =
            keys.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        let keyboard = strokes.fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        Ok(self.client.perform_actions(keyboard).await?)
    }

    /// The text of the first that a selector names, as it is seen.
    ///
    /// # Errors
    /// When nothing such appears.
    pub async fn text(&self, css: &str) -> Result<String> {
        Ok(self.wait_for(css).await?.text().await?)
    }

    /// The text of each that a selector names, seen or not.
    ///
    /// # Errors
    /// When the selector is wrong.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])]\
             .map(e => e.textContent.replace(/\\s+/g, ' ').trim());";
        let texts = self.client.execute(script, vec![json!(css)]).await?;
        Ok(serde_json::from_value(texts)?)
    }

    /// An attribute of the first that a selector names.
    ///
    /// # Errors
    /// When nothing such appears.
    pub async fn attribute(&self, css: &str, name: &str) -> Result<Option<String>> {
        Ok(self.wait_for(css).await?.attr(name).await?)
    }

    /// What a script returns; its arguments are in `arguments`.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// What a script passes to its last argument, a function.
    ///
    /// # Errors
    /// When the script throws or never calls it.
    pub async fn async_script(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.client.execute_async(script, arguments).await?)
    }
}

/// A string as `XPath` writes it: it has no escapes, so one with both quotes is put together.
fn xpath_literal(text: &str) -> String {
    if !text.contains('"') {
        return format!("\"{text}\"");
    }
    let parts: Vec<String> = text.split('"').map(|part| format!("\"{part}\"")).collect();
    format!("concat({})", parts.join(", '\"', "))
}

#[cfg(test)]
mod tests {
    use super::xpath_literal;

    #[test]
    fn quotes_are_put_together() {
        assert_eq!(xpath_literal("don't know"), "\"don't know\"");
        assert_eq!(xpath_literal("a \"b\""), "concat(\"a \", '\"', \"b\", '\"', \"\")");
    }
}
