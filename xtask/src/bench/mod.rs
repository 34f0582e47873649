//! The bench: how much work each page costs, against the plainest server that could send the same bytes.
//!
//! It is built in release with the feature `bench`; without it, this command builds that and runs it.

#[cfg(feature = "bench")]
mod data;
#[cfg(feature = "bench")]
pub(crate) mod floor;
#[cfg(feature = "bench")]
mod import;
#[cfg(feature = "bench")]
mod load;
#[cfg(feature = "bench")]
mod messy;
#[cfg(feature = "bench")]
mod report;
#[cfg(feature = "bench")]
mod rows;
#[cfg(feature = "bench")]
mod server;
#[cfg(feature = "bench")]
mod supported;

use anyhow::{Result, bail};

/// Measures every row and prints the table, or with `--json` one array. Gives whether every bar was met.
///
/// # Errors
///
/// `words` is something else than `--json`, or a row could not be measured.
pub fn run(words: &[&str]) -> Result<bool> {
    match words {
        [] => measure(false),
        ["--json"] => measure(true),
        _ => bail!("bench knows --json and nothing else"),
    }
}

#[cfg(feature = "bench")]
fn measure(json: bool) -> Result<bool> {
    rows::run(json)
}

#[cfg(not(feature = "bench"))]
fn measure(json: bool) -> Result<bool> {
    use crate::workspace::cargo;
    let built = cargo()
        .args(["build", "--quiet", "--release", "--package", "cli"])
        .status()?;
    if !built.success() {
        bail!("susd does not build in release");
    }
    let mut again = cargo();
    again.args([
        "run",
        "--quiet",
        "--release",
        "--package",
        "xtask",
        "--features",
        "bench",
        "--",
        "bench",
    ]);
    again.args(json.then_some("--json"));
    Ok(again.status()?.success())
}
