//! A demo of our own: a fresh folder, a free port, gone with this value.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use testkit::{TempDir, free_port};

use crate::workspace::target_folder;

/// The most time the demo may take to make its programme and listen, on a slow machine in the dev profile.
const START_TIME_MAX: Duration = Duration::from_mins(3);

/// A running demo.
pub struct Demo {
    process: Child,
    /// Its data, and the file of its people.
    pub folder: TempDir,
    /// The line it printed when ready: its address and its people.
    pub people: Value,
}

impl Demo {
    /// Starts the demo that was built and waits until it is ready.
    ///
    /// # Errors
    ///
    /// It was not built, ended, took too long, or printed something else than its line.
    pub fn start() -> Result<Self> {
        let program = target_folder()?.join("debug").join("susd");
        let folder = TempDir::new();
        let mut command = Command::new(&program);
        command
            .args(["demo", "--json", "--port", &free_port().to_string(), "--data"])
            .arg(folder.join("data"));
        command
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped());
        let mut process = command.spawn().context("susd cannot be run; was it built?")?;
        let printed = process.stdout.take().expect("standard output was asked for");
        let mut demo = Self {
            process,
            folder,
            people: Value::Null,
        };
        let line = first_line(printed, START_TIME_MAX)?;
        demo.people = serde_json::from_str(&line).with_context(|| format!("susd demo --json printed: {line}"))?;
        Ok(demo)
    }

    /// The address of its first page.
    ///
    /// # Errors
    ///
    /// The line it printed names none.
    pub fn url(&self) -> Result<&str> {
        self.people["url"].as_str().context("susd demo --json named no url")
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to stop.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The first line, read in a thread of its own that then keeps the pipe empty.
fn first_line(printed: impl Read + Send + 'static, limit: Duration) -> Result<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut lines = BufReader::new(printed).lines();
        // Whoever asked may have given up waiting.
        let _ = sender.send(lines.next());
        lines.for_each(drop);
    });
    match receiver.recv_timeout(limit) {
        Ok(Some(line)) => Ok(line?),
        Ok(None) => bail!("susd demo ended before it was ready"),
        Err(_) => bail!("susd demo was not ready after {} s", limit.as_secs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demo_that_says_nothing_is_not_waited_for() {
        let (reader, _writer) = std::io::pipe().unwrap();
        let refusal = first_line(reader, Duration::from_millis(10)).unwrap_err().to_string();
        assert!(refusal.contains("not ready"), "{refusal}");
        let refusal = first_line(std::io::empty(), Duration::from_secs(10))
            .unwrap_err()
            .to_string();
        assert!(refusal.contains("ended"), "{refusal}");
        assert_eq!(first_line(&b"{}\nmore\n"[..], Duration::from_secs(10)).unwrap(), "{}");
    }
}
