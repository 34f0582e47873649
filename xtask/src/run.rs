//! Running one step after another: how long each took, what passed, what failed.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use anyhow::Result;

/// What came of one step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Tests, rules or checks that held.
    pub passed: u64,
    /// Those that did not.
    pub failed: u64,
}

impl Count {
    /// One thing that held, or did not.
    pub fn of(held: bool) -> Self {
        Self {
            passed: u64::from(held),
            failed: u64::from(!held),
        }
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

/// A finished step.
#[derive(Debug)]
struct Step {
    name: String,
    took: Duration,
    count: Count,
}

/// The steps of a run, in the order they were taken.
#[derive(Debug, Default)]
pub struct Steps(Vec<Step>);

impl Steps {
    /// Takes a step. One that cannot be taken counts as failed, and the next ones are still taken.
    pub fn take(&mut self, name: &str, step: impl FnOnce() -> Result<Count>) {
        eprintln!("\n── {name}");
        let start = Instant::now();
        let count = step().unwrap_or_else(|trouble| {
            eprintln!("{name}: {trouble:#}");
            Count::of(false)
        });
        self.0.push(Step {
            name: name.to_owned(),
            took: start.elapsed(),
            count,
        });
    }

    /// All steps together.
    pub fn count(&self) -> Count {
        self.0.iter().fold(Count::default(), |sum, step| sum.and(step.count))
    }

    /// Whether every step held, and there was something to hold.
    pub fn held(&self) -> bool {
        self.count().failed == 0 && self.count().passed > 0
    }

    /// The table of steps, and the closing line that scripts read.
    pub fn table(&self) -> String {
        let width = self
            .0
            .iter()
            .map(|step| step.name.chars().count())
            .max()
            .unwrap_or(0)
            .max(4);
        let mut table = format!("{:width$}  {:>8}  {:>8}  {:>8}\n", "step", "time", "passed", "failed");
        for Step { name, took, count } in &self.0 {
            let (seconds, Count { passed, failed }) = (took.as_secs_f64(), count);
            // Writing to a String cannot fail.
            let _ = writeln!(table, "{name:width$}  {seconds:>7.1}s  {passed:>8}  {failed:>8}");
        }
        let Count { passed, failed } = self.count();
        let _ = write!(table, "\n{passed} passed, {failed} failed");
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_cannot_be_taken_fails_the_run_and_not_the_next_step() {
        let mut steps = Steps::default();
        steps.take("first", || anyhow::bail!("no disk"));
        steps.take("second", || Ok(Count { passed: 7, failed: 0 }));
        assert_eq!(steps.count(), Count { passed: 7, failed: 1 });
        assert!(!steps.held());
        assert!(steps.table().ends_with("\n7 passed, 1 failed"), "{}", steps.table());
    }

    #[test]
    fn a_run_of_nothing_does_not_hold() {
        assert!(!Steps::default().held());
    }
}
