//! A carer's household: one or two approved carers, who support up to four families at once.
//!
//! ```text
//! open ─close, with no family left▶ closed
//! ```
//! All limits are the household's, whoever of its carers does a visit. What is here is what matching asks for; checks,
//! training and the children who live there come with breaks.

mod approval;
mod away;
mod new;
mod ready;
mod verbs;

use jiff::civil::Date;

use crate::family::{LanguageTag, Postcode};
use crate::id::{AccountId, HouseholdId, MemberId, SiteId};
use crate::name::Name;
use crate::need::Need;
use crate::reference::Reference;
use crate::text::Text;

pub use approval::{Approval, CHILD_AGE_MAX, Terms};
pub use away::{AWAY_DAYS_MAX, Away, AwayWhy};
pub use new::{HouseholdProblem, NewHousehold, problems};
pub use ready::Ready;
pub use verbs::{Event, Refusal};

/// The most families one household supports at a time.
///
/// Unit: families, counted as matches that have not ended.
/// Source: The Fostering Network, programme page, "up to four families at any one time"; a household may offer fewer.
pub const FAMILIES_PER_HOUSEHOLD_MAX: u8 = 4;

/// The most carers of one household.
///
/// Assumption: two, one carer or a couple approved together (programme.md 5.1); more would share the same four places.
pub const CARERS_PER_HOUSEHOLD_MAX: usize = 2;

/// The most people written down for one household.
///
/// Assumption: 12; more is a slip.
pub const MEMBERS_MAX: usize = 12;

/// How many weekends a month a carer offers for stays, where nothing else was said.
///
/// Assumption: three (programme.md 5.1); it is only a first value on a form.
pub const WEEKENDS_USUAL: u8 = 3;

/// The most weekends of a month.
pub const WEEKENDS_MAX: u8 = 5;

/// A household as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Household {
    /// Its id.
    pub id: HouseholdId,
    /// The programme area.
    pub site: SiteId,
    /// What people say aloud for it.
    pub reference: Reference,
    /// The row's version, for finding stale pages.
    pub version: i64,
    /// Who lives there, carers first.
    pub members: Vec<Member>,
    /// The supervising social worker.
    pub supervisor: Option<AccountId>,
    /// The authority's approval.
    pub approval: Approval,
    /// How many families it supports at a time, at most [`FAMILIES_PER_HOUSEHOLD_MAX`].
    pub places: u8,
    /// How many weekends a month it offers for stays.
    pub weekends: u8,
    /// The languages its carers speak.
    pub languages: Vec<LanguageTag>,
    /// The areas of need its carers know well, by training or by experience, in the order of [`crate::need::NEEDS`].
    pub skills: Vec<&'static Need>,
    /// Whether it takes a new family.
    pub ready: Ready,
    /// When it is away, in the order of the days.
    pub away: Vec<Away>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a household stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It takes part.
    Open,
    /// It takes part no more.
    Closed {
        /// The last day it did.
        on: Date,
    },
}

impl Stage {
    /// The stage's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed { .. } => "closed",
        }
    }
}

/// Somebody of a household. A [`NewMember`] is the same before the store has made an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member<I = MemberId> {
    /// Their id.
    pub id: I,
    /// What they are called, in full.
    pub name: Name,
    /// What they are in the household.
    pub part: Part,
    /// Their account, where a carer has one.
    pub account: Option<AccountId>,
}

/// Somebody of a household as a form gives them; with an id where they are known.
pub type NewMember = Member<Option<MemberId>>;

/// What somebody is in a carer's household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// An approved family support foster carer.
    Carer,
    /// Another adult who lives there.
    Adult,
}

impl Part {
    /// Both parts, carers first.
    pub const ALL: [Self; 2] = [Self::Carer, Self::Adult];

    /// The part's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Carer => "carer",
            Self::Adult => "adult",
        }
    }

    /// The part with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }
}

impl Household {
    /// Its carers, in the order recorded.
    pub fn carers(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.part == Part::Carer)
    }

    /// Whether this account is one of its carers.
    pub fn is_carer(&self, account: AccountId) -> bool {
        self.carers().any(|carer| carer.account == Some(account))
    }

    /// Whether one of its carers speaks a language. A tag that says more, as `en-gb`, speaks the plain one too.
    pub fn speaks(&self, language: &LanguageTag) -> bool {
        self.languages.iter().any(|spoken| spoken.is_kind_of(language))
    }

    /// The time away that covers a day, if any does.
    pub fn away_on(&self, day: Date) -> Option<&Away> {
        self.away.iter().find(|away| away.covers(day))
    }
}

/// What is said of a home where it matters to who could support whom: pets, a garden, stairs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its postcode, for how far it is.
    pub postcode: Option<Postcode>,
    /// What the home is like.
    pub home: Option<Text>,
    /// What the carers would rather do, and what not.
    pub preferences: Option<Text>,
}
