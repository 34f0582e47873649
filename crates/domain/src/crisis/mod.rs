//! Crises: one call for help each, and what was done. What comes later is added, and nothing that stood there goes.
//!
//! ```text
//! written down ─▶ (a response, who was told, how it ended, a note) ─▶ signed
//! ```

mod verbs;

pub use verbs::{Bounds, Event, Refusal, write};

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::id::{AccountId, CrisisId, FamilyId, SiteId};
use crate::text::Text;

/// One call for help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crisis {
    /// Its id.
    pub id: CrisisId,
    /// The family.
    pub family: FamilyId,
    /// The family's programme area.
    pub site: SiteId,
    /// Who wrote it down.
    pub author: AccountId,
    /// When it was received.
    pub received_at: Timestamp,
    /// Who asked for help, where that was said.
    pub caller: Option<Caller>,
    /// Who signed it, and when.
    pub signed: Option<(AccountId, Date)>,
    /// How many entries were added.
    pub entries: u32,
    /// Counts its changes.
    pub version: i64,
}

keyed! {
    /// Who asked for help. Assumption: these eight; programme.md 4.7 says "from whom" and gives no list.
    Caller {
        /// A parent or another adult at home.
        Parent = "parent",
        /// A child or young person.
        Child = "child",
        /// Another relative, a friend or a neighbour.
        Near = "near",
        /// School or nursery.
        School = "school",
        /// The family's social worker, or their team.
        FamilyWorker = "family_worker",
        /// The police or another emergency service.
        Emergency = "emergency",
        /// Nobody rang: the carer saw it.
        Carer = "carer",
        /// Somebody else.
        Other = "other",
    }
}

keyed! {
    /// What was done when help was asked for. Source: programme.md 4.7.
    Response {
        /// A call.
        Call = "call",
        /// A visit.
        Visit = "visit",
        /// A stay with the carer.
        Stay = "stay",
        /// Something else.
        Other = "other",
    }
}

keyed! {
    /// Who was told. Assumption: these seven; programme.md 4.7 says "who was told" and gives no list.
    Told {
        /// The supervising social worker.
        Supervisor = "supervisor",
        /// The family's social worker.
        FamilyWorker = "family_worker",
        /// The authority's duty team.
        DutyTeam = "duty_team",
        /// The police or another emergency service.
        Emergency = "emergency",
        /// A doctor, a nurse or a midwife.
        Health = "health",
        /// The programme team.
        Programme = "programme",
        /// Somebody else.
        Other = "other",
    }
}

keyed! {
    /// How it ended. Assumption: these six; programme.md 4.7 says "outcome" and gives no list.
    Outcome {
        /// It is calmer; everybody stayed at home.
        Calmer = "calmer",
        /// A child stays with the carer.
        Stay = "stay",
        /// A child is with relatives or friends.
        Relatives = "relatives",
        /// The authority or the emergency services act.
        Authority = "authority",
        /// It goes on.
        GoesOn = "goes_on",
        /// Something else.
        Other = "other",
    }
}

impl Outcome {
    /// Whether the night was hard on whoever went: a child did not stay at home, or somebody else had to act. Whoever
    /// supervises the carer is asked to ring them (programme.md 4.11).
    ///
    /// Assumption: these three; the source says "a hard crisis" and no more.
    pub const fn is_hard(self) -> bool {
        matches!(self, Self::Stay | Self::Relatives | Self::Authority)
    }
}

/// A response with its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Responded {
    /// What was done.
    pub kind: Response,
    /// When.
    pub at: Timestamp,
    /// More about it.
    pub words: Option<Text>,
}

/// What is added to a crisis, with the first words or afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Something was done.
    Responded(Responded),
    /// People were told, each once.
    Told(Vec<Told>, Option<Text>),
    /// How it ended, as far as it has. Of two the later holds.
    Ended(Outcome, Option<Text>),
    /// Something else.
    Note(Text),
}

impl Entry {
    /// The entry's name in the database and the words.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Responded(_) => "responded",
            Self::Told(..) => "told",
            Self::Ended(..) => "ended",
            Self::Note(_) => "note",
        }
    }
}

/// A crisis as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCrisis {
    /// When it was received.
    pub received_at: Timestamp,
    /// Who asked for help.
    pub caller: Option<Caller>,
    /// What was asked, or what happened.
    pub asked: Text,
    /// What is said of it already.
    pub entries: Vec<Entry>,
}

/// How long it took from the asking to the first response; time that passed, whatever the clocks on the walls did.
///
/// Worked out and never typed. Source: programme.md 4.7, "time to response".
pub fn time_to_response(received_at: Timestamp, first: Option<Timestamp>) -> Option<SignedDuration> {
    first.map(|first| received_at.duration_until(first))
}
