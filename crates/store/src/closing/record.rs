//! A closing as it is decided: its row, and all that ends with it in the same unit of work.

use super::Known;
use crate::error::{Error, Result};
use crate::follow_up::child_part;
use crate::journal::event::{AfterFact, Fact};
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Tx, Value, statements};
use crate::matching::{self, offers_of_family};
use crate::outbox;
use domain::care_episode::Source;
use domain::closing::{Event, NewClosing};
use domain::goal;
use domain::id::{AccountId, BookId, ClosingId, FamilyId, MatchId, ReferralId};
use domain::matching::{EndWhy, Event as Matched};
use domain::role::Role;
use domain::send::Notice;
use domain::session::{self, NewSession, Session, Stage, WhyNot, Written};
use domain::text::Text;
use uuid::Uuid;

statements! {
    MAKE = "insert into closing (id, family_id, referral_id, site_id, begun_on, closed_on, reason, language, words, achieved,
            closed_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    MAKE_CHILD = "insert into closing_child (closing_id, child_id, site_id, lives, care_kind, care_from)
        values ($1, $2, $3, $4, $5, $6)";
    ACTIVE = "select m.id from matching m where m.family_id = $1 and m.stage = 'active'";
    SUPERVISORS = "select h.supervisor_id from matching m join household h on h.id = m.household_id
        where m.referral_id = $1 and h.supervisor_id is not null and m.ends_on >= $2";
    KEPT = "select x.from_account_id from protected_from x where x.family_id = $1";
}

/// Stores that support ended, in the language it was written in: goals, the match, cover, offers, and what was planned end
/// with it, times in care nobody knew of are written down, and whoever must know is told.
///
/// # Errors
/// [`Error::NotFound`] when support never began; [`Error::Constraint`] when the same was stored at the same time.
pub fn close(tx: &Tx, known: &Known, language: &str, event: &Event) -> Result<ClosingId> {
    let (Some(asked), Some(begun)) = (known.referral, known.begun) else {
        return Err(Error::NotFound);
    };
    let (family, new) = (known.family.id, &event.closing);
    let id = ClosingId::from_uuid(crate::id::fresh(tx.now()));
    let seal = |column: &str, words: &Text| tx.seal(family.uuid(), "closing", column, id.uuid(), words.as_str());
    let words = new.words.as_ref().map(|words| seal("words", words)).transpose()?;
    let achieved = seal("achieved", &new.achieved)?;
    let (begun, on) = (begun.min(new.on).to_string(), new.on.to_string());
    let values: [Value; 12] = [
        id.into(),
        family.into(),
        asked.into(),
        known.family.site.into(),
        (&begun).into(),
        (&on).into(),
        new.reason.key().into(),
        language.into(),
        words.as_ref().into(),
        (&achieved).into(),
        event.by.into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values)?;
    let mut parts = vec![whole(family, id, new)];
    for now in &new.children {
        let since = now.care.map(|(_, since)| since.to_string());
        let kind = now.care.map(|(kind, _)| kind.key());
        let values: [Value; 6] = [
            id.into(),
            now.child.into(),
            known.family.site.into(),
            now.lives.key().into(),
            kind.into(),
            since.as_ref().into(),
        ];
        tx.run(&MAKE_CHILD, &values)?;
        parts.push(child_part(now.child, &on, now.lives, now.care));
    }
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action: "support_closed",
        object_kind: "closing",
        object_id: Some(id.uuid()),
        parts,
    })?;
    for now in &new.children {
        if let Some((kind, since)) = now.care {
            // Assumption: whoever closes has it from the authority.
            crate::care_episode::learn(tx, &known.family, (now.child, kind, since), Source::Authority)?;
        }
    }
    end_goals(tx, known, language, new)?;
    call_off(tx, known, language)?;
    end_match(tx, family, event)?;
    let supported = crate::referral::load(tx, asked)?;
    let closed = supported.close(event.by, new.on).map_err(|_| Error::NotFound)?;
    tx.record(&supported, &closed, language)?;
    crate::due::keep(tx, family)?;
    tell(tx, known, (asked, &on))?;
    Ok(id)
}

