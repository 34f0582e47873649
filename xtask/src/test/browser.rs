//! Every page in a real browser. The browser's part is the folder `browser/`; here it is installed, run and counted.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::demo::Demo;
use crate::run::Count;
use crate::workspace::root;

/// Shows the harness failing on bad pages, then runs it on a fresh demo.
///
/// # Errors
///
/// The workspace does not build, the packages cannot be installed, or the demo does not start.
pub fn pass() -> Result<Count> {
    super::build()?;
    install()?;
    let controls = node(&["controls.mjs"])?;
    let demo = Demo::start()?;
    let people = demo.folder.join("people.json");
    fs::write(&people, demo.people.to_string())?;
    let people = people.to_str().context("the temporary folder's name is not UTF-8")?;
    let pages = node(&["run.mjs", "--url", demo.url()?, "--people", people])?;
    Ok(controls.and(pages))
}

/// Installs exactly what the lock file names, and no browser: that is Debian's.
fn install() -> Result<()> {
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    let status = npm
        .current_dir(root().join("browser"))
        .stdout(Stdio::null())
        .status()
        .context("npm cannot be run")?;
    ensure!(status.success(), "npm ci failed in browser/");
    Ok(())
}

/// Runs a script of the harness, shows what it prints, and reads its closing line.
fn node(words: &[&str]) -> Result<Count> {
    let mut command = Command::new("node");
    command
        .args(words)
        .current_dir(root().join("browser"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    let mut child = command.spawn().context("node cannot be run")?;
    let printed = child.stdout.take().expect("standard output was asked for");
    let mut closing = None;
    for line in BufReader::new(printed).lines() {
        let line = line.context("what node prints cannot be read")?;
        closing = read(&line);
        eprintln!("{line}");
    }
    let status = child.wait().context("node was lost")?;
    let count = closing.with_context(|| format!("{} ended without its closing line ({status})", words[0]))?;
    ensure!(
        status.success() || count.failed > 0,
        "{} ended badly ({status})",
        words[0]
    );
    Ok(count)
}

/// Reads `12 passed, 0 failed`.
fn read(line: &str) -> Option<Count> {
    let (passed, failed) = line.strip_suffix(" failed")?.split_once(" passed, ")?;
    Some(Count {
        passed: passed.parse().ok()?,
        failed: failed.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_is_read_and_no_other() {
        assert_eq!(read("312 passed, 4 failed"), Some(Count { passed: 312, failed: 4 }));
        assert_eq!(read("/cy/families: 4 failed"), None);
    }
}
