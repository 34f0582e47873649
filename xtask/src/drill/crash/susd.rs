//! The software under the drill: built, started on a folder or a server, killed, and asked to verify itself.

use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use testkit::free_port;

use crate::drill::http::{Answer, Connection, Request};
use crate::workspace::{cargo, target_folder};

/// The most time the first start may take, which makes a whole programme, on a slow machine in the dev profile.
pub const MAKE_TIME_MAX: Duration = Duration::from_mins(3);

/// How long a start is waited for at all. One that takes longer than the drill's goal is a finding; one that takes
/// longer than this ends the drill.
pub const WAIT_MAX: Duration = Duration::from_mins(1);

/// Another process may take a free port before the server does; then another is tried.
const PORTS_TRIED_MAX: usize = 5;

/// Builds the program, in release or as the tests build it, and gives its path.
///
/// # Errors
///
/// It does not build.
pub fn built(release: bool) -> Result<PathBuf> {
    let mut build = cargo();
    // The dev profile builds all of it, as the tests do, so that no crate is built again with other features.
    let words: &[&str] = if release {
        &["--release", "--package", "cli"]
    } else {
        &["--workspace"]
    };
    build.args(["build", "--quiet", "--locked"]).args(words);
    ensure!(
        build.status().context("cargo cannot be run")?.success(),
        "susd does not build"
    );
    let profile = if release { "release" } else { "debug" };
    Ok(target_folder()?.join(profile).join("susd"))
}

/// Where a deployment is.
#[derive(Debug)]
pub struct Place {
    /// The program.
    pub program: PathBuf,
    /// The data folder.
    pub data: PathBuf,
    /// The address of the database, where it is not in the folder.
    pub database: Option<String>,
}

impl Place {
    /// Starts it, makes its invented programme when there is none yet, and waits until it answers.
    ///
    /// # Errors
    ///
    /// It ended, or did not answer in `limit`.
    pub fn start(&self, limit: Duration) -> Result<Susd> {
        let mut last = None;
        for _ in 0..PORTS_TRIED_MAX {
            match self.start_on(free_port(), limit) {
                Ok(susd) => return Ok(susd),
                Err(trouble) => last = Some(trouble),
            }
        }
        Err(last.context("no port was tried")?)
    }

    fn start_on(&self, port: u16, limit: Duration) -> Result<Susd> {
        let mut command = self.command("demo");
        command.args(["--json", "--port", &port.to_string()]);
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let began = Instant::now();
        let mut process = command.spawn().context("susd cannot be run")?;
        let printed = process.stdout.take().expect("standard output was asked for");
        let mut susd = Susd {
            process,
            port,
            start: Duration::ZERO,
            people: Vec::new(),
        };
        let line = first_line(printed);
        while !susd.is_ready() {
            if let Some(status) = susd.process.try_wait()? {
                bail!("susd ended before it was ready ({status})");
            }
            ensure!(
                began.elapsed() < limit,
                "susd was not ready after {} s",
                limit.as_secs()
            );
            thread::sleep(Duration::from_millis(2));
        }
        susd.start = began.elapsed();
        let line = line
            .recv_timeout(WAIT_MAX)
            .context("susd is ready and did not print its line")??;
        let said: Value = serde_json::from_str(&line).with_context(|| format!("susd demo --json printed: {line}"))?;
        let people = said["people"].as_array().context("susd demo --json named no people")?;
        susd.people = people
            .iter()
            .map(Person::read)
            .collect::<Option<_>>()
            .context("a person has no token")?;
        Ok(susd)
    }

    /// Runs `susd verify`. Gives what it printed when everything holds.
    ///
    /// # Errors
    ///
    /// Something does not hold; the sentence quotes what it printed.
    pub fn verify(&self) -> Result<String> {
        let output = self.command("verify").output().context("susd cannot be run")?;
        let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let complained = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        ensure!(
            output.status.success(),
            "susd verify ({}): {said} {complained}",
            output.status
        );
        Ok(said)
    }

    fn command(&self, word: &str) -> Command {
        let mut command = Command::new(&self.program);
        // Being busy for a moment is told to whoever asked, and counted there.
        command.args(["--log", "error", word, "--data"]).arg(&self.data);
        if let Some(database) = &self.database {
            command.arg("--database").arg(database);
        }
        command
    }
}

/// Somebody of the invented programme.
#[derive(Debug, Clone)]
pub struct Person {
    /// The key of their role.
    pub role: String,
    /// What they are known by from one start to the next.
    pub email: String,
    /// What the API knows them by.
    pub token: String,
}

impl Person {
    fn read(said: &Value) -> Option<Self> {
        let text = |name: &str| said[name].as_str().map(ToOwned::to_owned);
        Some(Self {
            role: text("role")?,
            email: text("email")?,
            token: text("token")?,
        })
    }
}

/// The running program. It ends with this value.
#[derive(Debug)]
pub struct Susd {
    process: Child,
    /// Where it listens.
    pub port: u16,
    /// From the start of the process to its first answer that it is ready.
    pub start: Duration,
    /// The people it named.
    pub people: Vec<Person>,
}

impl Susd {
    /// `kill -9`, and nothing else but this one process.
    ///
    /// # Errors
    ///
    /// It had ended by itself before, which it should not have.
    pub fn kill(mut self) -> Result<()> {
        if let Some(status) = self.process.try_wait()? {
            bail!("susd had ended by itself ({status})");
        }
        self.process.kill().context("susd cannot be killed")?;
        self.process.wait().context("susd cannot be waited for")?;
        Ok(())
    }

    /// The token of somebody, by their address for mail.
    ///
    /// # Errors
    ///
    /// Nobody of that address was named at this start.
    pub fn token(&self, email: &str) -> Result<&str> {
        let found = self.people.iter().find(|person| person.email == email);
        found
            .map(|person| person.token.as_str())
            .with_context(|| format!("{email} is gone after a restart"))
    }

    fn is_ready(&self) -> bool {
        let ask = || -> std::io::Result<Answer> {
            Connection::open(self.port)?.send(&Request {
                method: "GET",
                path: "/health/ready",
                headers: &[],
                body: "",
            })
        };
        ask().is_ok_and(|answer| answer.status == 200)
    }
}

impl Drop for Susd {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to stop.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The first line, read in a thread of its own that then keeps the pipe empty.
fn first_line(printed: impl Read + Send + 'static) -> mpsc::Receiver<std::io::Result<String>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut lines = BufReader::new(printed).lines();
        if let Some(line) = lines.next() {
            // Whoever asked may have given up waiting.
            let _ = sender.send(line);
        }
        lines.for_each(drop);
    });
    receiver
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_person_without_a_token_is_nobody_a_drill_can_use() {
        let said = json!({"role": "carer", "name": "Nia", "email": "nia@example.org", "site": "Wexmoor", "token": "t"});
        assert_eq!(Person::read(&said).unwrap().email, "nia@example.org");
        assert!(Person::read(&json!({"role": "carer", "email": "nia@example.org"})).is_none());
    }

    #[test]
    fn a_program_that_is_not_there_is_not_waited_for() {
        let folder = testkit::TempDir::new();
        let place = Place {
            program: folder.join("susd"),
            data: folder.join("data"),
            database: None,
        };
        let refusal = format!("{:#}", place.start(Duration::from_secs(1)).unwrap_err());
        assert!(refusal.contains("susd cannot be run"), "{refusal}");
    }
}
