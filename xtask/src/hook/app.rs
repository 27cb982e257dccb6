//! The app: one program in several files. The first has what every reader needs, each other one what a
//! screen or the charts need, and is loaded with these. `src/web/program_part.rs` says where it is cut.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
    thread,
};

use anyhow::{Context, Result, anyhow};
use site::program;
use wasm_encoder::{CustomSection, Section};
use wasm_split_cli_support::Options;

use super::{names::number_hashes, scripts::minify};
use crate::{
    files::files_below,
    project::Project,
    wasm::{Done, bind, compile, optimise},
};

const NAME: &str = "findings-explorer";
/// Files with fewer bytes are not worth a request.
const SMALL: usize = 4_000;
/// In the first file functions with one caller stay as they are where they are large: put into each other
/// they pack worse.
const FIRST_FILE: [&str; 1] = ["--one-caller-inline-max-function-size=10"];
/// What takes something more off the others.
const OTHER_FILES: [&str; 3] = ["--dae-optimizing", "--code-folding", "-O2"];
/// What one screen alone needs, and a file of what it shares. They pack better together than the second
/// is of use alone: figures are mostly taken away from that screen.
const TOGETHER: [&str; 2] = ["explore", "explore_takeaway"];

/// Compiles the app, cuts it into its parts and puts them into the built program's folder.
///
/// # Errors
/// When it does not compile, can't be cut, or a tool is missing.
pub(super) fn build(project: &Project, release: bool) -> Result<()> {
    let (out, work) = (project.program_folder(), project.root().join("target/app"));
    let what = ["--bin", NAME];
    let compiled = compile(project, &what, NAME, &project.root().join("target"), release)?;
    let done = Done::of(project, &work, NAME, release)?;
    // This program knows how it is cut.
    let recipe = env::current_exe().context("cannot find this program's own file")?;
    if out.join(program::APP_GLUE).exists() && done.is_after(&[&compiled, &recipe]) {
        return Ok(());
    }
    for folder in [&work, &out.join(program::PARTS)] {
        renew(folder)?;
    }
    let parts = cut(&compiled, &work)?;
    // The other parts need the table of functions.
    bind(project, &work.join(format!("{NAME}.wasm")), &work, &["--keep-lld-exports"])?;
    let glue = work.join(format!("{NAME}.js"));
    let first = work.join(format!("{NAME}_bg.wasm"));
    if release {
        without_hashes(&first, &glue)?;
    }
    let mut files = vec![(first, out.join(program::APP_PROGRAM))];
    for (names, file) in parts {
        files.push((file, out.join(program::PARTS).join(names).with_extension("wasm")));
    }
    if release {
        optimise_all(project, files.iter().map(|(file, _)| file.as_path()))?;
        minify(project, &glue)?;
    }
    files.push((glue, out.join(program::APP_GLUE)));
    for (from, to) in files {
        fs::copy(from, &to).with_context(|| format!("cannot write {}", to.display()))?;
    }
    put_together(&out.join(program::PARTS))?;
    done.say()
}

/// Makes the names smaller by which a program and its script find each other.
fn without_hashes(program: &Path, script: &Path) -> Result<()> {
    let cannot = |file: &Path| format!("cannot read or write {}", file.display());
    let mut bytes = fs::read(program).with_context(|| cannot(program))?;
    let mut text = fs::read_to_string(script).with_context(|| cannot(script))?;
    number_hashes(&mut bytes, &mut text);
    fs::write(program, bytes).with_context(|| cannot(program))?;
    fs::write(script, text).with_context(|| cannot(script))
}

