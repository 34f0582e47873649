//! What was decided of a referral: its row with its next version, and the entry in the family's book.

use super::entry::add_entry;
use super::load;
use crate::error::{Error, Result};
use crate::journal::event::Fact;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Tx, statements};
use domain::id::{AccountId, BookId, FamilyId, ReferralId};
use domain::referral::{Capacity, Event, Referral, Stage};
use domain::text::Text;

statements! {
    STORE = "update referral set stage = $1, stage_on = $2, stage_by = $3, waiting_since = $4, why = $5, why_words = $6,
            capacity_carers = $7, capacity_places = $8, capacity_free = $9, capacity_waiting = $10, merged_into = $11,
            row_version = row_version + 1
        where id = $12 and row_version = $13";
}

impl Tx<'_> {
    /// Stores a decided event: the row with its new version and the entry in the family's book, in this unit of work.
    ///
    /// `language` is the one any words in it were written in: `en` or `cy`.
    ///
    /// # Errors
    /// [`Error::Stale`] when the row was changed since `referral` was read.
    pub fn record(&self, referral: &Referral, event: &Event, language: &str) -> Result<()> {
        let (family, id) = (referral.family.uuid(), referral.id.uuid());
        let by = self.account();
        let own = |text: &Option<Text>| text.as_ref().map(|t| t.as_str().to_owned());
        let (action, fact, words) = match event {
            Event::Made { .. } => return Ok(()),
            Event::InformationAsked { on, question, .. } => {
                let fact = Fact::InformationAsked {
                    on: on.to_string(),
                    words: question.as_str().to_owned(),
                };
                ("referral_information_asked", fact, None)
            }
            Event::Merged { on, into, .. } => (
                "referral_merged",
                Fact::ReferralMerged {
                    on: on.to_string(),
                    into: into.to_string(),
                },
                None,
            ),
            Event::EntryAdded { text, on, .. } => return add_entry(self, referral, *on, text, language),
            Event::Accepted { on, .. } => ("referral_accepted", Fact::ReferralAccepted { on: on.to_string() }, None),
            Event::NotAccepted { on, why, reason, .. } => {
                let words = own(reason);
                let fact = Fact::ReferralNotAccepted {
                    on: on.to_string(),
                    why: why.key().into(),
                    words: words.clone(),
                };
                ("referral_not_accepted", fact, words)
            }
            Event::Withdrawn { on, reason, .. } => {
                let words = own(reason);
                (
                    "referral_withdrawn",
                    Fact::ReferralWithdrawn {
                        on: on.to_string(),
                        words: words.clone(),
                    },
                    words,
                )
            }
        };
        let sealed = self.seal_opt(family, "referral", "why_words", id, words.as_deref())?;
        let after = referral.clone().after(event);
        store_stage(self, &after, by, sealed.as_deref(), referral.version)?;
        record(
            self,
            referral.family,
            action,
            referral.id,
            vec![Part {
                subject: family,
                body: fact.write(),
            }],
        )?;
        Ok(())
    }
}

fn store_stage(tx: &Tx, after: &Referral, by: AccountId, words: Option<&[u8]>, version: i64) -> Result<()> {
    let (on, since, why, capacity) = match &after.stage {
        Stage::Waiting { since, .. } => (*since, Some(since.to_string()), None, None),
        Stage::NotAccepted { on, why, capacity, .. } => (*on, None, Some(why.key()), Some(*capacity)),
        Stage::Submitted { on }
        | Stage::InformationAsked { on, .. }
        | Stage::Matched { on }
        | Stage::Withdrawn { on, .. } => (*on, None, None, None),
        Stage::Merged { .. } => (tx.today(), None, None, None),
    };
    let into = match after.stage {
        Stage::Merged { into } => Some(into),
        _ => None,
    };
    let on = on.to_string();
    let n = |pick: fn(&Capacity) -> u32| capacity.as_ref().map(|c| i64::from(pick(c)));
    let changed = tx.run(
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
            into.into(),
            after.id.into(),
            version.into(),
        ],
    )?;
    if changed == 0 {
        return Err(Error::Stale {
            now: load(tx, after.id)?.version,
        });
    }
    Ok(())
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
