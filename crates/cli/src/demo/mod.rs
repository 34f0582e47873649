//! `susd demo`: a whole programme of invented people, on this machine only.
//!
//! It is made once and kept; who is in it, and a token for each, stand in a file of the data folder
//! that is written last, so that a beginning that was broken off is begun again.

mod after;
mod calendar;
mod carers;
mod cast;
mod consents;
mod endings;
mod england;
mod people;
mod person;
mod plans;
mod reviews;
mod safety;
mod same;
mod seed;
mod story;
mod timeline;
mod ulster;
mod verb;
mod visits;
mod wales;

use crate::Outcome;
use crate::args::Demo;
use crate::{folder, key, serve};
use anyhow::{Context, Result, bail};
use people::{People, Person};
use std::net::Ipv4Addr;
use store::setup::Kind;
use store::{Clock, Location, Store};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

/// Makes it where it is not there yet, listens on this machine, says who is in it, and serves.
pub async fn run(asked: Demo) -> Result<Outcome> {
    folder::make(&asked.data)?;
    let _held = folder::hold(&asked.data)?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, asked.port)).await;
    let listener = listener.with_context(|| format!("port {} of this machine is taken; try --port 0", asked.port))?;
    let port = listener.local_addr()?.port();
    let ears = serve::Ears::open()?;
    let (store, people) = open(&asked).await?;
    // The name, not the number: passkeys refuse an address of numbers.
    let url = format!("http://localhost:{port}");
    if asked.json {
        println!("{}", people.line(&url)?);
    } else {
        print!("{}", people.in_words(&url));
    }
    let settings = web::Settings {
        origin: url,
        demo: true,
        proxy: None,
        sending: web::send::Sending::kept_here(),
    };
    serve::until_told(store, settings, listener, None, ears).await?;
    Ok(Outcome::Done)
}

/// Opens what is kept, or makes it.
async fn open(asked: &Demo) -> Result<(Store, People)> {
    let location = Location::parse(asked.database.as_deref(), &asked.data)?;
    let found = store::backup::identity(&location).await?;
    if found.as_ref().is_some_and(|found| found.kind != Kind::Demo) {
        bail!("this database holds real families; a demonstration needs one of its own");
    }
    let kept = if asked.fresh { None } else { People::read(&asked.data)? };
    let kept = kept.filter(|kept| {
        found
            .as_ref()
            .is_some_and(|found| found.deployment.to_string() == kept.deployment)
    });
    let root = || key::of_demo(&asked.data);
    if let Some(kept) = kept {
        let store = store::setup::open(&location, root()?, Clock::System, Kind::Demo).await?;
        let today = store::clock::london_day(store.now());
        if kept.still_hold(today) {
            return Ok((store, kept));
        }
        let people = give_tokens(&store, kept.everybody).await?;
        let people = People::keep(&asked.data, kept.deployment, today, people)?;
        return Ok((store, people));
    }
    People::forget(&asked.data)?;
    store::backup::wipe_demo(&location).await?;
    if let Location::File(file) = &location {
        folder::make_private(file)?;
    }
    let listed = seed::seed(&location, root()?).await?;
    let store = store::setup::open(&location, root()?, Clock::System, Kind::Demo).await?;
    let people = give_tokens(&store, listed.iter().map(Person::from_listed).collect()).await?;
    let made = store::backup::identity(&location)
        .await?
        .context("the demonstration was just made")?;
    let today = store::clock::london_day(store.now());
    let people = People::keep(&asked.data, made.deployment.to_string(), today, people)?;
    Ok((store, people))
}

/// A token for each, all made at once.
async fn give_tokens(store: &Store, mut people: Vec<Person>) -> Result<Vec<Person>> {
    let mut making = JoinSet::new();
    for (at, person) in people.iter().enumerate() {
        let (store, account) = (store.clone(), person.account.parse().context("an account's id")?);
        making.spawn(async move { (at, store::token::make_for_demo(&store, account).await) });
    }
    while let Some(made) = making.join_next().await {
        let (at, made) = made.context("a token was broken off")?;
        people[at].token = made?.secret;
    }
    Ok(people)
}
