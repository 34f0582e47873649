//! Running the program: once and to its end, or as a service that is stopped again.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use testkit::TempDir;

/// How a command ended.
pub struct Ended {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// Runs a command to its end, a minute at most: one that should have been refused may otherwise serve for ever.
pub fn susd(words: &[&str]) -> Ended {
    let ended = Command::new("timeout")
        .args(["60", env!("CARGO_BIN_EXE_susd")])
        .args(words)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Ended {
        status: ended.status.code().unwrap_or(-1),
        out: String::from_utf8(ended.stdout).unwrap(),
        err: String::from_utf8(ended.stderr).unwrap(),
    }
}

impl Ended {
    /// The refusal: status 2, nothing on standard output, one sentence on standard error with these words in it.
    pub fn refused(&self, words: &str) {
        assert_eq!(self.status, 2, "{} {}", self.out, self.err);
        assert_eq!(self.out, "");
        assert_eq!(self.err.trim_end().lines().count(), 1, "{}", self.err);
        assert!(self.err.contains(words), "“{words}” is not in: {}", self.err);
    }

    /// That it was done, and what it printed.
    pub fn done(self) -> String {
        assert_eq!(self.status, 0, "{} {}", self.out, self.err);
        self.out
    }
}

/// A service that runs until it is stopped.
pub struct Running {
    process: Child,
    printed: BufReader<ChildStdout>,
}

impl Running {
    /// Starts a service.
    pub fn start(words: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_susd"));
        command.args(words).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let printed = BufReader::new(process.stdout.take().unwrap());
        Self { process, printed }
    }

    /// Its first line on standard output.
    pub fn first_line(&mut self) -> String {
        let mut line = String::new();
        self.printed.read_line(&mut line).unwrap();
        line
    }

    /// Stops it as Ctrl-C does; answers how it ended and what else it had printed.
    pub fn stop(mut self) -> (ExitStatus, String) {
        let told = Command::new("kill")
            .args(["-INT", &self.process.id().to_string()])
            .status()
            .unwrap();
        assert!(told.success());
        let mut rest = String::new();
        self.printed.read_to_string(&mut rest).unwrap();
        (self.process.wait().unwrap(), rest)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // One that was stopped is no longer there to be killed.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Waits until something is so; a minute is longer than anything here takes.
pub fn wait_until(what: &str, so: impl Fn() -> bool) {
    let began = Instant::now();
    while !so() {
        assert!(began.elapsed() < Duration::from_mins(1), "waited a minute for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A path as the command line takes it.
pub fn word(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A demonstration that was made and stopped again, and its people.
pub fn made_demo() -> (TempDir, Value) {
    let folder = TempDir::new();
    let mut demo = Running::start(&["demo", "--json", "--port", "0", "--data", word(folder.path())]);
    let people = serde_json::from_str(&demo.first_line()).unwrap();
    demo.stop();
    (folder, people)
}

/// A settled copy of a demonstration's database, in one file that a test may spoil.
pub fn copy_of(folder: &TempDir) -> std::path::PathBuf {
    let copy = folder.join("copy.db");
    susd(&["backup", "--data", word(folder.path()), "--to", word(&copy)]).done();
    copy
}
