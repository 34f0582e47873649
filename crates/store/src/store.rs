//! The one concrete store: permits in, rows out.

use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::journal::{BookKind, DEPLOYMENT_BOOK, Entry};
use crate::kernel::request::{self, Noting, Opening, note_later};
use crate::kernel::{Access, Brings, By, Db, Tx};
use crate::key::Keys;
use crate::permit::Rights;
use domain::access::{Action, Actor, Denied, Facts, Object, Permit, ReasonCode, Scope};
use domain::pack::NationPack;
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

/// Within how many seconds a reload by one sign-in joins the entry of the first opening.
///
/// Source: details.md 4.
const RELOAD_JOINS_SECONDS: i64 = 60;

/// Everything a running deployment holds.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    db: Db,
    keys: Arc<Keys>,
    clock: Clock,
    packs: Vec<NationPack>,
    opened: Mutex<HashMap<Opening, Timestamp>>,
}

impl Store {
    /// Opens a database that has been migrated, with the root key it was made with.
    pub(crate) fn assemble(db: Db, keys: Keys, clock: Clock, packs: Vec<NationPack>) -> Self {
        Self(Arc::new(Inner {
            db,
            keys: Arc::new(keys),
            clock,
            packs,
            opened: Mutex::default(),
        }))
    }

    /// The instant now, by the deployment's clock.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// The clock, for tests that move it.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The nation packs this program was built with.
    pub fn packs(&self) -> &[NationPack] {
        &self.0.packs
    }

    pub(crate) fn db(&self) -> &Db {
        &self.0.db
    }

    pub(crate) fn keys(&self) -> &Arc<Keys> {
        &self.0.keys
    }

    /// Says that many large pieces of work follow, for a program that brings in a large file and ends: more memory is
    /// used for them than a server should use.
    pub fn expect_much(&self) {
        match &self.0.db {
            Db::Sqlite(sqlite) => sqlite.expect_much(),
            Db::Postgres(_) => {}
        }
    }

    /// Answers a request. With `one_snapshot`, who asks, what they may and what they see are read as of one moment, as
    /// far as the engine can; it then holds a reader, so it must not wait for the person's own words.
    ///
    /// Gives the answer, and whether what was opened for it is in the journal: if not, the answer must not leave.
    pub async fn answer<F: Future>(&self, one_snapshot: bool, request: F) -> (F::Output, Result<()>) {
        let readers = match &self.0.db {
            Db::Sqlite(sqlite) => Some(sqlite.readers()),
            Db::Postgres(_) => None,
        };
        let (answer, noted) = request::answer(readers, one_snapshot, request).await;
        (answer, noted.map(|openings| self.have_opened(&openings)))
    }

    /// Remembers openings whose entries are stored, so that a reload may join them.
    fn have_opened(&self, openings: &[Opening]) {
        let now = self.now();
        self.opened().extend(openings.iter().map(|opening| (*opening, now)));
    }

    /// Asks whether this actor may do this to that, and answers with a permit or the refusal.
    ///
    /// A refusal is noted in the actor's own book, with the same work whether the record is
    /// somebody else's or not there at all.
    pub async fn permit(&self, actor: &Actor, action: Action, object: Object) -> Result<Permit> {
        self.permit_because(actor, action, object, None).await
    }

    /// As [`Store::permit`], with the reason the actor gave where the action needs one.
    pub async fn permit_because(
        &self,
        actor: &Actor,
        action: Action,
        object: Object,
        reason: Option<ReasonCode>,
    ) -> Result<Permit> {
        let now = self.now();
        let mut facts = crate::permit::facts(self, actor, object, now).await?;
        facts.reason = reason;
        self.decide(actor, action, object, &facts, now).await
    }

    /// As [`Store::permit`], with what else the actor may do at that moment.
    pub async fn permit_with_rights(&self, actor: &Actor, action: Action, object: Object) -> Result<(Permit, Rights)> {
        let now = self.now();
        let facts = crate::permit::facts(self, actor, object, now).await?;
        let permit = self.decide(actor, action, object, &facts, now).await?;
        let actor = actor.clone();
        Ok((permit, Rights { actor, facts, now }))
    }

