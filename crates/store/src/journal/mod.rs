//! The journal: a book for each family, site, actor and concern. Every change and
//! every opening of a record is an entry, bound to the one before it, so that
//! nobody can rewrite what happened without it being found.

pub mod checkpoint;
pub mod event;
pub mod history;
pub mod verify;

use crate::error::{Error, Result};
use crate::kernel::{Tx, statements};
use domain::access::Action;
use domain::id::BookId;
use seal::journal::{Header, entry_hash, genesis, part_hash};
use uuid::Uuid;

/// The book of the deployment itself: jobs and commands that belong to no site.
pub(crate) const DEPLOYMENT_BOOK: BookId = BookId::from_uuid(Uuid::nil());

statements! {
    HEAD = "select seq, head from book where id = $1",
        postgres "select seq, head from book where id = $1 for update";
    OPEN_BOOK = "insert into book (id, kind, seq, head) values ($1, $2, 0, $3) on conflict (id) do nothing";
    MOVE_HEAD = "update book set seq = $1, head = $2 where id = $3";
    ENTRY = "insert into journal
        (book_id, seq, at, actor, role, relation, action, object_kind, object_id, reason_code, prev, hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    PART = "insert into journal_part (book_id, seq, part, subject_id, body, body_hash) values ($1, $2, $3, $4, $5, $6)";
}

/// What happens besides the actions of `domain::access`: the key of each, as an entry says it. A page has words for all.
pub const EVENTS: &[&str] = &[
    "account_changed",
    "account_invited",
    "account_made",
    "agreement_recorded",
    "assigned",
    "assignment_ended",
    "away_set",
    "away_taken",
    "backed_up",
    "care_put_right",
    "care_written",
    "concern_added",
    "concern_decided",
    "concern_raised",
    "consent_changed",
    "contribution_given",
    "cover_ended",
    "cover_set",
    "crisis_added",
    "crisis_signed",
    "crisis_written",
    "disruption_set",
    "disruption_taken_back",
    "drive_typed",
    "duty_changed",
    "entry_added",
    "extension_answered",
    "extension_asked",
    "families_joined",
    "families_kept_apart",
    "families_parted",
    "family_told",
    "followed_up",
    "glass_broken",
    "glass_reviewed",
    "goal_action_made",
    "goal_action_set",
    "goal_ended",
    "goal_marked",
    "household_changed",
    "household_closed",
    "household_made",
    "invitation_used",
    "ladder_set",
    "likeness_reopened",
    "link_ended",
    "link_made",
    "match_ended",
    "matched",
    "member_added",
    "member_ended",
    "message_again",
    "offer_accepted",
    "offer_declined",
    "offer_withdrawn",
    "offered",
    "passage_given",
    "passage_marked",
    "passkey_added",
    "passkey_removed",
    "person_erased",
    "person_moved",
    "person_moved_back",
    "plan_viewed",
    "plan_written",
    "practice_set",
    "protected",
    "protection_ended",
    "proved_again",
    "ready_set",
    "recovery_code_used",
    "referral_accepted",
    "referral_information_asked",
    "referral_information_given",
    "referral_made",
    "referral_merged",
    "referral_not_accepted",
    "referral_outcome_told",
    "referral_priority_set",
    "referral_taken_back",
    "referral_unmerged",
    "referral_withdrawn",
    "refused",
    "restored",
    "review_called_off",
    "review_held",
    "review_planned",
    "review_put_right",
    "role_asked",
    "role_confirmed",
    "role_declined",
    "role_ended",
    "role_proposed",
    "session_planned",
    "session_put_right",
    "session_signed",
    "session_written",
    "signed_in",
    "signed_out",
    "signed_out_elsewhere",
    "site_made",
    "site_numbers_set",
    "site_places_set",
    "site_sending_set",
    "stepped",
    "suggestion_set_aside",
    "support_closed",
    "token_ended",
    "token_made",
    "words_reviewed",
];

/// The kind of a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookKind {
    /// The house's own jobs and commands.
    Deployment,
    /// One family's.
    Family,
    /// One carer's household.
    Carer,
    /// One site's.
    Site,
    /// One person's own acts.
    Actor,
    /// One concern. It has a book of its own, so that neither an entry nor a gap between two tells whoever it concerns.
    Concern,
}

impl BookKind {
    /// The word stored for it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Deployment => "deployment",
            Self::Family => "family",
            Self::Carer => "carer",
            Self::Site => "site",
            Self::Actor => "actor",
            Self::Concern => "concern",
        }
    }
}

