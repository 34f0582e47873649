//! Consent: four separate things, each said by a person for themselves.
//!
//! Taking part; sharing (agreed, or told on which lawful basis); stays over; use of a story. A "no"
//! is kept with its reason and is never the same as "not asked".

mod change;

pub use change::{Answer, Change, ChangeRefusal, Stands, Thing};

use jiff::civil::Date;

use crate::text::Text;

/// What a person said to one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Consent {
    /// They agreed.
    Given {
        /// The day they did.
        on: Date,
    },
    /// They did not agree, or took it back.
    NotGiven {
        /// Why, in their words, if they said.
        why: Option<Text>,
    },
    /// Nobody has asked them yet.
    #[default]
    NotAsked,
}

impl Consent {
    /// The answer's name in the database and the words.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Given { .. } => "given",
            Self::NotGiven { .. } => "not_given",
            Self::NotAsked => "not_asked",
        }
    }
}

/// The law that lets facts be shared with a person told, not asked.
///
/// Source: UK GDPR article 6(1), points (c) to (f).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LawfulBasis {
    /// The law requires it: article 6(1)(c).
    LegalObligation,
    /// Somebody's life is at stake: article 6(1)(d).
    VitalInterests,
    /// A task of a public authority set out in law: article 6(1)(e).
    PublicTask,
    /// Legitimate interests that the person's own do not outweigh: article 6(1)(f).
    LegitimateInterests,
}

impl LawfulBasis {
    /// Every basis, the usual one first.
    pub const ALL: [Self; 4] = [
        Self::PublicTask,
        Self::LegalObligation,
        Self::VitalInterests,
        Self::LegitimateInterests,
    ];

    /// The basis's name in the database and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::LegalObligation => "legal_obligation",
            Self::VitalInterests => "vital_interests",
            Self::PublicTask => "public_task",
            Self::LegitimateInterests => "legitimate_interests",
        }
    }

    /// The basis with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.key() == key)
    }
}

/// On what footing a person's facts are shared between the authority and the charity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SharingBasis {
    /// Nobody has spoken to them about it yet.
    #[default]
    NotDiscussed,
    /// They agreed.
    Agreed,
    /// They were told, and this law allows it.
    Told(LawfulBasis),
    /// They do not agree, or took it back.
    NotAgreed,
}

impl SharingBasis {
    /// The footing's name in the database and the words; the law is kept beside it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotDiscussed => "not_discussed",
            Self::Agreed => "agreed",
            Self::Told(_) => "told",
            Self::NotAgreed => "not_agreed",
        }
    }
}

/// The four things, for one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consents {
    /// To take part in the programme, which is voluntary.
    pub taking_part: Consent,
    /// On what footing their facts are shared.
    pub sharing: SharingBasis,
    /// To a child's stays over with the carer.
    pub stays_over: Consent,
    /// To the use of their story outside the programme.
    pub story: Consent,
}
