//! `susd backup` and `susd restore`: a copy without the key, and the way back.

use crate::Outcome;
use crate::args::{Backup, Restore};
use crate::{deployment, folder, key};
use anyhow::{Context, Result};
use store::setup::Kind;
use store::{Clock, Location};

/// Copies the database into one file while people work.
pub async fn back_up(asked: Backup) -> Result<Outcome> {
    let store = deployment::open(&asked.place).await?;
    let file = store::backup::write(&store, &asked.to).await?;
    println!("{}", file.display());
    Ok(Outcome::Done)
}

/// Puts a copy in the database's place. What was erased since is erased again first.
pub async fn restore(asked: Restore) -> Result<Outcome> {
    let place = &asked.place;
    let copy = store::backup::identity(&Location::File(asked.from.clone())).await?;
    let kind = copy.map_or(Kind::Serve, |copy| copy.kind);
    let root = key::read(&key::place_of(place, kind)?)?;
    folder::make(&place.data)?;
    let _held = folder::hold(&place.data)?;
    let location = deployment::location(place)?;
    let (from, into, name, list) = (asked.from, location.clone(), root.id(), asked.tombstones);
    let work = move || store::backup::restore(&from, &into, &name, list.as_deref());
    let restored = tokio::task::spawn_blocking(work)
        .await
        .context("the restore was broken off")??;
    let store = store::setup::open(&location, root, Clock::System, kind).await?;
    store::backup::note_restored(&store).await?;
    println!(
        "restored; {} of {} erasures were done again",
        restored.erased_again, restored.tombstones
    );
    if let Some(kept) = restored.kept {
        println!("the database that was there is kept as {}", kept.display());
    } else {
        eprintln!(
            "susd: there was no database here to learn newer erasures from; give the list kept beside the checkpoints with --tombstones"
        );
    }
    Ok(Outcome::Done)
}
