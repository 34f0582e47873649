//! What was decided of a referral: its row with its next version, and the entry in the family's book.

use super::entry::add_entry;
use super::{Standing, load, message, outcome, told, waiting};
use crate::error::{Error, Result};
use crate::journal::event::Fact;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Tx, statements};
use domain::id::{AccountId, BookId, FamilyId, ReferralId};
use domain::referral::{Capacity, Event, Priority, Referral, Stage, WaitingFact};
use domain::text::Text;
use jiff::civil::Date;

statements! {
    STORE = "update referral set stage = $1, stage_on = $2, stage_by = $3, waiting_since = $4, why = $5, why_words = $6,
            capacity_carers = $7, capacity_places = $8, capacity_free = $9, capacity_waiting = $10,
            row_version = row_version + 1
        where id = $11 and row_version = $12";
    MERGE = "update referral set merged_was = stage, stage = 'merged', merged_into = $1, row_version = row_version + 1
        where id = $2 and row_version = $3";
    UNMERGE = "update referral set stage = merged_was, merged_was = null, merged_into = null, row_version = row_version + 1
        where id = $1 and row_version = $2 and stage = 'merged'";
}

impl Tx<'_> {
    /// Stores a decided event: the row with its new version, the entry in the family's book, and what is sent to whoever
    /// must know, in this unit of work.
    ///
    /// `language` is the one any words in it were written in: `en` or `cy`.
    ///
    /// # Errors
    /// [`Error::Stale`] when the row was changed since `referral` was read.
    pub fn record(&self, referral: &Referral, event: &Event, language: &str) -> Result<()> {
        self.keep(referral, event, language)?;
        crate::outbox::happened(self, referral, event)
    }

    /// Stores a decided event and nothing that follows from it.
    fn keep(&self, referral: &Referral, event: &Event, language: &str) -> Result<()> {
        let iso = Date::to_string;
        match event {
            Event::Made { .. } => Ok(()),
            Event::EntryAdded { text, on, .. } => add_entry(self, referral, *on, text, language),
            Event::InformationAsked { on, question, .. } => {
                message::say(self, referral, "question", question, language)?;
                let (on, words) = (iso(on), question.as_str().to_owned());
                let fact = Fact::InformationAsked { on, words };
                self.decided(referral, event, "referral_information_asked", fact, None)
            }
            Event::InformationGiven { on, answer, .. } => {
                message::say(self, referral, "answer", answer, language)?;
                let (on, words) = (iso(on), answer.as_str().to_owned());
                let fact = Fact::InformationGiven { on, words };
                self.decided(referral, event, "referral_information_given", fact, None)
            }
            Event::Accepted { on, .. } => {
                let fact = Fact::ReferralAccepted { on: iso(on) };
                self.decided(referral, event, "referral_accepted", fact, None)?;
                waiting::happened(self, referral, *on, &WaitingFact::Joined { since: *on }, None)
            }
            Event::NotAccepted { on, why, reason, .. } => {
                let (on, why, words) = (iso(on), why.key().into(), own(reason.as_ref()));
                let fact = Fact::ReferralNotAccepted { on, why, words };
                self.decided(referral, event, "referral_not_accepted", fact, reason.as_ref())
            }
            Event::Withdrawn { on, reason, .. } => {
                let words = own(reason.as_ref());
                let fact = Fact::ReferralWithdrawn { on: iso(on), words };
                self.decided(referral, event, "referral_withdrawn", fact, reason.as_ref())?;
                left(self, referral, *on)
            }
            Event::Matched { from, .. } => found_carer(self, referral, *from),
            // The entry is the closing's.
            Event::Closed { by, .. } => store_stage(self, &referral.clone().after(event), *by, None, referral.version),
            Event::Merged { on, into, .. } => merge(self, referral, *on, *into),
            Event::Unmerged { on, back_to, .. } => unmerge(self, referral, *on, *back_to),
            Event::PrioritySet {
                on,
                priority,
                waits_for,
                reason,
                ..
            } => {
                let (priority, waits_for) = (*priority, waits_for.clone());
                let keys = waits_for.iter().map(|thing| thing.key.to_owned()).collect();
                let set = WaitingFact::Set { priority, waits_for };
                waiting::happened(self, referral, *on, &set, reason.as_ref())?;
                let fact = Fact::PrioritySet {
                    on: iso(on),
                    priority: priority.key().into(),
                    waits_for: keys,
                    words: own(reason.as_ref()),
                };
                about_family(self, referral, "referral_priority_set", fact)
            }
            Event::FamilyTold { told, .. } => {
                told::keep(self, referral, told)?;
                let fact = Fact::FamilyTold {
                    on: iso(&told.on),
                    how: told.how.key().into(),
                    words: own(told.words.as_ref()),
                    next_on: told.next_on.as_ref().map(iso),
                };
                about_family(self, referral, "family_told", fact)
            }
            Event::OutcomeTold {
                on, children, words, ..
            } => {
                let parts = outcome::keep(self, referral, *on, children, words.as_ref())?;
                record(self, referral.family, "referral_outcome_told", referral.id, parts).map(|_| ())
            }
        }
    }

    /// Stores where the referral stands after an event, and what the event says.
    fn decided(
        &self,
        referral: &Referral,
        event: &Event,
        action: &'static str,
        fact: Fact,
        words: Option<&Text>,
    ) -> Result<()> {
        let (family, id) = (referral.family.uuid(), referral.id.uuid());
        let sealed = self.seal_opt(family, "referral", "why_words", id, words.map(Text::as_str))?;
        let after = referral.clone().after(event);
        store_stage(self, &after, self.account(), sealed.as_deref(), referral.version)?;
        about_family(self, referral, action, fact)
    }
}

