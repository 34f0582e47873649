//! Referrals from a file: the cells of its rows in, families and named problems out.
//!
//! A family comes in whole or stays out whole. What keeps one out, and what is only pointed out, is
//! said row by row with the cell as it stood; what to do about it is in the words, under
//! [`Fault::key`]. Nothing is merged silently and no words are lost: a cell that has no place of its
//! own is kept, under its heading, with what helps in talking or with the worries. Two things are
//! read and not kept, and said to be: a person's sex, and a reason written beside an adult.
//!
//! ```text
//! bytes ─(somebody else)─▶ cells ─▶ Mapping ─▶ Reader::push … finish ─▶ Reading
//!                                                                        ├ families: in, or blocked
//!                                                                        ├ problems: row, column, value, fault
//!                                                                        └ rows: blank, without a family
//! ```

mod draft;
mod family_row;
mod fault;
mod field;
mod finish;
mod fold;
mod groups;
mod heading;
mod language;
mod mapping;
mod person;
mod problem;
mod reader;
mod record;
mod relationship;
mod safe;
mod vocabulary;
mod when;
mod words;

use jiff::civil::Date;

use crate::name::Name;
use crate::referral::Refer;
use crate::text::Text;

pub use fault::Fault;
pub use field::{Field, REQUIRED};
pub use mapping::{Mapping, MappingProblem};
pub use problem::{Problem, VALUE_CHARS_MAX, Value};
pub use reader::{ROWS_MAX, Reader, TooManyRows};
pub use when::{BORN_YEAR_MIN, REFERRAL_YEAR_MIN};

/// One family of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFamily {
    /// The family's number in the authority's own system, as it stands.
    pub key: Text,
    /// Every row that names it, in the order of the file; also those that were not taken.
    pub rows: Vec<u32>,
    /// The day it was referred: the earliest its rows give, or today.
    pub received_on: Date,
    /// The referral it makes. If the family is blocked, as much of it as could be read.
    pub refer: Refer,
    /// Its social worker, the first that is named.
    pub worker: Option<Name>,
    /// The social worker's e-mail address, the first that is given.
    pub worker_email: Option<Text>,
    /// Whether something keeps it out. If nothing does, the referral has no [`Refer::problems`].
    pub blocked: bool,
}

/// What a file holds. Every row is of exactly one family, or without one, or blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Every family, in or out, in the order of their first rows.
    pub families: Vec<ReadFamily>,
    /// Everything wrong and everything worth a look, in the order of the file.
    pub problems: Vec<Problem>,
    /// How many records there were, without the headings.
    pub rows: u32,
    /// How many of them were blank.
    pub blank_rows: u32,
    /// Those that do not say which family they belong to; they are left out.
    pub rows_without_family: Vec<u32>,
    /// The columns that were not read, from 0.
    pub unmapped: Vec<usize>,
}

impl Reading {
    /// The families that can be referred.
    pub fn families_in(&self) -> impl Iterator<Item = &ReadFamily> {
        self.families.iter().filter(|family| !family.blocked)
    }

    /// The families that stay out.
    pub fn families_out(&self) -> impl Iterator<Item = &ReadFamily> {
        self.families.iter().filter(|family| family.blocked)
    }

    /// Every row that stays out, smallest first: to give back as a file that can be put right.
    pub fn rows_out(&self) -> Vec<u32> {
        let of_families = self.families_out().flat_map(|family| family.rows.iter().copied());
        let mut rows: Vec<u32> = of_families.chain(self.rows_without_family.iter().copied()).collect();
        rows.sort_unstable();
        rows
    }
}
