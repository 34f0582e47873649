//! One thing that speaks for a carer, or against.

use domain::family::LanguageTag;
use domain::need::Need;
use jiff::civil::Date;

/// One thing, and what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What it is.
    pub what: What,
    /// What it counts: more than none speaks for the carer, fewer against. A reason that counts nothing is only said.
    pub points: i32,
}

/// What speaks for a carer, or against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The carer speaks a language somebody in the family wants to speak.
    Speaks(LanguageTag),
    /// The carer does not.
    SpeaksNot(LanguageTag),
    /// The drive, as somebody typed it.
    Drive {
        /// How long it takes, in minutes.
        minutes: u16,
    },
    /// The two have the first half of a postcode in common.
    SameDistrict,
    /// Nobody has said how far it is.
    DriveNotKnown,
    /// The carer knows an area of need well that the family has.
    Knows(&'static Need),
    /// The children have met the carer.
    HasMet,
    /// How many places are free.
    PlacesFree {
        /// How many.
        free: u8,
    },
    /// Families of the carer have more support than usual now.
    SteppedUp {
        /// How many.
        families: u8,
    },
    /// The carer said no to this family before.
    SaidNo {
        /// The day.
        on: Date,
    },
}

impl What {
    /// The reason's name in the interface and the words.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Speaks(_) => "speaks",
            Self::SpeaksNot(_) => "speaks_not",
            Self::Drive { .. } => "drive",
            Self::SameDistrict => "same_district",
            Self::DriveNotKnown => "drive_not_known",
            Self::Knows(_) => "knows",
            Self::HasMet => "has_met",
            Self::PlacesFree { .. } => "places_free",
            Self::SteppedUp { .. } => "stepped_up",
            Self::SaidNo { .. } => "said_no",
        }
    }
}
