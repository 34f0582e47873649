//! What is sent to people without being asked for: that there is something to read, and where.
//!
//! A notice holds no text at all, so no name, reason or decision can be put in one: only a reference, a place to look, and
//! a day. Whoever else reads the phone learns nothing of the family.

use std::fmt;

use jiff::civil::Date;

use super::kind::{self, Kind};
use crate::id::{FamilyId, OfferId, ReferralDraftId, ReferralId};
use crate::reference::Reference;

/// The secret of a one-time link: 32 random bytes, made by the shell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct LinkSecret(pub [u8; 32]);

/// Never the secret: whoever has it is let in.
impl fmt::Debug for LinkSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkSecret(…)")
    }
}

/// Where a notice leads. The shell makes the address of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// To a referral, for those who may read it.
    Referral(ReferralId),
    /// To a referral begun and not sent.
    Draft(ReferralDraftId),
    /// To an offer of a family.
    Offer(OfferId),
    /// To a family.
    Family(FamilyId),
    /// To the reader's own first page, which says what waits.
    Home,
    /// To the form behind a one-time link.
    OneTime(LinkSecret),
}

/// One notice. It holds nothing that names or describes anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Here is the link to refer a family by.
    OneTimeLink {
        /// What lets them in.
        secret: LinkSecret,
        /// The last day it works.
        until: Date,
    },
    /// What was begun is deleted soon.
    DraftEnds {
        /// What was begun.
        draft: ReferralDraftId,
        /// The day it is deleted.
        on: Date,
    },
    /// The referral has arrived. To whoever made it.
    ReferralReceived {
        /// Which.
        referral: ReferralId,
        /// What people call it.
        reference: Reference,
        /// The day by which they hear of it.
        heard_by: Date,
    },
    /// The referral has arrived. To somebody without an account, who can only quote it.
    ReferralReceivedOutside {
        /// What people call it.
        reference: Reference,
        /// The day by which they hear of it.
        heard_by: Date,
    },
    /// A referral waits for a decision. To those who decide.
    ReferralToDecide {
        /// Which.
        referral: ReferralId,
        /// What people call it.
        reference: Reference,
    },
    /// Something was asked about a referral. To whoever made it.
    InformationAsked {
        /// Which.
        referral: ReferralId,
        /// What people call it.
        reference: Reference,
        /// The day by which an answer helps, if one was said.
        answer_by: Option<Date>,
    },
    /// What was asked has been answered. To whoever asked.
    InformationGiven {
        /// Which.
        referral: ReferralId,
        /// What people call it.
        reference: Reference,
    },
    /// There is a decision; which one is read after signing in.
    DecisionMade {
        /// Which.
        referral: ReferralId,
        /// What people call it.
        reference: Reference,
    },
    /// There is something to read, or nothing new yet; never a place in a queue.
    FamilyTold {
        /// The day by which they hear again, if it was promised.
        next_on: Option<Date>,
    },
    /// What has become of a family that could not be taken?
    OutcomeAsked {
        /// Which.
        referral: ReferralId,
        /// What people call it.
        reference: Reference,
    },
    /// Somebody was asked whether they take on something new. To the carers of a household.
    OfferMade {
        /// Which offer.
        offer: OfferId,
    },
    /// What a carer was asked has an answer. To whoever asked.
    OfferAnswered {
        /// Which offer.
        offer: OfferId,
    },
    /// Somebody begins to work with a family. To whoever referred it, and to the carers.
    MatchMade {
        /// Which family.
        family: FamilyId,
    },
    /// Work with a family has ended. To its social worker.
    SupportEnded {
        /// Which family.
        family: FamilyId,
    },
    /// There is somebody to ring. To whoever supervises a carer whose work with a family has ended.
    RingCarer,
    /// Something must be read soon. To those a concern or a call for help goes to: one notice for both, which names neither, so
    /// that no list of what was sent tells anybody that there is a concern.
    UrgentToRead,
    /// A trial of the settings.
    Trial,
}