fn renew(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

/// Cuts a compiled program in the folder `work`: its first file has its name there. Returns the others,
/// by the parts that need them: what several need is a file of its own.
fn cut(compiled: &Path, work: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let whole =
        fs::read(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let first = work.join(format!("{NAME}.wasm"));
    let mut options = Options::new(&whole);
    (options.output_dir, options.main_out_path) = (work, &first);
    let cut = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("the program can't be cut into its parts: {error:#}"))?;
    let mut needed_by: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (part, files) in cut.prefetch_map {
        for file in files {
            needed_by.entry(file).or_default().push(part.clone());
        }
    }
    let named = needed_by.into_iter().map(|(file, mut parts)| {
        parts.sort();
        (parts.join(program::AND), work.join(file).with_extension("wasm"))
    });
    Ok(named.collect())
}

/// Puts each file that is hardly larger than what a browser asks for it with into one that comes with it
/// anyway; and makes one file of all others, for everything that needs one of them.
fn put_together(parts: &Path) -> Result<()> {
    let (mut small, mut large) = (BTreeMap::new(), BTreeMap::new());
    for file in files_below(parts, ".wasm")? {
        let content = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let names = file.file_stem().unwrap_or_default().to_string_lossy();
        let needed_by: BTreeSet<String> = names.split(program::AND).map(str::to_owned).collect();
        fs::remove_file(&file).with_context(|| format!("cannot delete {}", file.display()))?;
        let kind = if content.len() < SMALL { &mut small } else { &mut large };
        kind.insert(needed_by, content);
    }
    let mut rest = Vec::new();
    for (needed_by, content) in small {
        let all = large.keys().filter(|others| others.is_superset(&needed_by));
        match all.min_by_key(|others| others.len()).cloned() {
            Some(others) => {
                large.entry(others).and_modify(|file| with_inside(file, content));
            }
            None => rest.push((needed_by, content)),
        }
    }
    let [alone, shared] =
        TOGETHER.map(|names| names.split(program::AND).map(str::to_owned).collect());
    if large.contains_key(&shared)
        && let Some(content) = large.remove(&alone)
    {
        large.entry(shared).and_modify(|file| with_inside(file, content));
    }
    let everything = rest.iter().flat_map(|(needed_by, _)| needed_by).cloned().collect();
    let together = rest.into_iter().map(|(_, content)| content).reduce(|mut file, other| {
        with_inside(&mut file, other);
        file
    });
    large.extend(together.map(|file| (everything, file)));
    for (needed_by, content) in large {
        let names = Vec::from_iter(needed_by).join(program::AND);
        let file = parts.join(names).with_extension("wasm");
        fs::write(&file, content).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// Puts another program into one, in a section that `assets/boot/program-parts.js` knows by its name.
fn with_inside(program: &mut Vec<u8>, other: Vec<u8>) {
    CustomSection { name: "part".into(), data: other.into() }.append_to(program);
}

/// The first file takes as long as all others together.
fn optimise_all<'a>(project: &Project, mut files: impl Iterator<Item = &'a Path>) -> Result<()> {
    let first = files.next().context("there is no program")?;
    thread::scope(|scope| {
        let first = scope.spawn(|| optimise(project, first, &FIRST_FILE));
        files.try_for_each(|file| optimise(project, file, &OTHER_FILES))?;
        first.join().map_err(|_| anyhow!("wasm-opt could not be run"))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut files = files_below(folder, ".wasm").unwrap();
        files.sort();
        files.iter().map(|file| file.file_stem().unwrap().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn small_parts_become_one_for_all_that_need_them() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, length| {
            fs::write(folder.path().join(name).with_extension("wasm"), vec![b'x'; length]).unwrap();
        };
        for name in ["about", "compare", "explore", "compare_explore"] {
            write(name, SMALL);
        }
        put_together(folder.path()).unwrap();
        assert_eq!(names(folder.path()), ["about", "compare", "compare_explore", "explore"]);
        write("about_explore", 3);
        write("charts_explore", 5);
        put_together(folder.path()).unwrap();
        let together = "about_charts_explore";
        assert_eq!(names(folder.path())[1], together);
        assert_eq!(names(folder.path()).len(), 5);
        // Section 0, ten bytes: a name of four, "part", and the other file.
        let content = fs::read(folder.path().join(together).with_extension("wasm")).unwrap();
        assert_eq!(content, b"xxx\0\x0a\x04partxxxxx");
    }

    #[test]
    fn what_explore_alone_needs_joins_what_it_shares_with_taking_away() {
        let folder = tempfile::tempdir().unwrap();
        for (name, length) in [("explore", SMALL), ("explore_takeaway", SMALL)] {
            let file = folder.path().join(name).with_extension("wasm");
            fs::write(file, vec![b'x'; length]).unwrap();
        }
        put_together(folder.path()).unwrap();
        assert_eq!(names(folder.path()), ["explore_takeaway"]);
    }

    #[test]
    fn a_small_part_joins_one_that_comes_with_it_anyway() {
        let folder = tempfile::tempdir().unwrap();
        let all = [
            ("about_charts_explore", SMALL),
            ("charts_explore", SMALL),
            ("about", 1),
            ("charts", 1),
            ("compare", 1),
        ];
        for (name, length) in all {
            let file = folder.path().join(name).with_extension("wasm");
            fs::write(file, vec![b'x'; length]).unwrap();
        }
        put_together(folder.path()).unwrap();
        assert_eq!(names(folder.path()), ["about_charts_explore", "charts_explore", "compare"]);
        for name in ["about_charts_explore", "charts_explore"] {
            let content = fs::read(folder.path().join(name).with_extension("wasm")).unwrap();
            assert_eq!(content.len(), SMALL + 2 + 1 + 4 + 1, "{name}");
        }
    }
}
