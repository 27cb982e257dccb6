//! Sources of Rust and JavaScript as tokens: as much of both as it takes to find their literals.

/// A part of a source.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// A name, a keyword or a number.
    Word(String),
    /// A literal text as it is written, without its quotation marks.
    Text(String),
    /// Any other sign.
    Sign(char),
}

/// A token and the line on which it begins, from 1.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Placed {
    pub(crate) token: Token,
    pub(crate) line: usize,
}

/// The tokens of a source, without comments. `script` says that it is JavaScript.
pub(crate) fn tokens(source: &str, script: bool) -> Vec<Placed> {
    let mut rest = source;
    let mut found: Vec<Placed> = Vec::new();
    while let Some(first) = rest.chars().next() {
        let line = source[..source.len() - rest.len()].matches('\n').count() + 1;
        let last = found.last().map(|placed| &placed.token);
        let (length, token) = if rest.starts_with("//") {
            (until(rest, "\n"), None)
        } else if rest.starts_with("/*") {
            (until(rest, "*/"), None)
        } else if first == '"' || script && "'`".contains(first) {
            let length = quoted(rest, first);
            (length, Some(Token::Text(rest[1..length - 1].to_owned())))
        } else if script && first == '/' && begins_expression(last) {
            (pattern(rest), None)
        } else if !script && first == '\'' {
            (character(rest), None)
        } else if let Some((start, end)) = raw(rest).filter(|_| !script) {
            let length = start + until(&rest[start..], &end);
            (length, Some(Token::Text(rest[start..length - end.len()].to_owned())))
        } else if is_of_word(first) {
            let length = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
            (length, Some(Token::Word(rest[..length].to_owned())))
        } else {
            let sign = (!first.is_whitespace()).then_some(Token::Sign(first));
            (first.len_utf8(), sign)
        };
        found.extend(token.map(|token| Placed { token, line }));
        rest = &rest[length..];
    }
    found
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// How long a text is up to and with `end`.
fn until(text: &str, end: &str) -> usize {
    text.find(end).map_or(text.len(), |at| at + end.len())
}

/// How long a literal is that begins here, with its quotation marks.
fn quoted(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == mark => return at + 1,
            _ => {}
        }
    }
    panic!("a literal without an end: {}", text.lines().next().unwrap_or_default());
}

/// How long a regular expression of JavaScript is.
fn pattern(text: &str) -> usize {
    let (mut escaped, mut in_class) = (false, false);
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            '/' if !in_class => return at + 1,
            _ => {}
        }
    }
    panic!("a pattern without an end: {}", text.lines().next().unwrap_or_default());
}

/// Whether what follows this token is a value, and a stroke there the start of a pattern.
fn begins_expression(last: Option<&Token>) -> bool {
    match last {
        None => true,
        Some(Token::Sign(sign)) => !")]}".contains(*sign),
        Some(Token::Word(word)) => word == "return",
        Some(Token::Text(_)) => false,
    }
}

/// How long a character or a lifetime is.
fn character(text: &str) -> usize {
    if text[1..].starts_with('\\') {
        return 2 + until(&text[3..], "'") + 1;
    }
    let mut letters = text.char_indices().skip(1);
    let (_, end) = (letters.next(), letters.next());
    match end {
        Some((at, '\'')) => at + 1,
        _ => 1,
    }
}

/// Where the text of a raw literal begins, and what ends it.
fn raw(text: &str) -> Option<(usize, String)> {
    let hashes = text.strip_prefix('r')?;
    let count = hashes.find(|c| c != '#')?;
    hashes[count..].starts_with('"').then(|| (count + 2, format!("\"{}", "#".repeat(count))))
}

#[test]
fn literals_are_found_and_nothing_else() {
    let texts = |source: &str, script| -> Vec<String> {
        let texts = tokens(source, script).into_iter().filter_map(|placed| match placed.token {
            Token::Text(text) => Some(text),
            Token::Word(_) | Token::Sign(_) => None,
        });
        texts.collect()
    };
    let rust = r#"
        // "none"
        /* "none" */ fn a<'b>(c: &'b str) { d('"', '\'', '\u{2014}', "one \" still", r"two 2") }
    "#;
    assert_eq!(texts(rust, false), ["one \\\" still", "two 2"]);
    let script =
        "x = y.replace(/[\"/]/g, 'one') / 2; // 'none'\nz = `two ${a}`; b = 4 / \"three\".length";
    assert_eq!(texts(script, true), ["one", "two ${a}", "three"]);
    let lines: Vec<usize> = tokens("a\n\"b\nc\" d", false).iter().map(|p| p.line).collect();
    assert_eq!(lines, [1, 2, 3]);
}
