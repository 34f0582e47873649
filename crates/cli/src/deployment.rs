//! Opening a deployment that was made before, for a command that works on it.

use crate::args::Place;
use crate::{folder, key};
use anyhow::{Context, Result, bail};
use domain::access::{Action, Actor, Object, Permit};
use store::setup::Kind;
use store::{Clock, Location, Store};

/// Somebody at the command line of the machine that holds the data and the key.
pub const CONSOLE: Actor = Actor::Job("console");

/// Where the database is.
///
/// # Errors
/// What was typed names neither a file nor a server.
pub fn location(place: &Place) -> Result<Location> {
    Ok(Location::parse(place.database.as_deref(), &place.data)?)
}

/// Opens what is there, whatever it was made for.
///
/// # Errors
/// Nothing is there, it needs `susd migrate` first, or the key is missing or another.
pub async fn open(place: &Place) -> Result<Store> {
    let location = location(place)?;
    let Some(found) = store::backup::identity(&location).await? else {
        bail!(
            "there is no deployment in {}; `susd serve` or `susd demo` makes one",
            place.data.display()
        );
    };
    let newest = store::schema::newest();
    if found.version < newest {
        bail!(
            "the database is at version {} and this program at {newest}; say `susd migrate` first",
            found.version
        );
    }
    let root = key::read(&key::place_of(place, found.kind)?)?;
    Ok(store::setup::open(&location, root, Clock::System, found.kind).await?)
}

/// Opens, or makes, a deployment for real families.
///
/// # Errors
/// As [`open`], and when the database is a demonstration's.
pub async fn open_to_serve(place: &Place) -> Result<Store> {
    let root = key::read(&key::place_of(place, Kind::Serve)?)?;
    let location = location(place)?;
    make_room(place, &location)?;
    Ok(store::setup::open(&location, root, Clock::System, Kind::Serve).await?)
}

/// Makes the data folder and, where the database is a file, an empty one that only its owner can read.
///
/// # Errors
/// They cannot be made.
pub fn make_room(place: &Place, location: &Location) -> Result<()> {
    folder::make(&place.data)?;
    if let Location::File(file) = location {
        folder::make_private(file)?;
    }
    Ok(())
}

/// A permit for the command line.
///
/// # Errors
/// The command line may not do this.
pub async fn permit(store: &Store, action: Action, object: Object) -> Result<Permit> {
    store
        .permit(&CONSOLE, action, object)
        .await
        .context("the command line may not do this")
}
