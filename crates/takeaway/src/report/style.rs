//! The report's styles: on a screen light or dark as the reader's system is, on paper light, with the
//! survey's banner and source at the foot of each page.

use std::fmt::Write;

use crate::ExportContext;

pub(super) fn of(context: &ExportContext) -> String {
    let about = context.about();
    let foot = format!("{} {} {}", about.banner, about.name, about.version);
    format!("{STYLE}@page {{ @bottom-left {{ content: \"{}\"; }} }}\n", string(foot.trim()))
}

/// The text in a string of CSS, where it can end neither the string nor the element.
fn string(text: &str) -> String {
    let mut safe = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | ',' | '-') {
            safe.push(c);
        } else {
            // Writing to a string can't fail.
            let _ = write!(safe, "\\{:x} ", u32::from(c));
        }
    }
    safe
}

const STYLE: &str = "
:root { color-scheme: light dark; --paper: #fff; --ink: #1c2126; --soft: #555f68; --line: #8a949e;
  --link: #12436d; --notice: #fff4d6; }
@media (prefers-color-scheme: dark) { :root { --paper: #14181c; --ink: #eceff1; --soft: #b3bcc4;
  --line: #77818a; --link: #9fc9ee; --notice: #3a3115; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 50rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 'Liberation Sans', Arial, Helvetica, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.2; } h2 { font-size: 1.3rem; line-height: 1.3; margin-top: 2.5rem; }
a { color: var(--link); } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; padding: .75rem; background: var(--paper); }
.skip:focus { left: 0; top: 0; }
.notice { padding: .75rem 1rem; border: 2px solid var(--ink); background: var(--notice); }
nav li { padding: .2rem 0; }
.figure { border-top: 1px solid var(--line); margin-top: 2rem; }
.figure h2 { margin-top: 1.25rem; }
.measure, .base, .evidence, .notes, .link, .version { color: var(--soft); font-size: .9375rem; }
.measure strong { color: var(--ink); } .link, .version { overflow-wrap: anywhere; }
.sentence { font-size: 1.0625rem; }
.picture { display: block; max-width: 100%; height: auto; background: #fff; }
.mark { border: 1px solid currentcolor; padding: 0 .3em; font-size: .8125rem; color: var(--ink);
  font-weight: normal; white-space: nowrap; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding-bottom: .35rem; }
th, td { padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top;
  text-align: right; }
th:first-child { text-align: left; font-weight: normal; } thead th { vertical-align: bottom; }
thead th:first-child { font-weight: bold; }
.spelled { display: none; }
@media print {
  :root { font-size: 10.5pt; color-scheme: light; --paper: #fff; --ink: #000; --soft: #333; --line: #666; --link: #000;
    --notice: #fff; }
  body { max-width: none; padding: 0; }
  .skip { display: none; } .scroll { overflow: visible; } .spelled { display: inline; }
  h2, caption { break-after: avoid; } tr, img, .notice { break-inside: avoid; }
  .figure { break-inside: avoid; } thead { display: table-header-group; } p { orphans: 3; widows: 3; }
}
@page { size: A4; margin: 18mm 16mm 22mm;
  @bottom-right { content: counter(page) ' of ' counter(pages); font: 8pt Arial, sans-serif; width: 12%; }
  @bottom-left { font: 7pt/1.3 Arial, sans-serif; text-align: left; width: 88%; padding-right: 6mm; } }
";

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn no_text_ends_its_string() {
        assert_eq!(string("a\"; }</style>"), "a\\22 \\3b  \\7d \\3c \\2f style\\3e ");
        assert_eq!(string("’\n"), "\\2019 \\a ");
    }
}
