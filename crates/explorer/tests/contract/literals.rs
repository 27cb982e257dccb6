//! What readers see or hear is said in `explorer::words`: no component and no script holds words of
//! its own.

use crate::lexer::{Placed, Token, tokens};
use crate::sources::{Source, scripts, sources};

/// Attributes whose values readers see or hear.
const SAID_ATTRIBUTES: [&str; 7] = [
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "alt",
    "title",
    "placeholder",
];

/// Macros and functions whose texts are for developers, or for the browser.
const NOT_FOR_READERS: [&str; 10] = [
    "error",
    "cfg",
    "extern",
    "allow",
    "expect",
    "eprintln",
    "assert",
    "debug_assert",
    "Error",
    "use_media",
];

/// What reads like words and is none, by the file that holds it: drawings, names of typefaces, what a
/// frame may do, and styles.
const NO_WORDS: [(&str, &str); 12] = [
    // What browsers call the end of a program.
    ("assets/boot/ended.js", "RuntimeError"),
    (
        "crates/takeaway/src/report.rs",
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \\\n    base-uri 'none'; \
         form-action 'none'",
    ),
    // A file that is read again.
    ("crates/explorer/src/state/own/saved.rs", "Answers saved by the findings explorer, version "),
    ("crates/explorer/src/state/own/saved.rs", "{FIRST_LINE}{VERSION}\\nsurvey: {}\\n"),
    (
        "crates/takeaway/src/picture.rs",
        "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif",
    ),
    ("crates/takeaway/src/xlsx/looks.rs", "Arial"),
    ("crates/takeaway/src/xlsx/sheet.rs", "Table_{number}"),
    ("src/bin/prerender/picture.rs", "translate({left} {top}) scale({}.{:02})"),
    ("src/bin/prerender/picture.rs", "M{} {y}h{}"),
    (
        "assets/embed/index.js",
        "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox ",
    ),
    ("assets/embed/index.js", "allow-downloads allow-modals"),
    ("assets/embed/index.js", ".waiting iframe{position:absolute;inset:0;height:100%;opacity:0}"),
];

/// Where a literal stands.
#[derive(Debug, PartialEq)]
enum Place {
    /// In an attribute of an element, with its name.
    Attribute(String),
    /// In an element: readers see whatever it is.
    Element,
    /// In the arguments of a function or macro, with its name.
    Call(String),
    /// Anywhere else.
    Code,
}

fn word(tokens: &[Placed], at: Option<usize>) -> Option<&str> {
    match tokens.get(at?).map(|placed| &placed.token) {
        Some(Token::Word(word)) => Some(word),
        _ => None,
    }
}

fn is_sign(tokens: &[Placed], at: Option<usize>, signs: &str) -> bool {
    at.and_then(|at| tokens.get(at))
        .is_some_and(|placed| matches!(&placed.token, Token::Sign(sign) if signs.contains(*sign)))
}

/// A name that may hold dashes, read backwards from its last part.
fn dashed(tokens: &[Placed], last: usize) -> Option<String> {
    let mut name = word(tokens, Some(last))?.to_owned();
    let mut at = last;
    while at >= 2 && is_sign(tokens, Some(at - 1), "-") {
        let Some(part) = word(tokens, Some(at - 2)) else { break };
        name = format!("{part}-{name}");
        at -= 2;
    }
    Some(name)
}

/// The opening bracket around a token.
fn opening(tokens: &[Placed], of: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for at in (0..of).rev() {
        if is_sign(tokens, Some(at), ")]}") {
            depth += 1;
        } else if is_sign(tokens, Some(at), "([{") {
            if depth == 0 {
                return Some(at);
            }
            depth -= 1;
        }
    }
    None
}

/// The name of the function or macro whose arguments a bracket opens.
fn called(tokens: &[Placed], bracket: usize) -> Option<&str> {
    let before = bracket.checked_sub(1)?;
    let at = if is_sign(tokens, Some(before), "!") { before.checked_sub(1)? } else { before };
    word(tokens, Some(at))
}

