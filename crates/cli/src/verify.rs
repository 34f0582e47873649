//! `susd verify` and `susd checkpoint`: that nobody rewrote the journal, and a signed line to prove it by later.

use crate::Outcome;
use crate::args::{Checkpoint, Verify};
use crate::deployment;
use anyhow::Result;
use domain::access::{Action, Object};

/// Checks every book, and against a checkpoint where one is given. Prints `book seq reason` for what does not hold.
pub async fn verify(asked: Verify) -> Result<Outcome> {
    let store = deployment::open(&asked.place).await?;
    let mut seen = store::journal::verify::verify(&store).await?;
    if let Some(file) = &asked.checkpoint {
        let found = store::journal::checkpoint::check_file(&store, file).await?;
        seen.findings.extend(found);
    }
    for finding in &seen.findings {
        println!("{} {} {}", finding.book, finding.seq, finding.reason);
    }
    if seen.findings.is_empty() {
        println!("{} entries in {} books hold", seen.entries, seen.books);
        return Ok(Outcome::Done);
    }
    Ok(Outcome::Finding)
}

/// Signs how every book stands, writes it to a folder where one is given, and prints it.
pub async fn checkpoint(asked: Checkpoint) -> Result<Outcome> {
    let store = deployment::open(&asked.place).await?;
    drop(deployment::permit(&store, Action::MakeCheckpoint, Object::System).await?);
    let (line, file) = store::journal::checkpoint::make(&store, asked.to.as_deref()).await?;
    println!("{line}");
    if let (Some(file), Some(folder)) = (file, &asked.to) {
        store::backup::write_tombstones(&store, folder).await?;
        eprintln!("written to {}", file.display());
    }
    Ok(Outcome::Done)
}
