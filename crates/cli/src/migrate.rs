//! `susd migrate`: brings the tables up to this program's version.

use crate::Outcome;
use crate::args::Place;
use crate::deployment;
use anyhow::Result;

/// Migrates and says from where to where. A database that a newer program made is refused.
pub async fn run(place: &Place) -> Result<Outcome> {
    let location = deployment::location(place)?;
    deployment::make_room(place, &location)?;
    let before = store::setup::migrate(&location).await?;
    let now = store::schema::newest();
    if before == now {
        println!("the database is at version {now} already");
    } else {
        println!("the database was at version {before} and is at {now} now");
    }
    Ok(Outcome::Done)
}
