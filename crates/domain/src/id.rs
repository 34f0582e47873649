//! Ids of records. Each sort of record has its own type, so one cannot be passed for another.
//!
//! An id is a UUID made by the store; nothing here makes one up.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

/// Why a typed id could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdProblem {
    /// It is not the hyphenated form, 36 characters of hexadecimal digits and hyphens.
    #[error("not an id")]
    NotAnId,
}

/// Reads the hyphenated form only: one spelling for one id keeps addresses and logs comparable.
fn hyphenated(text: &str) -> Result<Uuid, IdProblem> {
    if text.len() != uuid::fmt::Hyphenated::LENGTH {
        return Err(IdProblem::NotAnId);
    }
    Uuid::try_parse(text).map_err(|_| IdProblem::NotAnId)
}

/// Makes an id type of its own around a UUID.
macro_rules! id {
    ($(#[$doc:meta] $name:ident)+) => {$(
        #[$doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// Takes a UUID that the store made or kept for this sort of record.
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID inside.
            pub const fn uuid(self) -> Uuid {
                self.0
            }

            /// The sixteen bytes as kept in the database, most significant first.
            pub const fn bytes(self) -> [u8; 16] {
                self.0.into_bytes()
            }

            /// Takes the sixteen bytes as kept in the database.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0.hyphenated(), f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = IdProblem;

            fn from_str(text: &str) -> Result<Self, IdProblem> {
                hyphenated(text).map(Self)
            }
        }
    )+};
}

id! {
    /// A programme area: the programme in one authority.
    SiteId
    /// A local authority or Health and Social Care Trust.
    AuthorityId
    /// Somebody's account, by which they sign in.
    AccountId
    /// A family, the unit of support.
    FamilyId
    /// One person in a family.
    PersonId
    /// A request for support for one family.
    ReferralId
    /// A referral on its way: begun, and not sent yet.
    ReferralDraftId
    /// One taking-in of referrals from a file.
    ImportId
    /// One dated note on a referral.
    EntryId
    /// An information sharing agreement.
    AgreementId
    /// One sign-in, from its start until it ends or is revoked.
    SignInId
    /// One book of the journal.
    BookId
    /// A role given to an account, or proposed for it.
    GrantId
    /// One urgent opening of a record without the usual relation to it.
    BreakGlassId
    /// An address kept apart from its person's record.
    AddressId
    /// An organisation that takes part: the charity, or one that works with it.
    OrganisationId
    /// A token for the programming interface.
    TokenId
    /// One link by which somebody without an account does one task.
    TaskLinkId
    /// The question whether two families are one.
    LikenessId
    /// The moving of a person from one family to another.
    PersonMoveId
    /// One message that is sent, or was.
    MessageId
    /// A carer's household.
    HouseholdId
    /// Somebody of a carer's household.
    MemberId
    /// An offer of one family to one household.
    OfferId
    /// One household with one family, from a day on.
    MatchId
    /// One household standing in for another with a family.
    CoverId
    /// One change of a family's support level.
    StepId
    /// One session with a family.
    SessionId
    /// One version of a family's plan.
    PlanId
    /// A goal of somebody of a family.
    GoalId
    /// A next step towards a goal.
    GoalActionId
    /// A question whether support goes on longer than the plan says.
    ExtensionId
    /// One review or support meeting of a family.
    ReviewId
    /// The end of a family's support.
    ClosingId
    /// One follow-up after the referral.
    FollowUpId
    /// One time in care of a child.
    EpisodeId
    /// Some days on which something outside keeps everybody of a programme area at home.
    DisruptionId
    /// One concern about a child or an adult at risk.
    ConcernId
    /// One call for help and what was done.
    CrisisId
}
