//! An attack's numbers in words.

use std::fmt::Write;

use super::{Length, Report, Threes, Verdict};

/// Warns that the page is for the holder alone.
pub(super) const NOTICE: &str =
    "For the holder of the answers alone: this tells of single respondents. Nothing is written.";

/// The report as a page.
pub fn describe(report: &Report) -> String {
    let mut page = format!("{}\n\n{}\n\n", report.notice, report.sentence);
    // Writing to a string can't fail.
    let _ = write_numbers(&mut page, report);
    page
}

fn write_numbers(page: &mut String, report: &Report) -> std::fmt::Result {
    let Report { respondents, called, columns, tries, .. } = report;
    writeln!(
        page,
        "{respondents} {called}; {columns} columns, one a question or a tick; {tries} tries from \
         totals, and by each of two aims from tables."
    )?;
    for length in &report.lengths {
        write_length(page, length, *respondents)?;
    }
    if let Some(threes) = &report.triples {
        write_threes(page, threes)?;
    }
    writeln!(page, "\nNot covered")?;
    report.not_covered.iter().try_for_each(|what| writeln!(page, "  {what}"))
}

fn write_length(page: &mut String, length: &Length, respondents: u32) -> std::fmt::Result {
    let (tables, totals) = (length.tables, length.totals);
    writeln!(page, "\n{}", name(length))?;
    writeln!(
        page,
        "  from tables {:.1} ± {:.1} of {respondents} found, from totals alone {:.1} ± {:.1}",
        tables.mean, tables.deviation, totals.mean, totals.deviation,
    )?;
    match length.above {
        Some(above) => {
            let sees = if above.sees { "the search sees" } else { "too few to trust the search" };
            writeln!(page, "  from tables of three {:.1}: {sees}", above.mean)?;
        }
        None => writeln!(page, "  tables of three were not searched: too many to search")?,
    }
    for found in &length.better {
        writeln!(
            page,
            "  more: {:.1} from tables, {:.1} ± {:.1} from totals, of {}",
            found.tables.mean,
            found.totals.mean,
            found.totals.deviation,
            found.questions.join(", ")
        )?;
    }
    Ok(())
}

fn name(length: &Length) -> String {
    if length.whole {
        format!("Whole rows ({} columns)", length.columns)
    } else {
        format!("Parts of {} columns ({} by lot)", length.columns, length.parts)
    }
}

fn write_threes(page: &mut String, threes: &Threes) -> std::fmt::Result {
    let Threes { all, counted, threshold, small, open, solved, pinned, narrow, .. } = threes;
    let lot = if counted < all { format!(" (a sample of {all})") } else { String::new() };
    writeln!(page, "\nThree answers to three questions")?;
    writeln!(page, "  {counted} counted{lot}; {small} have a count from 1 to {}", threshold - 1)?;
    writeln!(page, "  of these, {open} can differ by {threshold} or more, as tries show")?;
    let others = small - open;
    let lot = if *solved < others { format!(", a sample of {others}") } else { String::new() };
    writeln!(
        page,
        "  of the others, {solved} were solved for{lot}: {pinned} can be worked out from the \
         tables, {narrow} more are uncertain by less than {threshold}"
    )?;
    if threes.from_nearest_tables {
        writeln!(
            page,
            "  solved from the tables of the three questions and of the groupings alone: all tables \
             together are too large, and might leave less"
        )?;
    }
    if threes.unsolved > 0 {
        writeln!(page, "  {} of them were too hard to solve", threes.unsolved)?;
    }
    for name in &threes.named {
        writeln!(page, "  worked out: {name}")?;
    }
    Ok(())
}

/// What it comes to, and what to do.
pub(super) fn sentence(report: &Report) -> String {
    match report.verdict {
        Verdict::NoBetter => {
            let numbers: Vec<String> =
                report.lengths.iter().map(|length| numbers(length, report.respondents)).collect();
            format!("Tables find no more than totals alone: {}.", numbers.join("; "))
        }
        Verdict::Better => better(report),
        Verdict::ShowsNothing => {
            "This shows nothing about the tables: the search could not be run, or does not even see \
             what tables of three give away. Many respondents, or questions with many answers, are more than it can take in."
                .to_owned()
        }
    }
}

fn numbers(length: &Length, respondents: u32) -> String {
    let of = if length.whole {
        "of whole rows".to_owned()
    } else {
        format!("of parts of {} columns", length.columns)
    };
    let (tables, totals) = (length.tables.mean, length.totals);
    format!(
        "{of} {tables:.1} of {respondents} against {:.1} ± {:.1}",
        totals.mean, totals.deviation
    )
}

fn better(report: &Report) -> String {
    let lengths = report.lengths.iter().filter(|length| length.is_better);
    let mut what: Vec<String> = lengths.map(|length| numbers(length, report.respondents)).collect();
    let worst = report.lengths.iter().flat_map(|length| &length.better);
    let more = |found: &&super::Found| found.tables.mean - found.totals.mean;
    what.extend(worst.max_by(|a, b| more(a).total_cmp(&more(b))).map(|found| {
        format!(
            "of the part {} alone {:.1} against {:.1} ± {:.1}",
            found.questions.join(", "),
            found.tables.mean,
            found.totals.mean,
            found.totals.deviation
        )
    }));
    let pinned = report.triples.as_ref().map_or(0, |threes| threes.pinned);
    what.extend((pinned > 0).then(|| format!("{pinned} small counts can be worked out")));
    format!(
        "Tables find more than totals alone: {}. Withhold tables (“withhold” of the plan) or merge \
         answers (“merge”), and pack again; do not publish this file.",
        what.join("; ")
    )
}

/// What no attack of this kind covers.
pub(super) fn never_covered(tries: u32) -> [String; 4] {
    [
        format!(
            "Other respondents who fit: each search took {tries} of all surveys that give the same \
             numbers. A search that finds nobody proves nothing."
        ),
        "Other parts of rows than those drawn by lot.".to_owned(),
        "Earlier releases, figures that were public before, and what somebody knows of one \
         respondent."
            .to_owned(),
        "Four and more answers together. Pairs are proved when a survey is packed.".to_owned(),
    ]
}
