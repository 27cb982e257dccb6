//! `assets/contract.js`, from the contract.

use std::fmt::Write;

use explorer::contract::names::{EMBED_ATTRIBUTES, MESSAGE_VERSION, NAMED};
use explorer::contract::{FileKind, Way, WayList};
use explorer::state::Screen;

const HEAD: &str = "\
// What these scripts and the program both name. Made from crates/explorer/src/contract:
// `CONTRACT_WRITE=1 cargo test -p explorer --test contract` writes it again.
";

pub(crate) fn text() -> String {
    let mut script = format!("{HEAD}\n");
    for name in NAMED {
        line(&mut script, &format!("export const {} = {:?};", name.identifier, name.value));
    }
    line(&mut script, &format!("export const MESSAGE_VERSION = {MESSAGE_VERSION};"));

    line(&mut script, "\n/** The attributes of an embed. */");
    line(&mut script, &format!("export const EMBED_ATTRIBUTES = {:?};", EMBED_ATTRIBUTES.names));

    line(
        &mut script,
        "\n/** The ways under a figure: the word above each list, their names, their words. */",
    );
    ways(&mut script, "WAYS_OF_FIGURES", &WayList::OF_FIGURES);
    line(&mut script, "\n/** The ways of a screen, by the element's `what`. */");
    ways(&mut script, "WAYS_OF_SCREENS", &WayList::OF_SCREENS);

    line(&mut script, "\n/** The media type of each kind of file, by its ending. */");
    line(&mut script, "export const MIMES = {");
    for kind in FileKind::ALL {
        line(&mut script, &format!("  {}: {:?},", kind.ending(), kind.mime()));
    }
    line(&mut script, "};");

    let names = Way::ALL.map(|way| format!("{:?}", way.name()));
    line(&mut script, &format!("\n/** @typedef {{{}}} Way */", names.join(" | ")));
    let copied = Way::ALL.into_iter().filter(|way| way.is_copied());
    let names: Vec<_> = copied.map(|way| format!("{:?}", way.name())).collect();
    line(&mut script, &format!("/** @typedef {{{}}} CopiedWay */", names.join(" | ")));
    let names = Screen::ALL.map(|screen| format!("{:?}", screen.id()));
    line(&mut script, &format!("/** @typedef {{{}}} Screen */", names.join(" | ")));
    script
}

fn ways(script: &mut String, name: &str, lists: &[WayList]) {
    line(script, &format!("export const {name} = {{"));
    for list in lists {
        line(script, &format!("  {}: {{", list.name()));
        for way in Way::ALL.into_iter().filter(|way| way.list() == *list) {
            let quoted = format!("{:?}", way.name());
            let key = if way.name().contains('-') { &quoted } else { way.name() };
            line(script, &format!("    {key}: {:?},", way.words()));
        }
        line(script, "  },");
    }
    line(script, "};");
}

fn line(script: &mut String, text: &str) {
    writeln!(script, "{text}").expect("a text takes every line");
}
