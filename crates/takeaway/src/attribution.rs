//! What goes with a figure wherever it goes, in words: the same in every format.

use crate::{ExportContext, Item, date};

/// What a line is, and the line.
pub(crate) type Line = (&'static str, String);

/// What a figure needs to be understood.
pub(crate) fn of_figure(item: &Item) -> Vec<Line> {
    let figure = &item.view;
    let base = Some(&figure.base_summary).filter(|base| **base != figure.sentence.finding);
    let mut lines = vec![
        ("Question", figure.text.clone()),
        ("In a sentence", figure.sentence.whole()),
        ("Base", base.cloned().unwrap_or_default()),
    ];
    lines.extend(of_selection(item));
    lines.push(("Evidence", figure.evidence.sentence.clone()));
    lines.push(("Ranges", figure.uncertainty.meaning.clone()));
    lines.extend(symbols(item));
    lines.retain(|(_, words)| !words.is_empty());
    lines
}

/// Whom it is about.
pub(crate) fn of_selection(item: &Item) -> Vec<Line> {
    let mut lines = vec![("Selection", item.selection.clone())];
    if let Some(sides) = &item.sides {
        let [first, second] = sides.sides.clone();
        lines.extend([("A", first), ("B", second)]);
    }
    lines
}

/// What the symbols in its table mean.
pub(crate) fn symbols(item: &Item) -> Option<Line> {
    let sentences: Vec<String> =
        item.table.absent().map(|why| format!("{} {}", why.symbol(), why.meaning())).collect();
    (!sentences.is_empty()).then(|| ("Symbols", format!("{}.", sentences.join("; "))))
}

/// Where a figure is from.
pub(crate) fn of_source(context: &ExportContext, link: &str) -> Vec<Line> {
    let about = context.about();
    let mut lines = vec![
        (CAUTION, about.banner.clone()),
        (SOURCE, about.citation.clone()),
        ("Licence", about.licence.clone()),
        (LINK, link.to_owned()),
        ("Version", context.version()),
        ("Taken on", date::in_words(context.date)),
    ];
    lines.retain(|(_, words)| !words.is_empty());
    lines
}

/// What lines are called that are named elsewhere, too: notes, the survey's banner and citation, the
/// link.
pub(crate) const NOTE: &str = "Note";
pub(crate) const CAUTION: &str = "About these figures";
pub(crate) const SOURCE: &str = "Source";
pub(crate) const LINK: &str = "See it again";
