//! Names by which the app's program and its script find each other. wasm-bindgen puts a hash into each:
//! no packing makes these smaller, and each stands in both files.

use std::collections::{BTreeMap, BTreeSet};

/// How such names begin.
const STARTS: [&str; 2] = ["__wbg_", "wasm_bindgen_"];
/// How long a hash is.
const DIGITS: usize = 16;

/// Puts numbers in place of the hashes, in a program and its script alike: as long as these, so that
/// nothing of the program moves.
pub(super) fn number_hashes(program: &mut [u8], script: &mut String) {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let found: BTreeSet<String> = script
        .split(|c| !is_of_name(c))
        .filter(|name| STARTS.iter().any(|start| name.starts_with(start)))
        .map(str::to_owned)
        .collect();
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut named = Vec::new();
    for name in found {
        let number = numbers.entry(numbered(&name, 0)).or_default();
        named.push((numbered(&name, *number), name));
        *number += 1;
    }
    // A name may be how a longer one begins.
    named.sort_by_key(|(_, name)| usize::MAX - name.len());
    for (numbered, name) in &named {
        *script = script.replace(name, numbered);
    }
    let mut at = 0;
    while at < program.len() {
        let rest = &mut program[at..];
        let begins = STARTS.iter().any(|start| rest.starts_with(start.as_bytes()));
        let name = named.iter().find(|(_, name)| begins && rest.starts_with(name.as_bytes()));
        at += name.map_or(1, |(numbered, name)| {
            rest[..name.len()].copy_from_slice(numbered.as_bytes());
            name.len()
        });
    }
}

/// A name with a number in place of each hash.
fn numbered(name: &str, number: usize) -> String {
    let is_hash =
        |word: &str| word.len() == DIGITS && word.bytes().all(|digit| digit.is_ascii_hexdigit());
    let words = name
        .split('_')
        .map(|word| if is_hash(word) { format!("{number:0DIGITS$x}") } else { word.to_owned() });
    words.collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_become_numbers_on_both_sides() {
        let names = [
            "__wbg_new_13de428334042d26",
            "__wbg_new_04072d261c5e42f3",
            "__wbg_now_5f6ced2e58dc7fd4",
            "wasm_bindgen_aa57102629460ef7___invoke___core_e82c2a743b22ca4c__true_",
            "wasm_bindgen_aa57102629460ef7___invoke___core_e82c2a743b22ca4c__true__1_",
            "__wbindgen_malloc",
        ];
        let mut program = names.join("\0").into_bytes();
        let mut script = names.map(|name| format!("a.{name}(b);")).concat();
        number_hashes(&mut program, &mut script);
        let expected = [
            "__wbg_new_0000000000000001",
            "__wbg_new_0000000000000000",
            "__wbg_now_0000000000000000",
            "wasm_bindgen_0000000000000000___invoke___core_0000000000000000__true_",
            "wasm_bindgen_0000000000000000___invoke___core_0000000000000000__true__1_",
            "__wbindgen_malloc",
        ];
        assert_eq!(String::from_utf8(program).unwrap(), expected.join("\0"));
        assert_eq!(script, expected.map(|name| format!("a.{name}(b);")).concat());
    }
}
