//! Of protected answers nothing is taken away but what the page shows, and what is not there says so.

use explorer::fragment;
use explorer::state::permalink;
use explorer::state::permalink::START;
use explorer::view::{FigureView, Mark, Shape};
use survey::Survey;

use super::complete::every_format;
use crate::tests::{at, demo_confidential};
use crate::{Absent, Cell, ExportContext, Item};

/// All addresses of views that are offered: filtered by an answer, broken down by a question.
fn declared(survey: &Survey) -> Vec<String> {
    let mut selections = vec![String::new()];
    for (_, question) in survey.codebook().iter() {
        let picks =
            question.options.iter().map(|option| format!("in.{}={}", question.id, option.id));
        selections.extend(picks);
    }
    let mut breakdowns = vec![String::new()];
    breakdowns.extend(survey.codebook().iter().map(|(_, question)| format!("by={}", question.id)));
    let mut fragments = Vec::new();
    for selection in &selections {
        let more = breakdowns.iter().map(String::as_str);
        for more in more.chain(["vs=others", "vs=everybody", "uncertain=interval"]) {
            let parts = [selection.as_str(), more].into_iter().filter(|part| !part.is_empty());
            fragments.push(format!("{START}explore?{}", parts.collect::<Vec<_>>().join("&")));
        }
    }
    fragments.retain(|fragment| !permalink::read(fragment, survey).1);
    fragments
}

/// Everything that the page says of a figure.
fn shown(figure: &FigureView) -> String {
    let mut all = vec![
        figure.headline.clone(),
        figure.label.clone(),
        figure.text.clone(),
        figure.base_summary.clone(),
        figure.sentence.whole(),
        figure.standing.sentence.clone(),
        figure.uncertainty.over_counts.clone(),
        figure.table.caption.clone(),
        figure.spoken.clone(),
    ];
    all.extend(figure.all_notes().map(str::to_owned));
    all.extend(figure.table.columns.iter().cloned());
    for row in &figure.table.rows {
        all.push(row.heading.clone());
        all.extend(row.cells.iter().cloned());
    }
    if let Shape::Stacked(parts) | Shape::Heat(parts) = &figure.shape {
        all.extend(parts.parts.iter().map(|part| part.label.clone()));
    }
    all.join(" ")
}

/// The numbers in a text, as they are said: "1,058" is one.
fn numbers(text: &str) -> Vec<u32> {
    let text = text.replace(',', "");
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

/// What a format says besides: of the survey as a whole, of itself, and rules that hold everywhere.
fn besides(context: &ExportContext, item: &Item) -> String {
    let about = context.about();
    let sides = item.sides.iter().flat_map(|sides| sides.sides.iter().chain(&sides.notes));
    let mut all: Vec<String> = sides.cloned().collect();
    all.extend([&item.selection, &about.title, &about.banner, &about.citation].map(String::clone));
    all.extend(about.limits.iter().chain(&about.description).cloned());
    all.extend(Absent::ALL.map(Absent::meaning));
    all.extend([about.version.clone(), about.licence.clone(), context.date.to_owned()]);
    all.join(" ")
}

#[test]
fn each_number_taken_away_is_one_that_the_page_shows() {
    let loaded = demo_confidential();
    let mut checked = 0;
    let declared = declared(&loaded.survey);
    assert!(declared.len() > 20, "{declared:?}");

    for fragment in &declared {
        at(&loaded, fragment, |context, items| {
            for item in items {
                let page = shown(&item.view);
                let of_figure = numbers(&page);
                for cell in item.table.rows.iter().flatten() {
                    if let Cell::Number(number) = cell {
                        assert!(
                            of_figure.contains(number),
                            "{fragment} {}: {number}",
                            item.view.id
                        );
                        checked += 1;
                    }
                }
                let known = numbers(&(page + " " + &besides(context, item)));
                let texts = every_format(context, item);
                for (format, text) in texts.iter().filter(|(format, _)| format.starts_with("cop")) {
                    let text = text.replace(&item.link, "").replace(&context.version(), "");
                    for number in numbers(&text) {
                        assert!(known.contains(&number), "{fragment} {format}: {number} in {text}");
                    }
                }
            }
        });
    }
    assert!(checked > 1_000, "{checked}");
}

/// Every number that the demonstration shows of an answer, with its base: as its holder's command
/// prints it, and protected, each.
const SHOWN: [(&str, &[u32], u32); 14] = [
    ("authority", &[19, 18, 21], 58),
    ("changed", &[32, 26], 58),
    ("checked", &[26, 32], 58),
    ("confidence", &[11, 18, 18], 47),
    ("feedback", &[19, 22, 17], 58),
    ("funding", &[31, 27], 58),
    ("how_long", &[11, 13, 11], 35),
    ("lead", &[20, 20, 18], 58),
    ("obstacles", &[34, 31, 28, 25, 22], 58),
    ("plans", &[17, 18, 12], 47),
    ("records", &[17, 21, 20], 58),
    ("stays", &[35, 23], 58),
    ("training", &[30, 28], 58),
    ("ways", &[21, 18, 14, 10], 35),
];

#[test]
fn each_number_of_the_demonstration_is_protected() {
    let loaded = demo_confidential();
    at(&loaded, fragment!("explore"), |_, items| {
        let mut found = 0;
        for item in items {
            let view = &item.view;
            if view.rows.is_empty() {
                continue;
            }
            let shown = SHOWN.iter().find(|shown| shown.0 == view.id);
            let (_, counts, base) = shown.unwrap_or_else(|| panic!("{}", view.id));
            let mut rows: Vec<(usize, u32)> =
                view.rows.iter().map(|row| (row.option, row.count)).collect();
            rows.sort_unstable();
            let in_order: Vec<u32> = rows.iter().map(|row| row.1).collect();
            assert_eq!((&in_order[..], view.base), (*counts, *base), "{}", view.id);
            assert!(view.rows.iter().all(|row| row.mark == Some(Mark::Protected.alone())));
            let cell = |row: &Vec<Cell>| row.last().cloned();
            let evidence = item.table.rows.iter().map(cell);
            assert!(evidence.into_iter().all(|cell| cell == Some(Cell::Text("protected".into()))));
            found += 1;
        }
        assert_eq!(found, SHOWN.len());
    });
    // A selection and a breakdown too.
    for fragment in &declared(&loaded.survey) {
        at(&loaded, fragment, |_, items| {
            for row in items.iter().flat_map(|item| &item.view.rows) {
                assert_eq!(row.mark, Some(Mark::Protected.alone()), "{fragment}");
            }
        });
    }
}

#[test]
fn what_is_not_there_says_so_in_every_format() {
    let loaded = demo_confidential();
    let mut absent = 0;
    for fragment in
        [fragment!("explore"), fragment!("explore?by=authority"), fragment!("explore?vs=everybody")]
    {
        at(&loaded, fragment, |context, items| {
            for item in items {
                let Shape::Nothing(reason) = &item.view.shape else { continue };
                absent += 1;
                assert!(
                    item.table.rows[0][1..]
                        .iter()
                        .all(|cell| *cell == Cell::Absent(Absent::NotAvailable))
                );
                for (format, text) in every_format(context, item) {
                    assert!(text.contains(reason), "{format}: {reason}");
                    assert!(text.contains("not available for this survey"), "{format}");
                }
            }
        });
    }
    assert!(absent > 3, "{absent}");
}
