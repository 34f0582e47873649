//! The bench: how much work each page costs, against the plainest server that could send the same bytes.

use anyhow::{Result, bail};

/// Measures every row and prints the table, or with `--json` one array. Gives whether every bar was met.
///
/// # Errors
///
/// `words` is something else than `--json`, or a row could not be measured.
pub fn run(words: &[&str]) -> Result<bool> {
    match words {
        [] | ["--json"] => bail!("the bench has no rows yet"),
        _ => bail!("bench knows --json and nothing else"),
    }
}
