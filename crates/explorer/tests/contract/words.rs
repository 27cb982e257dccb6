//! `assets/words.js`, from the words: what scripts say to readers.

use std::fmt::Write;

use explorer::words::{LANGUAGE, embed, offline, pack, share, start, take_away};

use crate::sources::{named, scripts};

const HEAD: &str = "\
// What scripts say to readers. Made from crates/explorer/src/words:
// `CONTRACT_WRITE=1 cargo test -p explorer --test contract` writes it again.
";

/// Something that scripts say.
struct Said {
    /// Its module and its name there.
    module: &'static str,
    name: &'static str,
    /// What it takes; nothing for a constant.
    takes: &'static [&'static str],
    /// Its words, with `${name}` for what it takes.
    words: String,
}

/// Lists constants and functions of a module of words. A function is called with the names of what it
/// takes, as a template of JavaScript has them: it takes texts and puts them where they belong, and
/// decides nothing.
macro_rules! said {
    ($($module:ident: $($name:ident $(($($takes:ident),+))?),+;)*) => {
        [$($(Said {
            module: stringify!($module),
            name: stringify!($name),
            takes: &[$($(stringify!($takes)),+)?],
            words: $module::$name $(($(concat!("${", stringify!($takes), "}")),+))?.to_owned(),
        }),+),*]
    };
}

fn all() -> impl IntoIterator<Item = Said> {
    said! {
        start: WAITING, PROGRAM, SURVEY_FILE, DATA_PACKAGE, FINDINGS_STAY, FINDINGS_STAY_EMBEDDED, RELOAD,
            SCRIPT_MISSING, SURVEY_MISSING, SURVEY_NOT_READ, DATA_GONE, DATA_GONE_ADVICE,
            NO_WEBASSEMBLY, NO_UNPACKING, PROGRAM_DID_NOT_RUN, WENT_WRONG, stopped(reason),
            could_not_start(reason), part_missing(part), part_missing_with_status(part, status),
            part_damaged(part), printed(address, day);
        take_away: PACK, SHARE_FIGURE, PREPARING, COPIED, COPYING_REFUSED, NOT_ARRIVED, NOT_MADE,
            copy_from_here(text), saved(name);
        pack: HOLDS, FIGURES, CHOOSE_ALL, CHOOSE_NONE, CHOOSE_ONE, MAKE, STOP, CLOSE, MAKING,
            PUTTING_TOGETHER, STOPPED, NOT_MADE, figure_of(number, all);
        share: WHAT, SCREEN, DATA, LIVE, LINK, WEBSITE, COLOURS, COLOURS_OF_READERS, LIGHT, DARK,
            LINES, NO_SCRIPT, FRAME, COPY, COPY_BY_HAND, HEIGHT_ASKED, HEIGHT_KNOWN, HEIGHT_UNKNOWN,
            only(label), pinned(version);
        offline: NEW_VERSION, USE_NOW, HIDE, WOULD_FORGET, OPEN_ELSEWHERE;
        embed: frame_title(shown);
    }
}

impl Said {
    /// What scripts call it: its module and its name, written as JavaScript writes names.
    fn export(&self) -> String {
        let name = format!("{}_{}", self.module, self.name);
        if self.takes.is_empty() {
            return name.to_uppercase();
        }
        let mut export = String::new();
        for part in name.split('_') {
            let (first, rest) = part.split_at(1);
            export += &if export.is_empty() { first.to_owned() } else { first.to_uppercase() };
            export += rest;
        }
        export
    }

    fn line(&self) -> String {
        let (export, words) = (self.export(), &self.words);
        assert!(!words.contains(['`', '\\']), "{export} would end a template");
        if self.takes.is_empty() {
            return format!("export const {export} = {words:?};\n");
        }
        let types = self.takes.iter().map(|name| format!(" * @param {{string | number}} {name}\n"));
        format!(
            "/**\n{} */\nexport const {export} = ({}) => `{words}`;\n",
            types.collect::<String>(),
            self.takes.join(", ")
        )
    }
}

/// The whole file.
pub(crate) fn text() -> String {
    let mut script = format!("{HEAD}\nexport const LANGUAGE = {LANGUAGE:?};\n");
    let mut module = "";
    for said in all() {
        if said.module != module {
            module = said.module;
            writeln!(script).expect("a text takes every line");
        }
        script += &said.line();
    }
    script
}

#[test]
fn scripts_say_every_word_that_is_listed_for_them() {
    let scripts = scripts();
    let used = named(&scripts, " ");
    let listed = all().into_iter().map(|said| said.export());
    let unused: Vec<String> = listed.filter(|name| !used.contains(&name.as_str())).collect();
    assert!(unused.is_empty(), "no script imports {unused:#?}");
}

#[test]
fn names_and_templates_are_those_of_javascript() {
    let [constant, function] = said! { take_away: COPIED, copy_from_here(text); };
    assert_eq!(constant.line(), "export const TAKE_AWAY_COPIED = \"Copied.\";\n");
    let line = function.line();
    assert!(line.contains("\nexport const takeAwayCopyFromHere = (text) => `Your "), "{line}");
    assert!(line.ends_with("“${text}”`;\n"), "{line}");
}
