//! What can be wrong with a row or a family of a file: a fact each, with its numbers.

use jiff::civil::Date;

use crate::day::{BirthProblem, DayProblem};
use crate::referral::ReferProblem;

/// What is wrong, with its facts. Rows are numbered as in [`super::Problem::row`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    // These keep the whole family out.
    /// The row has fewer cells than there are headings.
    ShortRow {
        /// How many cells it has.
        cells: usize,
        /// How many headings there are.
        columns: usize,
    },
    /// The row has more cells than there are headings, and something stands in them: a comma in an
    /// address without quotation marks has moved every later cell.
    LongRow {
        /// How many cells it has.
        cells: usize,
        /// How many headings there are.
        columns: usize,
    },
    /// The row does not say which family it belongs to.
    NoFamily {
        /// A row of a family in which the same person stands: the same name and birth.
        like: Option<u32>,
    },
    /// The cell is not a day.
    Day(DayProblem),
    /// The birth is after today.
    BirthInFuture {
        /// The day it was compared with.
        today: Date,
    },
    /// The birth is expected more than a year from today.
    BirthTooFarAhead {
        /// The day it was compared with.
        today: Date,
    },
    /// The birth is said to be expected in a month that is past.
    ExpectedInPast {
        /// The day it was compared with.
        today: Date,
    },
    /// The referral is dated after today.
    ReferralInFuture {
        /// The day it was compared with.
        today: Date,
    },
    /// The referral is dated before there was a programme.
    ReferralTooLongAgo {
        /// The first year there was one.
        min: i16,
    },
    /// There are more characters than fit; with several rows of notes, when they are put together.
    TooLong {
        /// How many characters there are.
        chars: usize,
        /// How many fit.
        max: usize,
    },
    /// The family as a whole cannot be referred: nobody is a child, too many people or homes, an unborn adult.
    Family(ReferProblem),

    // These are said, and the family is let in, but for a relationship that leaves open who is a child.
    /// The word for the relationship is not known.
    RelationshipNotKnown {
        /// Whether the person is 18 or over and was taken for an adult; if not, the family is kept out.
        adult: bool,
    },
    /// Nothing is said of the relationship.
    RelationshipMissing {
        /// As for a word that is not known.
        adult: bool,
    },
    /// The birth is not given.
    BirthMissing,
    /// The birth is longer ago than anybody lives.
    BornLongAgo {
        /// The year of it.
        year: i16,
    },
    /// Somebody called a child is 18 or over.
    GrownChild {
        /// Their age today in whole years; the least it could be.
        years: u16,
    },
    /// The forename is not given, of somebody who is born.
    ForenameMissing,
    /// The row is the same as an earlier one, cell for cell, and was taken once.
    SameRow {
        /// The earlier row.
        row: u32,
    },
    /// The same person seems to stand in an earlier row: the same name, whatever its case and
    /// accents, and births that could be one. Both are taken; a person decides.
    SamePerson {
        /// The earlier row.
        row: u32,
    },
    /// Somebody of the family in an earlier row has the same number with other details.
    SameId {
        /// The earlier row.
        row: u32,
    },
    /// The whole family seems to stand in the file under another number: the number differs only in
    /// case, blanks, punctuation or noughts, or a child is the same. Both are taken; a person decides.
    SameFamily {
        /// A row of the earlier family.
        row: u32,
    },
    /// What holds for the whole family is not the same as in an earlier row. The earliest referral
    /// day is used, and the first social worker.
    Differs {
        /// The first row that says something else.
        row: u32,
    },
    /// The sex does not go with the word for the relationship.
    SexAgainstRelationship,
    /// A parent or grandparent is less than twelve years older than a child of the family.
    ParentYears {
        /// The row of the child who is nearest in age.
        row: u32,
        /// How many whole years the adult is older; fewer than none if the child is the older.
        years: i16,
    },
    /// The postcode is not given, of an address that is.
    PostcodeMissing,
    /// The postcode is not one of the United Kingdom.
    PostcodeForeign,
    /// The language is not one we know; what was written is kept with what helps in talking.
    LanguageNotKnown,
    /// No row of the family says when it was referred; today is used.
    ReferralDayMissing,
    /// The child has no reason.
    ReasonMissing,
    /// The reason is not one we know; what was written is kept with the worries.
    ReasonNotKnown,
    /// An adult has a reason, which only a child can have; it is not kept. Said once for a family.
    ReasonOfAdult,
    /// Children of the family have different reasons. Said once for a family.
    MixedReasons,
    /// The need is "other", which says nothing yet.
    NeedOther,
    /// One need or more in the cell is not one of the nine; what was written is kept with the worries.
    NeedNotKnown,
    /// The e-mail address cannot be right. Said once for a family.
    EmailOdd,
    /// They did not agree to take part, and the file does not say why.
    ConsentNotGiven,
    /// Whether they agreed cannot be understood; it is kept as not asked, and what was written with the worries.
    ConsentNotKnown,
}

