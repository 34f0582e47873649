//! The two servers of the bench, each a process of its own that is ended when its value goes.

use anyhow::{Context, Result, bail};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server under measurement.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub port: u16,
    /// From the start of the process to its first answer.
    pub start: Duration,
}

impl Server {
    /// The software itself, over a data folder.
    pub fn susd(binary: &Path, data: &Path, key: &Path) -> Result<Self> {
        let port = testkit::free_port();
        let mut command = Command::new(binary);
        command.args(["serve", "--origin", "https://localhost", "--port", &port.to_string()]);
        command.arg("--data").arg(data).arg("--key").arg(key);
        Self::start(command, port)
    }

    /// The floor, over a database with its plain tables.
    pub fn floor(database: &Path) -> Result<Self> {
        let port = testkit::free_port();
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("bench-floor").arg(database).arg(port.to_string());
        Self::start(command, port)
    }

    fn start(mut command: Command, port: u16) -> Result<Self> {
        let began = Instant::now();
        let child = command
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .context("starting a server")?;
        let mut server = Self {
            child,
            port,
            start: Duration::ZERO,
        };
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if let Some(status) = server.child.try_wait()? {
                bail!("a server ended at once: {status}");
            }
            if began.elapsed() > Duration::from_secs(30) {
                bail!("a server did not start within 30 seconds");
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        server.start = began.elapsed();
        Ok(server)
    }

    /// The process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It is a process of ours; one that has ended already is no trouble.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
