//! `drill crash`: the server is killed with `kill -9` while people write, again and again, on each engine.
//!
//! What the server said is stored must be there once afterwards, whatever instant it was killed at. What it did not get
//! to answer is sent again under the same key and must be stored once too.
//!
//! ```text
//! write ─▶ kill -9 ─▶ start, ready within 5 s ─▶ send again ─▶ everything there once? ─▶ write …
//! ```

mod check;
mod susd;
mod writer;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use testkit::TempDir;
use testkit::postgres::Postgres;

use super::Share;
use super::chance::Chance;
use check::Tally;
use susd::Place;
use writer::Sent;

/// Kills on each engine when all of it is done.
const KILLS: u32 = 200;
/// Kills on each engine for a hundredth.
const KILLS_LITTLE: u32 = 2;
/// The longest a start after a kill may take. Source: protection.md 3.
const START_MAX: Duration = Duration::from_secs(5);
/// Between how many milliseconds of writing the kill comes.
const WRITING_MILLIS: (u64, u64) = (15, 700);
/// The seed of a drill that was not told another.
const SEED: u64 = 20_260_314;

/// What was asked for on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    kills: u32,
    release: bool,
    seed: u64,
    /// A `susd` that was built before, to be killed instead of one of this workspace.
    program: Option<PathBuf>,
}

/// What one engine, or both, came to.
#[derive(Debug, Clone, Copy, Default)]
struct Figures {
    kills: u32,
    acknowledged: usize,
    tally: Tally,
    slowest: Duration,
}

impl Figures {
    fn and(self, other: Self) -> Self {
        Self {
            kills: self.kills + other.kills,
            acknowledged: self.acknowledged + other.acknowledged,
            tally: Tally {
                lost: self.tally.lost + other.tally.lost,
                doubled: self.tally.doubled + other.tally.doubled,
            },
            slowest: self.slowest.max(other.slowest),
        }
    }

    fn held(&self) -> bool {
        self.tally == Tally::default() && self.slowest < START_MAX && 0 < self.acknowledged
    }

    fn line(&self) -> String {
        let Self {
            kills,
            acknowledged,
            tally: Tally { lost, doubled },
            slowest,
        } = self;
        let slowest = slowest.as_secs_f64();
        format!(
            "crash: {kills} kills, {acknowledged} acknowledged, {lost} lost, {doubled} doubled, slowest start {slowest:.1} s"
        )
    }
}

/// Kills it. `words` may be `--release`, `--program FILE`, `--kills N` and `--seed N`.
///
/// # Errors
///
/// The words make no sense, the program does not build or start, or its journal does not verify at the end.
pub fn run(share: Share, words: &[&str]) -> Result<bool> {
    let asked = read(share, words)?;
    let program = asked.program.clone().map_or_else(|| susd::built(asked.release), Ok)?;
    let mut figures = engine("SQLite", &program, None, &asked)?;
    let postgres = Postgres::start().context("PostgreSQL for the drill")?;
    let database = postgres.database();
    figures = figures.and(engine("PostgreSQL", &program, Some(database.url()), &asked)?);
    println!("{}", figures.line());
    Ok(figures.held())
}

fn read(share: Share, words: &[&str]) -> Result<Asked> {
    let kills = match share {
        Share::Whole => KILLS,
        Share::Hundredth => KILLS_LITTLE,
    };
    let mut asked = Asked {
        kills,
        release: false,
        seed: SEED,
        program: None,
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut number = || words.next().and_then(|number| number.parse().ok());
        match *word {
            "--release" => asked.release = true,
            "--program" => asked.program = Some(words.next().context("--program needs a file")?.into()),
            "--kills" => asked.kills = number().context("--kills needs a number")?,
            "--seed" => asked.seed = number().context("--seed needs a number")?.into(),
            _ => bail!("drill crash knows --release, --program FILE, --kills N and --seed N, and not {word}"),
        }
    }
    Ok(asked)
}

