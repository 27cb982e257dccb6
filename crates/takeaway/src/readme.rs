//! The pack's README.txt: what is in the pack, and what to know before using it. Lines end as every
//! editor takes them.

use crate::{Absent, ExportContext, File, Item, attribution, date};

/// Lines are not longer than this, in letters; a longer word stays whole.
const WIDTH: usize = 78;

/// The text of a pack with these files and figures.
pub fn file(context: &ExportContext, items: &[Item], files: &[(String, &str)]) -> File {
    let bytes = text(context, items, files).replace('\n', "\r\n").into_bytes();
    File { name: "README.txt".to_owned(), mime: "text/plain", bytes }
}

fn text(context: &ExportContext, items: &[Item], files: &[(String, &str)]) -> String {
    let about = context.about();
    let mut text = String::new();
    paragraph(&mut text, &about.title);
    paragraph(&mut text, &about.banner);
    paragraph(
        &mut text,
        &format!("Taken from the findings explorer on {}.", date::in_words(context.date)),
    );
    heading(&mut text, "Whom the figures are about");
    if let Some(first) = items.first() {
        for (what, words) in attribution::of_selection(first) {
            paragraph(&mut text, &format!("{what}: {words}"));
        }
    }
    paragraph(&mut text, &format!("See them again: {}", context.link()));
    heading(&mut text, "Files");
    for (name, what) in files {
        paragraph(&mut text, &format!("{name}: {what}"));
    }
    heading(&mut text, "Figures");
    for item in items {
        paragraph(&mut text, &format!("{}: {}", item.view.label, item.view.sentence.whole()));
    }
    heading(&mut text, "What these figures can’t say");
    for limit in &about.limits {
        paragraph(&mut text, limit);
    }
    heading(&mut text, "Tables");
    paragraph(
        &mut text,
        "Each CSV file has one heading row and a row for each answer, or for each answer in each \
         part. It is UTF-8 with a byte order mark, so that Excel reads it rightly. A text that a \
         spreadsheet would run begins with an apostrophe. Percentages are whole numbers.",
    );
    for why in Absent::ALL {
        paragraph(&mut text, &format!("{} means: {}.", why.symbol(), why.meaning()));
    }
    heading(&mut text, "Licence and citation");
    paragraph(&mut text, &format!("Licence of the survey’s data: {}.", about.licence));
    paragraph(&mut text, &format!("Cite the survey as: {}", about.citation));
    paragraph(&mut text, "citation.bib has entries for the page, the data and each figure.");
    heading(&mut text, "To check it");
    paragraph(&mut text, &format!("The survey and its checksum: {}", context.version()));
    paragraph(
        &mut text,
        "Each figure has a link, in report.html and in its table. Opened, it shows the figure as the \
         explorer has it now, and says whether that is still the same.",
    );
    text
}

fn heading(text: &mut String, words: &str) {
    text.push_str(words);
    text.push('\n');
    text.extend(std::iter::repeat_n('-', words.chars().count()));
    text.push_str("\n\n");
}

/// Words in lines, and an empty line after them; nothing of nothing.
fn paragraph(text: &mut String, words: &str) {
    let mut width = 0;
    for word in words.split_whitespace() {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > WIDTH {
            text.push('\n');
            width = 0;
        } else if width > 0 {
            text.push(' ');
            width += 1;
        }
        text.push_str(word);
        width += length;
    }
    if width > 0 {
        text.push_str("\n\n");
    }
}
