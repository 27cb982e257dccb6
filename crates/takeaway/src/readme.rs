//! The pack's README.txt: what is in the pack, and what to know before using it. Lines end as every
//! editor takes them.

use explorer::words::{attribution as said, readme as words, report};

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
    paragraph(&mut text, &said::taken_on(&date::in_words(context.date)));
    heading(&mut text, said::WHOM);
    if let Some(first) = items.first() {
        for (what, whom) in attribution::of_selection(first) {
            paragraph(&mut text, &said::line(what, &whom));
        }
    }
    paragraph(&mut text, &words::see_again(&context.link()));
    heading(&mut text, words::FILES);
    for (name, what) in files {
        paragraph(&mut text, &said::line(name, what));
    }
    heading(&mut text, words::FIGURES);
    for item in items {
        paragraph(&mut text, &said::line(&item.view.label, &item.view.sentence.whole()));
    }
    heading(&mut text, said::LIMITS);
    for limit in &about.limits {
        paragraph(&mut text, limit);
    }
    heading(&mut text, words::TABLES);
    paragraph(&mut text, words::TABLES_TEXT);
    for why in Absent::ALL {
        paragraph(&mut text, &said::symbol_means(why.symbol(), &why.meaning()));
    }
    heading(&mut text, words::LICENCE_AND_CITATION);
    paragraph(&mut text, &report::licence(&about.licence));
    paragraph(&mut text, &words::cite(&about.citation));
    paragraph(&mut text, words::CITATIONS);
    heading(&mut text, words::CHECK);
    paragraph(&mut text, &words::checksum(&context.version()));
    paragraph(&mut text, words::CHECK_TEXT);
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
