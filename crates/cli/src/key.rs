//! The root key: a file only its owner can read, kept away from the data it protects.

use crate::Outcome;
use crate::args::{Key, Place};
use crate::folder;
use anyhow::{Context, Result, bail};
use seal::RootKey;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use store::setup::Kind;

/// What the key is called where it may lie beside the data.
const BESIDE: &str = "susd.key";

/// The most a key file holds, in bytes; a longer one is something else.
const BYTES_MAX: u64 = 4096;

/// `susd key`.
pub async fn run(command: Key) -> Result<Outcome> {
    match command {
        Key::New { file } => {
            make(&file)?;
            println!(
                "made {}; print its recovery sheet with `susd key export --key {0}`",
                file.display()
            );
            Ok(Outcome::Done)
        }
        Key::Export { key } => {
            print!("{}", sheet(&read(&key)?));
            Ok(Outcome::Done)
        }
        Key::Check(place) => check(&place).await,
    }
}

/// Where the key of a deployment is, by what the command line says.
///
/// # Errors
/// None was named where one must be, or it lies in the data folder where it may not.
pub fn place_of(place: &Place, kind: Kind) -> Result<PathBuf> {
    let beside = place.key_beside_data || kind == Kind::Demo;
    match &place.key {
        None if beside => Ok(place.data.join(BESIDE)),
        None => bail!("say where the key is with --key FILE; `susd key new FILE` makes one"),
        Some(file) if !beside && folder::holds(&place.data, file) => bail!(
            "the key {} lies in the data folder, so whoever takes the folder can read everything; move it, or say --key-beside-data",
            file.display()
        ),
        Some(file) => Ok(file.clone()),
    }
}

/// Reads a key, from its file as made by [`make`] or from a file of its 32 bytes.
///
/// # Errors
/// It is not there, others can read it, or it is no key.
pub fn read(path: &Path) -> Result<RootKey> {
    let shown = path.display();
    let file = File::open(path).with_context(|| format!("the key {shown} cannot be read"))?;
    refuse_if_others_can_read(&file, path, "key")?;
    let mut bytes = Vec::with_capacity(256);
    (&file)
        .take(BYTES_MAX)
        .read_to_end(&mut bytes)
        .with_context(|| format!("the key {shown} cannot be read"))?;
    let key = match <[u8; 32]>::try_from(bytes.as_slice()) {
        Ok(raw) => Ok(RootKey::from_bytes(raw)),
        Err(_) => RootKey::from_text(&String::from_utf8_lossy(&bytes)),
    };
    bytes.fill(0);
    key.with_context(|| format!("{shown} does not hold a key"))
}

/// Refuses a file with a secret that others on this machine can read; `what` says which.
///
/// # Errors
/// They can.
#[cfg(unix)]
pub fn refuse_if_others_can_read(file: &File, path: &Path, what: &str) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = file
        .metadata()
        .with_context(|| format!("the {what} cannot be looked at"))?
        .permissions()
        .mode()
        & 0o777;
    if mode & 0o077 != 0 {
        bail!(
            "others on this machine can read the {what} {0} (mode {mode:o}); say `chmod 600 {0}`",
            path.display()
        );
    }
    Ok(())
}

/// Refuses a file with a secret that others on this machine can read; `what` says which.
#[cfg(not(unix))]
pub fn refuse_if_others_can_read(_: &File, _: &Path, _: &str) -> Result<()> {
    Ok(())
}

/// Makes a key in a file that was not there before and that only its owner can read.
///
/// # Errors
/// There is a file of that name, or the folder cannot be written.
pub fn make(path: &Path) -> Result<RootKey> {
    let key = RootKey::generate();
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options
        .open(path)
        .with_context(|| format!("the key {} cannot be made", path.display()))?;
    let written = file.write_all(key.to_text().as_ref()).and_then(|()| file.sync_all());
    written.with_context(|| format!("the key {} cannot be written", path.display()))?;
    Ok(key)
}

/// The key of a demonstration, made when it is not there.
pub fn of_demo(data: &Path) -> Result<RootKey> {
    let path = data.join(BESIDE);
    if path.exists() { read(&path) } else { make(&path) }
}

/// What is printed for the safe.
fn sheet(key: &RootKey) -> String {
    format!(
        "Recovery sheet for susd\n\
         \n\
         Whoever has this key and the database can read everything. Whoever has lost it can read\n\
         nothing. Keep it on paper in a safe, apart from the backups, and destroy other copies.\n\
         \n\
         Key\n  {}\
         \n\
         Name of the key (stands in every checkpoint)\n  {}\n\
         \n\
         Public key that checks checkpoints (no secret)\n  {}\n\
         \n\
         To use it: type the key into a new file, `chmod 600` it, and start susd with --key FILE.\n",
        key.to_text().as_str(),
        hex(&key.id()),
        key.signing_key().verifying_key().to_text().trim_end(),
    )
}

/// Bytes as people copy them: two small letters or figures each.
pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// `susd key check`: reads the key and compares it with the database's, without opening it.
async fn check(place: &Place) -> Result<Outcome> {
    let found = store::backup::identity(&crate::deployment::location(place)?).await?;
    let kind = found.as_ref().map_or(Kind::Serve, |found| found.kind);
    let key = read(&place_of(place, kind)?)?;
    match found {
        None => println!("the key can be read; there is no database yet"),
        Some(found) if found.key_name == key.id() => println!("the key can be read and is this database's"),
        Some(_) => {
            println!("the key can be read; it is not the key this database was made with");
            return Ok(Outcome::Finding);
        }
    }
    Ok(Outcome::Done)
}
