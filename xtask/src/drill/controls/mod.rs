//! `drill controls`: each control is taken out of a copy of the code, and the test named for it must fail.
//!
//! A control that no test misses counts as absent. The register is [`register::ALL`]; it names each control, the few
//! words of code that are it, and the test. First every named test is run with all controls in; one that fails then
//! says nothing.

mod fault;
mod mirror;
mod register;

use anyhow::{Result, bail, ensure};
use testkit::postgres::Postgres;

use super::Share;
use fault::{Fault, Program, Test};
use mirror::{Mirror, TIMED_OUT};

/// What came of running one test, or several of one program.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    /// So many passed, and these failed.
    Ran { passed: usize, failed: Vec<String> },
    /// The test program died, or never ended.
    Died,
    /// The code did not compile.
    NotBuilt(String),
    /// The test fails with all controls in, so it says nothing.
    FailsAnyway,
}

/// Takes the controls out, one after the other; with words, only those whose name holds them, or all whose test is in
/// the crate they name.
///
/// # Errors
///
/// A control has moved, a named test is not there, a crate does not build with all controls in, or cargo cannot be run.
pub fn run(share: Share, words: &[&str]) -> Result<bool> {
    let faults = chosen(share, words)?;
    let mirror = Mirror::fresh()?;
    // Those that moved are told at once, before anything is built.
    for fault in &faults {
        fault.applied(&mirror.text(fault.file)?)?;
    }
    let server = faults
        .iter()
        .any(|fault| fault.caught_by.package != "domain")
        .then(Postgres::start)
        .transpose()?;
    let postgres = server.as_ref().map(Postgres::url);
    let failing = failing_anyway(&mirror, &faults, postgres.as_deref())?;
    let mut caught = 0;
    for fault in &faults {
        let test = fault.caught_by;
        let outcome = if failing.contains(&test) {
            Outcome::FailsAnyway
        } else {
            let run = || tests(&mirror, test.package, test.program, &[test.name], postgres.as_deref());
            mirror.without(fault, run)?
        };
        caught += usize::from(told(fault, &outcome));
    }
    println!("controls: {} taken out, {caught} caught", faults.len());
    Ok(caught == faults.len())
}

/// The first for a hundredth; all, or those that were asked for, when all of it is done.
fn chosen(share: Share, words: &[&str]) -> Result<Vec<&'static Fault>> {
    let wanted = words.join(" ");
    let all = register::ALL.iter().copied().flatten();
    let faults: Vec<_> = match share {
        Share::Hundredth => all.take(1).collect(),
        Share::Whole => all
            .filter(|fault| fault.control.contains(&wanted) || fault.caught_by.package == wanted)
            .collect(),
    };
    ensure!(
        !faults.is_empty(),
        "no control is called “{wanted}”, and no crate with one"
    );
    Ok(faults)
}

/// Runs every named test while nothing is taken out, once for each test program, and gives those that fail already.
fn failing_anyway(mirror: &Mirror, faults: &[&Fault], postgres: Option<&str>) -> Result<Vec<Test>> {
    let mut programs: Vec<(&str, Program)> = Vec::new();
    for Test { package, program, .. } in faults.iter().map(|fault| fault.caught_by) {
        if !programs.contains(&(package, program)) {
            programs.push((package, program));
        }
    }
    let mut failing = Vec::new();
    for (package, program) in programs {
        let of_it = |test: &Test| (test.package, test.program) == (package, program);
        let wanted: Vec<Test> = faults.iter().map(|fault| fault.caught_by).filter(of_it).collect();
        let mut names: Vec<_> = wanted.iter().map(|test| test.name).collect();
        names.sort_unstable();
        names.dedup();
        match tests(mirror, package, program, &names, postgres)? {
            Outcome::Ran { passed, failed } if passed + failed.len() == names.len() => {
                failing.extend(
                    wanted
                        .into_iter()
                        .filter(|test| failed.iter().any(|name| name == test.name)),
                );
            }
            Outcome::Ran { passed, failed } => {
                let found = passed + failed.len();
                bail!(
                    "only {found} of these tests of {package} are there: {}",
                    names.join(", ")
                );
            }
            Outcome::NotBuilt(why) => bail!("with all controls in, {package} does not build: {why}"),
            Outcome::Died | Outcome::FailsAnyway => bail!("with all controls in, the tests of {package} die"),
        }
    }
    Ok(failing)
}

