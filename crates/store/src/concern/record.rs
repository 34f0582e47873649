//! What happened to a concern: its rows, sealed with its own key, the entry in its own book, and whoever it goes to.

use super::team;
use crate::error::{Error, Result};
use crate::journal::event::{Fact, SafetyFact};
use crate::journal::{BookKind, Entry as Written, Part};
use crate::kernel::{Tx, Value, statements};
use crate::outbox;
use domain::concern::{Concern, Entry, Event, NewConcern, Origin, Report, Stage, goes_to};
use domain::id::{AccountId, BookId, ConcernId, FamilyId, SiteId};
use domain::role::Role;
use domain::send::Notice;
use domain::text::Text;
use jiff::Timestamp;
use uuid::Uuid;

statements! {
    MAKE = "insert into concern (id, family_id, site_id, author_id, raised_at, at_risk, safety, session_id, crisis_id, language,
            what, somebody, safety_words, stage, decision, decided_by, decided_on, written_due_at, entries, row_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open', null, null, null, $14, 0, 1)";
    ABOUT = "insert into concern_about (concern_id, line_no, site_id, part, person_id, account_id)
        values ($1, $2, $3, $4, $5, $6)";
    KEPT = "select k.account_id from concern_kept_from k where k.concern_id = $1
        union select x.from_account_id from protected_from x where x.family_id = $2";
    TOLD = "insert into concern_told (account_id, concern_id, site_id, told_at) values ($1, $2, $3, $4)";
    ENTRY = "insert into concern_entry (concern_id, entry_no, id, site_id, kind, code, happened_at, author_id, made_at, language,
            agency, name, reference, words)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    CHANGED = "update concern set stage = $1, decision = $2, decided_by = $3, decided_on = $4, entries = $5, row_version = $6
        where id = $7 and row_version = $8";
}

/// A concern that was just raised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// Its id.
    pub id: ConcernId,
    /// As what people were told, each role once, in reading order; nobody where there was nobody to tell.
    pub told: Vec<Role>,
}

/// Stores a new concern in the language it was written in, and tells those it goes to.
///
/// # Errors
/// [`Error::NotFound`] for an event that raises none.
pub fn raise(tx: &Tx, (family, site): (FamilyId, SiteId), language: &str, event: &Event) -> Result<Raised> {
    let Event::Raised { new, written_due } = event else {
        return Err(Error::NotFound);
    };
    let id = ConcernId::from_uuid(crate::id::fresh(tx.now()));
    tx.make_subject(id.uuid(), site.uuid(), "concern")?;
    insert(tx, id, (family, site), language, (new, *written_due))?;
    about(tx, id, site, new)?;
    let fact = SafetyFact::ConcernRaised {
        at_risk: new.at_risk.key().to_owned(),
        people: new.people.iter().map(ToString::to_string).collect(),
        whom: whom(new).map(|(id, _)| id.to_string()).collect(),
        somebody: owned(new.whom.somebody.as_ref()),
        what: new.what.as_str().to_owned(),
        safety: new.safety.key().to_owned(),
        safety_words: owned(new.safety_words.as_ref()),
    };
    note(tx, id, "concern_raised", fact)?;
    if let Some(report) = &new.report {
        add(
            tx,
            (id, site),
            1,
            language,
            &Event::Added(Entry::Reported(report.clone())),
        )?;
        let values: [Value; 8] = [
            Stage::Open.key().into(),
            Value::Null,
            Value::Null,
            Value::Null,
            1_i64.into(),
            2_i64.into(),
            id.into(),
            1_i64.into(),
        ];
        tx.run(&CHANGED, &values)?;
    }
    let told = tell(tx, id, (family, site))?;
    Ok(Raised { id, told })
}

fn owned(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.as_str().to_owned())
}