impl Fault {
    /// Whether it keeps the whole family out, or a row without a family.
    pub const fn blocks(&self) -> bool {
        match self {
            Self::ShortRow { .. }
            | Self::LongRow { .. }
            | Self::NoFamily { .. }
            | Self::Day(_)
            | Self::BirthInFuture { .. }
            | Self::BirthTooFarAhead { .. }
            | Self::ExpectedInPast { .. }
            | Self::ReferralInFuture { .. }
            | Self::ReferralTooLongAgo { .. }
            | Self::TooLong { .. }
            | Self::Family(_) => true,
            Self::RelationshipNotKnown { adult } | Self::RelationshipMissing { adult } => !*adult,
            _ => false,
        }
    }

    /// Every key there is, in the order of the faults.
    pub const KEYS: [&'static str; 47] = [
        "short_row",
        "long_row",
        "no_family",
        "day_unreadable",
        "day_two_digit_year",
        "day_no_such_month",
        "day_no_such_day",
        "day_year_out_of_range",
        "birth_in_future",
        "birth_too_far_ahead",
        "expected_in_past",
        "referral_in_future",
        "referral_too_long_ago",
        "too_long",
        "no_child",
        "too_many_people",
        "too_many_homes",
        "unborn_adult",
        "family",
        "relationship_not_known",
        "relationship_missing",
        "relationship_not_known_adult",
        "relationship_missing_adult",
        "birth_missing",
        "born_long_ago",
        "grown_child",
        "forename_missing",
        "same_row",
        "same_person",
        "same_id",
        "same_family",
        "differs",
        "sex_against_relationship",
        "parent_years",
        "postcode_missing",
        "postcode_foreign",
        "language_not_known",
        "referral_day_missing",
        "reason_missing",
        "reason_not_known",
        "reason_of_adult",
        "mixed_reasons",
        "need_other",
        "need_not_known",
        "email_odd",
        "consent_not_given",
        "consent_not_known",
    ];

    /// The fault's name in the words. Never reused.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::ShortRow { .. } => "short_row",
            Self::LongRow { .. } => "long_row",
            Self::NoFamily { .. } => "no_family",
            Self::BirthInFuture { .. } => "birth_in_future",
            Self::BirthTooFarAhead { .. } => "birth_too_far_ahead",
            Self::ExpectedInPast { .. } => "expected_in_past",
            Self::ReferralInFuture { .. } => "referral_in_future",
            Self::ReferralTooLongAgo { .. } => "referral_too_long_ago",
            Self::TooLong { .. } => "too_long",
            Self::BornLongAgo { .. } => "born_long_ago",
            Self::GrownChild { .. } => "grown_child",
            Self::SameRow { .. } => "same_row",
            Self::SamePerson { .. } => "same_person",
            Self::SameId { .. } => "same_id",
            Self::SameFamily { .. } => "same_family",
            Self::Differs { .. } => "differs",
            Self::ParentYears { .. } => "parent_years",
            Self::BirthMissing => "birth_missing",
            Self::ForenameMissing => "forename_missing",
            Self::SexAgainstRelationship => "sex_against_relationship",
            Self::PostcodeMissing => "postcode_missing",
            Self::PostcodeForeign => "postcode_foreign",
            Self::LanguageNotKnown => "language_not_known",
            Self::ReferralDayMissing => "referral_day_missing",
            Self::ReasonMissing => "reason_missing",
            Self::ReasonNotKnown => "reason_not_known",
            Self::ReasonOfAdult => "reason_of_adult",
            Self::MixedReasons => "mixed_reasons",
            Self::NeedOther => "need_other",
            Self::NeedNotKnown => "need_not_known",
            Self::EmailOdd => "email_odd",
            Self::ConsentNotGiven => "consent_not_given",
            Self::ConsentNotKnown => "consent_not_known",
            Self::Day(problem) => match problem {
                DayProblem::Empty | DayProblem::Unreadable => "day_unreadable",
                DayProblem::TwoDigitYear { .. } => "day_two_digit_year",
                DayProblem::NoSuchMonth { .. } => "day_no_such_month",
                DayProblem::NoSuchDay { .. } => "day_no_such_day",
                DayProblem::YearOutOfRange { .. } => "day_year_out_of_range",
            },
            Self::Family(problem) => match problem {
                ReferProblem::NoChild => "no_child",
                ReferProblem::TooManyPeople { .. } => "too_many_people",
                ReferProblem::TooManyHomes { .. } => "too_many_homes",
                ReferProblem::UnbornAdult { .. } => "unborn_adult",
                _ => "family",
            },
            Self::RelationshipNotKnown { adult: false } => "relationship_not_known",
            Self::RelationshipNotKnown { adult: true } => "relationship_not_known_adult",
            Self::RelationshipMissing { adult: false } => "relationship_missing",
            Self::RelationshipMissing { adult: true } => "relationship_missing_adult",
        }
    }
}

impl From<BirthProblem> for Fault {
    fn from(problem: BirthProblem) -> Self {
        match problem {
            BirthProblem::Day(problem) => Self::Day(problem),
            BirthProblem::InFuture { today } => Self::BirthInFuture { today },
            BirthProblem::TooFarAhead { today } => Self::BirthTooFarAhead { today },
            BirthProblem::ExpectedInPast { today } => Self::ExpectedInPast { today },
            // A text has a last part, which is the year; and any year a day may have is taken.
            BirthProblem::YearMissing | BirthProblem::MonthMissing | BirthProblem::TooLongAgo { .. } => {
                Self::Day(DayProblem::Unreadable)
            }
        }
    }
}
