//! A signed statement of how every book stood, kept outside the machine.
//!
//! Beside each signed line lies a file of the heads that moved since the one
//! before, so that a rewritten book can be named and not only suspected.

use super::verify::{Finding, Head, all_heads};
use crate::error::{Error, Result};
use crate::kernel::{Tx, statements};
use crate::store::Store;
use domain::id::BookId;
use jiff::Timestamp;
use seal::checkpoint::{Checkpoint, Heads, check};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

statements! {
    KEEP = "insert into checkpoint (at, books, root, previous, key_name, signature) values ($1, $2, $3, $4, $5, $6)";
    LAST = "select at, books, root, previous, key_name, signature from checkpoint order by at desc limit 1";
    HASH_AT = "select hash from journal where book_id = $1 and seq = $2";
}

/// The file form of a checkpoint.
#[derive(Serialize, Deserialize)]
struct Line {
    v: u8,
    at: String,
    books: u64,
    root: String,
    previous: String,
    key_id: String,
    sig: String,
}

/// Makes a checkpoint and, where a folder is given, writes it and its heads there.
///
/// Answers the file written, or the line itself when there is no folder.
pub async fn make(store: &Store, folder: Option<&Path>) -> Result<(String, Option<PathBuf>)> {
    let heads = all_heads(store).await?;
    let heads: BTreeMap<BookId, Head> = heads.into_iter().collect();
    let tree = tree_of(&heads);
    let at = store.now().as_microsecond();
    let last = store.job_long("checkpoint", last).await?;
    let previous = last.as_ref().map_or([0; 32], Checkpoint::hash);
    let made = store.keys().root().signing_key().sign(at, &tree, previous);
    store.job_write("checkpoint", move |tx| keep(tx, &made)).await?;
    let line = to_line(&made)?;
    let Some(folder) = folder else { return Ok((line, None)) };
    let known = last
        .map(|last| known_heads(folder, last.at_micros))
        .transpose()?
        .unwrap_or_default();
    let moved: Vec<(BookId, Head)> = heads
        .into_iter()
        .filter(|(book, head)| known.get(book).is_none_or(|k| (k.seq, k.hash) != (head.seq, head.hash)))
        .collect();
    let path = folder.join(format!("checkpoint-{at:017}.json"));
    write(&folder.join(format!("checkpoint-{at:017}.heads")), &pack(&moved))?;
    write(&path, line.as_bytes())?;
    Ok((line, Some(path)))
}

/// Checks the journal against a checkpoint file: its signature, the heads beside it and every book they pin.
pub async fn check_file(store: &Store, file: &Path) -> Result<Vec<Finding>> {
    let checkpoint = read(file)?;
    let key = store.keys().root().signing_key().verifying_key();
    let whole = |reason: &str| {
        vec![Finding {
            book: super::DEPLOYMENT_BOOK,
            seq: 0,
            reason: reason.into(),
        }]
    };
    if let Err(bad) = check(&checkpoint, &key) {
        return Ok(whole(match bad {
            seal::BadCheckpoint::Version { .. } => "checkpoint-version",
            seal::BadCheckpoint::OtherKey => "checkpoint-other-key",
            seal::BadCheckpoint::Forged => "checkpoint-forged",
        }));
    }
    let folder = file.parent().unwrap_or(Path::new("."));
    let known = known_heads(folder, checkpoint.at_micros)?;
    if tree_of(&known).root() != checkpoint.root {
        return Ok(whole("checkpoint-heads-missing"));
    }
    compare(store, known).await
}

/// The tree over these heads.
fn tree_of(heads: &BTreeMap<BookId, Head>) -> Heads {
    let mut tree = Heads::new();
    for (book, head) in heads {
        tree.push(book.bytes(), head.seq, &head.hash)
            .expect("a sorted map gives its keys in order, each once");
    }
    tree
}

/// Finds every book whose entry at the pinned number is gone or has another hash.
async fn compare(store: &Store, known: BTreeMap<BookId, Head>) -> Result<Vec<Finding>> {
    store
        .job_long("verify", move |tx| {
            let mut findings = Vec::new();
            for (book, head) in &known {
                let seq = head.seq.cast_signed();
                let stored = tx.row(&HASH_AT, &[(*book).into(), seq.into()], |row| row.array::<32>(0))?;
                let reason = match stored {
                    Some(hash) if hash == head.hash => continue,
                    Some(_) => "rewritten",
                    None => "cut",
                };
                findings.push(Finding {
                    book: *book,
                    seq: head.seq,
                    reason: reason.into(),
                });
            }
            Ok(findings)
        })
        .await
}

fn keep(tx: &Tx, made: &Checkpoint) -> Result<()> {
    let books = made.books.cast_signed();
    tx.run(
        &KEEP,
        &[
            made.at_micros.into(),
            books.into(),
            (&made.root).into(),
            (&made.previous).into(),
            (&made.key_id).into(),
            (&made.sig).into(),
        ],
    )?;
    Ok(())
}

