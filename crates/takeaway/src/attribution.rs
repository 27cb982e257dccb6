//! What goes with a figure wherever it goes, in words: the same in every format.

use explorer::words::attribution as words;
use explorer::words::figure::SIDES;

use crate::{Absent, ExportContext, Item, date};
pub(crate) use words::{LINK, NOTE, SOURCE};

/// What a line is, and the line.
pub(crate) type Line = (&'static str, String);

/// What a figure needs to be understood.
pub(crate) fn of_figure(item: &Item) -> Vec<Line> {
    let figure = &item.view;
    let base = Some(&figure.base_summary).filter(|base| **base != figure.sentence.finding);
    let mut lines = vec![
        (words::QUESTION, figure.text.clone()),
        (words::SENTENCE, figure.sentence.without_caveat()),
        (words::BASE, base.cloned().unwrap_or_default()),
    ];
    lines.extend(of_selection(item));
    lines.push((words::EVIDENCE, figure.standing.sentence.clone()));
    lines.push((words::RANGES, figure.uncertainty.meaning.clone()));
    lines.extend(symbols(item));
    lines.retain(|(_, said)| !said.is_empty());
    lines
}

/// Whom it is about.
pub(crate) fn of_selection(item: &Item) -> Vec<Line> {
    let mut lines = vec![(words::SELECTION, item.selection.clone())];
    if let Some(sides) = &item.sides {
        let [first, second] = sides.sides.clone();
        lines.extend([(SIDES[0], first), (SIDES[1], second)]);
    }
    lines
}

/// What the symbols in its table mean.
pub(crate) fn symbols(item: &Item) -> Option<Line> {
    let symbol = |why: Absent| words::symbol(why.symbol(), &why.meaning());
    let said: Vec<String> = item.table.absent().map(symbol).collect();
    (!said.is_empty()).then(|| (words::SYMBOLS, words::symbols(&said)))
}

/// Where a figure is from.
pub(crate) fn of_source(context: &ExportContext, link: &str) -> Vec<Line> {
    let about = context.about();
    let mut lines = vec![
        (words::CAUTION, about.banner.clone()),
        (SOURCE, about.citation.clone()),
        (words::LICENCE, about.licence.clone()),
        (LINK, link.to_owned()),
        (words::VERSION, context.version()),
        (words::TAKEN_ON, date::in_words(context.date)),
    ];
    lines.retain(|(_, said)| !said.is_empty());
    lines
}
