//! The kinds of notice there are: who reads each, and whether it can wait.

use jiff::civil::Date;

/// Whether something can wait until the morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Urgency {
    /// Somebody waits for it now: quiet hours do not hold it.
    Urgent,
    /// It can wait.
    CanWait,
}

/// Who reads a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reader {
    /// Somebody who works with families and has an account.
    Staff,
    /// Somebody of a family.
    Family,
    /// Somebody who refers a family and has no account.
    Outside,
}

impl Reader {
    /// Every reader.
    pub const ALL: [Self; 3] = [Self::Staff, Self::Family, Self::Outside];

    /// The reader's name in the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Family => "family",
            Self::Outside => "outside",
        }
    }
}

/// One kind of notice. Its sentences are in the words, under its key.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name in the database and the words. Never reused.
    pub key: &'static str,
    /// Whether it can wait.
    pub urgency: Urgency,
    /// Who reads it.
    pub reader: Reader,
    /// The day from which it is no longer sent; those sent stay in the record.
    pub retired: Option<Date>,
}

const fn kind_of(key: &'static str, reader: Reader, urgency: Urgency) -> Kind {
    Kind {
        key,
        urgency,
        reader,
        retired: None,
    }
}

pub(super) const ONE_TIME_LINK: Kind = kind_of("one_time_link", Reader::Outside, Urgency::Urgent);
pub(super) const DRAFT_ENDS: Kind = kind_of("draft_ends", Reader::Staff, Urgency::CanWait);
pub(super) const REFERRAL_RECEIVED: Kind = kind_of("referral_received", Reader::Staff, Urgency::CanWait);
pub(super) const REFERRAL_RECEIVED_OUTSIDE: Kind =
    kind_of("referral_received_outside", Reader::Outside, Urgency::CanWait);
pub(super) const REFERRAL_TO_DECIDE: Kind = kind_of("referral_to_decide", Reader::Staff, Urgency::CanWait);
pub(super) const INFORMATION_ASKED: Kind = kind_of("information_asked", Reader::Staff, Urgency::CanWait);
pub(super) const INFORMATION_GIVEN: Kind = kind_of("information_given", Reader::Staff, Urgency::CanWait);
pub(super) const DECISION_MADE: Kind = kind_of("decision_made", Reader::Staff, Urgency::CanWait);
pub(super) const FAMILY_TOLD: Kind = kind_of("family_told", Reader::Family, Urgency::CanWait);
pub(super) const OUTCOME_ASKED: Kind = kind_of("outcome_asked", Reader::Staff, Urgency::CanWait);
pub(super) const OFFER_MADE: Kind = kind_of("offer_made", Reader::Staff, Urgency::CanWait);
pub(super) const OFFER_ANSWERED: Kind = kind_of("offer_answered", Reader::Staff, Urgency::CanWait);
pub(super) const MATCH_MADE: Kind = kind_of("match_made", Reader::Staff, Urgency::CanWait);
pub(super) const SUPPORT_ENDED: Kind = kind_of("support_ended", Reader::Staff, Urgency::CanWait);
pub(super) const RING_CARER: Kind = kind_of("ring_carer", Reader::Staff, Urgency::CanWait);
pub(super) const URGENT_TO_READ: Kind = kind_of("urgent_to_read", Reader::Staff, Urgency::Urgent);
pub(super) const TRIAL: Kind = kind_of("trial", Reader::Staff, Urgency::Urgent);

/// Every kind of notice, in the order a referral and a match bring them.
///
/// Assumption: a one-time link and a trial are urgent, because somebody asked for them and waits; a concern and a call for help
/// are, because a child may (programme.md 4.9, "at once"). All others can wait until the morning, and nobody decides about a
/// family at night because of them.
pub const KINDS: &[Kind] = &[
    ONE_TIME_LINK,
    DRAFT_ENDS,
    REFERRAL_RECEIVED,
    REFERRAL_RECEIVED_OUTSIDE,
    REFERRAL_TO_DECIDE,
    INFORMATION_ASKED,
    INFORMATION_GIVEN,
    DECISION_MADE,
    FAMILY_TOLD,
    OUTCOME_ASKED,
    OFFER_MADE,
    OFFER_ANSWERED,
    MATCH_MADE,
    SUPPORT_ENDED,
    RING_CARER,
    URGENT_TO_READ,
    TRIAL,
];

/// The kind of notice with this key, retired or not.
pub fn kind(key: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.key == key)
}
