//! A tally as lines of text.

use std::fmt::Write;

use survey_stats as stats;

use super::{Count, Figure, Report};

/// The report as it is printed.
pub fn describe(report: &Report) -> String {
    let mut page = String::new();
    // Writing to a string can't fail.
    let _ = write_report(&mut page, report);
    page
}

fn write_report(page: &mut String, report: &Report) -> std::fmt::Result {
    let Report { label, question, provenance, draw, .. } = report;
    writeln!(page, "{label} ({question}), answers “{draw}” ({provenance})")?;
    writeln!(page, "{} of {} {} selected", report.selected, report.total, report.respondents)?;
    write_figure(page, &report.figure, "")?;
    if let Some(by) = &report.by {
        for part in &by.parts {
            writeln!(page, "\n{} = {} ({}): {}", by.question, part.id, part.label, part.size)?;
            write_figure(page, &part.figure, "  ")?;
        }
        writeln!(page, "\n{}: none of these", by.question)?;
        write_figure(page, &by.rest, "  ")?;
    }
    Ok(())
}

fn write_figure(page: &mut String, figure: &Figure, indent: &str) -> std::fmt::Result {
    let small = if figure.small_base { ", small base" } else { "" };
    let answered = figure.answered;
    let (mut before, mut after) = (String::new(), String::new());
    if let (Some(asked), Some(not_answered)) = (figure.asked, figure.not_answered) {
        before = format!("asked {asked}, ");
        after = format!(", not answered {not_answered}");
    }
    writeln!(page, "{indent}{before}answered {answered}{after}{small}")?;
    if let Some(sentence) = uncertainty(figure) {
        writeln!(page, "{indent}{sentence}")?;
    }
    let lines = || figure.options.iter().map(|count| ("", count));
    let lines = || lines().chain(figure.groups.iter().map(|count| ("@", count)));
    let name = |(mark, count): &(&str, &Count)| format!("{mark}{}", count.id);
    let widest = lines().map(|line| name(&line).chars().count()).max().unwrap_or_default();
    for line in lines() {
        let count = line.1;
        let percent = count.percent.map_or_else(String::new, |percent| format!(" ({percent}%)"));
        let inferred = if count.inferred { ", count inferred" } else { "" };
        let weight =
            count.weight.map_or_else(String::new, |weight| format!(", weight {weight:.2}"));
        let share = format!("{} of {answered}{percent}{weight}{}", count.count, limits(count));
        writeln!(
            page,
            "{indent}  {:widest$}  {share:16}  {}{inferred}  {}",
            name(&line),
            count.evidence,
            count.label
        )?;
    }
    Ok(())
}

/// What the numbers in brackets are, where there are any.
fn uncertainty(figure: &Figure) -> Option<String> {
    figure.options.iter().find(|count| count.interval.is_some())?;
    let of =
        figure.invited.map_or_else(String::new, |invited| format!(" of the {invited} invited"));
    let bounds = if figure.invited.is_some() {
        ", then bounds: if none and if all of those who did not answer gave the answer"
    } else {
        ""
    };
    Some(format!("[95% interval, if those who answered were a random sample{of}{bounds}]"))
}

fn limits(count: &Count) -> String {
    let Some(interval) = count.interval else { return String::new() };
    let (low, high) = stats::Interval { low: interval.low, high: interval.high }.percents();
    let bounds = count.bounds.map_or_else(String::new, |bounds| {
        format!(", {}% to {}%", bounds.low.percent, bounds.high.percent)
    });
    format!(" [{low}% to {high}%{bounds}]")
}
