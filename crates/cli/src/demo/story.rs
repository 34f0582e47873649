//! The shape in which the invented families are written down: days counted back from today, people
//! by their age, words as their worker wrote them.

use domain::family::{Part, Reason};
use domain::referral::{How, Lives, Priority, Why};

/// One family and what became of its referral.
#[derive(Clone, Copy, Debug)]
pub struct Story {
    /// How many days ago the referral was received.
    pub days_ago: i32,
    /// Who referred: the place of the family worker in the area's list.
    pub worker: usize,
    /// The people, in the order they were named.
    pub people: &'static [Who],
    /// Keys of the areas of need.
    pub needs: &'static [&'static str],
    /// What is going well.
    pub going_well: &'static str,
    /// What worries people.
    pub worries: &'static str,
    /// Where people live: the person's place, the words, whether it must not be shown.
    pub homes: &'static [(usize, &'static str, bool)],
    /// What became of it, and after how many days.
    pub then: &'static [(i32, Then)],
}

/// Something that happened to a referral.
#[derive(Clone, Copy, Debug)]
pub enum Then {
    /// The programme manager asked something first.
    Asked(&'static str),
    /// What was asked was answered by who referred.
    Answered(Tongue, &'static str),
    /// It was accepted; the family waits.
    Accepted,
    /// It was put in its place on the waiting list: how soon, what it waits for, why.
    Placed(Priority, &'static [&'static str], &'static str),
    /// The family was told where things stand: how, in which words, and after how many days they hear again.
    Told(How, &'static str, i64),
    /// The authority said where the children live now, the same for each.
    After(Lives, &'static str),
    /// It was not accepted.
    NotAccepted(Why, &'static str),
    /// It was taken back by who referred.
    Withdrawn(&'static str),
    /// Somebody wrote an entry: who, in which language, the words.
    Wrote(Author, Tongue, &'static str),
}

/// Who wrote an entry.
#[derive(Clone, Copy, Debug)]
pub enum Author {
    /// The social worker who referred.
    Worker,
    /// The programme manager.
    Manager,
    /// The programme officer.
    Officer,
}

/// The language an entry was written in.
#[derive(Clone, Copy, Debug)]
pub enum Tongue {
    /// English.
    En,
    /// Welsh.
    Cy,
}

impl Tongue {
    /// The language's tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Cy => "cy",
        }
    }
}

/// When somebody was born, as far as anybody said.
#[derive(Clone, Copy, Debug)]
pub enum Born {
    /// So many months before the referral, on a day the seed chooses.
    Months(i32),
    /// The same, but only the month was said.
    MonthOnly(i32),
    /// The same, but only the year was said.
    YearOnly(i32),
    /// So many months after today.
    Expected(i32),
    /// Nobody said.
    Unknown,
}

/// What somebody said to taking part.
#[derive(Clone, Copy, Debug)]
pub enum Said {
    /// They agreed on the day of the referral.
    Yes,
    /// They did not, with the reason if there was one.
    No(&'static str),
    /// Nobody asked them yet.
    NotAsked,
}

/// How somebody may be reached without harm.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    /// A number that is safe to ring.
    pub number: &'static str,
    /// When it is safe.
    pub times: &'static str,
    /// Do not leave a message.
    pub no_message: bool,
    /// The address must not be shown.
    pub hidden: bool,
    /// Anything else.
    pub note: &'static str,
}

/// One person of a family. An empty text means that nobody said.
#[derive(Clone, Copy, Debug)]
pub struct Who {
    /// Child or adult.
    pub part: Part,
    /// First name.
    pub forename: &'static str,
    /// Family name.
    pub surname: &'static str,
    /// What people call them.
    pub known_as: &'static str,
    /// When they were born.
    pub born: Born,
    /// What they are to the children, in the family's word.
    pub relationship: &'static str,
    /// The language they want to speak, read and be reminded in.
    pub language: &'static str,
    /// Why this child is referred.
    pub reason: Option<Reason>,
    /// The child's legal status, a key of the nation's pack.
    pub status: &'static str,
    /// Whether they agreed to take part.
    pub said: Said,
    /// How they may be reached.
    pub reach: Option<Reach>,
}

/// A child of so many years and months, at risk of coming into care.
pub const fn child(forename: &'static str, surname: &'static str, years: i32, months: i32) -> Who {
    Who {
        part: Part::Child,
        forename,
        surname,
        known_as: "",
        born: Born::Months(years * 12 + months),
        relationship: "",
        language: "",
        reason: Some(Reason::RiskOfCare),
        status: "",
        said: Said::NotAsked,
        reach: None,
    }
}

/// An adult of so many years who agreed to take part.
pub const fn adult(forename: &'static str, surname: &'static str, years: i32, relationship: &'static str) -> Who {
    Who {
        part: Part::Adult,
        reason: None,
        relationship,
        said: Said::Yes,
        ..child(forename, surname, years, 5)
    }
}

impl Who {
    /// Called something else than their first name.
    pub const fn called(self, known_as: &'static str) -> Self {
        Self { known_as, ..self }
    }

    /// Born at another time, or nobody knows quite when.
    pub const fn born(self, born: Born) -> Self {
        Self { born, ..self }
    }

    /// Wants to speak, read and be reminded in this language.
    pub const fn speaks(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    /// Coming home again.
    pub const fn returning(self) -> Self {
        Self {
            reason: Some(Reason::Reunification),
            ..self
        }
    }

    /// Referred without a reason of their own.
    pub const fn no_reason(self) -> Self {
        Self { reason: None, ..self }
    }

    /// With this legal status.
    pub const fn status(self, status: &'static str) -> Self {
        Self { status, ..self }
    }

    /// Said this to taking part.
    pub const fn said(self, said: Said) -> Self {
        Self { said, ..self }
    }

    /// May be reached like this.
    pub const fn reach(self, number: &'static str, times: &'static str, note: &'static str) -> Self {
        Self {
            reach: Some(Reach {
                number,
                times,
                no_message: false,
                hidden: false,
                note,
            }),
            ..self
        }
    }

    /// May be reached like this, without a message, at an address that must not be shown.
    pub const fn careful(self, number: &'static str, times: &'static str, note: &'static str) -> Self {
        Self {
            reach: Some(Reach {
                number,
                times,
                no_message: true,
                hidden: true,
                note,
            }),
            ..self
        }
    }
}