impl Notice {
    /// What kind it is.
    pub const fn kind(self) -> &'static Kind {
        match self {
            Self::OneTimeLink { .. } => &kind::ONE_TIME_LINK,
            Self::DraftEnds { .. } => &kind::DRAFT_ENDS,
            Self::ReferralReceived { .. } => &kind::REFERRAL_RECEIVED,
            Self::ReferralReceivedOutside { .. } => &kind::REFERRAL_RECEIVED_OUTSIDE,
            Self::ReferralToDecide { .. } => &kind::REFERRAL_TO_DECIDE,
            Self::InformationAsked { .. } => &kind::INFORMATION_ASKED,
            Self::InformationGiven { .. } => &kind::INFORMATION_GIVEN,
            Self::DecisionMade { .. } => &kind::DECISION_MADE,
            Self::FamilyTold { .. } => &kind::FAMILY_TOLD,
            Self::OutcomeAsked { .. } => &kind::OUTCOME_ASKED,
            Self::OfferMade { .. } => &kind::OFFER_MADE,
            Self::OfferAnswered { .. } => &kind::OFFER_ANSWERED,
            Self::MatchMade { .. } => &kind::MATCH_MADE,
            Self::SupportEnded { .. } => &kind::SUPPORT_ENDED,
            Self::RingCarer => &kind::RING_CARER,
            Self::UrgentToRead => &kind::URGENT_TO_READ,
            Self::Trial => &kind::TRIAL,
        }
    }

    /// What people call the referral it is about, if it is about one.
    pub const fn reference(self) -> Option<Reference> {
        match self {
            Self::ReferralReceived { reference, .. }
            | Self::ReferralReceivedOutside { reference, .. }
            | Self::ReferralToDecide { reference, .. }
            | Self::InformationAsked { reference, .. }
            | Self::InformationGiven { reference, .. }
            | Self::DecisionMade { reference, .. }
            | Self::OutcomeAsked { reference, .. } => Some(reference),
            Self::OneTimeLink { .. }
            | Self::DraftEnds { .. }
            | Self::FamilyTold { .. }
            | Self::OfferMade { .. }
            | Self::OfferAnswered { .. }
            | Self::MatchMade { .. }
            | Self::SupportEnded { .. }
            | Self::RingCarer
            | Self::UrgentToRead
            | Self::Trial => None,
        }
    }

    /// Where it leads, if anywhere.
    pub const fn link(self) -> Option<Link> {
        match self {
            Self::OneTimeLink { secret, .. } => Some(Link::OneTime(secret)),
            Self::DraftEnds { draft, .. } => Some(Link::Draft(draft)),
            Self::ReferralReceived { referral, .. }
            | Self::ReferralToDecide { referral, .. }
            | Self::InformationAsked { referral, .. }
            | Self::InformationGiven { referral, .. }
            | Self::DecisionMade { referral, .. }
            | Self::OutcomeAsked { referral, .. } => Some(Link::Referral(referral)),
            Self::OfferMade { offer } | Self::OfferAnswered { offer } => Some(Link::Offer(offer)),
            Self::MatchMade { family } | Self::SupportEnded { family } => Some(Link::Family(family)),
            Self::RingCarer | Self::UrgentToRead => Some(Link::Home),
            Self::ReferralReceivedOutside { .. } | Self::FamilyTold { .. } | Self::Trial => None,
        }
    }

    /// The day it names, if it names one.
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::OneTimeLink { until: day, .. }
            | Self::DraftEnds { on: day, .. }
            | Self::ReferralReceived { heard_by: day, .. }
            | Self::ReferralReceivedOutside { heard_by: day, .. } => Some(day),
            Self::InformationAsked { answer_by: day, .. } | Self::FamilyTold { next_on: day } => day,
            Self::ReferralToDecide { .. }
            | Self::InformationGiven { .. }
            | Self::DecisionMade { .. }
            | Self::OutcomeAsked { .. }
            | Self::OfferMade { .. }
            | Self::OfferAnswered { .. }
            | Self::MatchMade { .. }
            | Self::SupportEnded { .. }
            | Self::RingCarer
            | Self::UrgentToRead
            | Self::Trial => None,
        }
    }
}
