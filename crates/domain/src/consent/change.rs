//! What somebody says to one of the four later: asked, agreed, told, not agreed, taken back. Each change is kept, and none is
//! ever overwritten.
//!
//! ```text
//! not asked ─▶ asked ─▶ agreed ─▶ withdrawn ─▶ asked …
//!                   └▶ not agreed       sharing only: ─▶ told, on which lawful basis
//! ```

use super::{Consent, Consents, LawfulBasis, SharingBasis};
use crate::id::PersonId;
use crate::review::Attendee;
use crate::text::Text;
use jiff::civil::Date;

keyed! {
    /// The four things. Source: programme.md 4.1.
    Thing {
        /// Taking part in the programme.
        TakingPart = "taking_part",
        /// That facts are shared between the authority and the charity.
        Sharing = "sharing",
        /// Stays over with the carer.
        StaysOver = "stays_over",
        /// The use of a story outside the programme.
        Story = "story",
    }
}

keyed! {
    /// What somebody said to one of them.
    Answer {
        /// They were asked and have not decided.
        Asked = "asked",
        /// They agree.
        Agreed = "agreed",
        /// They were told on which lawful basis; sharing only.
        Told = "told",
        /// They do not agree.
        NotAgreed = "not_agreed",
        /// They agreed and have taken it back.
        Withdrawn = "withdrawn",
    }
}

/// A change as a form gives it, and as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Whose it is.
    pub person: PersonId,
    /// Which of the four.
    pub thing: Thing,
    /// What they said.
    pub answer: Answer,
    /// The law, where they were told of one.
    pub law: Option<LawfulBasis>,
    /// The day.
    pub on: Date,
    /// Who asked them.
    pub asked_by: Attendee,
    /// Their words.
    pub words: Option<Text>,
}

/// How somebody stands to one of the four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Nobody has asked them.
    NotAsked,
    /// They said this; the day and the law where they are known.
    Said {
        /// What.
        answer: Answer,
        /// When.
        on: Option<Date>,
        /// On which lawful basis, where they were told of one.
        law: Option<LawfulBasis>,
    },
}

/// Why a change cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeRefusal {
    /// The person is of another family.
    #[error("somebody of another family")]
    NotOfTheFamily,
    /// The day is to come.
    #[error("{on} is to come")]
    ToCome {
        /// The day.
        on: Date,
    },
    /// Something later is known already.
    #[error("{last} is later")]
    BeforeTheLast {
        /// The day of it.
        last: Date,
    },
    /// Only sharing can be told, and only with the law that allows it.
    #[error("told goes with sharing and a law")]
    NotTold,
    /// Nothing was agreed that could be taken back.
    #[error("nothing to take back")]
    NothingToWithdraw,
    /// It stands so already.
    #[error("it stands so already")]
    SaidAlready,
}

impl Consents {
    /// How somebody stands to one of the four. `last` is the last change that was kept of it; a referral that says otherwise
    /// came after it.
    pub fn stands(&self, thing: Thing, last: Option<&Change>) -> Stands {
        let last = last.filter(|last| last.thing == thing && self.clone().after(last) == *self);
        if let Some(last) = last {
            return Stands::Said {
                answer: last.answer,
                on: Some(last.on),
                law: last.law,
            };
        }
        let said = |answer, on, law| Stands::Said { answer, on, law };
        let of = |consent: &Consent| match consent {
            Consent::Given { on } => said(Answer::Agreed, Some(*on), None),
            Consent::NotGiven { .. } => said(Answer::NotAgreed, None, None),
            Consent::NotAsked => Stands::NotAsked,
        };
        match thing {
            Thing::TakingPart => of(&self.taking_part),
            Thing::StaysOver => of(&self.stays_over),
            Thing::Story => of(&self.story),
            Thing::Sharing => match self.sharing {
                SharingBasis::NotDiscussed => Stands::NotAsked,
                SharingBasis::Agreed => said(Answer::Agreed, None, None),
                SharingBasis::Told(law) => said(Answer::Told, None, Some(law)),
                SharingBasis::NotAgreed => said(Answer::NotAgreed, None, None),
            },
        }
    }

    /// The four after a change.
    #[must_use]
    pub fn after(mut self, change: &Change) -> Self {
        let answer = match change.answer {
            Answer::Asked => Consent::NotAsked,
            Answer::Agreed | Answer::Told => Consent::Given { on: change.on },
            Answer::NotAgreed | Answer::Withdrawn => Consent::NotGiven {
                why: change.words.clone().filter(|_| change.thing == Thing::TakingPart),
            },
        };
        match change.thing {
            Thing::TakingPart => self.taking_part = answer,
            Thing::StaysOver => self.stays_over = answer,
            Thing::Story => self.story = answer,
            Thing::Sharing => {
                self.sharing = match (change.answer, change.law) {
                    (Answer::Agreed, _) => SharingBasis::Agreed,
                    (Answer::Told, Some(law)) => SharingBasis::Told(law),
                    (Answer::NotAgreed | Answer::Withdrawn, _) => SharingBasis::NotAgreed,
                    (Answer::Asked | Answer::Told, _) => SharingBasis::NotDiscussed,
                }
            }
        }
        self
    }
}

impl Change {
    /// Keeps a change. `now` is how the person stands to it, `people` are the family's.
    ///
    /// # Errors
    /// The person is of another family, the day is to come or before what is known, a law is missing or does not belong
    /// there, nothing was agreed that could be taken back, or nothing would change.
    pub fn keep(self, now: Stands, today: Date, people: &[PersonId]) -> Result<Self, ChangeRefusal> {
        if !people.contains(&self.person) {
            return Err(ChangeRefusal::NotOfTheFamily);
        }
        if today < self.on {
            return Err(ChangeRefusal::ToCome { on: self.on });
        }
        let is_told = self.answer == Answer::Told;
        if is_told != self.law.is_some() || (is_told && self.thing != Thing::Sharing) {
            return Err(ChangeRefusal::NotTold);
        }
        let (before, last, law) = match now {
            Stands::NotAsked => (None, None, None),
            Stands::Said { answer, on, law } => (Some(answer), on, law),
        };
        if let Some(last) = last.filter(|last| self.on < *last) {
            return Err(ChangeRefusal::BeforeTheLast { last });
        }
        if self.answer == Answer::Withdrawn && before != Some(Answer::Agreed) {
            return Err(ChangeRefusal::NothingToWithdraw);
        }
        if before == Some(self.answer) && law == self.law {
            return Err(ChangeRefusal::SaidAlready);
        }
        Ok(self)
    }
}
