//! What the first view weighs, and the script for other sites, and what they may weigh at most.
//!
//! Budgets are for the program and the bundled survey. What another survey brings is as large as that
//! survey is: it is told, and counts for no limit.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use site::program;

/// A sum of parts, in bytes as Brotli sends them: what it should weigh, and what fails the build.
///
/// The goal is the design's. Where it is missed, the limit keeps what was reached from growing until
/// the goal is; the build says by how much.
struct Budget {
    name: &'static str,
    goal: u64,
    limit: u64,
}

/// The page can be read.
const READABLE: Budget = Budget { name: "readable", goal: 14_000, limit: 14_000 };
/// It answers, on its first screen.
const FIRST_TEXT: Budget = Budget { name: "first text", goal: 140_000, limit: 147_000 };
/// The same of an address that begins with Explore.
const EXPLORE_TEXT: Budget = Budget { name: "first text, Explore", goal: 175_000, limit: 185_000 };
/// The first screen's charts are drawn.
const FIRST_VIEW: Budget = Budget { name: "first view", goal: 300_000, limit: 322_000 };
/// What any screen loads when it is opened, and the charts beside their library.
const LATER: Budget = Budget { name: "largest later part", goal: 36_000, limit: 38_000 };
/// What is loaded only when a reader takes something away.
const TAKING_AWAY: Budget = Budget { name: "taking away", goal: 300_000, limit: 274_000 };
/// What a page of another site loads before its embed is near.
const EMBED_SCRIPT: Budget = Budget { name: "script of embeds", goal: 3_000, limit: 3_000 };

/// A part of the site, by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The page with its prerendered text.
    Page,
    /// The styles.
    Styles,
    /// The script that starts the app.
    Boot,
    /// The app's JavaScript side, made by wasm-bindgen.
    Glue,
    /// The app, but for what comes later.
    Program,
    /// A file of the app that is loaded when something needs it.
    Later(Needs),
    /// The packed survey.
    Survey,
    /// ECharts.
    Charts,
    /// The script that drives what readers take away.
    TakeawayScript,
    /// Icon and manifest.
    Rest,
    /// The script for pages of other sites; no view of this one.
    Embed,
}

impl Part {
    /// What a file of the site is for; `None` for one that no view loads by itself.
    fn of(name: &str) -> Option<Self> {
        let (stem, extension) = name.rsplit_once('.')?;
        match extension {
            "html" if stem == "index" => Some(Self::Page),
            "css" => Some(Self::Styles),
            "js" if stem == "embed" => Some(Self::Embed),
            "js" if stem.starts_with("boot-") => Some(Self::Boot),
            "js" if stem.starts_with("charts-") => Some(Self::Charts),
            "js" if stem.starts_with("findings-explorer-") => Some(Self::Glue),
            "js" if stem.starts_with("takeaway-") => Some(Self::TakeawayScript),
            "wasm" if stem.starts_with("findings-explorer-") => Some(Self::Program),
            "wasm" if stem.starts_with(Needs::START) => Some(Self::Later(Needs::of(stem))),
            "survey" => Some(Self::Survey),
            "svg" | "webmanifest" => Some(Self::Rest),
            _ => None,
        }
    }

    fn name(self) -> String {
        let name = match self {
            Self::Later(needs) => return needs.to_string(),
            Self::Page => "page",
            Self::Styles => "styles",
            Self::Boot => "boot script",
            Self::Glue => "glue script",
            Self::Program => "WebAssembly",
            Self::Survey => "survey",
            Self::Charts => "charts",
            Self::TakeawayScript => "taking away, script",
            Self::Rest => "icon and manifest",
            Self::Embed => "embed script",
        };
        name.to_owned()
    }

    /// Whether it grows with the survey: the page has its findings as text, the manifest its title.
    fn is_of_survey(self) -> bool {
        matches!(self, Self::Page | Self::Survey | Self::Rest)
    }

    fn is_readable(self) -> bool {
        matches!(self, Self::Page | Self::Styles | Self::Boot)
    }

    fn is_in_first_text(self) -> bool {
        self.is_readable() || matches!(self, Self::Glue | Self::Program | Self::Survey)
    }

    fn is_in_explore_text(self) -> bool {
        self.is_in_first_text() || self.is_needed_by(Needs::EXPLORE)
    }

    fn is_in_first_view(self) -> bool {
        self.is_in_first_text()
            || matches!(self, Self::Charts | Self::Rest)
            || self.is_needed_by(Needs::CHARTS)
    }

    fn is_needed_by(self, what: Needs) -> bool {
        matches!(self, Self::Later(needs) if needs.0 & what.0 != 0)
    }

    fn is_for_taking_away(self) -> bool {
        // What the charts need has come with the page.
        self == Self::TakeawayScript
            || self.is_needed_by(Needs::TAKING_AWAY) && !self.is_needed_by(Needs::CHARTS)
    }
}

/// What needs a file of the app that is loaded later: a bit for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Needs(u8);

impl Needs {
    const EXPLORE: Self = Self(1);
    const CHARTS: Self = Self(8);
    const TAKING_AWAY: Self = Self(16);
    /// Their names in those of files, and for the table.
    const NAMES: [(Self, &str, &str); 5] = [
        (Self::EXPLORE, "explore", "Explore"),
        (Self(2), "compare", "Compare"),
        (Self(4), "about", "About"),
        (Self::CHARTS, "charts", "charts’ options"),
        (Self::TAKING_AWAY, "takeaway", "taking away"),
    ];
    /// How the names of such files begin.
    const START: &str = "part-";