fn insert(
    tx: &Tx,
    id: ConcernId,
    (family, site): (FamilyId, SiteId),
    language: &str,
    (new, due): (&NewConcern, Option<Timestamp>),
) -> Result<()> {
    let seal =
        |column, words: Option<&Text>| tx.seal_opt(id.uuid(), "concern", column, id.uuid(), words.map(Text::as_str));
    let (what, somebody) = (
        seal("what", Some(&new.what))?,
        seal("somebody", new.whom.somebody.as_ref())?,
    );
    let safety_words = seal("safety_words", new.safety_words.as_ref())?;
    let (visit, call) = match new.origin {
        Some(Origin::Session(id)) => (Some(id.uuid()), None),
        Some(Origin::Crisis(id)) => (None, Some(id.uuid())),
        None => (None, None),
    };
    let values: [Value; 14] = [
        id.into(),
        family.into(),
        site.into(),
        tx.account().into(),
        tx.now_micros().into(),
        new.at_risk.key().into(),
        new.safety.key().into(),
        visit.into(),
        call.into(),
        language.into(),
        what.as_ref().into(),
        somebody.as_ref().into(),
        safety_words.as_ref().into(),
        due.map(Timestamp::as_microsecond).into(),
    ];
    tx.run(&MAKE, &values).map(|_| ())
}

/// Whom it concerns: people of the family first. `true` for an account.
fn whom(new: &NewConcern) -> impl Iterator<Item = (Uuid, bool)> {
    let people = new.whom.people.iter().map(|person| (person.uuid(), false));
    people.chain(new.whom.accounts.iter().map(|account| (account.uuid(), true)))
}

fn about(tx: &Tx, id: ConcernId, site: SiteId, new: &NewConcern) -> Result<()> {
    let at_risk = new.people.iter().map(|person| ("at_risk", person.uuid(), false));
    let concerns = whom(new).map(|(one, is_account)| ("concerns", one, is_account));
    for (line, (part, one, is_account)) in (1_i64..).zip(at_risk.chain(concerns)) {
        let (person, account) = if is_account {
            (None, Some(one))
        } else {
            (Some(one), None)
        };
        let values: [Value; 6] = [
            id.into(),
            line.into(),
            site.into(),
            part.into(),
            person.into(),
            account.into(),
        ];
        tx.run(&ABOUT, &values)?;
    }
    Ok(())
}

/// Tells those it goes to, and answers as what they were told.
fn tell(tx: &Tx, id: ConcernId, (family, site): (FamilyId, SiteId)) -> Result<Vec<Role>> {
    let kept = tx.rows(&KEPT, &[id.into(), family.into()], |row| {
        Ok(AccountId::from_uuid(row.id(0)?))
    })?;
    let office = team(tx, family)?;
    let told = goes_to(&office, &kept, tx.account());
    for account in &told {
        let values: [Value; 4] = [(*account).into(), id.into(), site.into(), tx.now_micros().into()];
        tx.run(&TOLD, &values)?;
    }
    let is_told = |role: &Role| {
        office
            .iter()
            .any(|(account, held)| held == role && told.contains(account))
    };
    let roles = Role::ALL.into_iter().filter(is_told).collect();
    outbox::tell_all(tx, site, Notice::UrgentToRead, told)?;
    Ok(roles)
}

/// Stores what happened to a concern, in the language it was written in.
///
/// # Errors
/// [`Error::Stale`] when it was changed since `concern` was read.
pub fn record(tx: &Tx, concern: &Concern, language: &str, event: &Event) -> Result<()> {
    let after = concern.clone().after(event);
    add(tx, (concern.id, concern.site), after.entries, language, event)?;
    let (decision, by, on) = match after.stage {
        Stage::Open => (None, None, None),
        Stage::Decided { by, on, decision } => (Some(decision.key()), Some(by.uuid()), Some(on.to_string())),
    };
    let values: [Value; 8] = [
        after.stage.key().into(),
        decision.into(),
        by.into(),
        on.as_ref().into(),
        i64::from(after.entries).into(),
        after.version.into(),
        concern.id.into(),
        concern.version.into(),
    ];
    if tx.run(&CHANGED, &values)? == 0 {
        return Err(Error::Stale { now: concern.version });
    }
    Ok(())
}

