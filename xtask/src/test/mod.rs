//! The whole test run: what the machine needs, the check, every test on both databases, the drills, the browser.

mod browser;
mod demo;
mod machine;
mod rust;

use anyhow::{Context, Result, bail};
use testkit::postgres::Postgres;

use crate::drill::{self, Share};
use crate::run::{Count, Steps};
use crate::workspace::cargo;
use crate::{bench, check};

/// A part of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Format, lints, house rules.
    Check,
    /// `cargo test` on both databases.
    Rust,
    /// Every drill.
    Drills(Share),
    /// The pages.
    Browser,
    /// Every row of the bench against its bar.
    Bench,
}

/// What the words after `cargo xtask test` ask for, in the order it is done; nothing when they make no sense.
pub fn parts(words: &[&str]) -> Option<Vec<Part>> {
    use Part::{Bench, Browser, Check, Drills, Rust};
    Some(match words {
        [] => vec![Check, Rust, Drills(Share::Hundredth), Browser],
        ["--full"] => vec![Check, Rust, Drills(Share::Whole), Browser, Bench],
        ["--only", "check"] => vec![Check],
        ["--only", "rust"] => vec![Rust],
        ["--only", "drills"] => vec![Drills(Share::Whole)],
        ["--only", "browser"] => vec![Browser],
        _ => return None,
    })
}

/// Does the parts, prints the table of steps and the closing line, and gives whether everything held.
///
/// # Errors
///
/// The machine lacks something the parts need and we may not install it.
pub fn run(parts: &[Part]) -> Result<bool> {
    let database = parts.iter().any(|part| matches!(part, Part::Rust | Part::Drills(_)));
    machine::prepare(database, parts.contains(&Part::Browser))?;
    let mut steps = Steps::default();
    for part in parts {
        match part {
            Part::Check => check::take(&mut steps),
            Part::Rust => steps.take("rust tests", || rust::tests(&Postgres::start()?.url())),
            Part::Drills(share) => {
                for drill in drill::ALL {
                    steps.take(&format!("drill {}", drill.name), || {
                        (drill.run)(*share, &[]).map(Count::of)
                    });
                }
            }
            Part::Browser => steps.take("pages in a browser", browser::pass),
            Part::Bench => steps.take("bench", || bench::run(&[]).map(Count::of)),
        }
    }
    println!("\n{}", steps.table());
    Ok(steps.held())
}

/// Builds the workspace; all of it, so that no crate is built again with other features.
fn build() -> Result<()> {
    let status = cargo()
        .args(["build", "--workspace", "--locked"])
        .status()
        .context("cargo cannot be run")?;
    if !status.success() {
        bail!("the workspace does not build");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_run_does_a_little_of_each_drill_and_no_bench() {
        let plain = parts(&[]).unwrap();
        assert!(plain.contains(&Part::Drills(Share::Hundredth)) && !plain.contains(&Part::Bench));
        let full = parts(&["--full"]).unwrap();
        assert!(full.contains(&Part::Drills(Share::Whole)) && full.contains(&Part::Bench));
        for part in [Part::Check, Part::Rust, Part::Browser] {
            assert!(plain.contains(&part) && full.contains(&part), "{part:?}");
        }
    }

    #[test]
    fn a_word_nobody_knows_is_misuse() {
        for words in [&["--ful"][..], &["--only"], &["--only", "luck"], &["--full", "--full"]] {
            assert_eq!(parts(words), None, "{words:?}");
        }
    }
}
