//! A paper made for one reader: a letter, a review, a report. It holds finished words and values; how it looks is
//! decided where it is laid out.

use jiff::civil::Date;
use words::Lang;

use crate::table::Table;

/// A paper.
///
/// Each page says at its foot for whom it was made and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The language it is written in; words in another say so themselves.
    pub lang: Lang,
    /// What it is called.
    pub title: String,
    /// For whom it was made, by the name that is to stand on each page.
    pub reader: String,
    /// The day it was made.
    pub made_on: Date,
    /// What it says, in reading order.
    pub blocks: Vec<Block>,
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// To whom a letter goes, where the window of an envelope shows it. Stands above the title when it comes first.
    Address(Address),
    /// A heading.
    Heading(Depth, String),
    /// A paragraph.
    Paragraph(Lines),
    /// What somebody said, in their own words, beside a warm line.
    Quotation(Quotation),
    /// Points, each with a dot before it.
    List(Vec<Lines>),
    /// Facts: a name and a value each.
    Summary(Vec<Fact>),
    /// A table; its heading stands again on each page it goes over.
    Table(Table),
    /// Support levels over time, drawn and as a table.
    Stair(Stair),
    /// What follows begins on a page of its own.
    PageBreak,
}

/// How deep a heading lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// A part of the paper.
    Part,
    /// A part of a part. Without a part before it, it counts as one.
    Section,
}

/// Words as they are to be read: new lines in them are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// The words.
    pub words: String,
    /// The language they are in, as a BCP 47 tag, when it is not the paper's: a screen reader then speaks it.
    pub lang: Option<String>,
}

/// What somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Their words.
    pub said: Lines,
    /// Who said it, ready to show.
    pub by: String,
}

/// A name and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub name: String,
    /// Its value.
    pub value: Lines,
}

/// Whom a letter goes to, and from whom it comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The name and the address, a line each; only the name where the address must not be shown.
    pub to: Vec<String>,
    /// Who writes, and how to get in touch, a line each.
    pub from: Vec<String>,
}

/// Support levels over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stair {
    /// What it shows; stands above it.
    pub title: String,
    /// What somebody who does not see the drawing is told of it.
    pub said: String,
    /// The names of the levels, lowest first. A site has its own.
    pub levels: Vec<String>,
    /// The levels the family had, in order of time.
    pub periods: Vec<Period>,
    /// The last day shown; the last period ends here.
    pub until: Date,
}

/// A time at one level. It ends when the next begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub from: Date,
    /// Which level, counted from nought among the levels of the [`Stair`]; one past the highest counts as the highest.
    pub level: usize,
}

impl Lines {
    /// Words in another language than the paper's, with its BCP 47 tag.
    pub fn in_language(words: impl Into<String>, tag: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            lang: Some(tag.into()),
        }
    }
}

impl<T: Into<String>> From<T> for Lines {
    fn from(words: T) -> Self {
        Self {
            words: words.into(),
            lang: None,
        }
    }
}

impl Block {
    /// A part's heading.
    pub fn part(heading: impl Into<String>) -> Self {
        Self::Heading(Depth::Part, heading.into())
    }

    /// A paragraph in the paper's own language.
    pub fn paragraph(words: impl Into<String>) -> Self {
        Self::Paragraph(words.into().into())
    }

    /// What somebody said, in the paper's own language.
    pub fn quotation(said: impl Into<Lines>, by: impl Into<String>) -> Self {
        Self::Quotation(Quotation {
            said: said.into(),
            by: by.into(),
        })
    }
}

impl Fact {
    /// A name and its value.
    pub fn new(name: impl Into<String>, value: impl Into<Lines>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
        }
    }
}
