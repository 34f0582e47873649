//! One server of our own, in a temporary folder, that cannot outlive this process.
//!
//! A small shell, the guardian, waits on a pipe whose other end we hold. When we drop that end, or end in any way at
//! all (a panic, a kill), the system closes it; the guardian then stops the server and removes the folder.

use std::fs;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use super::programs::{Unprivileged, command_as, program, random, run, trouble};
use crate::free_port;

/// Another process may take a free port before the server does; then another is tried.
const PORTS_TRIED_MAX: usize = 5;

/// What the guardian does. `$1` is `pg_ctl`, `$2` the folder. It ignores the keyboard's interrupt, which ends us.
const GUARDIAN: &str = r#"
trap '' INT TERM HUP
cat > /dev/null
"$1" stop --silent --mode immediate --pgdata "$2/data"
rm -rf "$2"
"#;

/// A running server. Dropping it stops the server and removes its folder.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    guardian: Child,
    url: String,
}

impl Cluster {
    /// Makes a cluster and starts it, as a user without rights when we are root.
    ///
    /// Nothing is flushed to disk (`fsync=off`): quick, and right for data that nobody will miss.
    ///
    /// # Errors
    ///
    /// `PostgreSQL` is not installed, or does not start; the sentence quotes what it printed.
    pub fn start() -> io::Result<Self> {
        let pg_ctl = program("pg_ctl")?;
        let user = Unprivileged::find()?;
        let folder = tempfile::Builder::new().prefix("susd-pg-").tempdir()?.keep();
        if let Some(user) = user {
            user.own(&folder)?;
        }
        let guardian = guard(&pg_ctl, &folder, user)?;
        let mut cluster = Self {
            folder,
            guardian,
            url: String::new(),
        };
        let password = cluster.lay_out(user)?;
        let port = cluster.listen(&pg_ctl, user)?;
        cluster.url = format!("postgres://postgres:{password}@127.0.0.1:{port}/postgres");
        Ok(cluster)
    }

    /// The address of the role that may do anything on this server.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The folder of the server, with its data in `data` and what it said in `log`.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Runs `initdb` and gives the password it was told.
    fn lay_out(&self, user: Option<Unprivileged>) -> io::Result<String> {
        let password = random()?;
        let secret = self.folder.join("password");
        fs::write(&secret, &password)?;
        if let Some(user) = user {
            user.own(&secret)?;
        }
        let mut initdb = command_as(program("initdb")?, user);
        initdb
            .arg("--pgdata")
            .arg(self.folder.join("data"))
            .arg("--pwfile")
            .arg(&secret);
        initdb.args([
            "--username=postgres",
            "--encoding=UTF8",
            "--locale=C",
            "--auth=scram-sha-256",
            "--no-sync",
        ]);
        run(initdb)?;
        fs::remove_file(secret)?;
        Ok(password)
    }

    /// Starts the server on a free port and gives the port.
    fn listen(&self, pg_ctl: &Path, user: Option<Unprivileged>) -> io::Result<u16> {
        let socket_folder = self.folder.display();
        let mut last = String::new();
        for _ in 0..PORTS_TRIED_MAX {
            let port = free_port();
            let settings = format!(
                "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{socket_folder}' \
                 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 \
                 -c shared_buffers=64MB -c timezone=UTC"
            );
            let mut start = command_as(pg_ctl, user);
            start.args(["start", "--silent", "--wait", "--options", &settings]);
            start
                .arg("--pgdata")
                .arg(self.folder.join("data"))
                .arg("--log")
                .arg(self.folder.join("log"));
            start.stdout(Stdio::null()).stderr(Stdio::null());
            if start.status()?.success() {
                return Ok(port);
            }
            last = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        }
        let said = last.lines().last().unwrap_or("nothing in its log");
        Err(trouble(&format!("PostgreSQL did not start; the last it said: {said}")))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.guardian.stdin.take());
        // A guardian that cannot be waited for has nothing left to tell us.
        let _ = self.guardian.wait();
    }
}

/// Starts the guardian in a process group of its own, so that a signal to ours does not reach it.
fn guard(pg_ctl: &Path, folder: &Path, user: Option<Unprivileged>) -> io::Result<Child> {
    let mut shell = command_as("/bin/sh", user);
    shell.args(["-c", GUARDIAN, "guardian"]).arg(pg_ctl).arg(folder);
    shell
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    shell.spawn()
}
