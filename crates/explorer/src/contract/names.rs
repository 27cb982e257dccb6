//! The names themselves.

/// A constant of `assets/contract.js`.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// What both sides call it.
    pub identifier: &'static str,
    /// What it is.
    pub value: &'static str,
}

/// Declares names for Rust, and lists them for JavaScript.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident = $value:expr;)*) => {
        $($(#[$doc])* pub const $name: &str = $value;)*

        /// All names that both sides hold in constants.
        pub const NAMED: &[Name] =
            &[$(Name { identifier: stringify!($name), value: $name }),*];
    };
}

names! {
    /// The element on pages of other sites; also what marks a message between such a page and its frame.
    PRODUCT = "findings-explorer";
    /// The element with the ways to take something away.
    TAKE_AWAY = "take-away";
    /// Where the browser keeps the reader's choice of colours.
    THEME_KEY = "findings-explorer.theme";
    /// What the window hears when the colours were changed.
    THEME_EVENT = "findings-theme";
    /// What the window hears when the address says what is shown.
    PLACE_EVENT = "findings-place";
    /// What a page of another site hears when its embed is there.
    READY_EVENT = "findings-ready";
    /// What it hears when the embed shows something else.
    CHANGE_EVENT = "findings-change";
    /// The page that other sites show in a frame, beside the page itself.
    EMBED_PAGE = "embed.html";
    /// The service worker, beside the page.
    WORKER = "sw.js";
    /// The survey's package, beside the page, as a link has it.
    PACKAGE_ADDRESS = "./package.zip";
    /// What the attributes of an embed stand behind: the version of permalinks that they are of.
    EMBED_FRAGMENT_START = crate::state::permalink::EMBED_START;
    /// The screen that an embed shows where nothing is said.
    EMBED_SCREEN = crate::state::Screen::Explore.id();
    /// Of two selections the first, as a series of a chart.
    SIDE_A = "side-a";
    /// The second.
    SIDE_B = "side-b";
    /// The stack of lines over bars.
    RANGES_STACK = "ranges";
    /// The stack of ticks over bars: what the other of two invented sets gives.
    OTHER_SET_STACK = "other-set";
    /// The series of bars whose numbers were made up: they are hollow.
    INVENTED_SERIES = "hollow";
    /// The series of bars of answers that are no step of their question's scale: they are grey.
    OFF_SCALE_SERIES = "off-scale";
    /// The series of tracks behind bars, each as long as all who answered.
    TRACK_SERIES = "whole";
}

/// The version of messages between a frame and the page around it.
pub const MESSAGE_VERSION: u32 = 1;

/// Names that markup and scripts spell out.
#[derive(Clone, Copy, Debug)]
pub struct Spelled {
    /// What they are names of.
    pub what: &'static str,
    /// The names.
    pub names: &'static [&'static str],
}

/// What [`Spelled::names`] are of: functions of `window.findings`, which the program calls.
pub const PAGE_FUNCTIONS: Spelled = Spelled {
    what: "functions of window.findings",
    names: &["started", "failed", "isEarlier", "surveyFile", "importCharts", "loadPart"],
};
/// Elements of the page that scripts look for.
pub const IDS: Spelled = Spelled {
    what: "ids",
    names: &["app", "status", "progress", "failure", "main", "printed-address", "in-full"],
};
/// Classes of elements that scripts look for.
pub const CLASSES: Spelled = Spelled { what: "classes", names: &["chart__canvas"] };
/// Attributes that begin with `data-`.
pub const DATA_ATTRIBUTES: Spelled = Spelled {
    what: "data attributes",
    names: &["embed", "theme", "place", "wasm", "part", "take"],
};
/// What `meta` elements named `findings-…` say: where the parts of the page are.
pub const PARTS: Spelled =
    Spelled { what: "parts", names: &["app", "part", "survey", "charts", "takeaway", "offline"] };
/// Blocks of the page as one file, with the ids `findings-…`.
pub const BLOCKS: Spelled =
    Spelled { what: "data blocks", names: &["program", "survey", "package"] };
/// Attributes of `<take-away>`.
pub const TAKE_AWAY_ATTRIBUTES: Spelled =
    Spelled { what: "attributes of <take-away>", names: &["figure", "sentence", "of", "what"] };
/// Attributes of `<findings-explorer>` that the dialogue of sharing writes.
pub const EMBED_ATTRIBUTES: Spelled = Spelled {
    what: "attributes of <findings-explorer>",
    names: &["src", "view", "figure", "filter", "data", "theme", "heights", "height"],
};
/// Types of messages between a frame and the page around it.
pub const MESSAGES: Spelled =
    Spelled { what: "messages", names: &["hello", "theme", "change", "height"] };
