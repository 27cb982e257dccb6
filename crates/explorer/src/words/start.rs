//! Before the app runs, and where it can't: said by scripts and by the page itself.
//!
//! A reason is a clause without a full stop: [`stopped`] and [`could_not_start`] say it.

/// Where scripts are off.
pub const NO_SCRIPTS: &str =
    "Scripts are off in this browser, so the findings can be read but not filtered.";
/// The same in an embed.
pub const NO_SCRIPTS_EMBEDDED: &str = "Scripts are off in this browser, so there is nothing to \
    filter here. “Open in full” leads to the findings as text.";
/// While the app loads.
pub const LOADING: &str = "The interactive explorer is loading. If this message stays, reload the \
    page; the findings can be read meanwhile.";
/// The same in an embed.
pub const LOADING_EMBEDDED: &str = "The interactive explorer is loading. If this message stays, \
    reload the page. “Open in full” leads to the findings as text.";
/// How much has arrived, for those who hear it.
pub const PROGRESS: &str = "Loading the interactive explorer";
/// While a screen's part of the program is on its way.
pub const WAITING: &str = "Loading …";

/// What is left to readers where the app does not run.
pub const FINDINGS_STAY: &str = "The findings on this page stay readable.";
/// The same in an embed.
pub const FINDINGS_STAY_EMBEDDED: &str =
    "“Open in full” leads to the findings, which stay readable.";
/// What readers can do.
pub const RELOAD: &str = "Reload the page; if that does not help, try an up-to-date browser.";

/// The app's program, as a part that can be missing.
pub const PROGRAM: &str = "program";
/// The survey's file, as a part that can be missing.
pub const SURVEY_FILE: &str = "survey file";
/// The survey's package, as a part that can be missing.
pub const DATA_PACKAGE: &str = "data package";

/// A reason: the app's script.
pub const SCRIPT_MISSING: &str = "its script did not arrive";
/// A reason: the survey's file.
pub const SURVEY_MISSING: &str = "its survey file did not arrive";
/// A reason: the survey's file again.
pub const SURVEY_NOT_READ: &str = "its survey file could not be read";
/// A reason: old data that are gone.
pub const DATA_GONE: &str =
    "this link is to an earlier version of the data, which is not on this site any more";
/// What to do then.
pub const DATA_GONE_ADVICE: &str =
    "Without “?data=…” in its address the link shows the data of today.";
/// A reason: a file of another kind.
pub const NOT_A_SURVEY_FILE: &str = "its survey file is not one that it can read";
/// A reason: an older or newer file.
pub const OTHER_VERSION: &str = "its survey file was made for another version of this page";
/// A reason: a file that ends too early.
pub const NOT_WHOLE: &str = "its survey file did not arrive whole";
/// A reason: a file with another checksum.
pub const ALTERED: &str = "its survey file is damaged or was changed";
/// A reason: a file that no packer writes.
pub const CONFIDENTIAL: &str =
    "its survey file holds answers that must not be published, so it was not opened";
/// A reason: a file from before a floor was raised.
pub const TOO_FEW: &str =
    "its survey file tells of fewer respondents than may be told of, so it was not opened";
/// A reason: a file with something else in it.
pub const HOLDS_NO_SURVEY: &str = "its survey file does not hold a survey";
/// A reason: an old browser.
pub const NO_WEBASSEMBLY: &str = "this browser does not run WebAssembly";
/// A reason: the same.
pub const NO_UNPACKING: &str = "this browser can’t unpack what is in this file";
/// A reason: anything else of the program.
pub const PROGRAM_DID_NOT_RUN: &str = "this browser could not run its program";
/// A reason: a fault of the program.
pub const WENT_WRONG: &str = "something in it went wrong that should not have";

/// The app ended while it ran.
pub fn stopped(reason: &str) -> String {
    format!("The interactive explorer stopped: {reason}.")
}

/// The app did not start.
pub fn could_not_start(reason: &str) -> String {
    format!("The interactive explorer could not start: {reason}.")
}

/// A reason: a part did not arrive.
pub fn part_missing(part: &str) -> String {
    format!("its {part} did not arrive")
}

/// The same, with what the server answered.
pub fn part_missing_with_status(part: &str, status: &str) -> String {
    format!("its {part} did not arrive (status {status})")
}

/// A reason: a part of the page as one file.
pub fn part_damaged(part: &str) -> String {
    format!("its {part} is damaged")
}

/// In the foot of each printed page.
pub fn printed(address: &str, day: &str) -> String {
    format!("{address} – printed on {day}")
}