/// Where the literal at a position of Rust's tokens stands.
fn place(tokens: &[Placed], literal: usize) -> Place {
    let before = literal.checked_sub(1);
    let within_markup = || {
        let mut at = literal;
        while let Some(bracket) = opening(tokens, at) {
            if called(tokens, bracket) == Some("html") {
                return true;
            }
            at = bracket;
        }
        false
    };
    if word(tokens, before) == Some("extern") {
        return Place::Call("extern".to_owned());
    }
    if !within_markup() {
        let call = opening(tokens, literal).filter(|at| is_sign(tokens, Some(*at), "(["));
        let call = call.and_then(|bracket| called(tokens, bracket));
        return call.map_or(Place::Code, |name| Place::Call(name.to_owned()));
    }
    if is_sign(tokens, before, "=") && !is_sign(tokens, literal.checked_sub(2), "=!<>") {
        let name = literal.checked_sub(2).and_then(|at| dashed(tokens, at));
        return name.map_or(Place::Code, Place::Attribute);
    }
    let (mut at, mut call) = (literal, None);
    while let Some(bracket) = opening(tokens, at) {
        let name = called(tokens, bracket);
        if name == Some("html") {
            break;
        }
        if is_sign(tokens, Some(bracket), "{") && is_sign(tokens, bracket.checked_sub(1), "=") {
            let name = bracket.checked_sub(2).and_then(|at| dashed(tokens, at));
            return name.map_or(Place::Code, Place::Attribute);
        }
        // A pair of values, too, may hold names.
        if is_sign(tokens, Some(bracket), "(") && name != Some("format") {
            call = call.or(Some(name.unwrap_or_default()));
        }
        at = bracket;
    }
    if let Some(name) = call {
        return Place::Call(name.to_owned());
    }
    // A value that is compared, or a pattern, is not shown.
    let compared = is_sign(tokens, before, "=") || word(tokens, before) == Some("let");
    if compared { Place::Code } else { Place::Element }
}

/// Whether a text has a letter that is not part of a name in braces.
fn has_letters(text: &str) -> bool {
    outside_braces(text).chars().any(char::is_alphabetic)
}

fn outside_braces(text: &str) -> String {
    let mut depth = 0_i32;
    let mut outside = String::new();
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
}

/// Whether a text reads like words: two words with a space between them, or one that begins with a
/// capital letter. Names of classes, ids and attributes do not; of several classes one has a mark in
/// it, as in `button button--quiet`. Markup that is written by hand is none either.
fn reads_like_words(text: &str) -> bool {
    let text = outside_braces(text);
    if ["--", "__", "=\\\""].iter().any(|mark| text.contains(mark)) || text.contains("</") {
        return false;
    }
    let is_word = |part: &str| {
        let part = part.trim_matches(|c: char| !c.is_alphabetic());
        part.chars().all(|c| c.is_alphabetic() || "’'-".contains(c)) && !part.is_empty()
    };
    let words = text.split_whitespace().filter(|part| is_word(part)).count();
    let mut letters = text.trim_start().chars();
    let begins = letters.next().is_some_and(char::is_uppercase);
    words >= 2 || begins && letters.next().is_none_or(char::is_lowercase) && words == 1
}

/// What a source of Rust says by itself.
fn said_in_rust(source: &str) -> Vec<(usize, String)> {
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let tokens = tokens(source, false);
    let mut said = Vec::new();
    for (at, Placed { token, line }) in tokens.iter().enumerate() {
        let Token::Text(text) = token else { continue };
        let is_said = match place(&tokens, at) {
            Place::Attribute(name) => SAID_ATTRIBUTES.contains(&name.as_str()) && has_letters(text),
            Place::Element => has_letters(text),
            Place::Call(name) => {
                !NOT_FOR_READERS.contains(&name.as_str()) && reads_like_words(text)
            }
            Place::Code => reads_like_words(text),
        };
        if is_said {
            said.push((*line, text.clone()));
        }
    }
    said
}

