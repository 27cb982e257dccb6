//! What stands around every screen.

/// To the content, past the navigation.
pub const SKIP: &str = "Skip to main content";
/// Beside the survey's title.
pub const PRODUCT: &str = "findings explorer";
/// The navigation, for those who hear it.
pub const SCREENS: &str = "Screens";
/// The screen of the findings, in the navigation.
pub const FINDINGS: &str = "Findings";
/// The screen on which every question is filtered.
pub const EXPLORE: &str = "Explore";
/// The screen for the reader's own answers.
pub const COMPARE: &str = "Compare";
/// The screen on where the answers come from.
pub const ABOUT: &str = "About";
/// The button for dark colours.
pub const DARK_COLOURS: &str = "Dark colours";
/// The button for light colours.
pub const LIGHT_COLOURS: &str = "Light colours";

/// The banner, for those who hear it.
pub const ABOUT_THESE_FIGURES: &str = "About these figures";
/// How many figures of invented answers are real. What was worked out from them is no invention.
pub fn real_and_invented(published: usize) -> String {
    match published {
        0 => "All numbers are invented.".to_owned(),
        1 => "One published figure is real, with what follows from it. All other numbers are invented."
            .to_owned(),
        _ => format!(
            "{published} published figures are real, with what follows from them. All other numbers \
             are invented."
        ),
    }
}

/// From earlier data to those of today.
pub const SEE_TODAY: &str = "See the data of today";
/// An address that could not be used as a whole.
pub const ADDRESS_IN_DOUBT: &str =
    "Part of this link could not be used and was left out. The rest is shown.";
/// The button that hides a message.
pub const HIDE_MESSAGE: &str = "Hide this message";

/// In the place of a screen whose part of the program did not arrive.
pub const DID_NOT_ARRIVE: &str =
    "What this screen needs did not arrive. Check your connection, then try again.";
/// The button below it.
pub const TRY_AGAIN: &str = "Try again";

/// In the foot of every screen.
pub const PROMISE: &str =
    "Nothing you do here leaves your browser: no account, no cookies, no tracking.";

/// What the browser calls the page.
pub fn title(screen: &str, survey: &str) -> String {
    format!("{screen} – {survey}")
}

/// The data are not those of today.
pub fn earlier_data(name: &str, version: &str) -> String {
    format!("You see an earlier version of the data: {name} {version}. ")
}

/// In the foot of printed pages, after the survey's title.
pub const PRINTED_PRODUCT: &str = ": findings explorer. ";

/// The data's version and licence; the digits follow.
pub fn data(name: &str, version: &str, licence: &str) -> String {
    format!("Data: {name} {version}, {licence}. The survey file’s checksum begins ")
}
