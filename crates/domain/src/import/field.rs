//! What a column of a file can hold, and the headings under which it is found.

use super::heading::HEADINGS;

/// What one column holds of what we understand. Closed: each is read by code of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The person's number in the authority's own system, whatever it looks like there.
    PersonId,
    /// The first name or names.
    Forename,
    /// The family name.
    Surname,
    /// What people call them, where it differs.
    KnownAs,
    /// When they were or will be born.
    Birth,
    /// Their sex as the authority has it. It is compared with the relationship and **not kept**: the
    /// programme records no sex, and a slip in one of the two is often a slip in the row.
    Sex,
    /// What they are in the family: a child, or an adult's word.
    Relationship,
    /// The family's number in the authority's own system: what makes rows one family.
    Family,
    /// Where they live, without the postcode.
    Address,
    /// The postcode of it.
    Postcode,
    /// The language they prefer.
    Language,
    /// Whether they want an interpreter, and for what.
    Interpreter,
    /// The day the family was referred.
    ReferralDay,
    /// Why the child is referred.
    Reason,
    /// The areas of need.
    Needs,
    /// The family's social worker.
    Worker,
    /// The e-mail address of the family's social worker.
    WorkerEmail,
    /// Whether they agreed to take part.
    Consent,
    /// How it is safe to reach them.
    SafeToCall,
    /// What is going well, and other notes.
    GoingWell,
}

/// What a file must have: of each line at least one has a column.
///
/// Without the first, rows make no families; without the others nobody could be told apart.
pub const REQUIRED: &[&[Field]] = &[
    &[Field::Family],
    &[Field::Forename, Field::Surname, Field::KnownAs],
    &[Field::Birth],
    &[Field::Relationship],
];

impl Field {
    /// How many there are.
    pub const COUNT: usize = 20;

    /// Every field, in the order people read them.
    pub const ALL: [Self; Self::COUNT] = [
        Self::PersonId,
        Self::Forename,
        Self::Surname,
        Self::KnownAs,
        Self::Birth,
        Self::Sex,
        Self::Relationship,
        Self::Family,
        Self::Address,
        Self::Postcode,
        Self::Language,
        Self::Interpreter,
        Self::ReferralDay,
        Self::Reason,
        Self::Needs,
        Self::Worker,
        Self::WorkerEmail,
        Self::Consent,
        Self::SafeToCall,
        Self::GoingWell,
    ];

    /// The field's name in a remembered mapping and the words. Never reused.
    pub const fn key(self) -> &'static str {
        match self {
            Self::PersonId => "person_id",
            Self::Forename => "forename",
            Self::Surname => "surname",
            Self::KnownAs => "known_as",
            Self::Birth => "birth",
            Self::Sex => "sex",
            Self::Relationship => "relationship",
            Self::Family => "family",
            Self::Address => "address",
            Self::Postcode => "postcode",
            Self::Language => "language",
            Self::Interpreter => "interpreter",
            Self::ReferralDay => "referral_day",
            Self::Reason => "reason",
            Self::Needs => "needs",
            Self::Worker => "worker",
            Self::WorkerEmail => "worker_email",
            Self::Consent => "consent",
            Self::SafeToCall => "safe_to_call",
            Self::GoingWell => "going_well",
        }
    }

    /// The field with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }

    /// Whether what the column says is kept. Sex alone is not; see [`Field::Sex`].
    pub const fn is_kept(self) -> bool {
        !matches!(self, Self::Sex)
    }

    /// The headings under which it is found, in English and Welsh; case, accents, blanks and
    /// punctuation do not count.
    pub const fn headings(self) -> &'static [&'static str] {
        HEADINGS[self as usize].1
    }
}