    async fn decide(
        &self,
        actor: &Actor,
        action: Action,
        object: Object,
        facts: &Facts,
        now: Timestamp,
    ) -> Result<Permit> {
        match domain::access::may(actor, action, object, facts, now) {
            Ok(permit) => Ok(permit),
            Err(denied) => {
                if denied == Denied::Refused {
                    self.note_refusal(actor, action, object, now).await?;
                }
                Err(Error::Denied(denied))
            }
        }
    }

    /// Which of these an actor may do to an object, also after proving again who they are: for the buttons of a page.
    ///
    /// Nothing is written down: asking what one may do opens nothing.
    pub async fn allowed(&self, actor: &Actor, object: Object, actions: &[Action]) -> Result<Vec<Action>> {
        let now = self.now();
        let facts = crate::permit::facts(self, actor, object, now).await?;
        Ok(crate::permit::allowed(actor, object, actions, &facts, now))
    }

    async fn note_refusal(&self, actor: &Actor, action: Action, object: Object, now: Timestamp) -> Result<()> {
        let by = Arc::new(crate::permit::by_refused(actor, action, object));
        let keys = Arc::clone(&self.0.keys);
        self.0.db.unit(Access::Write, by, keys, now, append_refusal).await
    }

    /// Runs a reading unit of work, no more than a page shows. The entry that says what was opened is stored before the
    /// request is answered ([`Store::answer`]); outside a request, before this returns.
    pub async fn read<T, E, F>(&self, permit: Permit, unit: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
    {
        self.open(Access::Read, permit, unit).await
    }

    /// As [`Store::read`], for what takes longer the more there is: searches, files, the journal.
    pub async fn read_long<T, E, F>(&self, permit: Permit, unit: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
    {
        self.open(Access::Long, permit, unit).await
    }

    async fn open<T, E, F>(&self, access: Access, permit: Permit, unit: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
    {
        let now = self.now();
        let opening = opening_of(&permit);
        let journalled =
            crate::permit::is_journalled(permit.action(), permit.object()) && !self.joins_earlier(opening, now);
        let by = Arc::new(crate::permit::by(permit, now)?);
        let keys = Arc::clone(&self.0.keys);
        if !journalled {
            return self.0.db.unit(access, by, keys, now, unit).await;
        }
        match &self.0.db {
            Db::Sqlite(_) => {
                let told = self.0.db.submit(Brings::Opening, &by, &keys, now, move |tx| {
                    tx.append_opening().map(|_| ())
                });
                let answer = self.0.db.unit(access, by, keys, now, unit).await;
                // Only a record that was found counts as opened; the entry stays either way.
                let opening = opening.filter(|_| answer.is_ok());
                if let Err(Noting { told, .. }) = note_later(Noting { opening, told }) {
                    crate::kernel::await_told::<(), Error>(told).await?;
                    self.have_opened(opening.as_slice());
                }
                answer
            }
            Db::Postgres(_) => {
                let both = move |tx: &Tx| {
                    tx.append_opening()?;
                    unit(tx)
                };
                let answer = self.0.db.unit(Access::Write, by, keys, now, both).await;
                if answer.is_ok() {
                    self.have_opened(opening.as_slice());
                }
                answer
            }
        }
    }

    /// Runs a writing unit of work: load, decide, record. It may be run again when others' changes met it.
    pub async fn write<T, E, F>(&self, permit: Permit, unit: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
    {
        let now = self.now();
        let by = Arc::new(crate::permit::by(permit, now)?);
        self.0
            .db
            .unit(Access::Write, by, Arc::clone(&self.0.keys), now, unit)
            .await
    }

    /// As [`Store::permit`] and then [`Store::write`]. On the embedded engine both are one unit of work: what somebody
    /// may is decided at the moment it is done, and nothing is read twice.
    pub async fn act<T, E, F>(&self, actor: &Actor, action: Action, object: Object, unit: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
    {
        if matches!(self.0.db, Db::Postgres(_)) {
            // There a unit of work sees only the rows of the sites its permit names, from its first statement on.
            let permit = self.permit(actor, action, object).await?;
            return self.write(permit, unit).await;
        }
        let actor = actor.clone();
        let decided = self.job_write("permit", move |tx| {
            let now = tx.now();
            let facts = crate::permit::load(tx, &actor, object, now)?;
            match domain::access::may(&actor, action, object, &facts, now) {
                Ok(permit) => {
                    let by = crate::permit::by(permit, now)?;
                    tx.acting(&by, &unit).map(Ok)
                }
                Err(denied) => {
                    if denied == Denied::Refused {
                        let by = crate::permit::by_refused(&actor, action, object);
                        tx.acting(&by, append_refusal)?;
                    }
                    Ok(Err(denied))
                }
            }
        });
        decided.await?.map_err(|denied| Error::Denied(denied).into())
    }

    /// Runs work of the house itself: migrations, checkpoints, sign-in, the demo. It is named in the journal as a job.
    pub(crate) async fn job<T, E, F>(&self, name: &'static str, unit: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
    {
        self.unit_of_job(Access::Read, name, unit).await
    }

    /// As [`Store::job`], for what takes longer the more there is.
    pub(crate) async fn job_long<T, E, F>(&self, name: &'static str, unit: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
    {
        self.unit_of_job(Access::Long, name, unit).await
    }

    /// As [`Store::job`], for work that changes rows.
    pub(crate) async fn job_write<T, E, F>(&self, name: &'static str, unit: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
    {
        self.unit_of_job(Access::Write, name, unit).await
    }

    async fn unit_of_job<T, E, F>(&self, access: Access, name: &'static str, unit: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
    {
        let by = Arc::new(By::job(name));
        self.0
            .db
            .unit(access, by, Arc::clone(&self.0.keys), self.now(), unit)
            .await
    }

    /// Whether one sign-in opened the same record a moment ago, so that this is a reload.
    fn joins_earlier(&self, opening: Option<Opening>, now: Timestamp) -> bool {
        let recent = |at: &Timestamp| now.as_second() - at.as_second() < RELOAD_JOINS_SECONDS;
        let mut opened = self.opened();
        if opened.len() > 50_000 {
            opened.retain(|_, at| recent(at));
        }
        opening.is_some_and(|opening| opened.get(&opening).is_some_and(recent))
    }

    fn opened(&self) -> MutexGuard<'_, HashMap<Opening, Timestamp>> {
        self.0.opened.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// Appends the entry of a refusal to the book of whoever was refused.
fn append_refusal(tx: &Tx) -> Result<()> {
    let by = tx.by;
    let kind = if by.actor_book == DEPLOYMENT_BOOK {
        BookKind::Deployment
    } else {
        BookKind::Actor
    };
    let entry = Entry {
        book: by.actor_book,
        kind,
        action: "refused",
        object_kind: by.object_kind,
        object_id: by.object_id,
        parts: Vec::new(),
    };
    tx.append(&entry).map(|_| ())
}

/// What a permit opens for a sign-in; lists and what jobs open are never joined.
fn opening_of(permit: &Permit) -> Option<Opening> {
    let Actor::Account { sign_in, .. } = permit.actor() else {
        return None;
    };
    Some((*sign_in, permit.action().key(), permit.object().id()?))
}

impl By {
    /// The house's own job of this name.
    pub fn job(name: &'static str) -> Self {
        Self {
            actor: format!("job:{name}"),
            actor_book: DEPLOYMENT_BOOK,
            role: "",
            relation: "",
            action: name,
            object_kind: "deployment",
            object_id: None,
            reason: "",
            object: None,
            scope: Scope::default(),
        }
    }
}
