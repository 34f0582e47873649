//! Where `PostgreSQL`'s programs are, how to run one, and as whom.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Where Debian's package puts the programs; only some of them are on the path.
const FOLDER: &str = "/usr/lib/postgresql/15/bin";

/// The path of one of `PostgreSQL`'s programs.
pub(super) fn program(name: &str) -> io::Result<PathBuf> {
    let path = Path::new(FOLDER).join(name);
    if path.exists() {
        return Ok(path);
    }
    Err(trouble(&format!(
        "{name} of PostgreSQL 15 is not in {FOLDER}; install it with `apt-get install postgresql-15`, \
         or name a running server in {}",
        super::SERVER_VARIABLE
    )))
}

/// A user without rights. `PostgreSQL` refuses to run as root, so root hands over to one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unprivileged {
    uid: u32,
    gid: u32,
}

impl Unprivileged {
    /// The user to run the server as: nobody else when we are not root, otherwise `postgres`, otherwise `nobody`.
    pub(super) fn find() -> io::Result<Option<Self>> {
        if fs::metadata("/proc/self")?.uid() != 0 {
            return Ok(None);
        }
        let users = fs::read_to_string("/etc/passwd")?;
        ["postgres", "nobody"]
            .iter()
            .find_map(|name| Self::among(&users, name))
            .map(Some)
            .ok_or_else(|| trouble("PostgreSQL does not run as root, and there is no user postgres or nobody"))
    }

    fn among(users: &str, name: &str) -> Option<Self> {
        let mut fields = users
            .lines()
            .map(|line| line.split(':'))
            .find(|line| line.clone().next() == Some(name))?;
        let uid = fields.nth(2)?.parse().ok()?;
        let gid = fields.next()?.parse().ok()?;
        Some(Self { uid, gid })
    }

    /// Hands a folder over to this user.
    pub(super) fn own(self, folder: &Path) -> io::Result<()> {
        std::os::unix::fs::chown(folder, Some(self.uid), Some(self.gid))
    }
}

/// A command that runs as `user`, in the root folder, which every user may enter.
pub(super) fn command_as(program: impl AsRef<std::ffi::OsStr>, user: Option<Unprivileged>) -> Command {
    let mut command = Command::new(program);
    command.current_dir("/").stdin(Stdio::null());
    if let Some(user) = user {
        command.uid(user.uid).gid(user.gid);
    }
    command
}

/// Runs a command to its end and gives what it printed.
pub(super) fn run(mut command: Command) -> io::Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let Output { status, stdout, stderr } = command
        .output()
        .map_err(|cause| trouble(&format!("{name} cannot be run: {cause}")))?;
    if status.success() {
        return Ok(String::from_utf8_lossy(&stdout).into_owned());
    }
    Err(trouble(&format!(
        "{name} failed ({status}): {}",
        String::from_utf8_lossy(&stderr).trim()
    )))
}

/// Sixteen random bytes in hexadecimal, for names nobody else has and passwords nobody guesses.
pub(super) fn random() -> io::Result<String> {
    use std::fmt::Write as _;
    use std::io::Read as _;
    let mut bytes = [0_u8; 16];
    fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a String cannot fail");
        text
    }))
}

/// One sentence as an error.
pub(super) fn trouble(sentence: &str) -> io::Error {
    io::Error::other(sentence.to_owned())
}
