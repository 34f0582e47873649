//! What the entries of a unit of work say: who, as what, why, and in which book.

use super::{
    FAMILY_OF_ADDRESS, FAMILY_OF_CRISIS, FAMILY_OF_GLASS, FAMILY_OF_MATCH, FAMILY_OF_OFFER, FAMILY_OF_PERSON,
    FAMILY_OF_REFERRAL, FAMILY_OF_SESSION, SITE_OF_LIKENESS, SITE_OF_LINK,
};
use crate::error::{Error, Result};
use crate::journal::{BookKind, DEPLOYMENT_BOOK};
use crate::kernel::{By, Tx, Value};
use domain::access::{Action, Actor, Object, Permit, Scope};
use domain::id::{AccountId, BookId};
use domain::role::Role;
use jiff::Timestamp;

/// Who an actor is in a journal entry, and the book of their own acts.
fn actor_text(actor: &Actor) -> (String, BookId) {
    match actor {
        Actor::Account { id, .. } => (format!("account:{id}"), BookId::from_uuid(id.uuid())),
        Actor::SiteToken { id, .. } => (format!("token:{id}"), BookId::from_uuid(id.uuid())),
        Actor::Job(name) => (format!("job:{name}"), DEPLOYMENT_BOOK),
        Actor::Public => ("public".into(), DEPLOYMENT_BOOK),
        Actor::TaskLink(id) => (format!("link:{id}"), BookId::from_uuid(id.uuid())),
    }
}

/// What the entries of a unit of work say, from the permit that is now spent.
pub(crate) fn by(permit: Permit, now: Timestamp) -> Result<By> {
    let spent = permit.spend(now).map_err(|_| Error::PermitExpired)?;
    let (actor, actor_book) = actor_text(spent.actor());
    let object = spent.object();
    Ok(By {
        actor,
        actor_book,
        role: spent.role().map_or("", Role::key),
        relation: spent.relation().key(),
        action: spent.action().key(),
        object_kind: object.kind().key(),
        object_id: object.id(),
        object: Some(object),
        reason: spent.reason().map_or("", |reason| reason.key()),
        scope: spent.scope().clone(),
    })
}

impl By {
    /// Somebody at their own account, where no permit is asked for: signing in and out.
    pub(crate) fn oneself(account: AccountId, action: &'static str) -> Self {
        Self {
            actor: format!("account:{account}"),
            actor_book: BookId::from_uuid(account.uuid()),
            role: "",
            relation: "",
            action,
            object_kind: "account",
            object_id: Some(account.uuid()),
            object: None,
            reason: "",
            scope: Scope::default(),
        }
    }
}

/// What the entry of a refusal says.
pub(crate) fn by_refused(actor: &Actor, action: Action, object: Object) -> By {
    let (actor, actor_book) = actor_text(actor);
    By {
        actor,
        actor_book,
        role: "",
        relation: "",
        action: action.key(),
        object_kind: object.kind().key(),
        object_id: object.id(),
        object: None,
        reason: "",
        scope: Scope::default(),
    }
}

/// The book the opening of this unit's object is written in, and its kind.
pub(crate) fn book_of(tx: &Tx, by: &By) -> Result<(BookId, BookKind)> {
    let family = |statement, id: Value| -> Result<(BookId, BookKind)> {
        let family = tx.row(statement, &[id], |row| row.id(0))?.ok_or(Error::NotFound)?;
        Ok((BookId::from_uuid(family), BookKind::Family))
    };
    match by.object {
        // Whoever reads a family's book may be whom it concerns: that somebody began to write is in their own book.
        Some(Object::Family(_)) if by.action == Action::RaiseConcern.key() => Ok((by.actor_book, BookKind::Actor)),
        Some(Object::Concern(id)) => Ok((BookId::from_uuid(id.uuid()), BookKind::Concern)),
        Some(Object::Family(id)) => Ok((BookId::from_uuid(id.uuid()), BookKind::Family)),
        Some(Object::Referral(id)) => family(&FAMILY_OF_REFERRAL, id.into()),
        Some(Object::Person(id)) => family(&FAMILY_OF_PERSON, id.into()),
        Some(Object::Address(id)) => family(&FAMILY_OF_ADDRESS, id.into()),
        Some(Object::BreakGlass(id)) => family(&FAMILY_OF_GLASS, id.into()),
        // Neither family's book: what is opened of them is opened by permits of their own.
        Some(Object::Likeness(id)) => {
            let site = tx.row(&SITE_OF_LIKENESS, &[id.into()], |row| row.id(0))?;
            Ok((BookId::from_uuid(site.ok_or(Error::NotFound)?), BookKind::Site))
        }
        // What somebody outside writes stands in the book of the area that asked them.
        Some(Object::TaskLink(id)) => {
            let site = tx.row(&SITE_OF_LINK, &[id.into()], |row| row.id(0))?;
            Ok((BookId::from_uuid(site.ok_or(Error::NotFound)?), BookKind::Site))
        }
        Some(Object::Offer(id)) => family(&FAMILY_OF_OFFER, id.into()),
        Some(Object::Match(id)) => family(&FAMILY_OF_MATCH, id.into()),
        Some(Object::Session(id)) => family(&FAMILY_OF_SESSION, id.into()),
        Some(Object::Crisis(id)) => family(&FAMILY_OF_CRISIS, id.into()),
        Some(Object::Household(id)) => Ok((BookId::from_uuid(id.uuid()), BookKind::Carer)),
        Some(Object::Site(id)) => Ok((BookId::from_uuid(id.uuid()), BookKind::Site)),
        _ if by.actor_book == DEPLOYMENT_BOOK => Ok((DEPLOYMENT_BOOK, BookKind::Deployment)),
        _ => Ok((by.actor_book, BookKind::Actor)),
    }
}

/// Whether doing this is written in the journal: everything but public pages, health, and one's own.
pub(crate) fn is_journalled(action: Action, object: Object) -> bool {
    !action.is_public() && !matches!(object, Object::Own | Object::Public) && action != Action::ReadMetrics
}