/// What the whole family's part of the entry says.
fn whole(family: FamilyId, id: ClosingId, new: &NewClosing) -> Part {
    let fact = AfterFact::SupportClosed {
        closing: id.to_string(),
        on: new.on.to_string(),
        reason: new.reason.key().to_owned(),
        words: new.words.as_ref().map(|words| words.as_str().to_owned()),
        achieved: new.achieved.as_str().to_owned(),
    };
    Part {
        subject: family.uuid(),
        body: Fact::After(fact).write(),
    }
}

/// Each goal that was open came to something.
fn end_goals(tx: &Tx, known: &Known, language: &str, new: &NewClosing) -> Result<()> {
    for (id, how) in &new.goals {
        let goal = crate::goal::load(tx, known.family.id, *id)?;
        let ended = goal::Event::Ended {
            // One that was begun later ends when it begins.
            on: new.on.max(goal.since),
            how: *how,
            words: None,
        };
        crate::goal::record(tx, known.family.site, &goal, language, &ended)?;
    }
    Ok(())
}

/// Visits and reviews that were planned do not take place, and nobody is counted against for it.
fn call_off(tx: &Tx, known: &Known, language: &str) -> Result<()> {
    let family = known.family.id;
    loop {
        let planned = crate::session::planned(tx, family)?;
        if planned.is_empty() {
            break;
        }
        for one in planned {
            let passages = crate::session::passages(tx, one.id)?;
            crate::session::record(tx, &one, language, &passages, &called_off(&one))?;
        }
    }
    for (id, _, _) in crate::review::next(tx, family)?.planned {
        let review = crate::review::load(tx, family, id)?;
        crate::review::record(tx, &review, language, &domain::review::Event::CalledOff)?;
    }
    Ok(())
}

fn called_off(session: &Session) -> session::Event {
    session::Event::Written(Written {
        new: NewSession {
            kind: session.kind,
            place: session.place,
            when: session.when,
            present: session.present.clone(),
        },
        stage: Stage::Cancelled {
            why: WhyNot::SupportEnded,
        },
        passages: Vec::new(),
        words: None,
    })
}

/// The match there is ends, and offers that wait are taken back.
fn end_match(tx: &Tx, family: FamilyId, event: &Event) -> Result<()> {
    for offer in offers_of_family(tx, family)? {
        if offer.offer.stage.is_pending() {
            let back = Matched::OfferWithdrawn {
                by: event.by,
                on: tx.today(),
                household: offer.offer.household,
            };
            matching::answered(tx, &offer.offer, &back)?;
        }
    }
    let active: Option<Uuid> = tx.row(&ACTIVE, &[family.into()], |row| row.id(0))?;
    let Some(active) = active else { return Ok(()) };
    let matched = matching::load(tx, MatchId::from_uuid(active))?;
    let ended = Matched::MatchEnded {
        by: event.by,
        on: event.closing.on,
        household: matched.household,
        why: EndWhy::SupportEnded,
        words: None,
    };
    matching::end(tx, &matched, &ended)
}

/// The family's social worker hears of it; whoever supervises a carer whose work has ended rings the carer
/// (programme.md 4.11).
fn tell(tx: &Tx, known: &Known, (asked, on): (ReferralId, &String)) -> Result<()> {
    let (family, site) = (known.family.id, known.family.site);
    let kept = tx.rows(&KEPT, &[family.into()], |row| Ok(AccountId::from_uuid(row.id(0)?)))?;
    let team = crate::concern::team(tx, family)?.into_iter();
    let workers = team
        .filter(|(account, role)| *role == Role::FamilyWorker && !kept.contains(account))
        .map(|(account, _)| account);
    outbox::tell_all(tx, site, Notice::SupportEnded { family }, workers)?;
    let supervisors = tx.rows(&SUPERVISORS, &[asked.into(), on.into()], |row| {
        Ok(AccountId::from_uuid(row.id(0)?))
    })?;
    outbox::tell_all(tx, site, Notice::RingCarer, supervisors)
}
