//! Trunk and the wasm-bindgen command, from the registry of crates into the project's own folder.

use std::fs;

use anyhow::{Context, Result};

use super::announce;
use crate::{
    project::Project,
    run::{command, probe, run},
};

/// The newest that the project's oldest Rust can compile.
const TRUNK: &str = "0.21.14";

struct Tool {
    package: &'static str,
    binary: &'static str,
    version: String,
    options: &'static [&'static str],
    how_long: &'static str,
}

pub(super) fn ensure(project: &Project) -> Result<()> {
    let tools = [
        Tool {
            package: "wasm-bindgen-cli",
            binary: "wasm-bindgen",
            // The command and the crate must be of one version, to the last digit.
            version: project.locked_version("wasm-bindgen")?,
            options: &["--bin", "wasm-bindgen"],
            how_long: "one to two minutes, once",
        },
        Tool {
            package: "trunk",
            binary: "trunk",
            version: TRUNK.to_owned(),
            // Without the default features: no asking for updates, and no TLS, for it fetches nothing here.
            options: &["--locked", "--no-default-features"],
            how_long: "four to eight minutes, once",
        },
    ];
    tools.iter().try_for_each(|tool| ensure_tool(project, tool))
}

fn ensure_tool(project: &Project, tool: &Tool) -> Result<()> {
    let binary = project.tools().join("bin").join(tool.binary);
    let found = probe(command(&binary, project.root()).arg("--version"));
    if found.is_some_and(|text| text.split_whitespace().any(|word| word == tool.version)) {
        return Ok(());
    }
    announce(&format!("compiling {} {}", tool.package, tool.version), tool.how_long);
    let build = project.tools().join("build");
    fs::create_dir_all(&build).with_context(|| format!("cannot make {}", build.display()))?;
    run(command("cargo", &build)
        .args(["install", tool.package, "--version", &tool.version, "--force", "--quiet"])
        .args(tool.options)
        .arg("--root")
        .arg(project.tools())
        .env("CARGO_TARGET_DIR", &build)
        // They run for less than a second: not optimised, they compile in a third of the time.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("CARGO_BUILD_TARGET"))?;
    fs::remove_dir_all(&build).with_context(|| format!("cannot remove {}", build.display()))
}
