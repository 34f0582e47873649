//! A folder for one test.

use std::path::{Path, PathBuf};

/// An empty folder that is removed, with all in it, when this value is dropped.
#[derive(Debug)]
pub struct TempDir(tempfile::TempDir);

impl TempDir {
    /// Makes the folder, readable by this user only.
    ///
    /// # Panics
    ///
    /// When the machine's temporary folder cannot be written.
    pub fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("susd-test-").tempdir();
        Self(folder.expect("a test machine has a temporary folder with room in it"))
    }

    /// Where the folder is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The path of `name` inside the folder; nothing is made.
    pub fn join(&self, name: impl AsRef<Path>) -> PathBuf {
        self.path().join(name)
    }
}

impl Default for TempDir {
    fn default() -> Self {
        Self::new()
    }
}
