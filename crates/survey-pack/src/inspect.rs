//! What a bundle holds, in words.

use std::fmt::Write;

use survey::bundle::Bundle;
use survey::{Available, Draw, Form, Kind, NotAvailable, Question, QuestionIx, Tally};

/// A page of text about a bundle.
pub fn describe(bundle: &Bundle) -> String {
    let mut page = String::new();
    // Writing to a string can't fail.
    let _ = write_page(&mut page, bundle);
    page
}

fn write_page(page: &mut String, bundle: &Bundle) -> std::fmt::Result {
    let about = bundle.survey.about();
    writeln!(page, "{} ({}, version {})", about.title, about.name, about.version)?;
    if !about.banner.is_empty() {
        writeln!(page, "{}", about.banner)?;
    }
    writeln!(page)?;
    writeln!(page, "format      version {}", bundle.header.version)?;
    writeln!(page, "provenance  {}", about.provenance.name())?;
    writeln!(page, "payload     {} bytes", bundle.header.payload)?;
    writeln!(page, "SHA-256     {}", bundle.header.checksum_text())?;
    writeln!(page, "licence     {}", about.licence)?;
    if let Some(invited) = about.invited {
        writeln!(page, "invited     {invited}")?;
    }
    writeln!(page, "\nAnswers")?;
    for draw in bundle.survey.draws() {
        let many = draw.source().respondents();
        let respondents = about.respondent.for_count(many.into());
        writeln!(page, "  {}  {}: {many} {respondents}", draw.id, draw.label)?;
    }
    writeln!(page, "\nQuestions")?;
    for (ix, question) in bundle.survey.codebook().iter() {
        write_question(page, ix, question, bundle.survey.draws())?;
    }
    for draw in bundle.survey.draws() {
        write_tables(page, draw)?;
    }
    writeln!(page, "\nPublished figures")?;
    for figure in bundle.survey.figures() {
        writeln!(page, "  {}  {} [{}]", figure.id, figure.statement, figure.source)?;
    }
    writeln!(page, "\nFindings")?;
    for finding in bundle.survey.findings() {
        writeln!(page, "  {}  {}", finding.id, finding.headline)?;
    }
    writeln!(page, "\nRecommendations")?;
    for (position, recommendation) in bundle.survey.recommendations().iter().enumerate() {
        writeln!(page, "  {}  {}", position + 1, recommendation.text)?;
    }
    Ok(())
}

/// The counts of all sets of answers stand beside each other, so that one sees which stay put.
fn write_question(
    page: &mut String,
    ix: QuestionIx,
    question: &Question,
    draws: &[Draw],
) -> std::fmt::Result {
    let kind = match question.kind {
        Kind::Single => "one answer",
        Kind::Ordered => "one answer, ordered",
        Kind::Multiple => "several answers",
    };
    let grouping = if question.grouping { ", grouping" } else { "" };
    let peers = if question.peers { ", peers" } else { "" };
    writeln!(page, "  {}  {} ({kind}{grouping}{peers})", question.id, question.label)?;
    let tallies: Available<Vec<&Tally>> =
        draws.iter().map(|draw| draw.source().total(ix)).collect();
    let each_draw = |words: &dyn Fn(&Tally) -> String| match &tallies {
        Ok(tallies) => tallies.iter().map(|tally| words(tally)).collect::<Vec<_>>().join(" / "),
        Err(NotAvailable) => NotAvailable.to_string(),
    };
    for (position, option) in question.options.iter().enumerate() {
        let counts = each_draw(&|tally| tally.counts[position].to_string());
        writeln!(page, "    {}  {}: {counts}", option.id, option.label)?;
    }
    // Protected tables do not tell who was asked.
    let asked = draws.iter().all(|draw| draw.records().is_some());
    let bases = each_draw(&|tally| {
        let asked = if asked { format!("{} asked, ", tally.asked) } else { String::new() };
        format!("{asked}{} answered", tally.answered)
    });
    writeln!(page, "    {bases}")
}

/// The tables of a protected survey, by question and grouping.
fn write_tables(page: &mut String, draw: &Draw) -> std::fmt::Result {
    let Form::Cube(cube) = &draw.form else { return Ok(()) };
    let id = |ix| &cube.codebook().question(ix).id;
    writeln!(page, "\nTables (no answers of anybody)")?;
    for table in cube.crossed() {
        writeln!(page, "  {} by {}", id(table.question), id(table.by))?;
    }
    Ok(())
}