fn own(text: Option<&Text>) -> Option<String> {
    text.map(|words| words.as_str().to_owned())
}

/// What happened, in the family's book and sealed for the family as a whole.
fn about_family(tx: &Tx, referral: &Referral, action: &'static str, fact: Fact) -> Result<()> {
    let part = Part {
        subject: referral.family.uuid(),
        body: fact.write(),
    };
    record(tx, referral.family, action, referral.id, vec![part])?;
    Ok(())
}

/// Takes a family that waits off the list: a carer supports it from a day on. The entry is the match's.
pub(crate) fn found_carer(tx: &Tx, referral: &Referral, from: Date) -> Result<()> {
    let (by, on) = (tx.account(), tx.today());
    let after = referral.clone().after(&Event::Matched { by, on, from });
    store_stage(tx, &after, by, None, referral.version)?;
    left(tx, referral, on)
}

/// Takes a family that waits off the list.
fn left(tx: &Tx, referral: &Referral, on: Date) -> Result<()> {
    match referral.stage {
        Stage::Waiting { .. } => waiting::happened(tx, referral, on, &WaitingFact::Left, None),
        _ => Ok(()),
    }
}

/// Everything but the stage stays as it is, so that a merge can be undone.
fn merge(tx: &Tx, referral: &Referral, on: Date, into: ReferralId) -> Result<()> {
    let values = [into.into(), referral.id.into(), referral.version.into()];
    changed(tx, referral, tx.run(&MERGE, &values)?)?;
    left(tx, referral, on)?;
    let (on, into) = (on.to_string(), into.to_string());
    about_family(tx, referral, "referral_merged", Fact::ReferralMerged { on, into })
}

fn unmerge(tx: &Tx, referral: &Referral, on: Date, back_to: Stage) -> Result<()> {
    let values = [referral.id.into(), referral.version.into()];
    changed(tx, referral, tx.run(&UNMERGE, &values)?)?;
    if let Stage::Waiting { since, .. } = back_to {
        // Who joins the list is in turn; this one comes back to where it stood.
        let stood = waiting::standing(tx, referral)?;
        waiting::happened(tx, referral, on, &WaitingFact::Joined { since }, None)?;
        if stood.priority != Priority::default() || !stood.waits_for.is_empty() {
            let Standing {
                priority,
                waits_for,
                reason,
            } = stood;
            let reason = reason.and_then(|words| Text::parse(&words).ok());
            let set = WaitingFact::Set { priority, waits_for };
            waiting::happened(tx, referral, on, &set, reason.as_ref())?;
        }
    }
    let fact = Fact::ReferralUnmerged { on: on.to_string() };
    about_family(tx, referral, "referral_unmerged", fact)
}

fn changed(tx: &Tx, referral: &Referral, rows: u64) -> Result<()> {
    if rows == 0 {
        let now = load(tx, referral.id)?.version;
        return Err(Error::Stale { now });
    }
    Ok(())
}

fn store_stage(tx: &Tx, after: &Referral, by: AccountId, words: Option<&[u8]>, version: i64) -> Result<()> {
    let (on, since, why, capacity) = match &after.stage {
        Stage::Waiting { since, .. } => (*since, Some(since.to_string()), None, None),
        Stage::NotAccepted { on, why, capacity, .. } => (*on, None, Some(why.key()), Some(*capacity)),
        Stage::Submitted { on }
        | Stage::InformationAsked { on, .. }
        | Stage::Matched { on }
        | Stage::Closed { on }
        | Stage::Withdrawn { on, .. } => (*on, None, None, None),
        Stage::Merged { .. } => (tx.today(), None, None, None),
    };
    let on = on.to_string();
    let n = |pick: fn(&Capacity) -> u32| capacity.as_ref().map(|c| i64::from(pick(c)));
    let rows = tx.run(
        &STORE,
        &[
            after.stage.key().into(),
            (&on).into(),
            by.into(),
            since.as_ref().into(),
            why.into(),
            words.into(),
            n(|c| c.carers).into(),
            n(|c| c.places).into(),
            n(|c| c.places_free).into(),
            n(|c| c.waiting).into(),
            after.id.into(),
            version.into(),
        ],
    )?;
    changed(tx, after, rows)
}

/// Writes what happened to a referral in the family's book.
pub(super) fn record(
    tx: &Tx,
    family: FamilyId,
    action: &'static str,
    referral: ReferralId,
    parts: Vec<Part>,
) -> Result<u64> {
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action,
        object_kind: "referral",
        object_id: Some(referral.uuid()),
        parts,
    })
}
