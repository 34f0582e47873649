//! A copy of the workspace in which controls are taken out, kept beside what it builds.
//!
//! Only files that differ are written, so that a later drill builds only what has changed since the last one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, Result, ensure};

use super::fault::Fault;
use crate::workspace::{root, target_folder};

/// The longest one crate's tests may take to build and run, in seconds; a test that never ends has noticed too.
const SECONDS_MAX: &str = "1800";

/// What the shell's `timeout` ends with when it had to end the program.
pub const TIMED_OUT: i32 = 124;

/// The copy.
#[derive(Debug)]
pub struct Mirror {
    folder: PathBuf,
    target: PathBuf,
}

impl Mirror {
    /// Brings the copy in step with the workspace: what git follows, and what it would follow after `git add`.
    ///
    /// # Errors
    ///
    /// Git is not installed, this is no checkout, or the disk is full.
    pub fn fresh() -> Result<Self> {
        let all = target_folder()?.join("controls");
        let mirror = Self {
            folder: all.join("workspace"),
            target: all.join("target"),
        };
        let files = followed()?;
        for file in &files {
            // A file that git still follows may be gone from the folder.
            if let Ok(bytes) = fs::read(root().join(file)) {
                mirror.put(file, &bytes)?;
            } else {
                let _ = fs::remove_file(mirror.folder.join(file));
            }
        }
        mirror.remove_others(&mirror.folder, &files)?;
        Ok(mirror)
    }

    /// The text of a file.
    ///
    /// # Errors
    ///
    /// It is not there, or no text.
    pub fn text(&self, file: &str) -> Result<String> {
        fs::read_to_string(self.folder.join(file)).with_context(|| format!("{file} cannot be read"))
    }

    /// Takes a control out, does something, and puts it back, whatever came of it.
    ///
    /// # Errors
    ///
    /// The control has moved, or what was done failed.
    pub fn without<T>(&self, fault: &Fault, does: impl FnOnce() -> Result<T>) -> Result<T> {
        let before = self.text(fault.file)?;
        self.put(fault.file, fault.applied(&before)?.as_bytes())?;
        let answer = does();
        self.put(fault.file, before.as_bytes())?;
        answer
    }

    /// Runs cargo in the copy, with a folder of its own for what it builds.
    ///
    /// # Errors
    ///
    /// Cargo, or the `timeout` that watches over it, cannot be run.
    pub fn cargo(&self, words: &[&str], postgres: Option<&str>) -> Result<Output> {
        let mut command = Command::new("timeout");
        command
            .args(["--kill-after", "10", SECONDS_MAX, env!("CARGO")])
            .args(words);
        // Nobody steps through these programs: they build quicker without what a debugger needs.
        command.env("CARGO_PROFILE_DEV_DEBUG", "0");
        // Snapshots are compared and never rewritten.
        command
            .env("CARGO_TARGET_DIR", &self.target)
            .env("INSTA_UPDATE", "no")
            .env("CARGO_TERM_COLOR", "never");
        if let Some(postgres) = postgres {
            command.env(testkit::postgres::SERVER_VARIABLE, postgres);
        }
        command
            .current_dir(&self.folder)
            .output()
            .context("cargo cannot be run under timeout, a program of coreutils")
    }

    fn put(&self, file: &str, bytes: &[u8]) -> Result<()> {
        let path = self.folder.join(file);
        if fs::read(&path).is_ok_and(|now| now == bytes) {
            return Ok(());
        }
        let folder = path.parent().context("a file is in a folder")?;
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, bytes))
            .with_context(|| format!("writing {file}"))
    }

    /// Removes what is no longer in the workspace.
    fn remove_others(&self, folder: &Path, kept: &BTreeSet<String>) -> Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                self.remove_others(&path, kept)?;
                continue;
            }
            let name = path.strip_prefix(&self.folder)?.to_string_lossy().into_owned();
            if !kept.contains(&name) {
                fs::remove_file(&path)?;
            }
        }
        Ok(())
    }
}

fn followed() -> Result<BTreeSet<String>> {
    let mut git = Command::new("git");
    git.current_dir(root())
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let output = git.output().context("git cannot be run")?;
    ensure!(
        output.status.success(),
        "git ls-files: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    );
    let names = String::from_utf8(output.stdout).context("a file's name is not UTF-8")?;
    Ok(names
        .split('\0')
        .filter(|name| !name.is_empty())
        .map(ToOwned::to_owned)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drill::controls::fault::it;
    use std::cell::RefCell;

    #[test]
    fn a_control_is_put_back_even_when_what_was_done_failed() {
        let folder = testkit::TempDir::new();
        let mirror = Mirror {
            folder: folder.join("w"),
            target: folder.join("t"),
        };
        mirror.put("src/door.rs", b"if locked() {}").unwrap();
        let fault = Fault {
            control: "the lock on the door",
            file: "src/door.rs",
            find: "locked()",
            replace: "true",
            caught_by: it("house", "door::a_thief_stays_outside"),
        };
        let seen = RefCell::new(String::new());
        let failed: Result<()> = mirror.without(&fault, || {
            *seen.borrow_mut() = mirror.text("src/door.rs")?;
            anyhow::bail!("no power")
        });
        assert!(failed.is_err());
        assert_eq!(*seen.borrow(), "if true {}");
        assert_eq!(mirror.text("src/door.rs").unwrap(), "if locked() {}");
    }

    #[test]
    fn what_left_the_workspace_leaves_the_copy() {
        let folder = testkit::TempDir::new();
        let mirror = Mirror {
            folder: folder.join("w"),
            target: folder.join("t"),
        };
        mirror.put("src/old.rs", b"").unwrap();
        mirror.put("src/new.rs", b"").unwrap();
        mirror
            .remove_others(&mirror.folder, &BTreeSet::from(["src/new.rs".to_owned()]))
            .unwrap();
        assert!(mirror.text("src/old.rs").is_err() && mirror.text("src/new.rs").is_ok());
    }
}
