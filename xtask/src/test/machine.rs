//! What a run needs beyond Rust, and installing it on Debian when we are allowed to.

use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

/// A program the tests call.
#[derive(Debug, PartialEq, Eq)]
struct Need {
    /// Its full path, or its name when it is looked for on the path.
    program: &'static str,
    /// The Debian package that has it.
    package: &'static str,
    /// What it is needed for.
    purpose: &'static str,
}

const DATABASE: &[Need] = &[Need {
    program: "/usr/lib/postgresql/15/bin/postgres",
    package: "postgresql-15",
    purpose: "the tests on PostgreSQL",
}];

const BROWSER: &[Need] = &[
    Need {
        program: "/usr/bin/chromium",
        package: "chromium",
        purpose: "the pages in a browser",
    },
    Need {
        program: "node",
        package: "nodejs",
        purpose: "the pages in a browser",
    },
    Need {
        program: "npm",
        package: "npm",
        purpose: "the pages in a browser",
    },
];

/// Sees that everything is there; installs what is missing when we are root on Debian.
///
/// # Errors
///
/// Something is missing that we may not or cannot install; the sentence names it and how to get it.
pub fn prepare(database: bool, browser: bool) -> Result<()> {
    let needs = [(database, DATABASE), (browser, BROWSER)];
    let needs = needs
        .into_iter()
        .filter(|(wanted, _)| *wanted)
        .flat_map(|(_, needs)| needs);
    let missing: Vec<&Need> = needs.filter(|need| !is_there(need.program)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let root = std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    if !(root && is_there("apt-get")) {
        bail!("{}", complaint(&missing));
    }
    install(&missing)?;
    let still: Vec<&Need> = missing.into_iter().filter(|need| !is_there(need.program)).collect();
    ensure!(still.is_empty(), "{}", complaint(&still));
    Ok(())
}

fn is_there(program: &str) -> bool {
    if program.starts_with('/') {
        return Path::new(program).exists();
    }
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok()
}

fn complaint(missing: &[&Need]) -> String {
    let lines = missing
        .iter()
        .map(|need| format!("\n  {} for {}", need.program, need.purpose));
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    format!(
        "missing on this machine:{}\nOn Debian, as root: apt-get install {}",
        lines.collect::<String>(),
        packages.join(" ")
    )
}

fn install(missing: &[&Need]) -> Result<()> {
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    eprintln!("── installing {}", packages.join(" "));
    apt_get(&["update", "--quiet"])?;
    apt_get(
        &[
            &["install", "--quiet", "--yes", "--no-install-recommends"],
            packages.as_slice(),
        ]
        .concat(),
    )
}

fn apt_get(words: &[&str]) -> Result<()> {
    let mut command = Command::new("apt-get");
    // Progress is for people; standard output is for the closing line.
    command
        .args(words)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdout(Stdio::null());
    let status = command.status().context("apt-get cannot be run")?;
    ensure!(status.success(), "apt-get {} failed", words.join(" "));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_with_its_purpose_and_its_package() {
        let moon = Need {
            program: "/opt/moon",
            package: "moon-15",
            purpose: "tides",
        };
        assert!(!is_there(moon.program) && !is_there("a-program-nobody-wrote"));
        let sentence = complaint(&[&moon]);
        assert!(sentence.contains("/opt/moon for tides"), "{sentence}");
        assert!(sentence.ends_with("apt-get install moon-15"), "{sentence}");
    }
}
