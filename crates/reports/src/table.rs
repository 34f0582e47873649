//! A table that leaves the house: what it is called, what each column means, and rows of values that know what they are.

use jiff::civil::Date;
use words::{Lang, Words};

/// What a table is about, before any row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The language its days and numbers are written in.
    pub lang: Lang,
    /// What it is called; also the name of the sheet.
    pub title: String,
    /// Its columns, in reading order.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub head: String,
    /// What its cells hold.
    pub kind: Kind,
    /// What it means, in a line: for the dictionary that goes with the table.
    pub means: String,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Words, a name, a reference: never worked out, never a formula.
    Text,
    /// A whole number.
    Whole,
    /// A day.
    Day,
    /// A length of time, in minutes.
    Minutes,
    /// A sum of money, in pence; shown in pounds.
    Pounds,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known here.
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A day.
    Day(Date),
    /// A length of time. Unit: minutes.
    Minutes(u32),
    /// A sum of money. Unit: pence.
    Pounds(i64),
}

/// A row that does not fit its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// It has more or fewer cells than there are columns.
    #[error("a row of {cells} cells in a table of {columns} columns")]
    Width {
        /// How many cells the row has.
        cells: usize,
        /// How many columns there are.
        columns: usize,
    },
    /// A cell holds something else than its column says.
    #[error("column {column} holds {wanted:?}, the cell holds {given:?}")]
    Kind {
        /// Which column, counted from nought.
        column: usize,
        /// What the column holds.
        wanted: Kind,
        /// What the cell holds.
        given: Kind,
    },
}

/// A table with its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    head: Head,
    rows: Vec<Vec<Cell>>,
}

impl Column {
    /// A column of this kind.
    pub fn new(head: impl Into<String>, kind: Kind, means: impl Into<String>) -> Self {
        Self {
            head: head.into(),
            kind,
            means: means.into(),
        }
    }
}

impl Kind {
    /// Whether its values are figures, which stand to the right.
    pub const fn is_figure(self) -> bool {
        matches!(self, Self::Whole | Self::Minutes | Self::Pounds)
    }

    /// What it holds, in words, for the dictionary.
    pub fn words(self, w: Words) -> &'static str {
        match self {
            Self::Text => w.report_kind_text(),
            Self::Whole => w.report_kind_whole(),
            Self::Day => w.report_kind_day(),
            Self::Minutes => w.report_kind_minutes(),
            Self::Pounds => w.report_kind_pounds(),
        }
    }
}

impl Cell {
    /// What it holds; `None` when it is empty and fits any column.
    pub const fn kind(&self) -> Option<Kind> {
        Some(match self {
            Self::Empty => return None,
            Self::Text(_) => Kind::Text,
            Self::Whole(_) => Kind::Whole,
            Self::Day(_) => Kind::Day,
            Self::Minutes(_) => Kind::Minutes,
            Self::Pounds(_) => Kind::Pounds,
        })
    }

    /// The value as people write it, for paper: `21 November 2026`, `1,234`, `£12.50`.
    pub fn words(&self, w: Words) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Day(day) => w.day_short(*day),
            Self::Minutes(minutes) => w.number(u64::from(*minutes)),
            Self::Pounds(pence) => w.pounds(*pence),
            Self::Whole(number) => {
                let size = w.number(number.unsigned_abs());
                if *number < 0 { w.report_less(&size) } else { size }
            }
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Table {
    /// A table without rows.
    pub const fn new(head: Head) -> Self {
        Self { head, rows: Vec::new() }
    }

    /// Adds a row at the end.
    ///
    /// # Errors
    /// It has another width than the table, or a cell holds something else than its column says.
    pub fn push(&mut self, row: Vec<Cell>) -> Result<(), Misfit> {
        let columns = &self.head.columns;
        if row.len() != columns.len() {
            return Err(Misfit::Width {
                cells: row.len(),
                columns: columns.len(),
            });
        }
        for (column, (cell, wanted)) in row.iter().zip(columns).enumerate() {
            if let Some(given) = cell.kind().filter(|given| *given != wanted.kind) {
                return Err(Misfit::Kind {
                    column,
                    wanted: wanted.kind,
                    given,
                });
            }
        }
        self.rows.push(row);
        Ok(())
    }

    /// What it is about.
    pub const fn head(&self) -> &Head {
        &self.head
    }

    /// Its rows, in order.
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }
}
