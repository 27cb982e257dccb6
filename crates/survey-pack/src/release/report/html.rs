//! A report as a page that stands by itself: no script, no file beside it, readable on a screen of 320
//! pixels, in the dark, and on A4.

use std::fmt::Write;

use html_escape::encode_double_quoted_attribute as escape;

/// A page of sections.
#[derive(Debug)]
pub(super) struct Page {
    pub title: String,
    /// Stands first, in a box: what the reader must know before anything else.
    pub notice: String,
    pub sections: Vec<Section>,
}

/// A heading with paragraphs, items and a table, any of which may be missing.
#[derive(Debug, Default)]
pub(super) struct Section {
    pub heading: String,
    pub paragraphs: Vec<String>,
    pub items: Vec<String>,
    pub table: Option<Table>,
}

/// A table whose first column names the rows.
#[derive(Debug)]
pub(super) struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
}

/// A column's heading, and whether it holds numbers.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub heading: &'static str,
    pub is_number: bool,
}

/// The whole page.
pub(super) fn page(page: &Page) -> String {
    let mut html = String::new();
    // Writing to a string can't fail.
    let _ = write_page(&mut html, page);
    html
}

fn write_page(html: &mut String, page: &Page) -> std::fmt::Result {
    let title = escape(&page.title);
    writeln!(html, "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(html, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    // Nothing is fetched and nothing runs: the page's own styles are all that is let in.
    writeln!(
        html,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src \
         'unsafe-inline'; base-uri 'none'; form-action 'none'\">"
    )?;
    writeln!(html, "<meta name=\"referrer\" content=\"no-referrer\">")?;
    writeln!(html, "<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>")?;
    writeln!(html, "<h1>{title}</h1>\n<p class=\"notice\">{}</p>", escape(&page.notice))?;
    for section in &page.sections {
        write_section(html, section)?;
    }
    writeln!(html, "</main>\n</body>\n</html>")
}

fn write_section(html: &mut String, section: &Section) -> std::fmt::Result {
    writeln!(html, "<section>\n<h2>{}</h2>", escape(&section.heading))?;
    for paragraph in &section.paragraphs {
        writeln!(html, "<p>{}</p>", escape(paragraph))?;
    }
    if !section.items.is_empty() {
        writeln!(html, "<ul>")?;
        for item in &section.items {
            writeln!(html, "<li>{}</li>", escape(item))?;
        }
        writeln!(html, "</ul>")?;
    }
    if let Some(table) = &section.table {
        write_table(html, table)?;
    }
    writeln!(html, "</section>")
}

/// A wide table scrolls by itself; so it can be reached by keyboard and has a name.
fn write_table(html: &mut String, table: &Table) -> std::fmt::Result {
    let caption = escape(&table.caption);
    writeln!(
        html,
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\">"
    )?;
    writeln!(html, "<table>\n<caption>{caption}</caption>\n<thead>\n<tr>")?;
    let class = |column: &Column| if column.is_number { " class=\"number\"" } else { "" };
    for column in &table.columns {
        writeln!(html, "<th scope=\"col\"{}>{}</th>", class(column), escape(column.heading))?;
    }
    writeln!(html, "</tr>\n</thead>\n<tbody>")?;
    for row in &table.rows {
        writeln!(html, "<tr>")?;
        for (position, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let cell = escape(cell);
            if position == 0 {
                writeln!(html, "<th scope=\"row\"{}>{cell}</th>", class(column))?;
            } else {
                writeln!(html, "<td{}>{cell}</td>", class(column))?;
            }
        }
        writeln!(html, "</tr>")?;
    }
    writeln!(html, "</tbody>\n</table>\n</div>")
}

const STYLE: &str = "\
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --line: #767676; --box: #f3f2f1 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f3f2f1; --paper: #161616; --line: #9a9a9a; --box: #262626 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1rem 0 }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem }
p, li { max-width: 44rem; overflow-wrap: anywhere }
.notice { border: 2px solid var(--line); border-left-width: 0.5rem; background: var(--box); padding: 0.75rem 1rem }
.table { overflow-x: auto }
.table:focus-visible { outline: 3px solid currentColor; outline-offset: 2px }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem }
caption { text-align: left; font-weight: 600; padding: 0.5rem 0 }
th, td { border-bottom: 1px solid var(--line); padding: 0.375rem 0.75rem 0.375rem 0; text-align: left; vertical-align: top }
tbody th { font-weight: 400 }
td { min-width: 9rem; overflow-wrap: anywhere }
.number { min-width: 0; text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal }
td.number { min-width: 0; white-space: nowrap }
@page { size: A4; margin: 18mm 16mm }
@media print {
  :root { --ink: #000; --paper: #fff; --line: #767676; --box: #fff }
  body { font-size: 10pt }
  main { max-width: none; padding: 0 }
  table { font-size: 9pt }
  h2, caption { break-after: avoid }
  tr, li, .notice { break-inside: avoid }
  tbody tr:first-child { break-before: avoid }
  thead { display: table-header-group }
  .table { overflow: visible }
}
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_html_is_escaped_everywhere() {
        let hostile = "<script>\"&'</script>";
        assert_eq!(escape(hostile), "&lt;script&gt;&quot;&amp;'&lt;/script&gt;");
        let text = || hostile.to_owned();
        let page = page(&Page {
            title: text(),
            notice: text(),
            sections: vec![Section {
                heading: text(),
                paragraphs: vec![text()],
                items: vec![text()],
                table: Some(Table {
                    caption: text(),
                    columns: vec![Column { heading: "A", is_number: false }],
                    rows: vec![vec![text()]],
                }),
            }],
        });
        assert!(!page.contains("<script") && !page.contains("\"&'"), "{page}");
        assert_eq!(page.matches("&lt;script&gt;").count(), 9, "{page}");
    }
}
