//! What the two reports hold.

use disclosure::risk::Risk;
use serde::Serialize;

/// What everybody may know of a release.
#[derive(Clone, Debug, Serialize)]
pub struct Public {
    /// The survey's name, title and version.
    pub survey: SurveyName,
    /// The file that this is about.
    pub file: File,
    /// How many respondents the release is about.
    pub respondents: u32,
    /// What they are called.
    pub respondent_word: String,
    /// The smallest count that may be published, and the smallest rest of a base.
    pub threshold: u32,
    /// The fewest respondents in a group, and outside of it.
    pub smallest_group: u32,
    /// The smallest count, or rest of a base, in any table.
    pub smallest_cell: Option<u32>,
    /// Each rule with what it found.
    pub rules: Vec<RuleReport>,
    /// What was proved by other surveys that fit.
    pub proof: Option<ProofReport>,
    /// The tables.
    pub tables: Vec<TableReport>,
    /// Figures that were public before, and who signed for them.
    pub overrides: Vec<Signed>,
    /// Who signed for the figures in the package's texts.
    pub texts: Option<Signed>,
    /// The checksums of earlier releases.
    pub earlier: Vec<String>,
    /// What this protection does not do.
    pub not_protected: Vec<String>,
}

/// What was proved by other surveys that fit all that is published.
#[derive(Clone, Debug, Serialize)]
pub struct ProofReport {
    /// All of it in a sentence.
    pub sentence: String,
    /// Pairs of answers looked at, in total and within each published group.
    pub pairs: u64,
    /// Small counts among them.
    pub counts: usize,
    /// How many of these were proved by walking from survey to survey.
    pub by_walking: usize,
    /// How many by integer programs.
    pub by_program: usize,
    /// The narrowest range of a count among the surveys shown.
    pub narrowest: Option<u32>,
    /// How many surveys were shown, each checked against every table.
    pub surveys: usize,
    /// What was not looked at.
    pub not_looked_at: &'static str,
}

/// Of which survey.
#[derive(Clone, Debug, Serialize)]
pub struct SurveyName {
    /// Short and stable.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The package's version.
    pub version: String,
}

/// The packed file.
#[derive(Clone, Debug, Serialize)]
pub struct File {
    /// Its checksum, as every command prints it.
    pub sha256: String,
    /// Its length.
    pub bytes: usize,
    /// The version of its format.
    pub format: u16,
}

/// A rule and what it found.
#[derive(Clone, Debug, Serialize)]
pub struct RuleReport {
    /// Its number.
    pub number: u8,
    /// Its name.
    pub name: &'static str,
    /// What it demands.
    pub demands: &'static str,
    /// Whether it is exact.
    pub exact: &'static str,
    /// How many numbers it looked at; in the public report only where all of them are public.
    pub examined: Option<u64>,
    /// The smallest of them, in the same way.
    pub least: Option<u32>,
}

/// A published table.
#[derive(Clone, Debug, Serialize)]
pub struct TableReport {
    /// Its name: a question, or a question by a grouping.
    pub table: String,
    /// Its smallest base.
    pub base: u32,
    /// Its smallest count, or rest of a base.
    pub smallest_cell: u32,
}

/// Something that a person has signed for.
#[derive(Clone, Debug, Serialize)]
pub struct Signed {
    /// What.
    pub what: String,
    /// Who.
    pub by: String,
    /// On which day.
    pub on: String,
    /// Why.
    pub reason: String,
}

/// What only the holder may know.
#[derive(Clone, Debug, Serialize)]
pub struct Private {
    /// The public part.
    pub public: Public,
    /// Each rule with all that it found.
    pub rules: Vec<RuleReport>,
    /// The files that went in. A checksum of answers is not public: whoever had guessed all of them
    /// could prove it by the sum.
    pub inputs: Vec<InputReport>,
    /// How many respondents are on record, and are not counted because they skipped something.
    pub not_counted: usize,
    /// Tables that were declared and did not pass, with each reason.
    pub absent: Vec<AbsentReport>,
    /// Tables that the plan keeps back.
    pub withheld: Vec<String>,
    /// How far the answers on record single respondents out.
    pub risk: Risk,
}

/// A file of the package.
#[derive(Clone, Debug, Serialize)]
pub struct InputReport {
    /// Its name.
    pub file: String,
    /// Its checksum.
    pub sha256: String,
}

/// A table that is absent.
#[derive(Clone, Debug, Serialize)]
pub struct AbsentReport {
    /// Its name.
    pub table: String,
    /// The rule that it breaks.
    pub rule: &'static str,
    /// Where.
    pub cell: String,
    /// How.
    pub what: String,
}