/// Says what came of taking one control out. Gives whether the test noticed.
fn told(fault: &Fault, outcome: &Outcome) -> bool {
    let Fault {
        control,
        caught_by: Test { package, name, .. },
        ..
    } = fault;
    let (caught, what) = match outcome {
        Outcome::Ran { failed, .. } if failed.is_empty() => {
            (false, format!("NO TEST NOTICES; {package}: {name} should"))
        }
        Outcome::Ran { failed, .. } => (true, format!("{package}: {}", failed.join(", "))),
        Outcome::Died => (true, format!("{package}: {name} (died)")),
        Outcome::FailsAnyway => (false, format!("NOT TRIED, {package}: {name} fails with the control in")),
        Outcome::NotBuilt(why) => (false, format!("NOT TRIED, the code does not compile without it: {why}")),
    };
    println!("  {control} → {what}");
    caught
}

/// Runs tests by their whole names.
fn tests(mirror: &Mirror, package: &str, program: Program, names: &[&str], postgres: Option<&str>) -> Result<Outcome> {
    let mut words = vec!["test", "--locked", "--package", package];
    words.extend(program.words());
    words.extend(["--", "--exact"]);
    words.extend(names);
    let output = mirror.cargo(&words, postgres)?;
    let (said, complained) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    Ok(outcome(output.status.code(), &said, &complained))
}

/// Reads what cargo and the test program printed.
fn outcome(status: Option<i32>, said: &str, complained: &str) -> Outcome {
    let named = |ending: &'static str| {
        said.lines()
            .filter_map(move |line| line.strip_prefix("test ")?.strip_suffix(ending))
            .map(ToOwned::to_owned)
    };
    let began = said.lines().any(|line| line.starts_with("running "));
    let (passed, failed) = (named(" ... ok").count(), named(" ... FAILED").collect::<Vec<_>>());
    match status {
        Some(0) => Outcome::Ran { passed, failed },
        _ if !failed.is_empty() => Outcome::Ran { passed, failed },
        _ if began || (status == Some(TIMED_OUT) && complained.contains("Running ")) => Outcome::Died,
        _ => {
            let error = complained.lines().find(|line| line.starts_with("error"));
            Outcome::NotBuilt(error.or(complained.lines().last()).unwrap_or_default().to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(passed: usize, failed: &[&str]) -> Outcome {
        Outcome::Ran {
            passed,
            failed: failed.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn what_a_test_run_prints_is_told_apart() {
        let passed = "running 2 tests\ntest a::b ... ok\ntest c ... ok\n\ntest result: ok. 2 passed; 0 failed; …";
        assert_eq!(outcome(Some(0), passed, ""), ran(2, &[]));
        let failed = "running 2 tests\ntest c ... ok\ntest a::b ... FAILED\n\nfailures:\n";
        assert_eq!(outcome(Some(101), failed, ""), ran(1, &["a::b"]));
        assert_eq!(outcome(Some(0), "running 0 tests\n", ""), ran(0, &[]));
        assert_eq!(
            outcome(Some(101), "running 1 test\n", "signal: 6, SIGABRT"),
            Outcome::Died
        );
        assert_eq!(
            outcome(Some(TIMED_OUT), "", "     Running tests/it/main.rs"),
            Outcome::Died
        );
        let broken = outcome(
            Some(101),
            "",
            "warning: x\nerror[E0425]: no y\nerror: could not compile `z`",
        );
        assert_eq!(broken, Outcome::NotBuilt("error[E0425]: no y".into()));
    }

    #[test]
    fn only_a_failing_test_has_noticed() {
        let fault = register::ALL[0][0];
        assert!(told(&fault, &ran(0, &["a"])) && told(&fault, &Outcome::Died));
        assert!(!told(&fault, &ran(1, &[])) && !told(&fault, &Outcome::FailsAnyway));
        assert!(!told(&fault, &Outcome::NotBuilt("error".into())));
    }

    #[test]
    fn a_hundredth_takes_the_first_and_words_choose_by_name() {
        assert_eq!(chosen(Share::Hundredth, &[]).unwrap().len(), 1);
        let all = chosen(Share::Whole, &[]).unwrap();
        assert!(25 <= all.len(), "{} controls", all.len());
        let first = all[0].control;
        assert_eq!(chosen(Share::Whole, &[first]).unwrap().len(), 1);
        let seal = chosen(Share::Whole, &["seal"]).unwrap();
        assert!(seal.iter().any(|fault| fault.caught_by.package == "seal") && seal.len() < all.len());
        assert!(chosen(Share::Whole, &["a control nobody thought of"]).is_err());
    }
}
