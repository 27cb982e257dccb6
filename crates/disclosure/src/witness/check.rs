//! Checks witnesses by walking over their respondents one by one. It shares nothing with the search:
//! not its sets, not its classes, not its rules of the questionnaire.

use survey::{Codebook, Kind, QuestionIx, Tally};

use crate::questionnaire::Ticks;
use crate::tables::Tables;

/// One respondent's answers: for each question the options given, or `None` where they are not counted.
pub(super) type Respondent = Vec<Option<Vec<usize>>>;

/// Whether a survey obeys the questionnaire and gives every known table. `members` are those of an
/// earlier release, with its tables.
///
/// # Errors
/// The first thing that is wrong, for the private report.
pub(super) fn fits(
    survey: &[Respondent],
    codebook: &Codebook,
    ticks: &[Ticks],
    known: &Tables,
    earlier: &[(Vec<bool>, Tables)],
) -> Result<(), String> {
    if survey.len() != known.respondents as usize {
        return Err("another number of respondents".to_owned());
    }
    for respondent in survey {
        obeys(respondent, codebook, ticks, known)?;
    }
    let everybody: Vec<&Respondent> = survey.iter().collect();
    gives(&everybody, known)?;
    for (members, tables) in earlier {
        let then = survey.iter().zip(members).filter(|(_, is)| **is);
        gives(&then.map(|(respondent, _)| respondent).collect::<Vec<_>>(), tables)?;
    }
    Ok(())
}

fn obeys(
    respondent: &Respondent,
    codebook: &Codebook,
    ticks: &[Ticks],
    known: &Tables,
) -> Result<(), String> {
    for (ix, question) in codebook.iter() {
        if known.totals[ix.position()].is_none() {
            continue;
        }
        let given = respondent[ix.position()].as_deref();
        let routing = question.asked_if.as_ref();
        if let Some(routing) = routing.filter(|r| known.totals[r.question.position()].is_some()) {
            let before = respondent[routing.question.position()].as_deref().unwrap_or_default();
            let is_asked = before.iter().any(|option| routing.any_of.contains(option));
            if given.is_some() != is_asked {
                return Err(format!("“{}” is answered against its routing", question.id));
            }
        }
        let Some(given) = given else { continue };
        let is_right = match question.kind {
            Kind::Single | Kind::Ordered => given.len() == 1,
            Kind::Multiple => {
                let rules = &ticks[ix.position()];
                (!given.is_empty() || !rules.at_least_one)
                    && (given.len() < 2 || !given.iter().any(|o| rules.exclusive.contains(o)))
            }
        };
        if !is_right || given.iter().any(|&option| option >= question.options.len()) {
            return Err(format!("“{}” has answers that can’t stand together", question.id));
        }
    }
    Ok(())
}

fn gives(survey: &[&Respondent], tables: &Tables) -> Result<(), String> {
    let wrong = |question: QuestionIx| {
        Err(format!("another table of “{}”", tables.codebook.question(question).id))
    };
    for (question, total) in tables.published() {
        if !is_tally_of(survey.iter().copied(), question, total) {
            return wrong(question);
        }
    }
    for table in &tables.crossed {
        for (group, part) in table.parts.iter().enumerate() {
            let is_member = |respondent: &&Respondent| {
                respondent[table.by.position()].as_ref().is_some_and(|given| given.contains(&group))
            };
            let members = survey.iter().copied().filter(is_member);
            if !is_tally_of(members, table.question, part) {
                return wrong(table.question);
            }
        }
    }
    Ok(())
}

fn is_tally_of<'a>(
    respondents: impl Iterator<Item = &'a Respondent>,
    question: QuestionIx,
    published: &Tally,
) -> bool {
    let (mut base, mut counts) = (0, vec![0; published.counts.len()]);
    for given in respondents.filter_map(|respondent| respondent[question.position()].as_ref()) {
        base += 1;
        for &option in given {
            counts[option] += 1;
        }
    }
    base == published.answered && counts == published.counts
}

/// How many of those counted for both questions gave (or, `without`, did not give) both answers.
pub(super) fn count_pair(
    survey: &[Respondent],
    answers: [(usize, usize); 2],
    without: [bool; 2],
    group: Option<(usize, usize)>,
) -> u32 {
    let has = |respondent: &Respondent, (question, option): (usize, usize)| {
        respondent[question].as_ref().map(|given| given.contains(&option))
    };
    let counted = survey.iter().filter(|respondent| {
        group.is_none_or(|group| has(respondent, group) == Some(true))
            && (0..2).all(|side| {
                has(respondent, answers[side]).is_some_and(|gave| gave != without[side])
            })
    });
    u32::try_from(counted.count()).unwrap_or(u32::MAX)
}
