//! The release plan as the package has it, the `disclosure` block, with every problem in it.

mod signature;
mod since;

use std::collections::BTreeSet;

use disclosure::plan::{Failing, Merger, Override, Plan, Signature, Withheld};
use serde::Deserialize;
use survey::limits::SMALLEST_PROTECTED_GROUP;
use survey::{AnswerOption, Codebook, Kind, Phrase, Question, QuestionIx};

pub use self::signature::not_yet_signed;
use super::PhraseEntry;
use crate::json::Part;
use crate::problem::{Problem, Problems, suggest};
use crate::selection::{self, SelectionError};

/// The keys of the block.
pub(super) const KEYS: [&str; 10] = [
    "threshold",
    "smallest_group",
    "failing",
    "blocks",
    "merge",
    "withhold",
    "overrides",
    "texts",
    "earlier",
    "since",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MergerEntry {
    question: String,
    options: Vec<String>,
    id: String,
    label: String,
    #[serde(default)]
    says: Option<PhraseEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WithheldEntry {
    question: String,
    #[serde(default)]
    by: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OverrideEntry {
    figure: String,
    signed_by: String,
    on: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum FailingEntry {
    Absent,
    Refuse,
}

/// Reads the plan of a confidential survey: the `disclosure` of its `survey` block.
pub(super) fn read(
    block: &Part<'_>,
    codebook: &Codebook,
    figures: &[&str],
    problems: &mut Problems,
) -> Plan {
    let mut plan = Plan::usual(codebook);
    let Some(part) = block.get("disclosure") else {
        let fix = "Add “disclosure”: what may be published. { \"earlier\": [] } is the safe plan of \
                   a first release; docs/package.md has the rest.";
        problems.add(block.problem("confidential answers have no release plan", fix));
        return plan;
    };
    part.only(&KEYS, problems);
    for question in codebook.questions().iter().filter(|question| question.grouping) {
        match question.kind {
            Kind::Single | Kind::Ordered => {}
            Kind::Multiple => {
                let what = format!("question “{}” is a grouping with several answers", question.id);
                let fix =
                    "Take its “grouping” away: groups of confidential answers may not overlap.";
                problems.add(part.problem(what, fix));
            }
        }
    }
    let reader = Reader { part: &part, codebook };
    plan.threshold = reader.at_least("threshold", plan.threshold, Plan::LOWEST_THRESHOLD, problems);
    plan.smallest_group =
        reader.at_least("smallest_group", plan.smallest_group, SMALLEST_PROTECTED_GROUP, problems);
    if let Some(failing) = part.get("failing").and_then(|part| part.read(problems)) {
        plan.failing = match failing {
            FailingEntry::Absent => Failing::Absent,
            FailingEntry::Refuse => Failing::Refuse,
        };
    }
    plan.withheld = reader.withheld(problems);
    plan.blocks = reader.blocks(problems).unwrap_or(plan.blocks);
    plan.mergers = reader.mergers(problems);
    plan.overrides = reader.overrides(figures, problems);
    plan.texts = part.get("texts").and_then(|part| signature::read_texts(&part, problems));
    plan.earlier = reader.earlier(problems);
    plan.since = since::read(&part, codebook, problems);
    plan
}

struct Reader<'a> {
    part: &'a Part<'a>,
    codebook: &'a Codebook,
}

impl Reader<'_> {
    fn at_least(&self, key: &str, usual: u32, floor: u32, problems: &mut Problems) -> u32 {
        let Some(part) = self.part.get(key) else { return usual };
        let Some(number) = part.read::<u32>(problems) else { return usual };
        if number < floor {
            let what = format!("{number} is too low");
            let fix = format!("Write {floor} or more; without “{key}” it is {usual}.");
            problems.add(part.problem(what, fix));
        }
        number.max(floor)
    }

    fn withheld(&self, problems: &mut Problems) -> Vec<Withheld> {
        let mut withheld = Vec::new();
        for part in self.part.items("withhold", problems) {
            let Some(entry) = part.read::<WithheldEntry>(problems) else { continue };
            let question = self.question(&entry.question, &part, problems);
            let by = entry.by.as_ref().map(|id| self.question(id, &part, problems));
            let (Some(question), None | Some(Some(_))) = (question, by) else { continue };
            withheld.push(Withheld { question, by: by.flatten() });
        }
        withheld
    }

    /// Every question belongs to one block, and a routed one to that of the question before it:
    /// otherwise who was asked and who answered could be told apart by subtraction.
    fn blocks(&self, problems: &mut Problems) -> Option<Vec<Vec<QuestionIx>>> {
        self.part.get("blocks")?;
        let mut blocks: Vec<Vec<QuestionIx>> = Vec::new();
        let mut placed = vec![None; self.codebook.questions().len()];
        for (position, part) in self.part.items("blocks", problems).iter().enumerate() {
            let ids: Vec<String> = part.read(problems).unwrap_or_default();
            let mut block = Vec::new();
            for id in &ids {
                let Some(ix) = self.question(id, part, problems) else { continue };
                if placed[ix.position()].replace(position).is_some() {
                    let fix = "Keep it in one of them.";
                    problems.add(part.problem("the question stands in two blocks", fix).value(id));
                }
                block.push(ix);
            }
            block.sort_unstable();
            blocks.push(block);
        }
        for (ix, question) in self.codebook.iter() {
            if placed[ix.position()].is_none() {
                let what = format!("question “{}” is in no block", question.id);
                let fix = "Add it to one, or leave out “blocks”: then all questions are one block.";
                problems.add(self.part.problem(what, fix));
            }
            let before = question.asked_if.as_ref().map(|routing| routing.question);
            if let Some(before) =
                before.filter(|before| placed[before.position()] != placed[ix.position()])
            {
                let what = format!(
                    "question “{}” is asked after “{}”, which is in another block",
                    question.id,
                    self.codebook.question(before).id
                );
                problems.add(self.part.problem(what, "Put both into one block."));
            }
        }
        Some(blocks)
    }

    fn mergers(&self, problems: &mut Problems) -> Vec<Merger> {
        let mut mergers: Vec<Merger> = Vec::new();
        for part in self.part.items("merge", problems) {
            let Some(entry) = part.read::<MergerEntry>(problems) else { continue };
            let Some(merger) = self.merger(entry, &part, problems) else { continue };
            let question = self.codebook.question(merger.question);
            let doubled = mergers.iter().filter(|before| before.question == merger.question);
            for option in doubled.flat_map(|before| &before.options) {
                if merger.options.contains(option) {
                    let fix = "Keep it in one of them.";
                    let id = &question.options[*option].id;
                    problems.add(part.problem("the answer is merged twice", fix).value(id));
                }
            }
            mergers.push(merger);
        }
        mergers
    }

    fn merger(
        &self,
        entry: MergerEntry,
        part: &Part<'_>,
        problems: &mut Problems,
    ) -> Option<Merger> {
        let ix = self.question(&entry.question, part, problems)?;
        let question = self.codebook.question(ix);
        let find = |id: &String| or_report(selection::option(question, id), part, problems);
        let found: BTreeSet<usize> = entry.options.iter().filter_map(find).collect();
        if found.len() < entry.options.len() || found.len() < 2 {
            if found.len() < 2 {
                problems.add(part.problem("merges fewer than two answers", "Name two or more."));
            }
            return None;
        }
        let options: Vec<usize> = found.into_iter().collect();
        check_merger(question, &options, &entry.id, part, problems);
        self.check_routing(ix, &options, part, problems);
        let groups: BTreeSet<_> = options.iter().map(|&o| question.options[o].group).collect();
        let into = AnswerOption {
            id: entry.id,
            label: entry.label,
            says: entry.says.map(Phrase::from),
            group: if groups.len() == 1 { question.options[options[0]].group } else { None },
            off_scale: options.iter().all(|&option| question.options[option].off_scale),
        };
        Some(Merger { question: ix, options, into })
    }

    /// Answers that lead to a question can't become one with answers that do not.
    fn check_routing(
        &self,
        ix: QuestionIx,
        options: &[usize],
        part: &Part<'_>,
        problems: &mut Problems,
    ) {
        for question in self.codebook.questions() {
            let Some(routing) = question.asked_if.as_ref().filter(|r| r.question == ix) else {
                continue;
            };
            let leads = options.iter().filter(|option| routing.any_of.contains(option)).count();
            if leads != 0 && leads != options.len() {
                let what = format!(
                    "question “{}” is asked after some of these answers and not after others",
                    question.id
                );
                let fix = "Merge answers that lead to the same questions.";
                problems.add(part.problem(what, fix));
            }
        }
    }

    fn overrides(&self, figures: &[&str], problems: &mut Problems) -> Vec<Override> {
        let mut overrides: Vec<Override> = Vec::new();
        for part in self.part.items("overrides", problems) {
            let Some(entry) = part.read::<OverrideEntry>(problems) else { continue };
            if !figures.contains(&entry.figure.as_str()) {
                let fix = suggest(&entry.figure, figures.iter().copied());
                let what = "no published figure has this id";
                problems.add(part.problem(what, fix).value(&entry.figure));
            }
            if overrides.iter().any(|before| before.figure == entry.figure) {
                problems.add(part.problem("is overridden twice", "Keep one.").value(&entry.figure));
            }
            let OverrideEntry { figure, signed_by, on, reason } = entry;
            let signature = Signature { by: signed_by, on, reason };
            let signature = signature::check(&part, signature, problems);
            overrides.push(Override { figure, signature });
        }
        overrides
    }

    fn earlier(&self, problems: &mut Problems) -> Vec<String> {
        if self.part.get("earlier").is_none() {
            let fix = "Write [] if this is the survey's first release; otherwise the SHA-256 of each \
                       earlier one, as survey-pack printed it. There is no default.";
            problems.add(self.part.problem("“earlier” is missing", fix));
        }
        let mut earlier: Vec<String> = Vec::new();
        for part in self.part.items("earlier", problems) {
            let Some(sum) = part.read::<String>(problems) else { continue };
            let sum = sum.to_lowercase();
            if sum.len() != 64 || !sum.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                let fix = "Write the 64 digits that survey-pack printed when it packed the file.";
                problems.add(part.problem("is not a SHA-256", fix).value(&sum));
            }
            if !earlier.contains(&sum) {
                earlier.push(sum);
            }
        }
        earlier
    }

    fn question(&self, id: &str, part: &Part<'_>, problems: &mut Problems) -> Option<QuestionIx> {
        or_report(selection::question(self.codebook, id), part, problems)
    }
}

fn check_merger(
    question: &Question,
    options: &[usize],
    id: &str,
    part: &Part<'_>,
    problems: &mut Problems,
) {
    let off_scale = |position: usize| question.options[position].off_scale;
    let neighbours = options
        .windows(2)
        .all(|pair| pair[1] == pair[0] + 1 && off_scale(pair[0]) == off_scale(pair[1]));
    let (may_skip, may_be_all) = match question.kind {
        Kind::Single => (true, false),
        Kind::Ordered => (false, false),
        Kind::Multiple => (true, true),
    };
    if !may_skip && !neighbours {
        let fix = "Name answers that stand next to each other on the scale.";
        problems.add(part.problem("the answers are not neighbours", fix));
    }
    let taken = |position: usize| !options.contains(&position);
    if question.option(id).is_some_and(taken) {
        let fix = "Choose an id of its own.";
        problems.add(part.problem("another answer has this id", fix).value(id));
    }
    if !may_be_all && options.len() == question.options.len() {
        let fix = "Leave at least two answers, or withhold the question.";
        problems.add(part.problem("all answers would be one", fix));
    }
}

fn or_report<T>(
    found: Result<T, SelectionError>,
    part: &Part<'_>,
    problems: &mut Problems,
) -> Option<T> {
    let report = |error: SelectionError| -> Problem { part.problem(error.what, error.fix) };
    found.map_err(|error| problems.add(report(error))).ok()
}
