//! What can be done with a referral. A verb decides and changes nothing: it answers with the event,
//! or with the reason why not.

use jiff::civil::Date;

use super::outcome::ChildAfter;
use super::waiting::{Priority, Told, WaitsFor};
use super::{Capacity, Event, Referral, Stage, Why};
use crate::id::{AccountId, ReferralId};
use crate::text::Text;

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
    /// It is not at the point where this can be done.
    #[error("it is {stage}")]
    NotNow {
        /// The key of the stage it is in.
        stage: &'static str,
    },
    /// A day by which a family hears again is past.
    #[error("before {today}")]
    InPast {
        /// The day it was compared with.
        today: Date,
    },
    /// Nobody is said to live anywhere.
    #[error("no child is named")]
    NobodyNamed,
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

    /// Answers what was asked. The referral then waits for its decision again.
    ///
    /// # Errors
    /// Nothing was asked, or `on` is before it was received.
    pub fn give_information(&self, by: AccountId, on: Date, answer: Text) -> Result<Event, Refusal> {
        self.not_before_received(on)?;
        match self.stage {
            Stage::InformationAsked { .. } => Ok(Event::InformationGiven { by, on, answer }),
            _ => Err(self.not_now()),
        }
    }

    /// Says how soon a waiting family should have a carer, and what it waits for.
    ///
    /// # Errors
    /// It does not wait, or `on` is before it began to.
    pub fn set_priority(
        &self,
        by: AccountId,
        on: Date,
        priority: Priority,
        waits_for: Vec<&'static WaitsFor>,
        reason: Option<Text>,
    ) -> Result<Event, Refusal> {
        self.waits(on)?;
        Ok(Event::PrioritySet {
            by,
            on,
            priority,
            waits_for,
            reason,
        })
    }

    /// Keeps that the family was told where things stand. Every stage has something to be told of but a merged one.
    ///
    /// # Errors
    /// The day is to come or before it was received, or the family is to hear again on a day that is past.
    pub fn tell_family(&self, by: AccountId, today: Date, told: Told) -> Result<Event, Refusal> {
        if today < told.on {
            return Err(Refusal::InFuture { today });
        }
        self.not_before_received(told.on)?;
        self.not_merged()?;
        if told.next_on.is_some_and(|next| next < told.on) {
            return Err(Refusal::InPast { today: told.on });
        }
        Ok(Event::FamilyTold { by, told })
    }

    /// Keeps what the authority says happened to a family that was not taken.
    ///
    /// # Errors
    /// It was not refused, `on` is before that, or no child is spoken of.
    pub fn tell_outcome(
        &self,
        by: AccountId,
        on: Date,
        children: Vec<ChildAfter>,
        words: Option<Text>,
    ) -> Result<Event, Refusal> {
        match self.stage {
            Stage::NotAccepted { on: decided, .. } if on < decided => Err(Refusal::InPast { today: decided }),
            Stage::NotAccepted { .. } if children.is_empty() => Err(Refusal::NobodyNamed),
            Stage::NotAccepted { .. } => Ok(Event::OutcomeTold {
                by,
                on,
                children,
                words,
            }),
            _ => Err(self.not_now()),
        }
    }

    /// Takes apart what was merged, back to where it stood.
    ///
    /// # Errors
    /// It is not merged.
    pub fn unmerge(&self, by: AccountId, on: Date, was: Stage) -> Result<Event, Refusal> {
        match self.stage {
            Stage::Merged { .. } => Ok(Event::Unmerged { by, on, back_to: was }),
            _ => Err(self.not_now()),
        }
    }

    /// Takes the referral on.
    ///
    /// # Errors
    /// It was already decided, or `on` is before it was received.
    pub fn accept(&self, by: AccountId, on: Date) -> Result<Event, Refusal> {
        self.undecided(on)?;
        Ok(Event::Accepted { by, on })
    }

    /// Takes the family off the waiting list: a carer supports it from a day on.
    ///
    /// # Errors
    /// It does not wait, or support would begin before it began to.
    pub fn find_carer(&self, by: AccountId, on: Date, from: Date) -> Result<Event, Refusal> {
        self.waits(from)?;
        Ok(Event::Matched { by, on, from })
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

    /// Says that the support it led to has ended; `closing::close` decides whether it may.
    ///
    /// # Errors
    /// No carer supports the family because of it, or it is closed.
    pub fn close(&self, by: AccountId, on: Date) -> Result<Event, Refusal> {
        match self.stage {
            Stage::Matched { .. } => Ok(Event::Closed { by, on }),
            _ => Err(self.not_now()),
        }
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
            Event::Matched { from, .. } => Stage::Matched { on: from },
            Event::Closed { on, .. } => Stage::Closed { on },
            Event::Withdrawn { by, on, .. } => Stage::Withdrawn { on, by },
            Event::InformationGiven { .. } => Stage::Submitted { on: self.received_on },
            Event::EntryAdded { .. }
            | Event::PrioritySet { .. }
            | Event::FamilyTold { .. }
            | Event::OutcomeTold { .. } => self.stage,
            Event::Merged { into, .. } => Stage::Merged { into },
            Event::Unmerged { back_to, .. } => back_to,
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

    fn waits(&self, on: Date) -> Result<(), Refusal> {
        match self.stage {
            Stage::Waiting { since, .. } if on < since => Err(Refusal::BeforeReceived { received: since }),
            Stage::Waiting { .. } => Ok(()),
            _ => Err(self.not_now()),
        }
    }

    const fn not_now(&self) -> Refusal {
        Refusal::NotNow {
            stage: self.stage.key(),
        }
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
