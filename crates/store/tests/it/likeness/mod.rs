//! Families that may be one: found by their people's tokens, settled by a person, and undone exactly.

mod finding;
mod moving;
mod settling;

use crate::support::Deployment;
use crate::support::people::{Somebody, child, day, text};
use domain::access::{Action, Object};
use domain::day::Birth;
use domain::family::NewPerson;
use domain::id::{FamilyId, LikenessId, SiteId};
use domain::likeness::settle::Refusal;
use domain::role::Role;
use std::collections::BTreeMap;
use store::likeness::{Asked, Line};
use store::referral::Made;
use store::{Error, Tx};

/// Why something was not stored.
#[derive(Debug)]
pub enum Wrong {
    Refused(Refusal),
    Store(Error),
}

impl From<Error> for Wrong {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

pub fn born(on: &str, mut person: NewPerson) -> NewPerson {
    person.birth = Birth::On(day(on));
    person
}

pub fn known_by(number: &str, mut person: NewPerson) -> NewPerson {
    person.authority_id = Some(text(number));
    person
}

pub async fn manager(d: &Deployment, site: SiteId) -> Somebody {
    d.staff("Megan", Role::ProgrammeManager, site).await
}

/// The questions at one stage.
pub async fn listed(d: &Deployment, who: &Somebody, stage: &'static str) -> Vec<Line> {
    let permit = d.may(&who.actor, Action::ListLikeness, Object::Lists).await;
    let list = d
        .store
        .read(permit, move |tx| store::likeness::list(tx, stage, None, 100));
    list.await.unwrap()
}

/// Lets a verb say something of two families.
pub async fn say<T: Send + 'static>(
    d: &Deployment,
    who: &Somebody,
    id: LikenessId,
    verb: impl Fn(&Tx, &Asked) -> Result<T, Wrong> + Send + Sync + 'static,
) -> Result<T, Wrong> {
    let permit = d.may(&who.actor, Action::SettleLikeness, Object::Likeness(id)).await;
    d.store
        .write(permit, move |tx| verb(tx, &store::likeness::load(tx, id)?))
        .await
}

pub async fn join(d: &Deployment, who: &Somebody, id: LikenessId, kept: FamilyId) -> Result<(), Wrong> {
    say(d, who, id, move |tx, asked| {
        let joining = asked.question.join(kept)?;
        Ok(store::likeness::join(tx, asked, &joining)?)
    })
    .await
}

pub async fn undo(d: &Deployment, who: &Somebody, id: LikenessId) -> Result<(), Wrong> {
    say(d, who, id, |tx, asked| {
        asked.question.undo(asked.merged())?;
        Ok(store::likeness::undo(tx, asked)?)
    })
    .await
}

/// The same family entered twice, and the question about it.
pub struct Twice {
    pub site: SiteId,
    pub manager: Somebody,
    pub first: Made,
    pub second: Made,
    pub id: LikenessId,
}

pub async fn twice(d: &Deployment) -> Twice {
    let site = d.site("Here").await;
    let manager = manager(d, site).await;
    let people = |name: &str| {
        vec![
            born("2016-02-03", child(name)),
            born("2018-05-06", child("Cai Rees")),
            crate::support::people::adult("Zofia Rees"),
        ]
    };
    let first = d.refer(&manager, site, people("Siân O'Neill")).await;
    d.seconds_later(60);
    let second = d.refer(&manager, site, people("Sian ONeill")).await;
    let found = listed(d, &manager, "open").await;
    assert_eq!(found.len(), 1, "{found:?}");
    Twice {
        site,
        manager,
        first,
        second,
        id: found[0].id,
    }
}

/// Every row of every table as text, without what only counts on and what keeps what was said and done.
pub async fn rows(d: &Deployment) -> BTreeMap<String, Vec<String>> {
    const KEPT: [&str; 9] = [
        "book",
        "journal",
        "journal_part",
        "waiting_event",
        "likeness",
        "family_merge",
        "person_move",
        "attempt",
        "once",
    ];
    let register = store::register::Register::read().unwrap();
    let mut all = BTreeMap::new();
    for (table, columns) in register.tables() {
        if KEPT.contains(&table.as_str()) {
            continue;
        }
        let counts_on = ["row_version", "seen_at"];
        let names: Vec<&str> = columns
            .keys()
            .map(String::as_str)
            .filter(|name| !counts_on.contains(name))
            .collect();
        let found = d
            .raw
            .rows(&format!("select {} from {table}", names.join(", ")), &[])
            .await;
        let mut lines: Vec<String> = found.iter().map(|row| format!("{row:?}")).collect();
        lines.sort();
        all.insert(table.clone(), lines);
    }
    all
}
