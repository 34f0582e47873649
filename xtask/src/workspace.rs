//! What the workspace consists of: its folder, its files, and what `cargo metadata` says about it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// The folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is a folder of the workspace")
}

/// The cargo that runs us, so that the toolchain is the same.
pub fn cargo() -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(root());
    command
}

/// What `cargo metadata` says of our own crates and what each asks for.
///
/// # Errors
///
/// A manifest does not parse, or the lock file is not up to date.
pub fn metadata() -> Result<Value> {
    let mut command = cargo();
    command.args(["metadata", "--format-version", "1", "--no-deps", "--locked"]);
    let output = command.output().context("cargo cannot be run")?;
    ensure!(
        output.status.success(),
        "cargo metadata: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    );
    serde_json::from_slice(&output.stdout).context("cargo metadata printed something else than JSON")
}

/// Where cargo puts what it builds; `CARGO_TARGET_DIR` and its other settings are honoured.
///
/// # Errors
///
/// As [`metadata`].
pub fn target_folder() -> Result<PathBuf> {
    let metadata = metadata()?;
    let folder = metadata["target_directory"]
        .as_str()
        .context("cargo metadata names no target folder")?;
    Ok(PathBuf::from(folder))
}

/// One text file of the repository.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path from the root of the workspace, with forward slashes.
    pub path: String,
    /// All of its text.
    pub text: String,
}

impl Source {
    /// Whether the file's name ends in a dot and one of these.
    pub fn is(&self, extensions: &[&str]) -> bool {
        let extension = Path::new(&self.path)
            .extension()
            .and_then(|extension| extension.to_str());
        extension.is_some_and(|extension| extensions.contains(&extension))
    }
}

/// Every text file of the repository: what git follows, and what it would follow after `git add`.
///
/// # Errors
///
/// Git is not installed, or this is not a checkout.
pub fn sources() -> Result<Vec<Source>> {
    let mut command = Command::new("git");
    command
        .current_dir(root())
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let output = command.output().context("git cannot be run")?;
    ensure!(
        output.status.success(),
        "git ls-files: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    );
    let names = String::from_utf8(output.stdout).context("a file's name is not UTF-8")?;
    let paths = names.split('\0').filter(|name| !name.is_empty());
    // A picture is no text; a file that git still follows may be gone from the folder.
    let read = |path: &str| {
        Some(Source {
            text: fs::read_to_string(root().join(path)).ok()?,
            path: path.to_owned(),
        })
    };
    Ok(paths.filter_map(read).collect())
}