/// What an entry says about one person, family or account, in words only its key opens.
pub struct Part {
    /// Whom it is about.
    pub subject: Uuid,
    /// A serialised [`event::Body`].
    pub body: String,
}

/// Whom a part is about, its sealed words and their hash.
type SealedPart = (Uuid, Vec<u8>, [u8; 32]);

/// One entry to append; who and why come from the unit of work.
pub(crate) struct Entry<'e> {
    pub book: BookId,
    pub kind: BookKind,
    pub action: &'e str,
    pub object_kind: &'e str,
    pub object_id: Option<Uuid>,
    pub parts: Vec<Part>,
}

impl Tx<'_> {
    /// Appends one entry to a book, in this unit of work.
    pub(crate) fn append(&self, entry: &Entry) -> Result<u64> {
        debug_assert!(
            EVENTS.contains(&entry.action) || Action::ALL.iter().any(|action| action.key() == entry.action),
            "{} is not listed, so no page has words for it",
            entry.action
        );
        let (seq, prev) = self.head(entry.book, entry.kind)?;
        let seq = seq + 1;
        let by = self.by;
        let header = Header {
            book: entry.book.bytes(),
            seq,
            at_micros: self.now_micros(),
            actor: &by.actor,
            role: by.role,
            relation: by.relation,
            action: entry.action,
            object_kind: entry.object_kind,
            object_id: entry.object_id.map(Uuid::into_bytes),
            reason_code: by.reason,
        };
        let parts = self.seal_parts(entry.book, seq, &entry.parts)?;
        let hashes: Vec<[u8; 32]> = parts.iter().map(|(_, _, hash)| *hash).collect();
        let hash = entry_hash(&header, &hashes, &prev);
        let number = stored(seq)?;
        self.run(
            &ENTRY,
            &[
                entry.book.into(),
                number.into(),
                header.at_micros.into(),
                header.actor.into(),
                header.role.into(),
                header.relation.into(),
                header.action.into(),
                header.object_kind.into(),
                entry.object_id.into(),
                header.reason_code.into(),
                (&prev).into(),
                (&hash).into(),
            ],
        )?;
        for (at, (subject, body, body_hash)) in (1_i64..).zip(&parts) {
            let values = [
                entry.book.into(),
                number.into(),
                at.into(),
                (*subject).into(),
                body.into(),
                body_hash.into(),
            ];
            self.run(&PART, &values)?;
        }
        self.run(&MOVE_HEAD, &[number.into(), (&hash).into(), entry.book.into()])?;
        Ok(seq)
    }

    /// The newest sequence number and hash of a book, opening it when it is new.
    fn head(&self, book: BookId, kind: BookKind) -> Result<(u64, [u8; 32])> {
        let read = || {
            self.row(&HEAD, &[book.into()], |row| {
                Ok((row.int(0)?.cast_unsigned(), row.array(1)?))
            })
        };
        if let Some(head) = read()? {
            return Ok(head);
        }
        let first = genesis(book.bytes());
        self.run(&OPEN_BOOK, &[book.into(), kind.key().into(), (&first).into()])?;
        read()?.ok_or(Error::NotFound)
    }

    /// Seals each part for its subject, tied to its place in the book.
    fn seal_parts(&self, book: BookId, seq: u64, parts: &[Part]) -> Result<Vec<SealedPart>> {
        let mut sealed = Vec::with_capacity(parts.len());
        for (at, part) in (1..).zip(parts) {
            let body = self.seal(
                part.subject,
                "journal_part",
                &part_column(seq, at),
                book.uuid(),
                &part.body,
            )?;
            let hash = part_hash(part.subject.into_bytes(), &body);
            sealed.push((part.subject, body, hash));
        }
        Ok(sealed)
    }

    /// Appends the entry that says this record was opened, to the book it belongs to.
    pub(crate) fn append_opening(&self) -> Result<u64> {
        let (book, kind) = crate::permit::book_of(self, self.by)?;
        self.append(&Entry {
            book,
            kind,
            action: self.by.action,
            object_kind: self.by.object_kind,
            object_id: self.by.object_id,
            parts: Vec::new(),
        })
    }
}

/// The column a part is sealed for: its sequence number and place are part of it, so it cannot be moved.
pub(crate) fn part_column(seq: u64, part: i64) -> String {
    format!("body {seq}.{part}")
}

fn stored(seq: u64) -> Result<i64> {
    i64::try_from(seq).map_err(|_| Error::Broken {
        column: "seq".into(),
        row: seq.to_string(),
    })
}
