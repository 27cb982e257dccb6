//! The dialogue of links and embeds.

/// What is shared: the screen or a figure.
pub const WHAT: &str = "What to share";
/// The screen.
pub const SCREEN: &str = "This screen, as it is now";
/// Which data a link shows.
pub const DATA: &str = "Data";
/// Those of the day on which it is followed.
pub const LIVE: &str = "Update when the data change";
/// The text of a link.
pub const LINK: &str = "Link";
/// Above the lines for other sites.
pub const WEBSITE: &str = "For a website";
/// Which colours an embed has.
pub const COLOURS: &str = "Colours";
/// Those that the reader's system asks for.
pub const COLOURS_OF_READERS: &str = "As each reader’s system asks";
/// Dark on light.
pub const LIGHT: &str = "Light";
/// Light on dark.
pub const DARK: &str = "Dark";
/// The text of an embed.
pub const LINES: &str = "Embed code";
/// What opens to a frame's text.
pub const NO_SCRIPT: &str = "My website only allows iframes";
/// The text of a frame.
pub const FRAME: &str = "Embed code (iframe)";
/// Copies a text.
pub const COPY: &str = "Copy";
/// The browser refused the clipboard.
pub const COPY_BY_HAND: &str =
    "Your browser does not let this page copy. The text is selected: copy it by hand.";
/// An embed's height is looked for.
pub const HEIGHT_ASKED: &str = "Measuring how tall it is …";
/// It was found.
pub const HEIGHT_KNOWN: &str = "Reserves the right height, and works without scripts.";
/// It was not.
pub const HEIGHT_UNKNOWN: &str =
    "How tall it is could not be measured. Your page may move a little while it loads.";

/// One figure to share.
pub fn only(label: &str) -> String {
    format!("Only “{label}”")
}

/// The data as they are now; `version` names them.
pub fn pinned(version: &str) -> String {
    format!("Always show today’s version ({version})")
}
