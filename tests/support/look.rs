//! How a reader has set up the browser.

use serde_json::{Value, json};

/// A reader's window and preferences.
#[derive(Debug, Clone)]
pub struct Look {
    width: u32,
    height: u32,
    /// The values of media features, as style sheets ask for them.
    colour_scheme: &'static str,
    motion: &'static str,
    forced_colours: &'static str,
    scripts: bool,
}

impl Look {
    /// A laptop's window, light, with all that a browser can do.
    pub fn wide() -> Self {
        Self {
            width: 1280,
            height: 900,
            colour_scheme: "light",
            motion: "no-preference",
            forced_colours: "none",
            scripts: true,
        }
    }

    /// The narrowest window that WCAG asks for.
    pub fn narrow() -> Self {
        Self { width: 320, height: 640, ..Self::wide() }
    }

    /// Prefers dark colours.
    #[must_use]
    pub fn dark(self) -> Self {
        Self { colour_scheme: "dark", ..self }
    }

    /// Prefers that nothing moves.
    #[must_use]
    pub fn reduced_motion(self) -> Self {
        Self { motion: "reduce", ..self }
    }

    /// Forces the system's own colours, as Windows' contrast themes do.
    #[must_use]
    pub fn forced_colours(self) -> Self {
        Self { forced_colours: "active", ..self }
    }

    /// Has turned scripts off.
    #[must_use]
    pub fn without_scripts(self) -> Self {
        Self { scripts: false, ..self }
    }

    /// What the browser is told once it runs: commands of Chromium's protocol and their parameters.
    pub(crate) fn emulation(&self) -> [(&'static str, Value); 3] {
        let features = json!([
            { "name": "prefers-color-scheme", "value": self.colour_scheme },
            { "name": "prefers-reduced-motion", "value": self.motion },
            { "name": "forced-colors", "value": self.forced_colours },
        ]);
        let metrics = json!({
            "width": self.width,
            "height": self.height,
            "deviceScaleFactor": 1,
            "mobile": false,
        });
        [
            ("Emulation.setEmulatedMedia", json!({ "features": features })),
            ("Emulation.setDeviceMetricsOverride", metrics),
            ("Emulation.setScriptExecutionDisabled", json!({ "value": !self.scripts })),
        ]
    }
}
