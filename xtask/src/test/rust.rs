//! `cargo test` over the workspace, and adding up what it says.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use anyhow::{Context, Result};
use testkit::postgres::SERVER_VARIABLE;

use crate::run::Count;
use crate::workspace::cargo;

/// Runs every test of the workspace against the server at `postgres`, shows what it prints, and counts.
///
/// # Errors
///
/// Cargo cannot be run.
pub fn tests(postgres: &str) -> Result<Count> {
    let mut command = cargo();
    command
        .args(["test", "--workspace", "--no-fail-fast", "--locked"])
        .env(SERVER_VARIABLE, postgres);
    let mut child = command.stdout(Stdio::piped()).spawn().context("cargo cannot be run")?;
    let printed = child.stdout.take().expect("standard output was asked for");
    let mut count = Count::default();
    for line in BufReader::new(printed).lines() {
        let line = line.context("what cargo test prints cannot be read")?;
        if let Some(part) = read(&line) {
            count = count.and(part);
        }
        if worth_showing(&line) {
            eprintln!("{line}");
        }
    }
    let ended_well = child.wait().context("cargo test was lost")?.success();
    Ok(judge(count, ended_well))
}

/// A run that ends badly without a failed test did not build, or a test program died: that is a failure too.
fn judge(count: Count, ended_well: bool) -> Count {
    if !ended_well && count.failed == 0 {
        count.and(Count::of(false))
    } else {
        count
    }
}

/// Reads `test result: ok. 12 passed; 0 failed; …`. A test left out has not passed.
fn read(line: &str) -> Option<Count> {
    let (_, numbers) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let number = |word: &str| {
        let part = numbers.split("; ").find_map(|part| part.strip_suffix(word));
        part.and_then(|number| number.trim().parse::<u64>().ok())
    };
    Some(Count {
        passed: number(" passed")?,
        failed: number(" failed")? + number(" ignored")?,
    })
}

/// Everything but the tests that passed and the empty lines round them.
fn worth_showing(line: &str) -> bool {
    let dull = line.is_empty() || line.ends_with(" ... ok") || line.starts_with("running ");
    !dull && !line.starts_with("test result: ok. 0 passed; 0 failed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_of_each_test_program_are_read() {
        let line = "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 1.97s";
        assert_eq!(read(line), Some(Count { passed: 12, failed: 0 }));
        let line = "test result: FAILED. 3 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(read(line), Some(Count { passed: 3, failed: 3 }));
        assert_eq!(read("test a_test ... ok"), None);
    }

    #[test]
    fn a_run_that_does_not_build_has_failed() {
        let five = Count { passed: 5, failed: 0 };
        assert_eq!(judge(five, false), Count { passed: 5, failed: 1 });
        assert_eq!(judge(five, true), five);
    }
}
