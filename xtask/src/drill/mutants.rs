//! `drill mutants`: small changes to the code that decides, seals and writes the journal, each of which a test must
//! notice. `cargo mutants` makes the changes; here it is told where, and what it found is added up.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use testkit::postgres::{Postgres, SERVER_VARIABLE};

use super::Share;
use crate::workspace::{cargo, root, sources, target_folder};

/// The least share of viable changes that a test must notice. Source: details.md 12.
const NOTICED_MIN: f64 = 0.95;

/// The longest the tests may take with a change in, in seconds; one that makes them run on has been noticed.
const SECONDS_MAX: &str = "600";

/// The most memory any one program may take, in KiB: a change can make a loop collect for ever, and must not take the
/// machine with it.
///
/// Assumption: 6 GiB, three times what the compiler takes for the largest of the crates.
const MEMORY_KIB_MAX: &str = "6291456";

/// Runs what follows with that limit.
const LIMITED: &str = r#"ulimit -v "$0" && exec "$@""#;

/// Where changes are made.
struct Place {
    /// The word that asks for it.
    name: &'static str,
    /// The crate, whose own tests must notice.
    package: &'static str,
    /// The folder.
    folder: &'static str,
}

const PLACES: &[Place] = &[
    Place {
        name: "access",
        package: "domain",
        folder: "crates/domain/src/access",
    },
    Place {
        name: "seal",
        package: "seal",
        folder: "crates/seal/src",
    },
    Place {
        name: "journal",
        package: "store",
        folder: "crates/store/src/journal",
    },
];

/// What came of the changes in one place, or in several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Figures {
    /// Noticed by a test, or by its never ending.
    killed: u32,
    /// The changes that no test noticed, each as `file:line: what`.
    survivors: Vec<String>,
}

impl Figures {
    fn viable(&self) -> u32 {
        self.killed + u32::try_from(self.survivors.len()).unwrap_or(u32::MAX)
    }

    fn share(&self) -> f64 {
        f64::from(self.killed) / f64::from(self.viable().max(1))
    }

    fn line(&self, name: &str) -> String {
        let (viable, killed, percent) = (self.viable(), self.killed, 100.0 * self.share());
        format!("{name}: {viable} viable, {killed} killed, {percent:.1}%")
    }

    fn held(&self) -> bool {
        0 < self.viable() && NOTICED_MIN <= self.share()
    }
}

/// Makes the changes; with a word, those of that place only. A hundredth looks only whether the places are there,
/// because `cargo mutants` need not be.
///
/// # Errors
///
/// `cargo mutants` is not installed, a place is unknown or gone, or the tests fail with nothing changed.
pub fn run(share: Share, words: &[&str]) -> Result<bool> {
    let places = chosen(words)?;
    let sources = sources()?;
    for place in &places {
        let there = sources
            .iter()
            .any(|source| source.path.starts_with(place.folder) && source.is(&["rs"]));
        ensure!(there, "there is no code in {}: the place has moved", place.folder);
    }
    if share == Share::Hundredth {
        println!(
            "mutants: {} places to change the code in; a whole run does",
            places.len()
        );
        return Ok(true);
    }
    installed()?;
    let (mut all, mut held) = (Figures::default(), true);
    for place in places {
        let found = change(place)?;
        for survivor in &found.survivors {
            println!("  survived: {survivor}");
        }
        println!("  {}", found.line(place.name));
        held &= found.held();
        all.killed += found.killed;
        all.survivors.extend(found.survivors);
    }
    println!("{}", all.line("mutants"));
    Ok(held)
}

fn chosen(words: &[&str]) -> Result<Vec<&'static Place>> {
    let places: Vec<_> = match words {
        [] => PLACES.iter().collect(),
        [name] => PLACES.iter().filter(|place| place.name == *name).collect(),
        _ => Vec::new(),
    };
    let known: Vec<&str> = PLACES.iter().map(|place| place.name).collect();
    ensure!(
        !places.is_empty(),
        "drill mutants knows {}, and not {}",
        known.join(", "),
        words.join(" ")
    );
    Ok(places)
}