/// What a script says by itself: what reads like words and is no list of classes, no error for
/// developers and no message to a worker.
fn said_in_script(source: &str) -> Vec<(usize, String)> {
    let tokens = tokens(source, true);
    let mut said = Vec::new();
    for (at, Placed { token, line }) in tokens.iter().enumerate() {
        let Token::Text(text) = token else { continue };
        let before = at.checked_sub(2).and_then(|at| word(&tokens, Some(at)));
        let developers = opening(&tokens, at).and_then(|bracket| called(&tokens, bracket));
        let is_for_readers = !matches!(before, Some("class" | "className"))
            && developers.is_none_or(|name| !NOT_FOR_READERS.contains(&name));
        if is_for_readers && reads_like_words(text) {
            said.push((*line, text.clone()));
        }
    }
    said
}

/// What a style sheet says by itself: letters in what it puts before or after an element.
fn said_in_style(source: &str) -> Vec<(usize, String)> {
    let mut said = Vec::new();
    for (line, number) in source.lines().zip(1..) {
        let Some(content) = line.trim_start().strip_prefix("content:") else { continue };
        let quoted = content.split('"').skip(1).step_by(2);
        said.extend(quoted.filter(|text| has_letters(text)).map(|text| (number, text.to_owned())));
    }
    said
}

fn wrong(sources: &[Source], said: fn(&str) -> Vec<(usize, String)>) -> Vec<String> {
    let mut wrong = Vec::new();
    for Source { path, text } in sources {
        for (line, words) in said(text) {
            if !NO_WORDS.contains(&(path.as_str(), words.as_str())) {
                wrong.push(format!("{path}:{line}: {words}"));
            }
        }
    }
    wrong
}

#[test]
fn no_component_says_anything_by_itself() {
    let wrong = wrong(&sources(&["src"], &[".rs"]), said_in_rust);
    assert!(wrong.is_empty(), "it is said in explorer::words\n{}", wrong.join("\n"));
}

#[test]
fn no_view_says_anything_by_itself() {
    let places = ["state", "view", "chart"].map(|folder| format!("crates/explorer/src/{folder}"));
    let folders: Vec<&str> = places.iter().map(String::as_str).collect();
    let wrong = wrong(&sources(&folders, &[".rs"]), said_in_rust);
    assert!(wrong.is_empty(), "it is said in explorer::words\n{}", wrong.join("\n"));
}

#[test]
fn nothing_that_is_taken_away_says_anything_by_itself() {
    let mut makers = sources(&["crates/takeaway/src"], &[".rs"]);
    // Types of scripts and errors for developers, and styles.
    let others = ["browser.rs", "report/style.rs"];
    makers.retain(|maker| !others.iter().any(|other| maker.path.ends_with(other)));
    let wrong = wrong(&makers, said_in_rust);
    assert!(wrong.is_empty(), "it is said in explorer::words\n{}", wrong.join("\n"));
}

#[test]
fn no_script_says_anything_by_itself() {
    let wrong = wrong(&scripts(), said_in_script);
    assert!(wrong.is_empty(), "it is said in explorer::words\n{}", wrong.join("\n"));
}

#[test]
fn no_style_says_anything_by_itself() {
    let wrong = wrong(&sources(&["assets/styles"], &[".scss"]), said_in_style);
    assert!(wrong.is_empty(), "styles have no words\n{}", wrong.join("\n"));
    let planted = "  content: \"Page \" counter(page);\n  content: \" (\" attr(href) \")\";";
    assert_eq!(said_in_style(planted), [(1, "Page ".to_owned())]);
}