/// All kills on one engine.
fn engine(name: &str, program: &Path, database: Option<&str>, asked: &Asked) -> Result<Figures> {
    let folder = TempDir::new();
    let place = Place {
        program: PathBuf::from(program),
        data: folder.join("data"),
        database: database.map(ToOwned::to_owned),
    };
    let mut chance = Chance::new(asked.seed);
    let mut susd = place.start(susd::MAKE_TIME_MAX)?;
    let targets = check::targets(&susd)?;
    let mut figures = Figures {
        kills: asked.kills,
        ..Figures::default()
    };
    let (mut all, mut again): (Vec<Sent>, usize) = (Vec::new(), 0);
    for kill in 1..=asked.kills {
        let round = format!("kill {kill}");
        let pause = Duration::from_millis(chance.between(WRITING_MILLIS.0, WRITING_MILLIS.1));
        let mut sent = writer::until_killed(susd, &targets, &round, pause).context(round.clone())?;
        susd = place.start(susd::WAIT_MAX).with_context(|| format!("after {round}"))?;
        figures.slowest = figures.slowest.max(susd.start);
        again += writer::send_again(&susd, &targets, &mut sent).with_context(|| format!("after {round}"))?;
        let found = check::found(&susd, &targets, &format!("{round}, "))?;
        let tally = check::compare(&sent, &found);
        if tally != Tally::default() {
            eprintln!("  {name}, {round} after {} ms: {tally:?}", pause.as_millis());
        }
        all.extend(sent);
        if kill % 20 == 0 {
            eprintln!("  {name}: {kill} kills, {} entries, {again} sent again", all.len());
        }
    }
    // Once more over everything: a later kill must not have taken what an earlier round had.
    figures.tally = check::compare(&all, &check::found(&susd, &targets, "kill ")?);
    figures.acknowledged = all.iter().filter(|sent| sent.location.is_some()).count();
    susd.kill()?;
    let said = place.verify().with_context(|| format!("{name}, after the last kill"))?;
    let busy = all.iter().filter(|sent| sent.busy).count();
    eprintln!("  {name}: {again} sent again, {busy} of them because it was busy; {said}");
    Ok(figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundredth_kills_a_little_and_the_words_may_say_otherwise() {
        let asked = |kills, release, seed, program: Option<&str>| Asked {
            kills,
            release,
            seed,
            program: program.map(PathBuf::from),
        };
        assert_eq!(
            read(Share::Hundredth, &[]).unwrap(),
            asked(KILLS_LITTLE, false, SEED, None)
        );
        assert_eq!(read(Share::Whole, &[]).unwrap(), asked(KILLS, false, SEED, None));
        let words = ["--release", "--seed", "7", "--kills", "3"];
        assert_eq!(read(Share::Whole, &words).unwrap(), asked(3, true, 7, None));
        let words = ["--program", "bin/susd"];
        assert_eq!(
            read(Share::Whole, &words).unwrap(),
            asked(KILLS, false, SEED, Some("bin/susd"))
        );
        for wrong in [&["--kill"][..], &["--kills"], &["--kills", "many"], &["--program"]] {
            assert!(read(Share::Whole, wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn one_lost_one_doubled_or_one_slow_start_does_not_hold() {
        let good = Figures {
            kills: 400,
            acknowledged: 9000,
            tally: Tally::default(),
            slowest: Duration::from_millis(420),
        };
        assert!(good.held());
        assert_eq!(
            good.line(),
            "crash: 400 kills, 9000 acknowledged, 0 lost, 0 doubled, slowest start 0.4 s"
        );
        assert!(
            !Figures {
                tally: Tally { lost: 1, doubled: 0 },
                ..good
            }
            .held()
        );
        assert!(
            !Figures {
                tally: Tally { lost: 0, doubled: 1 },
                ..good
            }
            .held()
        );
        assert!(
            !Figures {
                slowest: START_MAX,
                ..good
            }
            .held()
        );
        assert!(
            !Figures {
                acknowledged: 0,
                ..good
            }
            .held()
        );
    }
}
