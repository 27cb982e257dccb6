//! How many respondents are to give each answer, as the package declares it.

use std::collections::BTreeMap;

use serde::Deserialize;
use survey::{Codebook, Kind, Question};

use crate::json::Part;
use crate::package::AskedIf;
use crate::problem::{Problems, suggest};
use crate::selection;

/// All that is needed to invent answers, but the seed.
#[derive(Debug)]
pub(super) struct Recipe {
    pub(super) respondents: usize,
    prefix: String,
    /// One for each question of the codebook.
    pub(super) quotas: Vec<Quota>,
}

/// How one question's answers are made.
#[derive(Debug)]
pub(super) struct Quota {
    /// How many of those asked leave it blank.
    pub(super) not_answered: Amount,
    /// How much the latent score decides, in per cent. Below 0, low scores take the first options.
    pub(super) pull: i64,
    /// For each option of the question how many give it.
    pub(super) counts: Vec<Amount>,
    /// For each option the only respondents who may give it, as an earlier question and its options.
    pub(super) within: Vec<Option<(usize, Vec<usize>)>>,
}

/// A number, a range that the seed picks from, or whoever is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub(super) enum Amount {
    Exactly(u32),
    Between(u32, u32),
    Rest(Rest),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Rest {
    Rest,
}

impl Default for Amount {
    fn default() -> Self {
        Self::Exactly(0)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuotaEntry {
    question: String,
    #[serde(default)]
    not_answered: Amount,
    pull: i8,
    counts: BTreeMap<String, Amount>,
    #[serde(default)]
    within: BTreeMap<String, AskedIf>,
}

impl Recipe {
    pub(super) fn read(
        part: &Part<'_>,
        codebook: &Codebook,
        problems: &mut Problems,
    ) -> Option<Self> {
        part.only(&["respondents", "id", "quotas"], problems);
        let respondents: u32 = part.require("respondents", problems)?.read(problems)?;
        let prefix = part.require("id", problems)?.read(problems)?;
        let mut read: Vec<Option<Quota>> = codebook.questions().iter().map(|_| None).collect();
        for item in part.items("quotas", problems) {
            let Some(entry) = item.read::<QuotaEntry>(problems) else { continue };
            match selection::question(codebook, &entry.question) {
                Ok(ix) if read[ix.position()].is_none() => {
                    read[ix.position()] =
                        Some(quota(&entry, codebook, ix.position(), &item, problems));
                }
                Ok(_) => problems.add(
                    item.problem("the question has a quota already", "Delete one.")
                        .value(&entry.question),
                ),
                Err(error) => problems.add(item.problem(error.what, error.fix)),
            }
        }
        for (question, quota) in codebook.questions().iter().zip(&read) {
            if quota.is_none() {
                let what = format!("question “{}” has no quota", question.id);
                problems.add(part.problem(what, "Add one to “quotas”."));
            }
        }
        let quotas = read.into_iter().collect::<Option<_>>()?;
        Some(Self { respondents: respondents as usize, prefix, quotas })
    }

    /// "Synthetic team 07": as many digits as the last one needs.
    pub(super) fn id_of(&self, row: usize) -> String {
        let width = self.respondents.to_string().len();
        format!("{} {:0width$}", self.prefix, row + 1)
    }
}

fn quota(
    entry: &QuotaEntry,
    codebook: &Codebook,
    position: usize,
    part: &Part<'_>,
    problems: &mut Problems,
) -> Quota {
    let question = &codebook.questions()[position];
    if entry.pull.unsigned_abs() > 100 {
        let fix = "Choose from -100 (low scores first) to 100 (high scores first).";
        problems.add(part.problem("“pull” is a percentage", fix).value(entry.pull.to_string()));
    }
    let known = || question.options.iter().map(|option| option.id.as_str());
    for id in entry.counts.keys().chain(entry.within.keys()) {
        if question.option(id).is_none() {
            let what = format!("question “{}” has no answer “{id}”", question.id);
            problems.add(part.problem(what, suggest(id, known())));
        }
    }
    let counts = known()
        .map(|id| {
            entry.counts.get(id).copied().unwrap_or_else(|| {
                let what = format!("answer “{id}” has no count");
                problems.add(part.problem(what, "Add a number, [from, to] or “rest”."));
                Amount::default()
            })
        })
        .collect();
    check_amounts(entry, question, part, problems);
    let mut within = Vec::new();
    for option in &question.options {
        let limit = entry.within.get(&option.id);
        within.push(
            limit.and_then(|limit| {
                resolve(limit, &codebook.questions()[..position], part, problems)
            }),
        );
    }
    Quota { not_answered: entry.not_answered, pull: entry.pull.into(), counts, within }
}

fn check_amounts(
    entry: &QuotaEntry,
    question: &Question,
    part: &Part<'_>,
    problems: &mut Problems,
) {
    let amounts = || entry.counts.values().chain([&entry.not_answered]);
    let bad = |amount: &Amount| matches!(*amount, Amount::Between(from, to) if from > to || to == u32::MAX);
    if amounts().any(bad) {
        problems
            .add(part.problem("a range is not one", "Write [from, to], the lower number first."));
    }
    let rests = amounts().filter(|amount| matches!(amount, Amount::Rest(_))).count();
    let most_rests = match question.kind {
        Kind::Single | Kind::Ordered => 1,
        Kind::Multiple => 0,
    };
    if rests > most_rests || matches!(entry.not_answered, Amount::Rest(_)) {
        let fix = "Use it for one answer of a question with one answer each.";
        problems.add(part.problem("“rest” can't be told here", fix));
    }
}

fn resolve(
    limit: &AskedIf,
    earlier: &[Question],
    part: &Part<'_>,
    problems: &mut Problems,
) -> Option<(usize, Vec<usize>)> {
    let position = earlier.iter().position(|question| question.id == limit.question);
    let options = position.and_then(|position| {
        limit.any_of.iter().map(|id| earlier[position].option(id)).collect::<Option<Vec<_>>>()
    });
    if options.is_none() {
        let fix = suggest(&limit.question, earlier.iter().map(|question| question.id.as_str()));
        problems.add(part.problem("“within” names no answer of an earlier question", fix));
    }
    Some((position?, options?))
}
