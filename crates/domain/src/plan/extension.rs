//! Support that goes on longer than the plan says: asked with a reason, agreed by the programme, and past three months by
//! the authority too.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::id::{AccountId, ExtensionId, FamilyId};
use crate::text::Text;

/// How many months past the first planned end the programme agrees alone.
///
/// Source: programme.md 4.3. Assumption: counted from the planned end before any extension, so that several short ones
/// are not a way round the authority.
pub const PROGRAMME_ALONE_MONTHS: i32 = 3;

/// How many months past the first planned end support can go on at all.
///
/// Assumption: 12; what goes on for longer is support of another kind, and a new referral says so.
pub const EXTENSION_MONTHS_MAX: i32 = 12;

keyed! {
    /// The two sides that agree.
    Side {
        /// The charity: its programme manager.
        Programme = "programme",
        /// The authority: its team manager.
        Authority = "authority",
    }
}

/// That one side agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// Who.
    pub by: AccountId,
    /// When.
    pub on: Date,
}

/// Where an extension stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtensionStage {
    /// It waits for whoever must agree.
    Asked,
    /// Everybody who must has agreed.
    Agreed,
    /// One side did not.
    NotAgreed {
        /// Which.
        side: Side,
    },
}

impl ExtensionStage {
    /// The stage's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Agreed => "agreed",
            Self::NotAgreed { .. } => "not_agreed",
        }
    }
}

/// An extension as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Its id.
    pub id: ExtensionId,
    /// The family.
    pub family: FamilyId,
    /// The planned end before any extension.
    pub first_end: Date,
    /// The last day of support as asked.
    pub to: Date,
    /// Who asked.
    pub asked_by: AccountId,
    /// The programme's agreement.
    pub programme: Option<Agreed>,
    /// The authority's agreement.
    pub authority: Option<Agreed>,
    /// Where it stands.
    pub stage: ExtensionStage,
    /// Counts its changes.
    pub version: i64,
}

/// An extension as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewExtension {
    /// The last day of support as asked.
    pub to: Date,
    /// Why.
    pub reason: Text,
}

/// What happened to an extension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExtensionEvent {
    /// One side agreed; `last` says whether it was the last that had to.
    Agreed {
        /// Which.
        side: Side,
        /// Who, and when.
        agreed: Agreed,
        /// Whether support goes on from now.
        last: bool,
    },
    /// One side did not agree.
    NotAgreed {
        /// Which.
        side: Side,
        /// Who, and when.
        by: Agreed,
        /// Why.
        reason: Text,
    },
}

/// Why a verb does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExtensionRefusal {
    /// There is no plan to extend.
    #[error("there is no plan")]
    NoPlan,
    /// One waits already.
    #[error("one waits already")]
    WaitsAlready,
    /// It is not later than planned, or too much later.
    #[error("to {to}, not between {from} and {latest}")]
    Outside {
        /// The day given.
        to: Date,
        /// The first day it may be.
        from: Date,
        /// The last day it may be.
        latest: Date,
    },
    /// It was decided already.
    #[error("it is {stage}")]
    IsAlready {
        /// The key of its stage.
        stage: &'static str,
    },
    /// This side has agreed, or need not.
    #[error("this side is not asked")]
    NotAsked,
}

impl NewExtension {
    /// Asks whether support goes on. `first_end` is the planned end before any extension, `end` the one that holds now,
    /// and `waits` says whether a question waits.
    ///
    /// # Errors
    /// There is no plan, one waits, or the day is out of bounds.
    pub fn ask(&self, first_end: Option<Date>, end: Option<Date>, waits: bool) -> Result<(), ExtensionRefusal> {
        let (first_end, end) = first_end.zip(end).ok_or(ExtensionRefusal::NoPlan)?;
        if waits {
            return Err(ExtensionRefusal::WaitsAlready);
        }
        let (from, latest) = (
            end.saturating_add(1.day()),
            first_end.saturating_add(EXTENSION_MONTHS_MAX.months()),
        );
        if (from..=latest).contains(&self.to) {
            Ok(())
        } else {
            let to = self.to;
            Err(ExtensionRefusal::Outside { to, from, latest })
        }
    }
}

impl Extension {
    /// Whether the authority must agree too.
    pub fn needs_authority(&self) -> bool {
        let alone = self.first_end.saturating_add(PROGRAMME_ALONE_MONTHS.months());
        alone < self.to
    }

    /// Whether this side is still asked.
    pub fn asks(&self, side: Side) -> bool {
        let waits = match side {
            Side::Programme => self.programme.is_none(),
            Side::Authority => self.needs_authority() && self.authority.is_none(),
        };
        self.stage == ExtensionStage::Asked && waits
    }

    /// One side agrees.
    ///
    /// # Errors
    /// It was decided, or this side is not asked.
    pub fn agree(&self, side: Side, agreed: Agreed) -> Result<ExtensionEvent, ExtensionRefusal> {
        self.is_asked(side)?;
        let other = match side {
            Side::Programme => Side::Authority,
            Side::Authority => Side::Programme,
        };
        Ok(ExtensionEvent::Agreed {
            side,
            agreed,
            last: !self.asks(other),
        })
    }

    /// One side does not agree, which decides it.
    ///
    /// # Errors
    /// It was decided, or this side is not asked.
    pub fn not_agree(&self, side: Side, by: Agreed, reason: Text) -> Result<ExtensionEvent, ExtensionRefusal> {
        self.is_asked(side)?;
        Ok(ExtensionEvent::NotAgreed { side, by, reason })
    }

    fn is_asked(&self, side: Side) -> Result<(), ExtensionRefusal> {
        if self.stage != ExtensionStage::Asked {
            let stage = self.stage.key();
            return Err(ExtensionRefusal::IsAlready { stage });
        }
        if self.asks(side) {
            Ok(())
        } else {
            Err(ExtensionRefusal::NotAsked)
        }
    }
}
