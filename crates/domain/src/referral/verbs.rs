//! What can be done with a referral. A verb decides and changes nothing: it answers with the event,
//! or with the reason why not.

use jiff::civil::Date;

use super::{Capacity, Refer, Referral, Stage, Why};
use crate::family::{OverallReason, Part};
use crate::id::{AccountId, ReferralId};
use crate::need::Need;
use crate::text::Text;

/// Something that happened to a referral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// It was received.
    Made {
        /// Who referred.
        by: AccountId,
        /// The day.
        on: Date,
        /// How many children it named.
        children: u8,
        /// How many adults it named.
        adults: u8,
        /// The areas of need it named.
        needs: Vec<&'static Need>,
        /// The reason of the whole.
        reason: OverallReason,
    },
    /// Something was asked before deciding.
    InformationAsked {
        /// Who asked.
        by: AccountId,
        /// The day.
        on: Date,
        /// What was asked.
        question: Text,
    },
    /// It was accepted; the family waits.
    Accepted {
        /// Who accepted.
        by: AccountId,
        /// The day.
        on: Date,
    },
    /// It was not accepted.
    NotAccepted {
        /// Who decided.
        by: AccountId,
        /// The day.
        on: Date,
        /// Why.
        why: Why,
        /// More about why, in words.
        reason: Option<Text>,
        /// What the programme had to give that day.
        capacity: Capacity,
    },
    /// It was taken back.
    Withdrawn {
        /// Who recorded it.
        by: AccountId,
        /// The day.
        on: Date,
        /// Why, in words.
        reason: Option<Text>,
    },
    /// A dated note was added.
    EntryAdded {
        /// Who wrote it.
        by: AccountId,
        /// The day it is about.
        on: Date,
        /// What it says.
        text: Text,
    },
    /// A person found it to be the same request as another.
    Merged {
        /// Who joined them.
        by: AccountId,
        /// The day.
        on: Date,
        /// The one that is kept.
        into: ReferralId,
    },
}

impl Event {
    /// A family was referred.
    pub fn made(refer: &Refer, by: AccountId, on: Date) -> Self {
        let count = |part| {
            let number = refer.people.iter().filter(|person| person.part == part).count();
            u8::try_from(number).unwrap_or(u8::MAX)
        };
        Self::Made {
            by,
            on,
            children: count(Part::Child),
            adults: count(Part::Adult),
            needs: refer.needs.clone(),
            reason: refer.reason(),
        }
    }

    /// The event's name in the journal and the words. Never reused.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Made { .. } => "made",
            Self::InformationAsked { .. } => "information_asked",
            Self::Accepted { .. } => "accepted",
            Self::NotAccepted { .. } => "not_accepted",
            Self::Withdrawn { .. } => "withdrawn",
            Self::EntryAdded { .. } => "entry_added",
            Self::Merged { .. } => "merged",
        }
    }
}

/// Why a verb does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It was decided, withdrawn or merged before.
    #[error("already {stage}")]
    AlreadyDecided {
        /// The key of the stage it is in.
        stage: &'static str,
    },
    /// The day is before the referral was received.
    #[error("before it was received on {received}")]
    BeforeReceived {
        /// The day it was received.
        received: Date,
    },
    /// The day is still to come.
    #[error("after today, {today}")]
    InFuture {
        /// The day it was compared with.
        today: Date,
    },
    /// A referral cannot be merged into itself.
    #[error("it is the same referral")]
    IntoItself,
}

impl Referral {
    /// Asks for something before deciding. May be done again.
    ///
    /// # Errors
    /// It was already decided, or `on` is before it was received.
    pub fn ask_information(&self, by: AccountId, on: Date, question: Text) -> Result<Event, Refusal> {
        self.undecided(on)?;
        Ok(Event::InformationAsked { by, on, question })
    }

    /// Takes the referral on.
    ///
    /// # Errors
    /// It was already decided, or `on` is before it was received.
    pub fn accept(&self, by: AccountId, on: Date) -> Result<Event, Refusal> {
        self.undecided(on)?;
        Ok(Event::Accepted { by, on })
    }

    /// Does not take it on, and keeps why.
    ///
    /// # Errors
    /// It was already decided, or `on` is before it was received.
    pub fn not_accept(
        &self,
        by: AccountId,
        on: Date,
        why: Why,
        reason: Option<Text>,
        capacity: Capacity,
    ) -> Result<Event, Refusal> {
        self.undecided(on)?;
        Ok(Event::NotAccepted {
            by,
            on,
            why,
            reason,
            capacity,
        })
    }

    /// Takes it back, before or while the family waits. Once a carer supports the family, support
    /// is closed instead.
    ///
    /// # Errors
    /// It is past that, or `on` is before it was received.
    pub fn withdraw(&self, by: AccountId, on: Date, reason: Option<Text>) -> Result<Event, Refusal> {
        self.not_before_received(on)?;
        if !self.stage.awaits_decision() && self.waiting_since().is_none() {
            return Err(Refusal::AlreadyDecided {
                stage: self.stage.key(),
            });
        }
        Ok(Event::Withdrawn { by, on, reason })
    }

    /// Adds a note about a day. A referral that was not accepted can have notes too: what happened
    /// after is worth knowing.
    ///
    /// # Errors
    /// The day is to come or before it was received, or it was merged and notes go to the other.
    pub fn add_entry(&self, by: AccountId, on: Date, today: Date, text: Text) -> Result<Event, Refusal> {
        if today < on {
            return Err(Refusal::InFuture { today });
        }
        self.not_before_received(on)?;
        self.not_merged()?;
        Ok(Event::EntryAdded { by, on, text })
    }

    /// Joins it to another that is the same request. A person decides this.
    ///
    /// # Errors
    /// The other is this one, or it was merged before, or `on` is before it was received.
    pub fn merge(&self, by: AccountId, on: Date, into: ReferralId) -> Result<Event, Refusal> {
        self.not_before_received(on)?;
        self.not_merged()?;
        if into == self.id {
            return Err(Refusal::IntoItself);
        }
        Ok(Event::Merged { by, on, into })
    }

    /// The referral after an event: the only place its stage is assigned.
    #[must_use]
    pub fn after(mut self, event: &Event) -> Self {
        self.stage = match *event {
            Event::Made { on, .. } => Stage::Submitted { on },
            Event::InformationAsked { by, on, .. } => Stage::InformationAsked { on, by },
            Event::Accepted { by, on } => Stage::Waiting { since: on, by },
            Event::NotAccepted {
                by, on, why, capacity, ..
            } => Stage::NotAccepted { on, by, why, capacity },
            Event::Withdrawn { by, on, .. } => Stage::Withdrawn { on, by },
            Event::EntryAdded { .. } => self.stage,
            Event::Merged { into, .. } => Stage::Merged { into },
        };
        self
    }

    fn undecided(&self, on: Date) -> Result<(), Refusal> {
        if !self.stage.awaits_decision() {
            return Err(Refusal::AlreadyDecided {
                stage: self.stage.key(),
            });
        }
        self.not_before_received(on)
    }

    fn not_before_received(&self, on: Date) -> Result<(), Refusal> {
        if on < self.received_on {
            return Err(Refusal::BeforeReceived {
                received: self.received_on,
            });
        }
        Ok(())
    }

    fn not_merged(&self) -> Result<(), Refusal> {
        match self.stage {
            Stage::Merged { .. } => Err(Refusal::AlreadyDecided {
                stage: self.stage.key(),
            }),
            _ => Ok(()),
        }
    }
}
