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
const FIRST_TEXT: Budget = Budget { name: "first text", goal: 140_000, limit: 155_000 };
/// The same of an address that begins with Explore.
const EXPLORE_TEXT: Budget = Budget { name: "first text, Explore", goal: 175_000, limit: 193_000 };
/// The first screen's charts are drawn.
const FIRST_VIEW: Budget = Budget { name: "first view", goal: 300_000, limit: 333_000 };
/// What any screen loads when it is opened, and the charts beside their library.
const LATER: Budget = Budget { name: "largest later part", goal: 36_000, limit: 38_000 };
/// What is loaded only when a reader takes something away.
const TAKING_AWAY: Budget = Budget { name: "taking away", goal: 300_000, limit: 378_000 };
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
    /// The program that makes it.
    TakeawayProgram,
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
            "wasm" if stem.starts_with("takeaway-") => Some(Self::TakeawayProgram),
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
            Self::TakeawayProgram => "taking away, program",
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
        matches!(self, Self::TakeawayScript | Self::TakeawayProgram)
    }
}

/// What needs a file of the app that is loaded later: a bit for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Needs(u8);

impl Needs {
    const EXPLORE: Self = Self(1);
    const CHARTS: Self = Self(8);
    /// Their names in those of files, and for the table.
    const NAMES: [(Self, &str, &str); 4] = [
        (Self::EXPLORE, "explore", "Explore"),
        (Self(2), "compare", "Compare"),
        (Self(4), "about", "About"),
        (Self::CHARTS, "charts", "charts’ options"),
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
        Part::TakeawayProgram,
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
        let later = Needs::NAMES.iter();
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
mod tests {
    use super::*;

    fn of(over: Over, parts: &[(Part, u64)]) -> Weights {
        let weight = |&(part, sent): &(Part, u64)| Weight { part, plain: 3 * sent, sent };
        Weights { parts: parts.iter().map(weight).collect(), over }
    }

    fn weights(program: u64, charts: u64) -> Weights {
        of(Over::Bundled, &[(Part::Program, program), (Part::Charts, charts)])
    }

    /// Readable, first text, that of Explore, first view, the largest later part, embed script, taking away.
    fn sums(weights: &Weights) -> [u64; 7] {
        weights.held().map(|(_, weight)| weight)
    }

    #[test]
    fn a_goal_that_is_missed_is_said() {
        assert!(
            weights(FIRST_TEXT.goal + 600, 0).to_string().contains("missed its goal by 0.6 KB")
        );
        assert!(!weights(FIRST_TEXT.goal, 0).to_string().contains("missed"));
    }

    #[test]
    fn files_are_known_by_their_names() {
        assert_eq!(Part::of("findings-explorer-0123456789abcdef.wasm"), Some(Part::Program));
        let later = |name| Part::of(name).map(Part::name).unwrap_or_default();
        assert_eq!(later("part-explore-0123456789abcdef.wasm"), "Explore");
        assert_eq!(later("part-about_charts-0123456789abcdef.wasm"), "About + charts’ options");
        assert_eq!(Part::of("findings-explorer-0123456789abcdef.js"), Some(Part::Glue));
        assert_eq!(Part::of("takeaway-0123456789abcdef.wasm"), Some(Part::TakeawayProgram));
        assert_eq!(Part::of("takeaway-0123456789abcdef.js"), Some(Part::TakeawayScript));
        assert_eq!(Part::of("boot-0123456789abcdef.js"), Some(Part::Boot));
        assert_eq!(Part::of("tic-2022-0123456789abcdef.survey"), Some(Part::Survey));
        assert_eq!(Part::of("boot-0123456789abcdef.js.br"), None);
    }

    #[test]
    fn charts_count_for_the_view_and_not_for_the_text() {
        let weights = weights(100_000, 150_000);
        assert_eq!(sums(&weights), [0, 100_000, 100_000, 250_000, 0, 0, 0]);
        assert!(weights.check().is_ok());
    }

    #[test]
    fn a_later_part_counts_where_it_is_needed() {
        let file = |name, sent| (Part::of(&format!("part-{name}-00.wasm")).unwrap(), sent);
        let parts = [
            (Part::Program, 100_000),
            file("explore", 20_000),
            file("compare_explore", 4_000),
            file("compare", 15_000),
            file("charts", 10_000),
        ];
        let weights = of(Over::Bundled, &parts);
        assert_eq!(sums(&weights), [0, 100_000, 124_000, 110_000, 24_000, 0, 0]);
        let heavy = of(Over::Bundled, &[file("about", 30_000), file("about_compare", 8_001)]);
        assert!(heavy.check().unwrap_err().to_string().contains("largest later part"));
        // One that nobody has told this module of is forgotten by no budget.
        assert_eq!(sums(&of(Over::Bundled, &[file("new", 1)]))[..5], [0, 0, 1, 1, 1]);
    }

    #[test]
    fn the_script_for_other_sites_has_a_limit_of_its_own() {
        let embed = |sent| of(Over::Bundled, &[(Part::Embed, sent)]);
        assert_eq!(Part::of("embed.js"), Some(Part::Embed));
        assert_eq!(sums(&embed(3_000)), [0, 0, 0, 0, 0, 3_000, 0]);
        assert!(embed(3_000).check().is_ok());
        assert!(embed(3_001).check().unwrap_err().to_string().contains("script of embeds"));
    }

    #[test]
    fn what_is_taken_away_counts_for_itself() {
        let weights = of(Over::Bundled, &[(Part::TakeawayProgram, TAKING_AWAY.limit + 1)]);
        assert_eq!(sums(&weights), [0, 0, 0, 0, 0, 0, TAKING_AWAY.limit + 1]);
        assert!(weights.check().unwrap_err().to_string().contains("taking away"));
    }

    #[test]
    fn another_survey_is_told_and_not_limited_and_the_program_under_it_is() {
        let own = [(Part::Page, 2_000_000), (Part::Survey, 3_000_000), (Part::Rest, 500_000)];
        let site = |over, program| {
            let parts = own.into_iter().chain([(Part::Program, program), (Part::Charts, 1)]);
            of(over, &parts.collect::<Vec<_>>())
        };
        assert!(site(Over::Bundled, 1).check().is_err());
        let another = site(Over::Another, FIRST_TEXT.limit);
        assert!(another.check().is_ok());
        assert_eq!(sums(&another)[3], FIRST_TEXT.limit + 1);
        assert!(another.to_string().contains("the survey’s own: 5500.0 KB"), "{another}");
        let error = site(Over::Another, FIRST_TEXT.limit + 1).check().unwrap_err();
        assert!(error.to_string().contains("first text"), "{error}");
    }

    #[test]
    fn a_limit_that_is_exceeded_is_named_with_the_excess() {
        let text = weights(FIRST_TEXT.limit + 10_000, 0).check().unwrap_err().to_string();
        let weight = kilobytes(FIRST_TEXT.limit + 10_000);
        assert_eq!(text, format!("the first text weighs {weight} KB, 10.0 KB more than its limit"));
        let charts = FIRST_VIEW.limit - 99_999;
        assert!(weights(100_000, charts).check().unwrap_err().to_string().contains("first view"));
        assert!(weights(100_000, charts - 1).check().is_ok());
    }

    #[test]
    fn sizes_are_rounded_to_tenths_of_a_thousand() {
        assert_eq!(kilobytes(1_049), "1.0");
        assert_eq!(kilobytes(1_050), "1.1");
    }
}
