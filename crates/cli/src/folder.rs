//! The data folder: ours alone, and used by one service at a time.

use anyhow::{Context, Result, bail};
use std::fs::{DirBuilder, File, TryLockError};
use std::path::{Path, PathBuf};

/// The file whose lock says that a service is running on the folder.
const LOCK: &str = "susd.lock";

/// A data folder held by this process. It is free again when this value is dropped, or the process ends.
#[derive(Debug)]
pub struct Held(#[expect(dead_code, reason = "the lock holds for as long as the file is open")] File);

/// Makes the folder, readable by its owner only, when it is not there.
///
/// # Errors
/// It cannot be made, or there is something else of that name.
pub fn make(folder: &Path) -> Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .with_context(|| format!("the data folder {} cannot be made", folder.display()))
}

/// Makes an empty file that only its owner can read, where there is none: the database then keeps that mode for itself
/// and for its log.
///
/// # Errors
/// It cannot be made.
pub fn make_private(file: &Path) -> Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Err(cause) if cause.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(cause).with_context(|| format!("{} cannot be made", file.display()))
        }
        _ => Ok(()),
    }
}

/// Takes the folder for this process.
///
/// # Errors
/// Another service has it, or the folder cannot be written.
pub fn hold(folder: &Path) -> Result<Held> {
    let path = folder.join(LOCK);
    let open = File::options().create(true).truncate(false).write(true).open(&path);
    let file = open.with_context(|| format!("the data folder {} cannot be written", folder.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(Held(file)),
        Err(TryLockError::WouldBlock) => bail!("another susd is running on {}; stop it first", folder.display()),
        Err(TryLockError::Error(cause)) => Err(cause).context("the data folder cannot be locked"),
    }
}

/// Whether a file lies in a folder, through whatever links. A file or folder that is not there lies where its parent does.
pub fn holds(folder: &Path, file: &Path) -> bool {
    whole(file).starts_with(whole(folder))
}

/// A path without links, as far as it exists.
fn whole(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut missing = Vec::new();
    let mut at = absolute.as_path();
    loop {
        if let Ok(real) = at.canonicalize() {
            return missing.iter().rev().fold(real, |path, name| path.join(name));
        }
        let (Some(parent), Some(name)) = (at.parent(), at.file_name()) else {
            return absolute;
        };
        missing.push(name.to_owned());
        at = parent;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use testkit::TempDir;

    #[test]
    fn a_file_reached_through_a_link_lies_where_it_really_is() {
        let dir = TempDir::new();
        let data = dir.join("data");
        make(&data).unwrap();
        std::os::unix::fs::symlink(&data, dir.join("link")).unwrap();
        assert!(holds(&data, &dir.join("link/susd.key")));
        assert!(holds(&data, &data.join("new/folder/susd.key")));
        assert!(!holds(&data, &dir.join("susd.key")));
        assert!(!holds(&data, &dir.join("data-too/susd.key")));
    }

    #[test]
    fn a_folder_is_held_by_one_at_a_time() {
        let dir = TempDir::new();
        let held = hold(dir.path()).unwrap();
        let refusal = hold(dir.path()).unwrap_err().to_string();
        assert!(refusal.contains("another susd is running"), "{refusal}");
        drop(held);
        hold(dir.path()).unwrap();
    }
}