#[test]
fn words_in_components_are_found() {
    let planted = [
        r#"html! { <h1>{ "Title" }</h1> }"#,
        r#"html! { <p>{ "in small letters" }</p> }"#,
        r#"html! { <p>{ format!("{count} of {base}") }</p> }"#,
        r#"html! { <p>{ "Who answered: " }{ &view.answered }{ "." }</p> }"#,
        r#"html! { <nav aria-label="screens"></nav> }"#,
        r#"html! { <nav aria-label={format!("screens of {survey}")}></nav> }"#,
        r#"html! { <input placeholder="name" /> }"#,
        r#"html! { <p>if open { { "open" } }</p> }"#,
        r#"html! { <p>{ if open { "open" } else { words::CLOSED } }</p> }"#,
        r#"html! { <p>{ match theme { Theme::Dark => "dark", _ => words::LIGHT } }</p> }"#,
        r#"html! { <ul>{ for rows.iter().map(|row| html! { <li>{ "row " }{ row }</li> }) }</ul> }"#,
        r#"html! { <p>{ marked("Published") }</p> }"#,
        r#"html! { <p>{ r"raw words" }</p> }"#,
        "html! { <p>{ \"over two \\\n lines\" }</p> }",
        r#"let words = match shown { Theme::Light => "Dark", Theme::Dark => words::LIGHT };"#,
        r#"let choices = [("", "Nobody", None), ("others", words::OTHERS, None)];"#,
        r#"select("own-entry", "Answering for", &options)"#,
        r#"Notice::Done(format!("Saved as {name}, where your browser puts downloads."))"#,
        r#"why: "Your browser did not let the file be saved.".into()"#,
        r#"const TITLE: &str = "About the data";"#,
        r#"page::failed("something in it went wrong");"#,
    ];
    for source in planted {
        assert_eq!(said_in_rust(source).len(), 1, "{source}");
    }
}

#[test]
fn names_in_components_are_no_words() {
    let others = [
        r#"html! { <h1 id="title" class="button button--quiet" tabindex="-1">{ words::TITLE }</h1> }"#,
        r#"html! { <p class={classes!("side", format!("side--{look}"))}>{ ": " }{ "·" }</p> }"#,
        r#"html! { <svg viewBox={format!("0 0 {width} {height}")} /> }"#,
        r##"html! { <a aria-current={current.then_some("page")} href={format!("#{id}")}>{ x }</a> }"##,
        r#"html! { <p>{ take_all("pack") }{ dot("peer", 1) }{ format!("{a}: {b}") }</p> }"#,
        r#"html! { <p>if kind == "radio" { { x } }</p> }"#,
        r#"html! { <p>// "a comment" with words
            { x }</p> }"#,
        r#"let id = format!("{}-{matching:?}", facet.id);"#,
        r#"html! { <p>{ for [(false, "side-first", a)].map(choice) }</p> }"#,
        r#"extern "C" { fn started(); }"#,
        r#"let media = use_media("(prefers-reduced-motion: reduce)");"#,
        r#"document().expect("a page has a document");"#,
        r#"#[allow(dead_code, reason = "it is used elsewhere")]"#,
        "fn a() {}\n#[cfg(test)]\nmod tests {\n    const WORDS: &str = \"Some words\";\n}",
    ];
    for source in others {
        assert_eq!(said_in_rust(source), [], "{source}");
    }
}

#[test]
fn words_in_scripts_are_found_and_names_are_not() {
    let planted = [
        r#"button("Close", close);"#,
        "say(`Saved as ${name}, where your browser puts downloads.`);",
        r#"throw new StartFailure("its script did not arrive");"#,
        "const said = { known: 'The lines hold it.' };",
        r#"part.textContent = "Stopped";"#,
    ];
    for source in planted {
        assert_eq!(said_in_script(source).len(), 1, "{source}");
    }
    let others = [
        r#"element("div", { class: "button button--quiet", role: "status" });"#,
        r#"region.className = "notice wide";"#,
        r#"throw new Error("the library drew nothing");"#,
        "// Not \"for readers\".\nelement(\"p\", {}, WORDS_SAID);",
        r#"const part = value.replace(/["' ]some words/, "x");"#,
    ];
    for source in others {
        assert_eq!(said_in_script(source), [], "{source}");
    }
}
