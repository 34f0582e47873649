//! What an action is done to.

use uuid::Uuid;

use crate::id::{
    AccountId, AddressId, BreakGlassId, ConcernId, CrisisId, FamilyId, GrantId, HouseholdId, LikenessId, MatchId,
    OfferId, PersonId, ReferralId, SessionId, SiteId, TaskLinkId,
};

/// What an action is done to: a record, a list, or the service itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Object {
    /// What anybody may see.
    Public,
    /// The actor's own account, sign-ins, tokens and book.
    Own,
    /// A list over every site the actor belongs to; the permit's scope says what it may show.
    Lists,
    /// The whole installation.
    System,
    /// One programme area.
    Site(SiteId),
    /// One family.
    Family(FamilyId),
    /// One referral.
    Referral(ReferralId),
    /// One person of a family.
    Person(PersonId),
    /// Somebody's account.
    Account(AccountId),
    /// The address of a protected person.
    Address(AddressId),
    /// A role given or proposed.
    Grant(GrantId),
    /// An urgent opening.
    BreakGlass(BreakGlassId),
    /// Two families that may be one.
    Likeness(LikenessId),
    /// The task behind a link for somebody without an account.
    TaskLink(TaskLinkId),
    /// A carer's household.
    Household(HouseholdId),
    /// An offer of a family to a household.
    Offer(OfferId),
    /// A match of a household with a family.
    Match(MatchId),
    /// A session with a family.
    Session(SessionId),
    /// A concern.
    Concern(ConcernId),
    /// A call for help.
    Crisis(CrisisId),
}

/// The kinds of object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ObjectKind {
    /// What anybody may see.
    Public,
    /// What is the actor's own.
    Own,
    /// A list over sites.
    Lists,
    /// The whole installation.
    System,
    /// A programme area.
    Site,
    /// A family.
    Family,
    /// A referral.
    Referral,
    /// A person of a family.
    Person,
    /// An account.
    Account,
    /// A protected address.
    Address,
    /// A role given or proposed.
    Grant,
    /// An urgent opening.
    BreakGlass,
    /// Two families that may be one.
    Likeness,
    /// The task behind a link for somebody without an account.
    TaskLink,
    /// A carer's household.
    Household,
    /// An offer of a family to a household.
    Offer,
    /// A match of a household with a family.
    Match,
    /// A session with a family.
    Session,
    /// A concern.
    Concern,
    /// A call for help.
    Crisis,
}

impl ObjectKind {
    /// The kind's name in the journal and the routes. Never reused.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Own => "own",
            Self::Lists => "lists",
            Self::System => "system",
            Self::Site => "site",
            Self::Family => "family",
            Self::Referral => "referral",
            Self::Person => "person",
            Self::Account => "account",
            Self::Address => "address",
            Self::Grant => "grant",
            Self::BreakGlass => "break_glass",
            Self::Likeness => "likeness",
            Self::TaskLink => "task_link",
            Self::Household => "household",
            Self::Offer => "offer",
            Self::Match => "match",
            Self::Session => "session",
            Self::Concern => "concern",
            Self::Crisis => "crisis",
        }
    }
}

impl Object {
    /// The kind of this object.
    pub const fn kind(self) -> ObjectKind {
        match self {
            Self::Public => ObjectKind::Public,
            Self::Own => ObjectKind::Own,
            Self::Lists => ObjectKind::Lists,
            Self::System => ObjectKind::System,
            Self::Site(_) => ObjectKind::Site,
            Self::Family(_) => ObjectKind::Family,
            Self::Referral(_) => ObjectKind::Referral,
            Self::Person(_) => ObjectKind::Person,
            Self::Account(_) => ObjectKind::Account,
            Self::Address(_) => ObjectKind::Address,
            Self::Grant(_) => ObjectKind::Grant,
            Self::BreakGlass(_) => ObjectKind::BreakGlass,
            Self::Likeness(_) => ObjectKind::Likeness,
            Self::TaskLink(_) => ObjectKind::TaskLink,
            Self::Household(_) => ObjectKind::Household,
            Self::Offer(_) => ObjectKind::Offer,
            Self::Match(_) => ObjectKind::Match,
            Self::Session(_) => ObjectKind::Session,
            Self::Concern(_) => ObjectKind::Concern,
            Self::Crisis(_) => ObjectKind::Crisis,
        }
    }

    /// The id of the record, where the object is one.
    pub const fn id(self) -> Option<Uuid> {
        match self {
            Self::Public | Self::Own | Self::Lists | Self::System => None,
            Self::Site(id) => Some(id.uuid()),
            Self::Family(id) => Some(id.uuid()),
            Self::Referral(id) => Some(id.uuid()),
            Self::Person(id) => Some(id.uuid()),
            Self::Account(id) => Some(id.uuid()),
            Self::Address(id) => Some(id.uuid()),
            Self::Grant(id) => Some(id.uuid()),
            Self::BreakGlass(id) => Some(id.uuid()),
            Self::Likeness(id) => Some(id.uuid()),
            Self::TaskLink(id) => Some(id.uuid()),
            Self::Household(id) => Some(id.uuid()),
            Self::Offer(id) => Some(id.uuid()),
            Self::Match(id) => Some(id.uuid()),
            Self::Session(id) => Some(id.uuid()),
            Self::Concern(id) => Some(id.uuid()),
            Self::Crisis(id) => Some(id.uuid()),
        }
    }
}
