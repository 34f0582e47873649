//! `drill controls`: each control is taken out of a copy of the code, and the test named for it must fail.
//!
//! A control that no test misses counts as absent. The register is [`register::ALL`]; it names each control, the few
//! words of code that are it, and the test. First every named test is seen to pass with all controls in.

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
    /// This many passed, and none failed.
    Passed(usize),
    /// These failed.
    Failed(Vec<String>),
    /// The test program died, or never ended.
    Died,
    /// The code did not compile.
    NotBuilt(String),
}

/// Takes the controls out, one after the other; with words, only those whose name holds them, or all whose test is in
/// the crate they name.
///
/// # Errors
///
/// A control has moved, a named test fails or is not there with all controls in, or cargo cannot be run.
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
    with_all_controls(&mirror, &faults, postgres.as_deref())?;
    let mut caught = 0;
    for fault in &faults {
        let test = fault.caught_by;
        let outcome = mirror.without(fault, || {
            tests(&mirror, test.package, test.program, &[test.name], postgres.as_deref())
        })?;
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

/// Sees every named test pass while nothing is taken out, one run for each test program.
fn with_all_controls(mirror: &Mirror, faults: &[&Fault], postgres: Option<&str>) -> Result<()> {
    let mut programs: Vec<(&str, Program)> = Vec::new();
    for Test { package, program, .. } in faults.iter().map(|fault| fault.caught_by) {
        if !programs.contains(&(package, program)) {
            programs.push((package, program));
        }
    }
    for (package, program) in programs {
        let of_it = faults.iter().map(|fault| fault.caught_by);
        let mut names: Vec<_> = of_it
            .filter(|test| (test.package, test.program) == (package, program))
            .map(|test| test.name)
            .collect();
        names.sort_unstable();
        names.dedup();
        match tests(mirror, package, program, &names, postgres)? {
            Outcome::Passed(passed) if passed == names.len() => {}
            Outcome::Passed(passed) => {
                bail!(
                    "only {passed} of these tests of {package} are there: {}",
                    names.join(", ")
                )
            }
            Outcome::Failed(failed) => bail!("with all controls in, these fail: {}", failed.join(", ")),
            Outcome::Died => bail!("with all controls in, the tests of {package} die"),
            Outcome::NotBuilt(why) => bail!("with all controls in, {package} does not build: {why}"),
        }
    }
    Ok(())
}

/// Says what came of taking one control out. Gives whether the test noticed.
fn told(fault: &Fault, outcome: &Outcome) -> bool {
    let Fault {
        control,
        caught_by: Test { package, name, .. },
        ..
    } = fault;
    let (caught, what) = match outcome {
        Outcome::Failed(failed) => (true, format!("{package}: {}", failed.join(", "))),
        Outcome::Died => (true, format!("{package}: {name} (died)")),
        Outcome::Passed(_) => (false, format!("NO TEST NOTICES; {package}: {name} should")),
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
    let failed: Vec<String> = named(" ... FAILED").collect();
    match status {
        Some(0) => Outcome::Passed(named(" ... ok").count()),
        _ if !failed.is_empty() => Outcome::Failed(failed),
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

    #[test]
    fn what_a_test_run_prints_is_told_apart() {
        let passed = "running 2 tests\ntest a::b ... ok\ntest c ... ok\n\ntest result: ok. 2 passed; 0 failed; …";
        assert_eq!(outcome(Some(0), passed, ""), Outcome::Passed(2));
        let failed = "running 1 test\ntest a::b ... FAILED\n\nfailures:\n";
        assert_eq!(outcome(Some(101), failed, ""), Outcome::Failed(vec!["a::b".into()]));
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
        assert_eq!(outcome(Some(0), "running 0 tests\n", ""), Outcome::Passed(0));
    }

    #[test]
    fn only_a_failing_test_has_noticed() {
        let fault = register::ALL[0][0];
        assert!(told(&fault, &Outcome::Failed(vec!["a".into()])) && told(&fault, &Outcome::Died));
        assert!(!told(&fault, &Outcome::Passed(1)) && !told(&fault, &Outcome::NotBuilt("error".into())));
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
