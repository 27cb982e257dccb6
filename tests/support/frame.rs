//! Going into a frame of the page, and out again.

use anyhow::{Context, Result};
use fantoccini::elements::{Element, ElementRef};

use crate::Browser;

/// How WebDriver names an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Browser {
    /// Goes into the frame that a script's expression names: all that follows is about its page.
    ///
    /// # Errors
    /// When there is no such frame in half a minute.
    pub async fn enter_frame(&self, expression: &str) -> Result<()> {
        let found = self.wait_for_script(expression, &[]).await?;
        let id = found[ELEMENT].as_str().with_context(|| format!("{expression} is no element"))?;
        let id = ElementRef::from(id.to_owned());
        Element::from_element_id(self.client.clone(), id).enter_frame().await?;
        Ok(())
    }

    /// Goes back to the page around the frame.
    ///
    /// # Errors
    /// When the browser has gone.
    pub async fn leave_frame(&self) -> Result<()> {
        Ok(self.client.clone().enter_parent_frame().await?)
    }

    /// Sets the window's width and height.
    ///
    /// # Errors
    /// When the browser has gone.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let metrics = serde_json::json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics).await.map(drop)
    }
}