fn installed() -> Result<()> {
    let asked = cargo()
        .args(["mutants", "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    ensure!(
        asked.is_ok_and(|status| status.success()),
        "cargo-mutants is not installed; say `cargo install cargo-mutants --locked`"
    );
    Ok(())
}

/// Makes every change of one place, one after the other, in a copy that `cargo mutants` makes itself.
fn change(place: &Place) -> Result<Figures> {
    let output = target_folder()?.join("mutants").join(place.name);
    fs::create_dir_all(&output)?;
    // Only the tests of what keeps rows need a server.
    let server = (place.package == "store").then(Postgres::start).transpose()?;
    let mut command = Command::new("sh");
    command
        .current_dir(root())
        .args(["-c", LIMITED, MEMORY_KIB_MAX, env!("CARGO")]);
    command.args(["mutants", "--package", place.package, "--timeout", SECONDS_MAX]);
    command
        .args(["--file", &format!("{}/**", place.folder), "--jobs", "1", "--output"])
        .arg(&output);
    command
        .args(["--", "--all-targets"])
        .env("INSTA_UPDATE", "no")
        .stdout(Stdio::null());
    if let Some(server) = &server {
        command.env(SERVER_VARIABLE, server.url());
    }
    let status = command.status().context("cargo cannot be run")?;
    match status.code() {
        // Everything was noticed; something was not; some tests had to be ended. All of it stands in the outcomes.
        Some(0 | 2 | 3) => outcomes(&output.join("mutants.out")),
        _ => bail!("cargo mutants in {} ({status})", place.folder),
    }
}

fn outcomes(folder: &Path) -> Result<Figures> {
    let text = fs::read_to_string(folder.join("outcomes.json")).context("cargo mutants left no outcomes")?;
    let missed = fs::read_to_string(folder.join("missed.txt")).context("cargo mutants left no list")?;
    read(
        &serde_json::from_str(&text).context("the outcomes are no JSON")?,
        &missed,
    )
}

fn read(outcomes: &Value, missed: &str) -> Result<Figures> {
    let number = |name: &str| {
        outcomes[name]
            .as_u64()
            .with_context(|| format!("the outcomes have no number {name}"))
    };
    let killed = u32::try_from(number("caught")? + number("timeout")?)?;
    let survivors: Vec<String> = missed.lines().map(ToOwned::to_owned).collect();
    ensure!(
        survivors.len() as u64 == number("missed")?,
        "the list of survivors does not fit their number"
    );
    Ok(Figures { killed, survivors })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_the_tool_leaves_is_added_up_and_below_the_bar_is_a_finding() {
        let left = json!({"total_mutants": 25, "missed": 1, "caught": 18, "timeout": 1, "unviable": 5, "success": 0});
        let figures = read(&left, "src/a.rs:3:5: replace f -> bool with true\n").unwrap();
        assert_eq!((figures.viable(), figures.killed), (20, 19));
        assert_eq!(figures.line("seal"), "seal: 20 viable, 19 killed, 95.0%");
        assert!(figures.held());
        let worse = Figures {
            killed: 18,
            survivors: vec!["a".into(), "b".into()],
        };
        assert!(!worse.held() && !Figures::default().held());
        assert!(read(&left, "").is_err() && read(&json!({}), "").is_err());
    }

    #[test]
    fn a_place_nobody_knows_is_refused() {
        assert_eq!(chosen(&[]).unwrap().len(), PLACES.len());
        assert_eq!(chosen(&["seal"]).unwrap()[0].package, "seal");
        assert!(chosen(&["luck"]).is_err());
    }

    #[test]
    fn a_hundredth_sees_that_the_places_are_still_there() {
        assert!(run(Share::Hundredth, &[]).unwrap());
    }
}
