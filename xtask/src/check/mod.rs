//! The quick part of the tests: format, lints, and the house rules that no lint knows.
//!
//! Each rule is a pure function from the files to what is wrong in them, with a test that shows it finding a bad
//! example and a test that finds nothing in the workspace.

mod dependencies;
mod length;
mod machine;
mod nations;
mod shortcuts;

use std::fmt;

use anyhow::{Context, Result};

use crate::run::{Count, Steps};
use crate::workspace::{Source, cargo, metadata, sources};

/// A rule broken somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file or crate.
    place: String,
    /// What is wrong there, and what to do instead.
    what: String,
}

impl Finding {
    fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            what: what.into(),
        }
    }

    /// In line `index` of a file, counted from nought.
    fn at(source: &Source, index: usize, what: impl Into<String>) -> Self {
        Self::new(format!("{}:{}", source.path, index + 1), what)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// A rule over the files of the repository, with the name it has in the report.
type Rule = (&'static str, fn(&[Source]) -> Vec<Finding>);

const RULES: &[Rule] = &[
    ("no nation named in code", nations::named),
    (
        "no lint switched off, no test left out, no route without an action",
        shortcuts::taken,
    ),
    ("no file names a machine", machine::named),
];

/// Checks everything and prints the closing line.
///
/// # Errors
///
/// None of its own: a check that cannot be made has failed.
#[expect(clippy::unnecessary_wraps, reason = "every command of xtask has this shape")]
pub fn run() -> Result<bool> {
    let mut steps = Steps::default();
    take(&mut steps);
    println!("\n{}", steps.table());
    Ok(steps.held())
}

/// Takes the steps of the check.
pub fn take(steps: &mut Steps) {
    steps.take("format", || status(&["fmt", "--all", "--check"]));
    steps.take("lints", || {
        status(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--locked",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ])
    });
    steps.take("house rules", house_rules);
}

fn status(words: &[&str]) -> Result<Count> {
    let status = cargo().args(words).status().context("cargo cannot be run")?;
    Ok(Count::of(status.success()))
}

fn house_rules() -> Result<Count> {
    let sources = sources()?;
    let mut count = report("crates point one way", &dependencies::broken(&metadata()?));
    for (name, rule) in RULES {
        count = count.and(report(name, &rule(&sources)));
    }
    for warning in length::long(&sources) {
        eprintln!("  warning: {warning}");
    }
    Ok(count)
}

fn report(rule: &str, findings: &[Finding]) -> Count {
    eprintln!("  {} {rule}", if findings.is_empty() { "held  " } else { "BROKEN" });
    for finding in findings {
        eprintln!("    {finding}");
    }
    Count::of(findings.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workspace_keeps_every_house_rule() {
        let sources = sources().unwrap();
        assert!(sources.len() > 20, "only {} files were read", sources.len());
        for (name, rule) in RULES {
            assert_eq!(rule(&sources), [], "{name}");
        }
    }

    #[test]
    fn the_crates_of_the_workspace_point_one_way() {
        assert_eq!(dependencies::broken(&metadata().unwrap()), []);
    }

    /// A file that is not in the repository.
    pub(super) fn file(path: &str, text: &str) -> Source {
        Source {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }
}