/// What one entry keeps.
#[derive(Default)]
struct Kept<'a> {
    kind: &'static str,
    code: Option<&'static str>,
    at: Option<Timestamp>,
    agency: Option<&'a Text>,
    name: Option<&'a Text>,
    reference: Option<&'a Text>,
    words: Option<&'a Text>,
}

fn kept(event: &Event) -> Option<Kept<'_>> {
    Some(match event {
        Event::Raised { .. } => return None,
        Event::Decided { decision, words, .. } => Kept {
            kind: "decided",
            code: Some(decision.key()),
            words: Some(words),
            ..Kept::default()
        },
        Event::Added(entry) => {
            let kind = entry.key();
            match entry {
                Entry::Reported(report) => of_report(kind, report),
                Entry::Written { at, words } => Kept {
                    kind,
                    at: Some(*at),
                    words: words.as_ref(),
                    ..Kept::default()
                },
                Entry::Note(words) => Kept {
                    kind,
                    words: Some(words),
                    ..Kept::default()
                },
            }
        }
    })
}

fn of_report<'a>(kind: &'static str, report: &'a Report) -> Kept<'a> {
    Kept {
        kind,
        code: Some(report.how.key()),
        at: Some(report.at),
        agency: Some(&report.agency),
        name: report.name.as_ref(),
        reference: report.reference.as_ref(),
        words: None,
    }
}

/// Adds one entry, and says so in the concern's book.
fn add(tx: &Tx, (id, site): (ConcernId, SiteId), number: u32, language: &str, event: &Event) -> Result<()> {
    let kept = kept(event).ok_or(Error::NotFound)?;
    let entry = crate::id::fresh(tx.now());
    let seal =
        |column, words: Option<&Text>| tx.seal_opt(id.uuid(), "concern_entry", column, entry, words.map(Text::as_str));
    let (agency, name) = (seal("agency", kept.agency)?, seal("name", kept.name)?);
    let (reference, words) = (seal("reference", kept.reference)?, seal("words", kept.words)?);
    let at = kept.at.map(Timestamp::as_microsecond);
    let values: [Value; 14] = [
        id.into(),
        i64::from(number).into(),
        entry.into(),
        site.into(),
        kept.kind.into(),
        kept.code.into(),
        at.into(),
        tx.account().into(),
        tx.now_micros().into(),
        language.into(),
        agency.as_ref().into(),
        name.as_ref().into(),
        reference.as_ref().into(),
        words.as_ref().into(),
    ];
    tx.run(&ENTRY, &values)?;
    if let Event::Decided {
        on, decision, words, ..
    } = event
    {
        let fact = SafetyFact::ConcernDecided {
            on: on.to_string(),
            decision: decision.key().to_owned(),
            words: words.as_str().to_owned(),
        };
        return note(tx, id, "concern_decided", fact);
    }
    let fact = SafetyFact::ConcernAdded {
        kind: kept.kind.to_owned(),
        code: kept.code.map(ToOwned::to_owned),
        at,
        agency: owned(kept.agency),
        name: owned(kept.name),
        reference: owned(kept.reference),
        words: owned(kept.words),
    };
    note(tx, id, "concern_added", fact)
}

/// What happened to a concern, in its own book and under its own key.
fn note(tx: &Tx, id: ConcernId, action: &'static str, fact: SafetyFact) -> Result<()> {
    tx.append(&Written {
        book: BookId::from_uuid(id.uuid()),
        kind: BookKind::Concern,
        action,
        object_kind: "concern",
        object_id: Some(id.uuid()),
        parts: vec![Part {
            subject: id.uuid(),
            body: Fact::Safety(fact).write(),
        }],
    })?;
    Ok(())
}