fn last(tx: &Tx) -> Result<Option<Checkpoint>> {
    tx.row(&LAST, &[], |row| {
        Ok(Checkpoint {
            v: 1,
            at_micros: row.int(0)?,
            books: row.int(1)?.cast_unsigned(),
            root: row.array(2)?,
            previous: row.array(3)?,
            key_id: row.array(4)?,
            sig: row.array(5)?,
        })
    })
}

fn to_line(made: &Checkpoint) -> Result<String> {
    let at = Timestamp::from_microsecond(made.at_micros).unwrap_or(Timestamp::UNIX_EPOCH);
    let line = Line {
        v: made.v,
        at: at.to_string(),
        books: made.books,
        root: hex(&made.root),
        previous: hex(&made.previous),
        key_id: hex(&made.key_id),
        sig: hex(&made.sig),
    };
    serde_json::to_string(&line).map_err(|e| Error::File {
        path: "checkpoint".into(),
        cause: e.to_string(),
    })
}

/// Reads a checkpoint file.
pub fn read(file: &Path) -> Result<Checkpoint> {
    let fault = |cause: String| Error::File {
        path: name(file),
        cause,
    };
    let text = std::fs::read_to_string(file).map_err(|e| fault(e.to_string()))?;
    let line: Line = serde_json::from_str(&text).map_err(|e| fault(e.to_string()))?;
    let at: Timestamp = line.at.parse().map_err(|_| fault("its time cannot be read".into()))?;
    let bytes = |text: &str| unhex(text).ok_or_else(|| fault("a field is not hexadecimal".into()));
    let fixed = || fault("a field has the wrong length".into());
    Ok(Checkpoint {
        v: line.v,
        at_micros: at.as_microsecond(),
        books: line.books,
        root: bytes(&line.root)?.try_into().map_err(|_| fixed())?,
        previous: bytes(&line.previous)?.try_into().map_err(|_| fixed())?,
        key_id: bytes(&line.key_id)?.try_into().map_err(|_| fixed())?,
        sig: bytes(&line.sig)?.try_into().map_err(|_| fixed())?,
    })
}

/// The heads known at a checkpoint: those of every file in the folder up to it, newest last.
fn known_heads(folder: &Path, until: i64) -> Result<BTreeMap<BookId, Head>> {
    let fault = |cause: String| Error::File {
        path: name(folder),
        cause,
    };
    let mut files: Vec<(i64, PathBuf)> = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|e| fault(e.to_string()))? {
        let path = entry.map_err(|e| fault(e.to_string()))?.path();
        let at = path
            .file_name()
            .and_then(|n| n.to_str())
            .and_then(|n| n.strip_prefix("checkpoint-")?.strip_suffix(".heads")?.parse().ok());
        files.extend(at.filter(|at| *at <= until).map(|at| (at, path)));
    }
    files.sort();
    let mut known = BTreeMap::new();
    for (_, file) in files {
        let bytes = std::fs::read(&file).map_err(|e| fault(e.to_string()))?;
        known.extend(unpack(&bytes));
    }
    Ok(known)
}

/// Heads as bytes: id, number and hash of each, 56 bytes a book.
fn pack(heads: &[(BookId, Head)]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(heads.len() * 56);
    for (book, head) in heads {
        bytes.extend_from_slice(&book.bytes());
        bytes.extend_from_slice(&head.seq.to_be_bytes());
        bytes.extend_from_slice(&head.hash);
    }
    bytes
}

fn unpack(bytes: &[u8]) -> impl Iterator<Item = (BookId, Head)> {
    let (heads, _) = bytes.as_chunks::<56>();
    heads.iter().map(|head| {
        let book = BookId::from_bytes(head[..16].try_into().expect("sixteen bytes"));
        let seq = u64::from_be_bytes(head[16..24].try_into().expect("eight bytes"));
        (
            book,
            Head {
                seq,
                hash: head[24..].try_into().expect("thirty-two bytes"),
            },
        )
    })
}

/// Writes a file whole: to another name first, then moved into place.
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let fault = |e: std::io::Error| Error::File {
        path: name(path),
        cause: e.to_string(),
    };
    let new = path.with_extension("new");
    std::fs::write(&new, bytes).map_err(fault)?;
    std::fs::File::open(&new)
        .and_then(|file| file.sync_all())
        .map_err(fault)?;
    std::fs::rename(&new, path).map_err(fault)
}

fn name(path: &Path) -> String {
    path.file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Bytes as people copy them: two small letters or figures each.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let text = text.as_bytes();
    if !text.len().is_multiple_of(2) {
        return None;
    }
    text.chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}