    /// What a file is needed by, from its name. What is not known here counts as needed by all, so that
    /// no budget leaves it out.
    fn of(stem: &str) -> Self {
        let names = stem.trim_start_matches(Self::START);
        let names = names.rsplit_once('-').map_or(names, |(names, _)| names);
        let bits = names.split(program::AND).map(|name| {
            let known = Self::NAMES.iter().find(|(_, known, _)| *known == name);
            known.map_or(u8::MAX, |(needs, ..)| needs.0)
        });
        Self(bits.fold(0, |all, one| all | one))
    }
}

impl fmt::Display for Needs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if Self::NAMES.iter().all(|(needs, ..)| needs.0 & self.0 != 0) {
            return formatter.write_str("small parts of all these");
        }
        let names = Self::NAMES.iter().filter(|(needs, ..)| needs.0 & self.0 != 0);
        let names: Vec<_> = names.map(|(_, _, name)| *name).collect();
        formatter.write_str(&names.join(" + "))
    }
}

/// Which survey a site was built over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// The project's own, which the budgets are made for.
    Bundled,
    /// Any other, of any size.
    Another,
}

/// The weight of each part of a built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    parts: Vec<Weight>,
    over: Over,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Weight {
    part: Part,
    plain: u64,
    sent: u64,
}

/// Weighs the built site in `dist`.
///
/// # Errors
/// When the folder cannot be read or a part is missing from it.
pub fn measure(dist: &Path, over: Over) -> Result<Weights> {
    let mut parts = Vec::new();
    let folder =
        fs::read_dir(dist).with_context(|| format!("there is no site in {}", dist.display()))?;
    for entry in folder {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(part) = Part::of(&name) {
            let plain = size(&path)?;
            let coded = PathBuf::from(format!("{}.br", path.display()));
            let sent = if coded.exists() { size(&coded)? } else { plain };
            parts.push(Weight { part, plain, sent });
        }
    }
    parts.sort_by_key(|weight| weight.part);
    let single = [
        Part::Page,
        Part::Styles,
        Part::Boot,
        Part::Glue,
        Part::Program,
        Part::Charts,
        Part::Embed,
        Part::TakeawayScript,
    ];
    for part in single {
        let files = parts.iter().filter(|weight| weight.part == part).count();
        ensure!(files == 1, "the site has {files} files for its {}", part.name());
    }
    Ok(Weights { parts, over })
}

fn size(path: &Path) -> Result<u64> {
    Ok(fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?.len())
}

impl Weights {
    /// What each budget is held to: of another survey's site, the program alone.
    fn held(&self) -> [(Budget, u64); 7] {
        let counts = |part: Part| self.over == Over::Bundled || !part.is_of_survey();
        let weight = |wanted: fn(Part) -> bool| self.sum(|part| counts(part) && wanted(part));
        let later = Needs::NAMES.iter().filter(|(needs, ..)| *needs != Needs::TAKING_AWAY);
        let later = later.map(|(needs, ..)| self.sum(|part| part.is_needed_by(*needs)));
        [
            (READABLE, weight(Part::is_readable)),
            (FIRST_TEXT, weight(Part::is_in_first_text)),
            (EXPLORE_TEXT, weight(Part::is_in_explore_text)),
            (FIRST_VIEW, weight(Part::is_in_first_view)),
            (LATER, later.max().unwrap_or_default()),
            (EMBED_SCRIPT, weight(|part| part == Part::Embed)),
            (TAKING_AWAY, weight(Part::is_for_taking_away)),
        ]
    }

    fn sum(&self, wanted: impl Fn(Part) -> bool) -> u64 {
        self.parts.iter().filter(|weight| wanted(weight.part)).map(|weight| weight.sent).sum()
    }

    /// Holds the weights to their limits.
    ///
    /// # Errors
    /// When one is exceeded; the error says by how much.
    pub fn check(&self) -> Result<()> {
        for (budget, weight) in self.held() {
            if weight > budget.limit {
                bail!(
                    "the {} weighs {} KB, {} KB more than its limit",
                    budget.name,
                    kilobytes(weight),
                    kilobytes(weight - budget.limit)
                );
            }
        }
        Ok(())
    }
}

impl fmt::Display for Weights {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "{:<28}{:>10}{:>12}{:>10}{:>10}",
            "KB", "plain", "Brotli 11", "goal", "limit"
        )?;
        for Weight { part, plain, sent } in &self.parts {
            let (plain, sent) = (kilobytes(*plain), kilobytes(*sent));
            writeln!(formatter, "{:<28}{plain:>10}{sent:>12}", part.name())?;
        }
        for (Budget { name, goal, limit }, weight) in self.held() {
            let (sent, goal_kb, limit_kb) = (kilobytes(weight), goal / 1000, limit / 1000);
            writeln!(formatter, "{name:<28}{:>10}{sent:>12}{goal_kb:>10}{limit_kb:>10}", "")?;
            if weight > goal {
                writeln!(formatter, "  missed its goal by {} KB", kilobytes(weight - goal))?;
            }
        }
        if self.over == Over::Another {
            let own = kilobytes(self.sum(Part::is_of_survey));
            writeln!(
                formatter,
                "the survey’s own: {own} KB (page, survey, icon and manifest). Goals and limits are \
                 for the program; they do not count it."
            )?;
        }
        Ok(())
    }
}

/// Thousands of bytes, to a tenth.
pub(crate) fn kilobytes(bytes: u64) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests;
