//! Time and memory of packing, each in a process of its own, so that one size does not count the
//! memory of another.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use survey_pack::{package, release};

/// The argument with which this program packs one package and prints a line.
pub(crate) const CHILD: &str = "pack-here";

/// The rule whose breaches are tables that the proof took out.
const PROOF: &str = "witnesses";

/// Packs a folder's package in a process of its own and lets it print its line.
///
/// # Errors
/// When that process fails.
pub(crate) fn pack_apart(folder: &Path) -> Result<()> {
    let program = std::env::current_exe().context("cannot find this program")?;
    let status = Command::new(program).arg(CHILD).arg(folder).status()?;
    if !status.success() {
        bail!("{} could not be packed", folder.display());
    }
    Ok(())
}

/// Packs a folder's package, proof included, and prints what it took.
///
/// # Errors
/// When the package has problems or may not be released.
pub(crate) fn pack_here(folder: &Path) -> Result<()> {
    let package = package::open(folder).map_err(|problems| anyhow::anyhow!("{problems:#?}"))?;
    let release = release::release(&package, &[])
        .map_err(|refusal| anyhow::anyhow!("{:#?}", refusal.problems))?;
    let proof = release.findings.proof().context("nothing was proved")?;
    println!(
        "{}: {}, {}; {} pairs, {} small counts proved by {} surveys, narrowest range {}, {} tables \
         left out, {} of them by the proof",
        folder.display(),
        processor_time(),
        peak_memory(),
        proof.pairs,
        proof.counts,
        proof.surveys,
        proof.narrowest.map_or_else(|| "none".to_owned(), |range| range.to_string()),
        release.findings.absent.len(),
        release.findings.absent.iter().filter(|(rule, _)| rule.name == PROOF).count(),
    );
    Ok(())
}

/// What the process had of the processor, as Linux says it: another program at work changes it little.
fn processor_time() -> String {
    // The second word is the program's name in brackets; the times are the 14th and 15th.
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = text.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split_whitespace().skip(11).take(2).map(str::parse::<u64>);
    match ticks.collect::<Result<Vec<u64>, _>>() {
        // Linux tells them in hundredths of a second, whatever the kernel's clock.
        Ok(ticks) if ticks.len() == 2 => {
            let hundredths: u64 = ticks.iter().sum();
            format!("{}.{:02} s of one processor", hundredths / 100, hundredths % 100)
        }
        _ => "time not known".to_owned(),
    }
}

/// What the process held at most, as Linux says it.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let held = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    held.map_or_else(
        || "memory not known".to_owned(),
        |kibibytes| format!("{} MB", kibibytes * 1024 / 1_000_000),
    )
}
