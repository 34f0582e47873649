//! Concerns: something about a child or an adult at risk that those who answer for it must know at once.
//!
//! ```text
//! raised ─▶ read by those it goes to ─▶ decided
//!        └──────── added to, never changed ───────▶
//! ```

mod told;
mod verbs;

pub use told::goes_to;
pub use verbs::{Bounds, Event, Refusal, raise, written_due};

use jiff::Timestamp;
use jiff::civil::Date;

use crate::id::{AccountId, ConcernId, CrisisId, FamilyId, PersonId, SessionId, SiteId};
use crate::text::Text;

/// One concern, as far as deciding needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concern {
    /// Its id.
    pub id: ConcernId,
    /// The family it was raised about.
    pub family: FamilyId,
    /// The family's programme area.
    pub site: SiteId,
    /// Who raised it.
    pub author: AccountId,
    /// When.
    pub raised_at: Timestamp,
    /// How it stands.
    pub stage: Stage,
    /// By when a report in writing must follow, where the nation says so.
    pub written_due: Option<Timestamp>,
    /// How many entries were added.
    pub entries: u32,
    /// Counts its changes.
    pub version: i64,
}

/// How a concern stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody has decided what is done.
    Open,
    /// Somebody has. A later decision takes the place of this one, which stays among the entries.
    Decided {
        /// Who.
        by: AccountId,
        /// When.
        on: Date,
        /// What.
        decision: Decision,
    },
}

impl Stage {
    /// The stage's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Decided { .. } => "decided",
        }
    }
}

keyed! {
    /// Who is at risk. Source: programme.md 4.9, "about a child or an adult at risk".
    AtRisk {
        /// A child or young person.
        Child = "child",
        /// An adult at risk.
        Adult = "adult",
        /// Both.
        Both = "both",
    }
}

keyed! {
    /// Whether they are safe for now. Source: programme.md 4.9, "immediate safety".
    Safety {
        /// They are safe for now.
        Safe = "safe",
        /// Somebody is in danger.
        Danger = "danger",
        /// It is not known.
        Unknown = "unknown",
    }
}

keyed! {
    /// How a report was made. Assumption: these four; programme.md 4.9 says "how" and gives no list.
    Means {
        /// By telephone.
        Phone = "phone",
        /// Face to face.
        InPerson = "in_person",
        /// Through a form of the authority's.
        Online = "online",
        /// By e-mail.
        Email = "email",
    }
}

keyed! {
    /// What was decided about a concern. Assumption: these five; programme.md 4.9 gives no list.
    Decision {
        /// No further action.
        NoFurther = "no_further",
        /// The family gets more support.
        MoreSupport = "more_support",
        /// It was referred to the authority's duty team.
        DutyTeam = "duty_team",
        /// There is a strategy meeting.
        Strategy = "strategy",
        /// Something else.
        Other = "other",
    }
}

/// Whom a concern concerns: what they may have done or left undone. They never learn of it here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whom {
    /// People of the family.
    pub people: Vec<PersonId>,
    /// People who work with the family.
    pub accounts: Vec<AccountId>,
    /// Somebody else, in words.
    pub somebody: Option<Text>,
}

/// What a concern came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A visit.
    Session(SessionId),
    /// A call for help.
    Crisis(CrisisId),
}

/// A concern as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewConcern {
    /// Who is at risk.
    pub at_risk: AtRisk,
    /// Who of the family it is about.
    pub people: Vec<PersonId>,
    /// Whom it concerns.
    pub whom: Whom,
    /// What was seen, heard or said.
    pub what: Text,
    /// Whether they are safe for now.
    pub safety: Safety,
    /// What was done to keep them safe.
    pub safety_words: Option<Text>,
    /// To whom it was reported already.
    pub report: Option<Report>,
    /// What it came from.
    pub origin: Option<Origin>,
}

/// A report to somebody who acts on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The agency.
    pub agency: Text,
    /// The name of who took it.
    pub name: Option<Text>,
    /// When.
    pub at: Timestamp,
    /// How.
    pub how: Means,
    /// What they call it.
    pub reference: Option<Text>,
}

/// What is added to a concern afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// It was reported.
    Reported(Report),
    /// The report in writing was sent.
    Written {
        /// When.
        at: Timestamp,
        /// More about it.
        words: Option<Text>,
    },
    /// Something else.
    Note(Text),
}

impl Entry {
    /// The entry's name in the database and the words.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Reported(_) => "reported",
            Self::Written { .. } => "written",
            Self::Note(_) => "note",
        }
    }
}
